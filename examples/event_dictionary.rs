//! Makes the dictionary that the server packs events with: `cargo run --example event_dictionary -- FILE`.
//!
//! A dictionary that was ever used stays as it is. A better one gets the next number in
//! `src/server/exchange/segment.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a program for developers, run by hand"
)]

#[path = "../benches/learner/mod.rs"]
mod learner;

use learner::Learner;

/// Few learners more make it no better.
const LEARNERS: u64 = 4000;
const BYTES: usize = 4096;

fn main() {
    let file = std::env::args().nth(1).unwrap();
    let mut samples = Vec::new();
    for number in 0..LEARNERS {
        let mut learner = Learner::new(number);
        // As they are packed: one to three at a time, each with its end.
        let mut sample = String::new();
        for _ in 0..=number % 3 {
            sample.push_str(&learner.next_event());
            sample.push('\0');
        }
        samples.push(sample);
    }
    let dictionary = zstd::dict::from_samples(&samples, BYTES).unwrap();
    std::fs::write(file, dictionary).unwrap();
}
