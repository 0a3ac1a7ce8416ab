//! A small world: phones with the real core and the real courier, a server with its real code, a bad network between
//! them, and a history that a seed decides.
//!
//! The same seed tells the same story, word for word: nothing in it depends on a thread, a clock or a random number of
//! this machine. Ids come from the seed as well, because they break ties and order rows. Only the secrets (bearers,
//! cards, codes) and the names the server gives to devices are other ones each time; they are only ever compared.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a simulation fails by panicking, and each test file uses its own part of it"
)]

pub mod battery;
pub mod check;
pub mod files;
pub mod ledger;
pub mod lessons;
pub mod line;
pub mod mortal;
pub mod network;
pub mod phone;
pub mod server;
pub mod sharing;
pub mod story;
pub mod turns;
pub mod world;

use std::cell::RefCell;
use std::rc::Rc;

/// Random numbers from a seed: the same seed tells the same story.
#[derive(Clone)]
pub struct Dice(Rc<RefCell<fastrand::Rng>>);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(Rc::new(RefCell::new(fastrand::Rng::with_seed(seed))))
    }

    /// Dice for somebody else: how often they are thrown changes nothing here.
    pub fn fork(&self) -> Self {
        Self(Rc::new(RefCell::new(self.0.borrow_mut().fork())))
    }

    /// 0 to `sides` − 1.
    pub fn below(&self, sides: usize) -> usize {
        self.0.borrow_mut().usize(..sides.max(1))
    }

    /// True once in so many times.
    pub fn once_in(&self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn number(&self) -> u32 {
        self.0.borrow_mut().u32(..)
    }

    pub fn long_number(&self) -> u128 {
        self.0.borrow_mut().u128(..)
    }
}

/// What happened, in order: for whoever looks into a failing seed, and to compare a story with itself.
#[derive(Clone, Default)]
pub struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    pub fn note(&self, what: impl Into<String>) {
        self.0.borrow_mut().push(what.into());
    }

    pub fn lines(&self) -> Vec<String> {
        self.0.borrow().clone()
    }
}
