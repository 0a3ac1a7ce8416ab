//! How much somebody may add over time, counted after it was added: bytes, and ids that nobody heard of.

use super::super::clock::Clock;
use crate::server::exchange::Allowance;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// From so many on, those who have been quiet are forgotten.
const TIDY_FROM: usize = 4_096;

/// So much at once, then so much an hour ("token bucket").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// So much at once.
    pub at_once: Allowance,
    /// Then so much in each hour.
    pub an_hour: Allowance,
}

impl Flow {
    /// As much as one likes.
    pub const ANY: Self = Self {
        at_once: Allowance::ANY,
        an_hour: Allowance::ANY,
    };
}

/// What somebody added and what is not yet forgotten of it.
#[derive(Debug, Clone, Copy)]
struct Used {
    amount: Allowance,
    /// By the server's own running time.
    at: Duration,
}

impl Used {
    fn left(self, now: Duration, an_hour: Allowance) -> Allowance {
        let passed = now.saturating_sub(self.at).as_millis();
        let forgotten = |rate: u64| {
            let amount = u128::from(rate).saturating_mul(passed) / 3_600_000;
            u64::try_from(amount).unwrap_or(u64::MAX)
        };
        Allowance {
            bytes: self.amount.bytes.saturating_sub(forgotten(an_hour.bytes)),
            ids: self.amount.ids.saturating_sub(forgotten(an_hour.ids)),
        }
    }
}

/// A [`Flow`] for each of many.
pub(super) struct Flows<K> {
    flow: Flow,
    clock: Arc<dyn Clock>,
    by: Mutex<HashMap<K, Used>>,
}

impl<K: Hash + Eq> Flows<K> {
    pub(super) fn new(flow: Flow, clock: &Arc<dyn Clock>) -> Self {
        Self {
            flow,
            clock: Arc::clone(clock),
            by: Mutex::default(),
        }
    }

    /// What may be added now.
    pub(super) fn left(&self, key: &K) -> Allowance {
        let now = self.clock.running();
        let by = self.by.lock().unwrap_or_else(PoisonError::into_inner);
        let used = by
            .get(key)
            .map_or_else(Allowance::default, |used| used.left(now, self.flow.an_hour));
        Allowance {
            bytes: self.flow.at_once.bytes.saturating_sub(used.bytes),
            ids: self.flow.at_once.ids.saturating_sub(used.ids),
        }
    }

    /// Counts what was added.
    pub(super) fn charge(&self, key: K, added: Allowance) {
        if added == Allowance::default() {
            return;
        }
        let now = self.clock.running();
        let an_hour = self.flow.an_hour;
        let mut by = self.by.lock().unwrap_or_else(PoisonError::into_inner);
        if by.len() >= TIDY_FROM && !by.contains_key(&key) {
            by.retain(|_, used| used.left(now, an_hour) != Allowance::default());
        }
        let used = by.entry(key).or_insert(Used {
            amount: Allowance::default(),
            at: now,
        });
        let before = used.left(now, an_hour);
        // What is too little to count yet must not be lost each time: the moment moves on only when something is.
        if before != used.amount || used.amount == Allowance::default() {
            used.at = now;
            used.amount = before;
        }
        used.amount.bytes = used.amount.bytes.saturating_add(added.bytes);
        used.amount.ids = used.amount.ids.saturating_add(added.ids);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::clock::ShiftableClock;
    use super::super::super::exchange::Moment;
    use super::*;

    const fn of(bytes: u64, ids: u64) -> Allowance {
        Allowance { bytes, ids }
    }

    #[test]
    fn so_much_at_once_and_then_so_much_an_hour() {
        let hand = ShiftableClock::at(Moment { millis: 0 });
        let clock: Arc<dyn Clock> = Arc::new(hand.clone());
        let flow = Flow {
            at_once: of(1_000, 3),
            an_hour: of(100, 1),
        };
        let flows = Flows::new(flow, &clock);
        assert_eq!(flows.left(&"bà Tư"), of(1_000, 3));
        flows.charge("bà Tư", of(900, 3));
        assert_eq!(flows.left(&"bà Tư"), of(100, 0));
        assert_eq!(flows.left(&"Lan"), of(1_000, 3), "each has her own");
        hand.pass(Duration::from_secs(3_600));
        assert_eq!(flows.left(&"bà Tư"), of(200, 1));
        flows.charge("bà Tư", of(200, 1));
        assert_eq!(flows.left(&"bà Tư"), of(0, 0));
        // The wall clock is no way around it.
        hand.shift_millis(1_000_000_000);
        assert_eq!(flows.left(&"bà Tư"), of(0, 0));
        hand.pass(Duration::from_secs(100 * 3_600));
        assert_eq!(flows.left(&"bà Tư"), of(1_000, 3));
    }
}
