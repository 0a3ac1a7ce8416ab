//! When to try again, and how much to send at once. Kept across restarts.

use super::wire::{Limits, ProblemCode};
use serde::{Deserialize, Serialize};

/// Longest pause after failures, as a power of two of seconds: about 17 minutes.
const SLOWEST: u32 = 10;
/// Longest pause a server may ask for, in milliseconds: a clock or a server that is wrong must not silence a phone.
const LONGEST_MS: i64 = 3_600_000;
/// So often what is sent may be halved.
const SMALLEST: u32 = 8;

/// What is remembered between one exchange and the next.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pace {
    /// Failures since the last success.
    #[serde(default)]
    pub failures: u32,
    /// Not before this moment, by the device's clock, milliseconds since 1970.
    #[serde(default)]
    pub not_before: i64,
    /// The server asked for it: by hand it is respected too.
    #[serde(default)]
    pub asked_to_wait: bool,
    /// What is sent was halved so often.
    #[serde(default)]
    pub halved: u32,
    /// What the server said a request may hold.
    #[serde(default)]
    pub limits: Limits,
    /// The last success, by the device's clock.
    #[serde(default)]
    pub last_success: Option<i64>,
    /// Why the last try failed, if it did.
    #[serde(default)]
    pub trouble: Option<Trouble>,
}

/// Why a try failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// No network.
    Offline,
    /// A network, and no way to the server.
    Unreachable,
    /// Who answered cannot prove to be the server.
    Insecure,
    /// No answer in time.
    TimedOut,
    /// The answer broke off.
    CutOff,
    /// The network wants somebody to log in first: a captive portal.
    Portal,
    /// Something on the way does not let it through: a proxy, a filter.
    Blocked,
    /// Somebody before the server says that it cannot be had just now.
    Gateway,
    /// The server, or what stands before it, has no room left.
    Full,
    /// The answer is none of a server of ours.
    NotOurs,
    /// The server said so.
    Refused(ProblemCode),
    /// The answer is of a server of ours, and makes no sense.
    Garbled,
}

impl Pace {
    /// Milliseconds still to wait at this moment; 0 if it may be tried.
    #[must_use]
    pub fn wait(&self, now: i64, by_hand: bool) -> u64 {
        if by_hand && !self.asked_to_wait {
            return 0;
        }
        let wait = self.not_before.saturating_sub(now);
        // Longer than any pause there is: the clock was set back in between.
        if wait > LONGEST_MS {
            return 0;
        }
        u64::try_from(wait).unwrap_or(0)
    }

    /// It worked. `retry_after` is in seconds.
    pub fn succeeded(&mut self, now: i64, retry_after: Option<u32>, limits: Limits) {
        self.failures = 0;
        self.trouble = None;
        self.halved = self.halved.saturating_sub(1);
        self.limits = limits;
        self.last_success = Some(now);
        self.asked_to_wait = retry_after.is_some();
        self.not_before = retry_after.map_or(0, |seconds| after(now, seconds));
    }

    /// It did not. `dice` is any random number: the pause lies between 0 and 2ⁿ seconds ("full jitter": Brooker 2015,
    /// AWS Architecture Blog), so that a thousand phones of one class do not come back together.
    pub fn failed(&mut self, now: i64, trouble: Trouble, retry_after: Option<u32>, dice: u32) {
        self.failures = self.failures.saturating_add(1);
        self.trouble = Some(trouble);
        let too_much = matches!(
            trouble,
            Trouble::TimedOut
                | Trouble::Refused(ProblemCode::TooLarge | ProblemCode::TooMuch | ProblemCode::TooSlow)
        );
        if too_much {
            self.halved = (self.halved + 1).min(SMALLEST);
        }
        self.asked_to_wait = retry_after.is_some();
        let said_how = matches!(
            trouble,
            Trouble::Refused(ProblemCode::TooLarge | ProblemCode::TooMuch)
        );
        let smaller_at_once = said_how && self.failures <= SMALLEST;
        self.not_before = match retry_after {
            Some(seconds) => after(now, seconds),
            None if smaller_at_once => 0,
            // Nothing but an operator or a newer app changes that.
            None if trouble == Trouble::Refused(ProblemCode::Revoked)
                || trouble == Trouble::Refused(ProblemCode::WireTooOld) =>
            {
                now.saturating_add(LONGEST_MS)
            }
            None => {
                let longest = 1000_i64 << self.failures.min(SLOWEST);
                now.saturating_add(i64::from(dice) % longest)
            }
        };
    }

    /// Most events and bytes for the next request.
    #[must_use]
    pub fn budget(&self) -> (usize, usize) {
        let limits = self.limits;
        let events = limits.events.clamp(1, super::wire::MAX_EVENTS) >> self.halved;
        let bytes = limits.bytes.clamp(1, super::wire::MAX_EVENT_BYTES) >> self.halved;
        (events.max(1), bytes.max(1))
    }
}

fn after(now: i64, seconds: u32) -> i64 {
    now.saturating_add((i64::from(seconds) * 1000).min(LONGEST_MS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: i64 = 1_795_500_000_000;

    #[test]
    fn a_server_that_asks_for_a_pause_gets_it_also_by_hand() {
        let mut pace = Pace::default();
        pace.failed(NOW, Trouble::Refused(ProblemCode::TooOften), Some(30), 7);
        assert_eq!(pace.wait(NOW, true), 30_000);
        assert_eq!(pace.wait(NOW + 30_000, false), 0);
    }

    #[test]
    fn by_hand_it_is_tried_at_once_after_a_failure_of_the_network() {
        let mut pace = Pace::default();
        pace.failed(NOW, Trouble::Offline, None, 1_999);
        assert_eq!(pace.wait(NOW, false), 1_999);
        assert_eq!(pace.wait(NOW, true), 0);
    }

    #[test]
    fn locked_out_or_too_old_it_is_tried_once_an_hour_and_by_hand() {
        for code in [ProblemCode::Revoked, ProblemCode::WireTooOld] {
            let mut pace = Pace::default();
            pace.failed(NOW, Trouble::Refused(code), None, 3);
            assert_eq!(pace.wait(NOW, false), 3_600_000);
            assert_eq!(pace.wait(NOW, true), 0);
        }
    }

    #[test]
    fn a_clock_set_back_a_year_does_not_silence_the_phone() {
        let mut pace = Pace::default();
        pace.failed(NOW, Trouble::Offline, Some(600), 0);
        assert_eq!(pace.wait(NOW - 365 * 86_400_000, false), 0);
    }

    #[test]
    fn what_is_too_much_is_halved_and_grows_again() {
        let mut pace = Pace::default();
        let (events, bytes) = pace.budget();
        pace.failed(NOW, Trouble::TimedOut, None, 0);
        assert_eq!(pace.budget(), (events / 2, bytes / 2));
        pace.succeeded(NOW, None, Limits::default());
        assert_eq!(pace.budget(), (events, bytes));
    }

    proptest! {
        #[test]
        fn the_pause_grows_to_a_quarter_of_an_hour_and_no_further(failures in 0_u32..100, dice: u32) {
            let mut pace = Pace { failures, ..Pace::default() };
            pace.failed(NOW, Trouble::Offline, None, dice);
            prop_assert!(pace.wait(NOW, false) < 1_024_000);
            let (events, bytes) = pace.budget();
            prop_assert!(events >= 1 && bytes >= 1);
        }
    }
}
