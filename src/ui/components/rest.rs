//! The second tap: input rests for a moment once what can be tapped has changed.
//!
//! A double click, a key that repeats, a finger that trembles: the second tap was meant for what was there before,
//! and lands on whatever has come in its place. So a tap counts only when the screen has stood still for a moment.
//! Nobody has to think of it: every button is a `Press`, and a `Press` that comes or goes lets the input rest.

use crate::platform::time;
use dioxus::prelude::*;

/// As long as in a lesson: the time between the two clicks of a slow double click.
pub(crate) const REST_MS: u64 = 500;
/// Whoever goes on tapping without a pause has not looked yet.
const TRAIN_MS: u64 = 350;
/// … but nobody is kept waiting longer than this after a change.
const LONGEST_MS: u64 = 1_500;

/// Since when something stands still, and until when taps on it do not count. A copy is as good as the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Pause {
    since: u64,
    until: u64,
}

impl Pause {
    /// Begins now.
    pub const fn beginning(now: u64) -> Self {
        Self {
            since: now,
            until: now + REST_MS,
        }
    }

    /// A tap now: whether it counts, and the pause after it.
    pub fn tapped(self, now: u64) -> (bool, Self) {
        if now >= self.until {
            return (true, self);
        }
        let longest = self.since + LONGEST_MS;
        let until = self.until.max((now + TRAIN_MS).min(longest));
        (false, Self { until, ..self })
    }
}

/// Where a tap came down, in CSS pixels; none for a key or a screen reader.
pub(crate) type Spot = Option<(f64, f64)>;

/// A second tap at the same place is the rest of a double tap, whatever has moved there meanwhile.
const SAME_PLACE_PX: f64 = 32.0;

/// The last tap that counted: where it came down, and the pause of that place.
#[derive(Debug, Clone, Copy, PartialEq)]
struct LastTap {
    spot: (f64, f64),
    pause: Pause,
}

impl LastTap {
    fn is_near(self, (x, y): (f64, f64)) -> bool {
        (self.spot.0 - x).hypot(self.spot.1 - y) < SAME_PLACE_PX
    }
}

/// The pause of all buttons together.
#[derive(Clone, Copy, PartialEq)]
pub struct Rest {
    pause: CopyValue<Pause>,
    last: CopyValue<Option<LastTap>>,
    /// The time of a test.
    told: CopyValue<Option<u64>>,
}

impl Rest {
    pub(in crate::ui) fn new() -> Self {
        Self {
            pause: CopyValue::new(Pause::default()),
            last: CopyValue::new(None),
            told: CopyValue::new(None),
        }
    }

    /// A clock that never goes back.
    pub(crate) fn now(self) -> u64 {
        let told = self.told.try_peek().ok().and_then(|told| *told);
        told.unwrap_or_else(time::monotonic_millis)
    }

    /// What can be tapped has just changed.
    pub(crate) fn begin(mut self) {
        let now = self.now();
        // When the whole app goes, the buttons go last.
        if let Ok(mut pause) = self.pause.try_write() {
            *pause = Pause::beginning(now);
        }
    }

    /// A tap: whether it counts.
    pub(crate) fn lets_pass(mut self, spot: Spot) -> bool {
        let (counts, after) = self.pause.peek().tapped(self.now());
        self.pause.set(after);
        counts && !self.is_second(spot)
    }

    /// Whether this is the second tap of a double tap. A button that stood beside the first may lie below it now: what the
    /// first one brought has moved it there, and nothing came or went that would let the input rest.
    fn is_second(mut self, spot: Spot) -> bool {
        let last = *self.last.peek();
        let Some(last) = last.filter(|last| spot.is_some_and(|spot| last.is_near(spot))) else {
            return false;
        };
        let (counts, pause) = last.pause.tapped(self.now());
        self.last.set(Some(LastTap { pause, ..last }));
        !counts
    }

    /// A tap that counted.
    pub(crate) fn counted(mut self, spot: Spot) {
        let pause = Pause::beginning(self.now());
        self.last.set(spot.map(|spot| LastTap { spot, pause }));
    }

    /// So much time has gone by. For tests: from then on the clock of the buttons stands still between two calls.
    pub fn pass(mut self, millis: u64) {
        self.told.set(Some(self.now() + millis));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What of these taps counts, each so long after the one before; the screen changed at 1000.
    fn counted(gaps: &[u64]) -> Vec<bool> {
        let mut now = 1_000;
        let mut pause = Pause::beginning(now);
        let mut counted = Vec::new();
        for gap in gaps {
            now += gap;
            let (counts, after) = pause.tapped(now);
            pause = after;
            counted.push(counts);
        }
        counted
    }

    #[test]
    fn a_tap_counts_once_the_screen_has_stood_still_for_a_moment() {
        assert_eq!(counted(&[500]), [true]);
        assert_eq!(counted(&[499]), [false]);
        assert_eq!(
            counted(&[300, 300]),
            [false, false],
            "the third of three quick taps"
        );
        assert_eq!(counted(&[300, 360]), [false, true], "after a pause");
        assert_eq!(
            counted(&[300, 300, 300, 300, 300]),
            [false, false, false, false, true],
            "nobody is kept waiting for long"
        );
    }

    #[test]
    fn a_trembling_finger_comes_down_at_the_same_place_and_the_next_button_is_another() {
        let last = LastTap {
            spot: (100.0, 400.0),
            pause: Pause::beginning(0),
        };
        assert!(last.is_near((106.0, 389.0)));
        assert!(!last.is_near((100.0, 460.0)), "buttons are 48 px high at least");
    }

    proptest! {
        #[test]
        fn no_tap_counts_too_early_and_every_tap_after_the_longest_pause(gaps in prop::collection::vec(0_u64..700, 1..40)) {
            let mut after = 0;
            for (gap, counts) in gaps.iter().zip(counted(&gaps)) {
                after += gap;
                prop_assert!(!counts || after >= REST_MS);
                prop_assert!(counts || after < LONGEST_MS);
            }
        }
    }
}
