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
use cung_tien::domain::progress::{FOLD, Progress, Standing, TutorialProgress};
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

/// One event of every kind. A new kind does not compile until it is here.
fn one_of_each() -> Vec<Recorded> {
    let kinds = [
        Happening::TriedForReal { tutorial: "a".into() },
        Happening::ConsentGiven { wording: 1 },
        Happening::ConsentWithdrawn,
    ];
    let known = |happening: Happening| match happening {
        Happening::AttemptRested(_)
        | Happening::TriedForReal { .. }
        | Happening::ConsentGiven { .. }
        | Happening::ConsentWithdrawn => Recorded::Known(Event {
            day: LearningDay(20_003),
            happening,
        }),
    };
    let rested = Recorded::Known(Event {
        day: LearningDay(20_002),
        happening: Happening::AttemptRested(AttemptRested {
            tutorial: "a".into(),
            pack: 1,
            steps_total: 8,
            outcome: Outcome::Paused {
                last_step: Some("b".into()),
                steps_done: 2,
            },
            mode: Mode::Guided,
            tally: Tally::default(),
            attempt: AttemptId(Uuid::from_u128(3)),
        }),
    });
    [alone(1, 20_000, 0), alone(2, 20_001, 1), rested]
        .into_iter()
        .chain(kinds.map(known))
        .collect()
}

/// What each version of the fold made of the same events. Where this fails the fold has changed: raise
/// [`FOLD`], or phones in the field go on with what the old one made, and add a line.
#[test]
fn a_fold_that_has_changed_has_another_version() {
    let made = serde_json::to_string(&fold(&one_of_each()).tutorials).expect("stores");
    let versions = [concat!(
        r#"{"a":{"finished":{"alone":["0000000001","0000000002"]},"furthest":{"guided":2,"alone":3},"#,
        r#""practised_on":[20000,20001],"clean_on":[20000],"tried_on":[20003],"#,
        r#""rest":{"day":20002,"steps_done":2,"attempt":"0000000003","mode":"guided","last_step":"b","tally":[0,0,0]}}}"#,
    )];
    assert_eq!(versions.len(), FOLD as usize, "a line for each version");
    assert_eq!(Some(made.as_str()), versions.last().copied());
}
