//! Sending and fetching behind the screens: one loop, started by the shell, woken by what happens on them.

use crate::core::courier::{Courier, Headway, Outcome};
use crate::core::{CoreError, Handle, RestAttempts};
use crate::platform::{bridge, time};
use dioxus::prelude::*;
use futures_channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use futures_util::future::{Either, FutureExt, select};
use futures_util::stream::StreamExt;
use std::pin::pin;

/// Shortest pause before the next try: an answer that asks for none must not make a busy loop.
const SHORTEST_PAUSE_MS: u32 = 1_000;
/// Pause after a failure of the core itself, which says of itself what is to be done.
const AFTER_FAULT_MS: u32 = 60_000;

/// The server of this build.
#[derive(Clone, PartialEq)]
pub struct Server {
    /// The way to it.
    pub courier: Courier,
    /// Where it is, such as `https://example.org`.
    pub address: String,
}

impl Server {
    /// Its name as people read and type it, without "https://", over which a voice stumbles.
    #[must_use]
    pub fn name(&self) -> &str {
        self.address.split("://").last().unwrap_or(&self.address)
    }
}

/// Why it is tried now; only what is tried by itself waits for the pause after a failure, and all wait for the server's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wake {
    ByItself,
    /// There is a network again, or something new that should not wait.
    AtOnce,
    /// She asked for it, and looks whether it happens.
    ByHand,
}

/// What the screens know of sending, and how they ask for it.
#[derive(Clone, Copy, PartialEq)]
pub struct Sending {
    // In one place, so that what every screen hands on stays small.
    parts: CopyValue<Parts>,
}

#[derive(Clone, Copy)]
struct Parts {
    server: Signal<Option<Server>>,
    door: Signal<Option<UnboundedSender<Wake>>>,
    rounds: Signal<u64>,
    headway: Signal<Option<Headway>>,
    at_work: Signal<bool>,
    in_vain: Signal<bool>,
}

impl Sending {
    pub(super) fn new(server: Option<Server>) -> Self {
        let parts = Parts {
            server: Signal::new(server),
            door: Signal::new(None),
            rounds: Signal::new(0),
            headway: Signal::new(None),
            at_work: Signal::new(false),
            in_vain: Signal::new(false),
        };
        Self {
            parts: CopyValue::new(parts),
        }
    }

    fn parts(self) -> Parts {
        *self.parts.peek()
    }

    /// Starts the loop; in a build without a server there is none, and nothing is ever said of it.
    pub(super) fn start(self, core: Handle) {
        let mut parts = self.parts();
        let Some(server) = parts.server.peek().clone() else {
            return;
        };
        let (door, asked) = mpsc::unbounded();
        parts.door.set(Some(door));
        // The pause after a failure of the network has lost its reason when the network is back.
        bridge::on_online(move || self.wake(Wake::AtOnce));
        bridge::on_visible(move || self.wake(Wake::ByItself));
        // She may go on with her lesson on another device.
        bridge::on_hidden(move || {
            core.post(RestAttempts {});
            self.wake(Wake::ByItself);
        });
        spawn(parts.run(server.courier, asked));
    }

    /// The server, if this build has one.
    #[must_use]
    pub fn server(self) -> Option<Server> {
        self.parts().server.read().clone()
    }

    /// Something may be new: send soon.
    pub fn soon(self) {
        self.wake(Wake::ByItself);
    }

    /// Something is new that the server should hear of at once.
    pub fn now(self) {
        self.wake(Wake::AtOnce);
    }

    /// "Gửi ngay".
    pub fn by_hand(self) {
        self.wake(Wake::ByHand);
    }

    /// Whether she asked for it last and it came to nothing: then that is said, also where everything is sent.
    #[must_use]
    pub fn in_vain(self) -> bool {
        *self.parts().in_vain.read()
    }

    /// Goes up with every try: whoever reads it asks the core again.
    #[must_use]
    pub fn rounds(self) -> u64 {
        *self.parts().rounds.read()
    }

    /// How far it is, while there is more than one batch to send.
    #[must_use]
    pub fn headway(self) -> Option<Headway> {
        *self.parts().headway.read()
    }

    /// Whether it is being tried just now.
    #[must_use]
    pub fn at_work(self) -> bool {
        *self.parts().at_work.read()
    }

    fn wake(self, wake: Wake) {
        if let Some(door) = self.parts().door.peek().as_ref() {
            // Without the loop there is no app any more.
            let _ = door.unbounded_send(wake);
        }
    }
}

impl Parts {
    async fn run(mut self, courier: Courier, mut asked: UnboundedReceiver<Wake>) {
        let mut wake = Wake::ByItself;
        loop {
            // One go answers everything asked for so far; what is asked for during it gets another one.
            while let Some(Some(more)) = asked.next().now_or_never() {
                wake = wake.max(more);
            }
            self.at_work.set(true);
            let outcome = courier
                .go(wake != Wake::ByItself, |headway| self.note(headway))
                .await;
            let done = matches!(outcome, Ok(Outcome::Done));
            if done || wake == Wake::ByHand {
                self.in_vain.set(!done);
            }
            self.at_work.set(false);
            self.headway.set(None);
            *self.rounds.write() += 1;
            let next = match pause(&outcome) {
                None => asked.next().await,
                Some(millis) => match select(asked.next(), pin!(time::sleep(millis))).await {
                    Either::Left((next, _)) => next,
                    Either::Right(_) => Some(Wake::ByItself),
                },
            };
            match next {
                Some(next) => wake = next,
                None => return,
            }
        }
    }

    fn note(mut self, headway: Headway) {
        let several = headway.sent > 0 && headway.sent < headway.of;
        if several || self.headway.peek().is_some() {
            self.headway.set(Some(headway));
        }
    }
}

/// Milliseconds until the next try by itself; `None`: only when somebody asks.
fn pause(outcome: &Result<Outcome, CoreError>) -> Option<u32> {
    match outcome {
        Ok(Outcome::Done) => None,
        Ok(Outcome::Running) => Some(SHORTEST_PAUSE_MS),
        Ok(Outcome::Later(millis) | Outcome::Failed(_, millis)) => {
            Some(u32::try_from(*millis).unwrap_or(u32::MAX).max(SHORTEST_PAUSE_MS))
        }
        Err(_) => Some(AFTER_FAULT_MS),
    }
}
