//! The worker's side: one request after the other, each answered after its commit.

use super::files;
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

/// The core of this worker. One that could not be opened stays so: whoever tries again gets another worker, and nobody
/// waits twice for the same no.
enum Desk {
    Untried,
    Open(Box<Core>),
    Refused(CoreError),
    /// Its files were cleared by the browser. What it still holds can be given to her, and nothing more is kept.
    Gone(Box<Core>),
}

async fn answer_all(scope: DedicatedWorkerGlobalScope, mut letters: UnboundedReceiver<String>) {
    let mut desk = Desk::Untried;
    while let Some(text) = letters.next().await {
        let Ok((id, request)) = serde_json::from_str::<(u32, Request)>(&text) else {
            web_sys::console::error_1(&"a request cannot be read".into());
            continue;
        };
        desk = desk.looked_at().await;
        let result = desk.answer(request);
        // Read or written where nothing is any more: the reason is more use to her than the failure.
        if let (Err(CoreError::Failed(_)), Desk::Open(_)) = (&result, &desk) {
            desk = desk.unless_gone(true).await;
        }
        let result = match (&desk, result) {
            (Desk::Gone(_), Err(_)) => Err(CoreError::FilesGone),
            (_, result) => result,
        };
        let answer = serde_json::to_string(&(id, result)).unwrap_or_default();
        if let Err(error) = scope.post_message(&answer.into()) {
            web_sys::console::error_1(&error);
        }
    }
}

impl Desk {
    /// Opens the core, or makes sure that its files are still those of the browser: what is written to cleared files is
    /// acknowledged and lost.
    async fn looked_at(self) -> Self {
        match self {
            Self::Untried => match open().await {
                Ok(core) => Self::Open(Box::new(core)),
                Err(error) => Self::Refused(error),
            },
            open @ Self::Open(_) => open.unless_gone(false).await,
            other => other,
        }
    }

    async fn unless_gone(self, now: bool) -> Self {
        match self {
            Self::Open(core) if core.no_files().is_none() && !files::are_there(now).await => Self::Gone(core),
            other => other,
        }
    }

    fn answer(&mut self, request: Request) -> Result<Reply, CoreError> {
        match self {
            Self::Open(core) => core.answer(request),
            Self::Gone(core) if matches!(request, Request::Export(_)) => core.answer(request),
            Self::Gone(_) => Err(CoreError::FilesGone),
            Self::Refused(error) => Err(error.clone()),
            Self::Untried => Err(CoreError::Crashed),
        }
    }
}

async fn open() -> Result<Core, CoreError> {
    let environment = Environment {
        files: files::open().await?,
        clock: Box::new(DeviceClock),
        pack: Cow::Borrowed(bundled::PACK),
        built_on: bundled::built_on(),
        build: bundled::BUILD.into(),
    };
    Core::open(environment).map_err(|(_, error)| error)
}
