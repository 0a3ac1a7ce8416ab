//! The server's clock, which tests can move.

use super::exchange::Moment;
use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// What time it is.
pub trait Clock: Debug + Send + Sync {
    /// The wall clock. It may be set back.
    fn now(&self) -> Moment;
    /// Time since the server started. It never goes back; limits are counted with it.
    fn running(&self) -> Duration;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    started: Instant,
}

impl SystemClock {
    /// Starts counting.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the clock the others ask")]
    pub fn start() -> Self {
        Self {
            started: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock the others ask")]
    fn now(&self) -> Moment {
        Moment {
            millis: jiff::Timestamp::now().as_millisecond(),
        }
    }

    fn running(&self) -> Duration {
        self.started.elapsed()
    }
}

/// A clock that stands until it is moved. Its copies show the same time.
#[derive(Debug, Clone)]
pub struct ShiftableClock {
    now: Arc<AtomicI64>,
    running: Arc<AtomicU64>,
}

impl ShiftableClock {
    /// A clock that stands at this moment.
    #[must_use]
    pub fn at(moment: Moment) -> Self {
        Self {
            now: Arc::new(AtomicI64::new(moment.millis)),
            running: Arc::default(),
        }
    }

    /// Lets time go by.
    pub fn pass(&self, time: Duration) {
        let millis = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.running.fetch_add(millis, Ordering::SeqCst);
        self.shift_millis(i64::try_from(millis).unwrap_or(i64::MAX));
    }

    /// Sets the wall clock forward, or back, while no time goes by.
    pub fn shift_millis(&self, millis: i64) {
        self.now.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for ShiftableClock {
    fn now(&self) -> Moment {
        Moment {
            millis: self.now.load(Ordering::SeqCst),
        }
    }

    fn running(&self) -> Duration {
        Duration::from_millis(self.running.load(Ordering::SeqCst))
    }
}
