//! The core on its own thread.

use crate::core::{Answer, Core, CoreError, Environment, Link, Reply, Request};
use futures_channel::oneshot;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

type Letter = (Request, oneshot::Sender<Result<Reply, CoreError>>);
type Maker = Arc<dyn Fn() -> Environment + Send + Sync>;

/// A link to a core on a thread of its own. The thread ends when the link is dropped.
pub struct CoreThread {
    make: Maker,
    letters: RefCell<Sender<Letter>>,
}

impl CoreThread {
    /// Starts the thread. `make` is called there, and again whenever the core must be opened anew.
    pub fn start(make: impl Fn() -> Environment + Send + Sync + 'static) -> Self {
        let make: Maker = Arc::new(make);
        Self {
            letters: RefCell::new(spawn(Arc::clone(&make))),
            make,
        }
    }
}

fn spawn(make: Maker) -> Sender<Letter> {
    let (sender, receiver) = channel();
    let started = std::thread::Builder::new()
        .name("core".into())
        .spawn(move || serve(&make, &receiver));
    if let Err(error) = started {
        // The receiver is gone, so that every call says so.
        tracing::error!(%error, "the core's thread could not be started");
    }
    sender
}

fn serve(make: &Maker, letters: &Receiver<Letter>) {
    let mut core: Option<Core> = None;
    while let Ok((request, answer)) = letters.recv() {
        let result = catch_unwind(AssertUnwindSafe(|| {
            let open = match core.as_mut() {
                Some(open) => open,
                None => core.insert(Core::open(make()).map_err(|(_, error)| error)?),
            };
            open.answer(request)
        }));
        let result = result.unwrap_or_else(|_| {
            // What was committed is on the disk; what was not is rolled back when it is opened again.
            core = None;
            Err(CoreError::Crashed)
        });
        // Nobody waits any more: the screen was left.
        let _ = answer.send(result);
    }
}

impl Link for CoreThread {
    fn send(&self, request: Request) -> Answer {
        let (sender, receiver) = oneshot::channel();
        let sent = self.letters.borrow().send((request, sender));
        Box::pin(async move {
            if sent.is_err() {
                return Err(CoreError::Crashed);
            }
            receiver.await.unwrap_or(Err(CoreError::Crashed))
        })
    }

    fn restart(&self) {
        self.letters.replace(spawn(Arc::clone(&self.make)));
    }
}
