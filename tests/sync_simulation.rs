//! Whatever networks, clocks, batteries, backups and people do: what was learnt is neither lost nor counted twice, and
//! nothing is told of who did not consent.
//!
//! SYNC_STORIES says how many stories are told; SYNC_SEED tells one again.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it told"
)]

mod simulation;

use simulation::story;
use std::panic::{AssertUnwindSafe, catch_unwind};

const HAPPENINGS: usize = 60;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

fn tell(seed: u64) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(story::tell(seed, HAPPENINGS));
}

#[test]
fn every_story_ends_with_the_same_progress_everywhere() {
    if let Ok(seed) = std::env::var("SYNC_SEED") {
        tell(seed.parse().expect("a number"));
        return;
    }
    let stories = number("SYNC_STORIES", 200);
    let failed: Vec<u64> = (0..stories)
        .filter(|seed| catch_unwind(AssertUnwindSafe(|| tell(*seed))).is_err())
        .collect();
    println!("{stories} stories, {} failed", failed.len());
    assert!(failed.is_empty(), "tell them again with SYNC_SEED: {failed:?}");
}
