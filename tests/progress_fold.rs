//! Progress is the same whatever the order, the duplication and the partition of its events.
//!
//! `PROPTEST_CASES` sets the number of cases; `make soak` runs 10,000.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use cung_tien::domain::day::LearningDay;
use cung_tien::domain::event::{AttemptRested, Event, Happening, Outcome, Recorded};
use cung_tien::domain::ids::{AttemptId, TutorialId};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::domain::progress::{Progress, Standing, TutorialProgress};
use proptest::prelude::*;
use uuid::Uuid;

fn any_event() -> impl Strategy<Value = Recorded> {
    let tutorial = prop_oneof![Just("a"), Just("b")].prop_map(TutorialId::from);
    let mode = prop_oneof![
        Just(Mode::Watch),
        Just(Mode::Guided),
        Just(Mode::Alone),
        Just(Mode::Review)
    ];
    let rested = (
        tutorial.clone(),
        mode,
        0_u128..12,
        any::<bool>(),
        0_u32..9,
        0_u32..3,
    )
        .prop_map(|(tutorial, mode, attempt, finished, steps_done, hints)| {
            Happening::AttemptRested(AttemptRested {
                tutorial,
                pack: 1,
                steps_total: 8,
                outcome: if finished {
                    Outcome::Finished
                } else {
                    Outcome::Paused {
                        last_step: None,
                        steps_done,
                    }
                },
                mode,
                tally: Tally {
                    hints,
                    ..Tally::default()
                },
                attempt: AttemptId(Uuid::from_u128(attempt)),
            })
        });
    let happening = prop_oneof![
        8 => rested,
        1 => tutorial.prop_map(|tutorial| Happening::TriedForReal { tutorial }),
    ];
    prop_oneof![
        12 => (20_000_i32..20_020, happening).prop_map(|(day, happening)| {
            Recorded::Known(Event { day: LearningDay(day), happening })
        }),
        1 => Just(Recorded::Unknown),
    ]
}

fn fold<'e>(events: impl IntoIterator<Item = &'e Recorded>) -> Progress {
    let mut progress = Progress::default();
    for event in events {
        progress.take(event);
    }
    progress
}

proptest! {
    #[test]
    fn order_duplication_and_partition_do_not_matter(
        events in prop::collection::vec(any_event(), 0..24),
        shuffle in prop::collection::vec(any::<prop::sample::Index>(), 0..48),
        cut in any::<prop::sample::Index>(),
    ) {
        let straight = fold(&events);

        // Every event once, backwards, and then some of them again in any order.
        let mut delivered: Vec<&Recorded> = events.iter().rev().collect();
        if !events.is_empty() {
            delivered.extend(shuffle.iter().map(|index| index.get(&events)));
        }
        prop_assert_eq!(&fold(delivered), &straight);

        // Folded in two parts on two devices, then united, in either direction.
        let at = if events.is_empty() { 0 } else { cut.index(events.len()) };
        let (left, right) = events.split_at(at);
        let (left, right) = (fold(left), fold(right));
        let mut left_first = left.clone();
        left_first.merge(&right);
        let mut right_first = right;
        right_first.merge(&left);
        prop_assert_eq!(&left_first, &straight);
        prop_assert_eq!(&right_first, &straight);

        // Uniting with itself changes nothing.
        let mut twice = straight.clone();
        twice.merge(&straight);
        prop_assert_eq!(twice, straight);
    }

    #[test]
    fn what_is_stored_is_what_was_folded(events in prop::collection::vec(any_event(), 0..24)) {
        for progress in fold(&events).tutorials.values() {
            let stored = serde_json::to_string(progress).expect("stores");
            let read: TutorialProgress = serde_json::from_str(&stored).expect("reads");
            prop_assert_eq!(&read, progress);
        }
    }
}

fn alone(attempt: u128, day: i32, hints: u32) -> Recorded {
    Recorded::Known(Event {
        day: LearningDay(day),
        happening: Happening::AttemptRested(AttemptRested {
            tutorial: "a".into(),
            pack: 1,
            steps_total: 3,
            outcome: Outcome::Finished,
            mode: Mode::Alone,
            tally: Tally {
                hints,
                ..Tally::default()
            },
            attempt: AttemptId(Uuid::from_u128(attempt)),
        }),
    })
}

fn standing(events: &[Recorded]) -> Standing {
    fold(events)
        .tutorials
        .values()
        .next()
        .map_or(Standing::New, TutorialProgress::standing)
}

#[test]
fn mastery_is_alone_without_a_hint_on_two_different_days() {
    assert_eq!(
        standing(&[alone(1, 20_000, 0), alone(2, 20_000, 0)]),
        Standing::Alone
    );
    assert_eq!(
        standing(&[alone(1, 20_000, 0), alone(2, 20_001, 1)]),
        Standing::Alone
    );
    assert_eq!(
        standing(&[alone(1, 20_000, 0), alone(2, 20_001, 0)]),
        Standing::Mastered
    );
}
