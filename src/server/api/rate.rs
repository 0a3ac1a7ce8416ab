//! How often somebody may do something.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::ops::Add;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::super::clock::Clock;
use governor::clock::{Clock as GovernorClock, Reference};
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

/// After so many questions, those who have been quiet are forgotten.
const TIDY_EVERY: u32 = 4096;

/// So many at once, then one after each interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// So many at once.
    pub at_once: u32,
    /// Then one after each.
    pub every: Duration,
}

impl Rate {
    /// So many at once, then one after each interval.
    #[must_use]
    pub const fn new(at_once: u32, every: Duration) -> Self {
        Self { at_once, every }
    }
}

/// Time since the server started, as the crate for rates counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Since(u64);

impl Add<Nanos> for Since {
    type Output = Self;

    fn add(self, time: Nanos) -> Self {
        Self(self.0.saturating_add(time.as_u64()))
    }
}

impl Reference for Since {
    fn duration_since(&self, earlier: Self) -> Nanos {
        self.0.saturating_sub(earlier.0).into()
    }

    fn saturating_sub(&self, time: Nanos) -> Self {
        Self(self.0.saturating_sub(time.as_u64()))
    }
}

/// The server's clock, as the crate for rates asks it.
#[derive(Debug, Clone)]
pub(super) struct Ticking(pub Arc<dyn Clock>);

impl GovernorClock for Ticking {
    type Instant = Since;

    fn now(&self) -> Since {
        Since(u64::try_from(self.0.running().as_nanos()).unwrap_or(u64::MAX))
    }
}

/// Seconds to wait, one at least.
pub(super) type Wait = u64;

pub(super) fn whole_seconds(time: Duration) -> Wait {
    time.as_secs()
        .saturating_add(u64::from(time.subsec_nanos() > 0))
        .max(1)
}

/// A [`Rate`] for each of many.
pub(super) struct Limiter<K: Hash + Eq + Clone> {
    limiter: RateLimiter<K, HashMapStateStore<K>, Ticking, NoOpMiddleware<Since>>,
    clock: Ticking,
    asked: AtomicU32,
}

impl<K: Hash + Eq + Clone> Limiter<K> {
    pub(super) fn new(rate: Rate, clock: &Arc<dyn Clock>) -> Self {
        let clock = Ticking(Arc::clone(clock));
        let at_once = NonZeroU32::new(rate.at_once).unwrap_or(NonZeroU32::MIN);
        let every = rate.every.max(Duration::from_nanos(1));
        let quota = Quota::with_period(every).unwrap_or(Quota::per_second(NonZeroU32::MIN));
        Self {
            limiter: RateLimiter::hashmap_with_clock(quota.allow_burst(at_once), clock.clone()),
            clock,
            asked: AtomicU32::new(0),
        }
    }

    /// Counts one; an error says how long to wait.
    pub(super) fn count(&self, key: &K) -> Result<(), Wait> {
        if self.asked.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        let verdict = self.limiter.check_key(key);
        verdict.map_err(|not_yet| whole_seconds(not_yet.wait_time_from(self.clock.now())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::clock::ShiftableClock;
    use super::super::super::exchange::Moment;
    use super::*;

    fn clock() -> (ShiftableClock, Arc<dyn Clock>) {
        let clock = ShiftableClock::at(Moment { millis: 0 });
        (clock.clone(), Arc::new(clock))
    }

    #[test]
    fn so_many_at_once_and_then_one_after_each_interval() {
        let (hand, clock) = clock();
        let limiter = Limiter::new(Rate::new(3, Duration::from_secs(2)), &clock);
        for _ in 0..3 {
            assert_eq!(limiter.count(&"bà Tư"), Ok(()));
        }
        assert_eq!(limiter.count(&"bà Tư"), Err(2));
        assert_eq!(limiter.count(&"Lan"), Ok(()), "each has her own");
        // The wall clock is no way around it, and no way into it.
        hand.shift_millis(-1_000_000_000);
        assert_eq!(limiter.count(&"bà Tư"), Err(2));
        hand.pass(Duration::from_secs(2));
        assert_eq!(limiter.count(&"bà Tư"), Ok(()));
        assert_eq!(limiter.count(&"bà Tư"), Err(2));
    }
}
