//! The page's side: requests go to the worker as messages, and every one of them gets an answer.

use crate::core::{Answer, CoreError, Link, Reply, Request};
use futures_channel::oneshot;
use futures_util::future::{Either, select};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A worker that the browser ended without a word sends no error: after this long it is taken for gone.
/// The longest honest answer is the first one, on a slow phone that installs the content.
const SILENCE_MS: u32 = 20_000;

type Waiting = HashMap<u32, oneshot::Sender<Result<Reply, CoreError>>>;

#[derive(Default)]
struct State {
    last: u32,
    waiting: Waiting,
    worker: Option<Running>,
}

/// A worker with the callbacks that must live as long as it does.
struct Running {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ends it at once: its files are free for another tab.
        self.worker.terminate();
    }
}

/// What the worker says when the core could not be set up at all.
#[derive(Deserialize)]
struct Failed {
    failed: String,
}

/// A link to a core in a worker of its own.
#[derive(Clone, Default)]
pub struct CoreWorker {
    state: Rc<RefCell<State>>,
}

impl CoreWorker {
    /// Starts the worker.
    pub fn start() -> Self {
        let link = Self::default();
        link.restart();
        link
    }

    fn spawn(&self) -> Result<Running, JsValue> {
        let url = js_sys::Reflect::get(&js_sys::global(), &"ctWorkerUrl".into())?
            .as_string()
            .ok_or("the page does not say where the worker is")?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&url, &options)?;

        let state = Rc::downgrade(&self.state);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(state) = state.upgrade() else { return };
            let text = event.data().as_string().unwrap_or_default();
            if let Ok(Failed { failed }) = serde_json::from_str(&text) {
                web_sys::console::error_1(&failed.into());
                give_up(&state);
                return;
            }
            // One kind after the other: an untagged enum would read every reply twice, and double the code for it.
            match serde_json::from_str::<(u32, Result<Reply, CoreError>)>(&text) {
                Ok((id, result)) => {
                    let waiting = state.borrow_mut().waiting.remove(&id);
                    if let Some(waiting) = waiting {
                        let _ = waiting.send(result);
                    }
                }
                Err(error) => web_sys::console::error_1(&error.to_string().into()),
            }
        });
        let state = Rc::downgrade(&self.state);
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            web_sys::console::error_1(&event.message().into());
            if let Some(state) = state.upgrade() {
                give_up(&state);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Running {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }
}

/// The worker is gone or useless: nobody waits for an answer that cannot come, and nothing more is sent to it.
fn give_up(state: &RefCell<State>) {
    let (waiting, running) = {
        let mut state = state.borrow_mut();
        (std::mem::take(&mut state.waiting), state.worker.take())
    };
    // Its callbacks may be running right now: they go when this turn is over.
    wasm_bindgen_futures::spawn_local(async move { drop(running) });
    for (_, waiting) in waiting {
        let _ = waiting.send(Err(CoreError::Crashed));
    }
}

impl Link for CoreWorker {
    fn send(&self, request: Request) -> Answer {
        let (sender, receiver) = oneshot::channel();
        let sent = {
            let mut state = self.state.borrow_mut();
            state.last = state.last.wrapping_add(1);
            let id = state.last;
            let text = serde_json::to_string(&(id, request)).unwrap_or_default();
            let sent = state
                .worker
                .as_ref()
                .is_some_and(|running| running.worker.post_message(&text.into()).is_ok());
            if sent {
                state.waiting.insert(id, sender);
            }
            sent
        };
        Box::pin(async move {
            if !sent {
                return Err(CoreError::Crashed);
            }
            let silence = Box::pin(super::sleep(SILENCE_MS));
            match select(receiver, silence).await {
                Either::Left((answer, _)) => answer.unwrap_or(Err(CoreError::Crashed)),
                Either::Right(_) => Err(CoreError::Crashed),
            }
        })
    }

    fn restart(&self) {
        self.close();
        match self.spawn() {
            Ok(running) => self.state.borrow_mut().worker = Some(running),
            Err(error) => web_sys::console::error_1(&error),
        }
    }

    fn close(&self) {
        let running = self.state.borrow_mut().worker.take();
        drop(running);
        give_up(&self.state);
    }
}
