//! A small world: phones with the real core and the real courier, a server with its real code, a bad network between
//! them, and a history that a seed decides.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a simulation fails by panicking, and each test file uses its own part of it"
)]

pub mod network;
pub mod phone;
pub mod server;
pub mod story;

use std::cell::RefCell;
use std::rc::Rc;

/// Random numbers from a seed: the same seed tells the same story.
#[derive(Clone)]
pub struct Dice(Rc<RefCell<fastrand::Rng>>);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(Rc::new(RefCell::new(fastrand::Rng::with_seed(seed))))
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
}
