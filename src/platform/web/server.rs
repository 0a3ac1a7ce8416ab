//! The worker's side: one request after the other, each answered after its commit.

use super::files::{Memory, Pool};
use crate::core::{Core, CoreError, Environment, Reply, Request};
use crate::platform::bundled;
use crate::platform::clock::DeviceClock;
use futures_channel::mpsc::{UnboundedReceiver, unbounded};
use futures_util::StreamExt;
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Serves requests until the page ends the worker.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let (sender, letters) = unbounded::<String>();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            let _ = sender.unbounded_send(text);
        }
    });
    let listening = scope.add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref());
    if let Err(error) = listening {
        web_sys::console::error_1(&error);
    }
    on_message.forget();
    wasm_bindgen_futures::spawn_local(answer_all(scope, letters));
}

async fn answer_all(scope: DedicatedWorkerGlobalScope, mut letters: UnboundedReceiver<String>) {
    let mut core: Option<Core> = None;
    while let Some(text) = letters.next().await {
        let Ok((id, request)) = serde_json::from_str::<(u32, Request)>(&text) else {
            web_sys::console::error_1(&"a request cannot be read".into());
            continue;
        };
        let result = answer(&mut core, request).await;
        let answer = serde_json::to_string(&(id, result)).unwrap_or_default();
        if let Err(error) = scope.post_message(&answer.into()) {
            web_sys::console::error_1(&error);
        }
    }
}

async fn answer(core: &mut Option<Core>, request: Request) -> Result<Reply, CoreError> {
    let open = match core.as_mut() {
        Some(open) => open,
        None => {
            let environment = Environment {
                files: match Memory::instead_of_files() {
                    Some(memory) => Box::new(memory),
                    None => Box::new(Pool::open().await?),
                },
                clock: Box::new(DeviceClock),
                pack: Cow::Borrowed(bundled::PACK),
                built_on: bundled::built_on(),
                build: bundled::BUILD.into(),
            };
            core.insert(Core::open(environment).map_err(|(_, error)| error)?)
        }
    };
    open.answer(request)
}
