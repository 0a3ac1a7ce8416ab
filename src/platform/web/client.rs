//! The page's side: requests go to the worker as messages, and every one of them gets an answer.

use crate::core::{Answer, CoreError, Link, Reply, Request};
use crate::platform::bridge;
use futures_channel::oneshot;
use futures_util::future::{Either, select};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

/// A worker that the browser ended without a word sends no error: after this long it is taken for gone (timeout).
/// The longest honest answer is the first one, on a slow phone that installs the content.
const SILENCE_MS: u32 = 20_000;

/// A request without an answer.
struct Open {
    text: String,
    /// It may be sent again when nobody knows what became of it.
    repeatable: bool,
    sent: bool,
    sender: oneshot::Sender<Result<Reply, CoreError>>,
}

#[derive(Default)]
struct State {
    last: u32,
    // In the order of asking: they are sent again in it.
    open: BTreeMap<u32, Open>,
    worker: Option<Running>,
    /// The worker has said something: its script and its module were there.
    heard: bool,
    /// Another tab could not wait and took the files from the worker.
    taken: bool,
    /// The page is put away, and the worker with it.
    away: bool,
    /// Goes up with every worker.
    workers: u32,
}

impl State {
    fn gone(&self) -> CoreError {
        if self.taken {
            CoreError::OpenElsewhere
        } else if self.heard {
            CoreError::Crashed
        } else {
            CoreError::WorkerLost
        }
    }
}

/// A worker with the callbacks that must live as long as it does.
struct Running {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ends it at once: its files are free for another tab.
        self.worker.terminate();
    }
}

/// What the worker says when the core could not be set up at all, or is there no longer.
#[derive(Deserialize)]
struct Failed {
    failed: String,
}

/// … because its files were taken from it, see `worker.js`.
const TAKEN: &str = "taken";

/// A link to a core in a worker of its own.
#[derive(Clone, Default)]
pub struct CoreWorker {
    state: Rc<RefCell<State>>,
}

impl CoreWorker {
    /// Starts the worker.
    pub fn start() -> Self {
        let link = Self::default();
        link.begin(false);
        link
    }

    fn begin(&self, take_over: bool) {
        {
            let mut state = self.state.borrow_mut();
            state.heard = false;
            state.taken = false;
            state.workers += 1;
        }
        match self.spawn(take_over) {
            Ok(running) => self.state.borrow_mut().worker = Some(running),
            Err(error) => web_sys::console::error_1(&error),
        }
    }

    fn spawn(&self, take_over: bool) -> Result<Running, JsValue> {
        let worker: Worker = bridge::start_core(take_over)?.dyn_into()?;
        let state = Rc::downgrade(&self.state);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(state) = state.upgrade() else { return };
            let text = event.data().as_string().unwrap_or_default();
            if let Ok(Failed { failed }) = serde_json::from_str(&text) {
                state.borrow_mut().taken = failed == TAKEN;
                web_sys::console::warn_1(&failed.into());
                give_up(&state);
                return;
            }
            // One kind after the other: an untagged enum would read every reply twice, and double the code for it.
            match serde_json::from_str::<(u32, Result<Reply, CoreError>)>(&text) {
                Ok((id, result)) => {
                    let open = {
                        let mut state = state.borrow_mut();
                        state.heard = true;
                        state.open.remove(&id)
                    };
                    if let Some(open) = open {
                        let _ = open.sender.send(result);
                    }
                }
                Err(error) => web_sys::console::error_1(&error.to_string().into()),
            }
        });
        let state = Rc::downgrade(&self.state);
        // A script that cannot be loaded fires a plain event without a message, and no `ErrorEvent`.
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let message = js_sys::Reflect::get(&event, &"message".into()).unwrap_or_default();
            web_sys::console::error_2(&"worker:".into(), &message);
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
    let (open, running, why) = {
        let mut state = state.borrow_mut();
        (std::mem::take(&mut state.open), state.worker.take(), state.gone())
    };
    // Its callbacks may be running right now: they go when this turn is over.
    wasm_bindgen_futures::spawn_local(async move { drop(running) });
    for open in open.into_values() {
        let _ = open.sender.send(Err(why.clone()));
    }
}

/// Sends what waits and was not sent, or was sent to a worker that is gone. What nobody may do twice is given up.
fn send_open(state: &RefCell<State>) {
    let mut lost = Vec::new();
    {
        let mut state = state.borrow_mut();
        let State { open, worker, .. } = &mut *state;
        for (id, request) in open.iter_mut() {
            let again = !request.sent || request.repeatable;
            request.sent = true;
            let posted = worker
                .as_ref()
                .filter(|_| again)
                .is_some_and(|running| running.worker.post_message(&request.text.as_str().into()).is_ok());
            if !posted {
                lost.push(*id);
            }
        }
    }
    for id in lost {
        let open = state.borrow_mut().open.remove(&id);
        if let Some(open) = open {
            let _ = open.sender.send(Err(CoreError::Crashed));
        }
    }
}

/// The answer, or what is to be said when none comes. The time in which the page was away does not count.
async fn wait(
    state: Rc<RefCell<State>>,
    mut receiver: oneshot::Receiver<Result<Reply, CoreError>>,
) -> Result<Reply, CoreError> {
    loop {
        let asked = state.borrow().workers;
        let silence = Box::pin(super::sleep(SILENCE_MS));
        match select(receiver, silence).await {
            Either::Left((answer, _)) => return answer.unwrap_or(Err(CoreError::Crashed)),
            Either::Right((_, waiting)) => {
                let state = state.borrow();
                if !state.away && state.workers == asked {
                    return Err(state.gone());
                }
                receiver = waiting;
            }
        }
    }
}

impl Link for CoreWorker {
    fn send(&self, request: Request) -> Answer {
        let (sender, receiver) = oneshot::channel();
        let sent = {
            let mut state = self.state.borrow_mut();
            state.last = state.last.wrapping_add(1);
            let id = state.last;
            let repeatable = request.is_repeatable();
            let text = serde_json::to_string(&(id, request)).unwrap_or_default();
            let posted = state
                .worker
                .as_ref()
                .is_some_and(|running| running.worker.post_message(&text.as_str().into()).is_ok());
            if posted || state.away {
                let open = Open {
                    text,
                    repeatable,
                    sent: posted,
                    sender,
                };
                state.open.insert(id, open);
                Ok(())
            } else {
                Err(state.gone())
            }
        };
        let state = Rc::clone(&self.state);
        Box::pin(async move {
            sent?;
            wait(state, receiver).await
        })
    }

    fn restart(&self) {
        self.close();
        // A page that is away starts nothing: it would hold the files in its sleep.
        if !self.state.borrow().away {
            self.begin(false);
        }
    }

    fn close(&self) {
        let running = self.state.borrow_mut().worker.take();
        drop(running);
        give_up(&self.state);
    }

    fn take_over(&self) {
        self.close();
        self.state.borrow_mut().away = false;
        self.begin(true);
    }

    fn suspend(&self) {
        let running = {
            let mut state = self.state.borrow_mut();
            state.away = true;
            state.worker.take()
        };
        drop(running);
    }

    fn resume(&self) -> bool {
        if !std::mem::take(&mut self.state.borrow_mut().away) {
            return false;
        }
        self.begin(false);
        send_open(&self.state);
        true
    }
}
