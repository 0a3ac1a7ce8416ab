//! The core on its thread: a panic inside is an answer, not a silence, and the next request works.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod phone;

use cung_tien::core::{AddLearner, CoreError, Environment, Handle, Start};
use cung_tien::domain::day::LearningDay;
use cung_tien::platform::clock::Clock;
use cung_tien::platform::native::{self, CoreThread};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A clock that fails as no clock should.
struct Failing(Arc<AtomicBool>);

impl Clock for Failing {
    fn unix_millis(&self) -> i64 {
        assert!(!self.0.load(Ordering::SeqCst), "the clock fell down");
        1_795_400_000_000
    }

    fn offset_minutes(&self) -> i32 {
        420
    }
}

#[tokio::test]
async fn a_panic_in_the_core_is_reported_and_the_core_starts_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    let fails = Arc::new(AtomicBool::new(false));
    let clock_fails = Arc::clone(&fails);
    let core = Handle::new(CoreThread::start(move || Environment {
        clock: Box::new(Failing(Arc::clone(&clock_fails))),
        built_on: LearningDay(20_700),
        ..native::environment(path.clone())
    }));
    let add = AddLearner {
        name: "Bà Tư".into(),
        avatar: Default::default(),
        preferences: Default::default(),
    };
    let tu = core.call(add).await.expect("added");
    fails.store(true, Ordering::SeqCst);
    assert_eq!(core.call(Start {}).await, Err(CoreError::Crashed));
    assert_eq!(
        core.call(Start {}).await,
        Err(CoreError::Crashed),
        "not a hang either"
    );
    fails.store(false, Ordering::SeqCst);
    let start = core.call(Start {}).await.expect("started again");
    assert_eq!(start.learners[0].learner, tu);
    core.restart();
    assert_eq!(core.call(Start {}).await.expect("and again").learners.len(), 1);
}
