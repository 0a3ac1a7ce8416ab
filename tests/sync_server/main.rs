//! The server as devices meet it: a real one on a free port, with a real database in a temporary folder.
#![cfg(feature = "server")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on stops"
)]

mod bad;
mod device;
mod entrance;
mod erase;
mod forks;
#[path = "../../benches/learner/mod.rs"]
mod learner;
mod limits;
mod log;
mod moved;
mod published;
mod quotas;
mod readers;
mod restart;
mod rules;
mod sharing;
mod together;
mod work;
