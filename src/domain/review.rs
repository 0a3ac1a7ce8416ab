//! When to repeat: 1, 3, 7 and 21 days on.
//!
//! Any spacing helps older learners and an expanding schedule has no robust advantage over a fixed one
//! (Logan & Balota 2008), so the ladder is short and simple. It is climbed by the number of *different
//! days* of clean practice, so that it needs no counter and every device agrees on it.

use super::day::LearningDay;
use super::progress::TutorialProgress;

/// Days until the next repetition, by how many different days of clean practice there have been.
pub const LADDER: [i32; 4] = [1, 3, 7, 21];

/// The day on which a tutorial should be repeated, if it was ever finished.
///
/// Days after `today` were written by a clock that was ahead: they are left out, and if nothing else is
/// known the review is due today. So a clock a year wrong neither hides a review nor piles them up for ever.
#[must_use]
pub fn due_on(progress: &TutorialProgress, today: LearningDay) -> Option<LearningDay> {
    let last_any = progress.practised_on.last()?;
    let Some(last) = progress.practised_on.range(..=today).next_back() else {
        return Some(today.min(*last_any));
    };
    let clean_days = progress.clean_on.range(..=today).count();
    let rung = clean_days.saturating_sub(1).min(LADDER.len() - 1);
    let wait = LADDER.get(rung).copied().unwrap_or(1);
    Some(last.plus(wait))
}

/// Whether it is due on `today`.
#[must_use]
pub fn is_due(progress: &TutorialProgress, today: LearningDay) -> bool {
    due_on(progress, today).is_some_and(|day| day <= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: LearningDay = LearningDay(20_800);

    fn practised(clean: &[i32], other: &[i32]) -> TutorialProgress {
        let days = |list: &[i32]| list.iter().map(|d| TODAY.plus(*d)).collect();
        let mut progress = TutorialProgress {
            clean_on: days(clean),
            practised_on: days(clean),
            ..Default::default()
        };
        progress.practised_on.extend(other.iter().map(|d| TODAY.plus(*d)));
        progress
    }

    #[test]
    fn never_finished_is_never_due() {
        assert_eq!(due_on(&TutorialProgress::default(), TODAY), None);
    }

    #[test]
    fn the_ladder_is_one_three_seven_and_twenty_one_days() {
        assert_eq!(due_on(&practised(&[0], &[]), TODAY), Some(TODAY.plus(1)));
        assert_eq!(due_on(&practised(&[-1, 0], &[]), TODAY), Some(TODAY.plus(3)));
        assert_eq!(due_on(&practised(&[-4, -3, 0], &[]), TODAY), Some(TODAY.plus(7)));
        let four = practised(&[-20, -10, -5, 0], &[]);
        assert_eq!(due_on(&four, TODAY), Some(TODAY.plus(21)));
        let many = practised(&[-50, -40, -30, -20, -10, 0], &[]);
        assert_eq!(due_on(&many, TODAY), Some(TODAY.plus(21)));
    }

    #[test]
    fn practice_with_help_is_repeated_the_next_day() {
        assert!(is_due(&practised(&[], &[-1]), TODAY));
        assert!(!is_due(&practised(&[], &[0]), TODAY));
    }

    #[test]
    fn a_clock_that_was_a_year_ahead_does_not_hide_the_review() {
        assert!(is_due(&practised(&[365], &[]), TODAY));
        // Practised once in the wrong year and once, properly, yesterday: only yesterday counts.
        assert_eq!(due_on(&practised(&[365, -1], &[]), TODAY), Some(TODAY));
    }
}
