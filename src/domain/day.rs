//! The learning day: the learner's local calendar day, made sane once, when an event is written.

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days since 1970-01-01 in the learner's own time zone.
///
/// Every fold uses only this number, never a clock, so that phone and server agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LearningDay(pub i32);

const EPOCH: Date = jiff::civil::date(1970, 1, 1);
const MILLIS_PER_MINUTE: i64 = 60_000;
const MILLIS_PER_DAY: i64 = 86_400_000;
const HOURS_PER_DAY: i64 = 24;

/// A clock more than this far past the build is taken for wrong, not for patience.
const YEARS_AN_APP_LIVES: i32 = 8;

impl LearningDay {
    /// The day of a wall-clock reading, without any judgement of it.
    ///
    /// `offset_minutes` is east of Greenwich: +420 in Viet Nam.
    #[must_use]
    pub fn from_clock(unix_millis: i64, offset_minutes: i32) -> Self {
        let local = unix_millis.saturating_add(i64::from(offset_minutes) * MILLIS_PER_MINUTE);
        let day = local.div_euclid(MILLIS_PER_DAY);
        Self(i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX }))
    }

    /// The day as the app may use it.
    ///
    /// No phone can have run this app before it was built, and one that claims to be many years
    /// on has lost its clock: both are taken for the day of the build, so a new phone that wakes
    /// in 1970 still learns. A clock wrong by months is indistinguishable from a rest; folds and
    /// reviews are written to stay sensible with it (see [`crate::domain::review`]).
    #[must_use]
    pub fn sane(self, built_on: Self) -> Self {
        let last = built_on.0.saturating_add(YEARS_AN_APP_LIVES * 366);
        if self < built_on || self.0 > last {
            built_on
        } else {
            self
        }
    }

    /// This many days later (or earlier, if negative).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Whole days from `earlier` to this day.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The calendar date, where the calendar reaches it.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let days = SignedDuration::from_hours(i64::from(self.0) * HOURS_PER_DAY);
        EPOCH.checked_add(days).ok()
    }

    /// The learning day of a calendar date.
    #[must_use]
    pub fn from_date(date: Date) -> Self {
        let days = date.duration_since(EPOCH).as_hours() / HOURS_PER_DAY;
        Self(i32::try_from(days).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: LearningDay = LearningDay(20_000);

    #[test]
    fn a_late_evening_in_lai_thieu_is_still_the_same_day() {
        // 2026-11-23 16:30 UTC is 23:30 in Viet Nam; half an hour later it is the next day there.
        let evening = 1_795_451_400_000;
        let day = LearningDay::from_clock(evening, 420);
        assert_eq!(day.date(), Some(jiff::civil::date(2026, 11, 23)));
        assert_eq!(LearningDay::from_clock(evening + 30 * 60_000, 420), day.plus(1));
    }

    #[test]
    fn a_phone_that_wakes_in_1970_or_2100_learns_on_the_day_of_the_build() {
        assert_eq!(LearningDay(0).sane(BUILT), BUILT);
        assert_eq!(LearningDay(47_482).sane(BUILT), BUILT);
        assert_eq!(LearningDay(i32::MAX).sane(BUILT), BUILT);
    }

    #[test]
    fn a_clock_a_year_ahead_is_believed_because_a_year_of_rest_looks_the_same() {
        assert_eq!(BUILT.plus(365).sane(BUILT), BUILT.plus(365));
    }

    #[test]
    fn a_clock_a_year_behind_is_the_day_of_the_build() {
        assert_eq!(BUILT.plus(-365).sane(BUILT), BUILT);
    }

    #[test]
    fn extremes_do_not_overflow() {
        assert_eq!(LearningDay::from_clock(i64::MAX, 840).0, i32::MAX);
        assert_eq!(LearningDay::from_clock(i64::MIN, -840).0, i32::MIN);
        assert_eq!(LearningDay(i32::MAX).date(), None);
        assert_eq!(
            LearningDay::from_date(jiff::civil::date(1970, 1, 2)),
            LearningDay(1)
        );
    }
}
