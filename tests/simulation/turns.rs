//! Whose turn it is. The dice say so, and never a thread.

use super::Dice;
use std::future::{Future, poll_fn};
use std::mem;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

/// Something that goes on for a while.
pub type Going<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Lets others be first.
pub async fn give_way() {
    let mut first = true;
    poll_fn(|context| {
        if mem::replace(&mut first, false) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(())
    })
    .await;
}

/// Goes on with one of these at a time, whichever the dice say, until all are done.
pub async fn together(dice: &Dice, mut going: Vec<Going<'_>>) {
    poll_fn(|context| {
        if going.is_empty() {
            return Poll::Ready(());
        }
        let which = dice.below(going.len());
        if going[which].as_mut().poll(context).is_ready() {
            drop(going.swap_remove(which));
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits for the answer of another thread, and lets nobody else go on meanwhile: how long that thread takes decides
/// nothing.
pub fn wait<T>(answer: impl Future<Output = T>) -> T {
    // Without this, the runtime makes whoever asks very often wait for a turn that never comes here.
    let mut answer = pin!(tokio::task::unconstrained(answer));
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match answer.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}
