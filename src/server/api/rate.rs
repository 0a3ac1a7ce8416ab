//! How often somebody may do something.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::num::NonZeroU32;
use std::ops::Add;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
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

/// So many within any time of this length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    /// So many.
    pub most: usize,
    /// Within this time.
    pub within: Duration,
}

impl Tries {
    /// So many within any time of this length.
    #[must_use]
    pub const fn new(most: usize, within: Duration) -> Self {
        Self { most, within }
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
pub(super) struct Ticking(Arc<dyn Clock>);

impl GovernorClock for Ticking {
    type Instant = Since;

    fn now(&self) -> Since {
        Since(u64::try_from(self.0.running().as_nanos()).unwrap_or(u64::MAX))
    }
}

/// Seconds to wait, one at least.
pub(super) type Wait = u64;

fn whole_seconds(time: Duration) -> Wait {
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

/// [`Tries`] for each of many. Exact, where a rate would let twice as many through at first.
pub(super) struct Tried<K> {
    tries: Tries,
    clock: Ticking,
    by: Mutex<HashMap<K, VecDeque<Since>>>,
}

impl<K: Hash + Eq + Clone> Tried<K> {
    pub(super) fn new(tries: Tries, clock: &Arc<dyn Clock>) -> Self {
        Self {
            tries,
            clock: Ticking(Arc::clone(clock)),
            by: Mutex::default(),
        }
    }

    /// Counts one; an error says how long to wait.
    pub(super) fn count(&self, key: &K) -> Result<(), Wait> {
        let now = self.clock.now();
        let within = Nanos::from(self.tries.within);
        let over = |then: &Since| *then + within <= now;
        let mut by = self.by.lock().unwrap_or_else(PoisonError::into_inner);
        if by.len() >= usize::try_from(TIDY_EVERY).unwrap_or(usize::MAX) && !by.contains_key(key) {
            by.retain(|_, times| times.back().is_some_and(|last| !over(last)));
        }
        let times = by.entry(key.clone()).or_default();
        while times.front().is_some_and(over) {
            times.pop_front();
        }
        match times.front() {
            Some(first) if times.len() >= self.tries.most => {
                Err(whole_seconds((*first + within).duration_since(now).into()))
            }
            _ => {
                times.push_back(now);
                Ok(())
            }
        }
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

    #[test]
    fn five_tries_in_any_quarter_of_an_hour() {
        let (hand, clock) = clock();
        let tried = Tried::new(Tries::new(5, Duration::from_secs(900)), &clock);
        for _ in 0..5 {
            assert_eq!(tried.count(&1), Ok(()));
            hand.pass(Duration::from_secs(100));
        }
        assert_eq!(tried.count(&1), Err(400));
        hand.pass(Duration::from_secs(400));
        assert_eq!(tried.count(&1), Ok(()));
        assert_eq!(tried.count(&1), Err(100));
    }
}
