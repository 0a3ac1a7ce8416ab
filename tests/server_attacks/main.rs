//! What somebody does who wants the server to fail, or to give away what it should not: one row for each way.
//!
//! | attack | where |
//! |---|---|
//! | ask for much and read nothing, or a byte now and then | `unread.rs` |
//! | use up the descriptors | `unread.rs` |
//! | guess codes, cards and bearers, from many devices, addresses and networks | `guesses.rs` |
//! | lock others out by guessing wrong at their address | `guesses.rs` |
//! | fetch what only lies in the folder of the web app | `files.rs` |
//! | write names and secrets into the log | `log.rs` |
//! | hold the database, and hope that nobody notices | `operations.rs` |
//!
//! `UNREAD_CLIENTS` sets how many clients never read, `BESIDE_CLIENTS` and `BESIDE_REQUESTS` what goes on beside them;
//! `make soak` has a thousand, and 200 times 500. `HEALTH_WITHIN_MS` is how soon a newcomer must be answered.
#![cfg(all(feature = "server", unix))]
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test that cannot go on stops; it measures, and says what; devices can do more than is needed here"
)]

#[path = "../sync_server/device.rs"]
mod device;
mod files;
mod guesses;
#[path = "../../benches/learner/mod.rs"]
mod learner;
mod log;
mod operations;
mod program;
mod unread;
