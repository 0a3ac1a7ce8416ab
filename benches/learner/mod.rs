//! Events as a learner's phone writes them, over and over different ones.
#![allow(dead_code, reason = "each program uses its own part of it")]

use cung_tien::domain::day::LearningDay;
use cung_tien::domain::event::{AttemptRested, Event, Happening, Outcome};
use cung_tien::domain::ids::{AttemptId, StepId, TutorialId};
use cung_tien::domain::practice::{Mode, Tally};
use uuid::Uuid;

/// Tutorials with some of their steps.
const TUTORIALS: [(&str, u32, [&str; 4]); 6] = [
    (
        "vneid-install",
        6,
        ["open-store", "search", "pick-app", "answer-link"],
    ),
    (
        "three-secrets",
        7,
        ["for-login", "enter-passcode", "find-otp", "promise"],
    ),
    (
        "vneid-login",
        5,
        ["open-app", "enter-number", "enter-password", "find-wallet"],
    ),
    (
        "vneid-show-card",
        5,
        ["open-wallet", "open-card", "enter-passcode", "who-may-see"],
    ),
    (
        "fake-police-call",
        6,
        ["answer-first", "hang-up-first", "refuse-second", "whom-to-ask"],
    ),
    (
        "dvc-certified-copy",
        8,
        ["enter-address", "log-in", "choose-ward", "submit"],
    ),
];

/// A learner, who learns something every other day. The same number makes the same learner.
pub struct Learner {
    state: u64,
    day: i32,
    at: usize,
}

impl Learner {
    pub fn new(number: u64) -> Self {
        Self {
            state: number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            day: 20_700 + i32::try_from(number % 300).unwrap_or(0),
            at: usize::try_from(number % 6).unwrap_or(0),
        }
    }

    /// A number below `most`. Xorshift: good enough, and the same on every machine.
    fn below(&mut self, most: u32) -> u32 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        u32::try_from((self.state >> 33) % u64::from(most)).unwrap_or(0)
    }

    /// As a phone makes them: 40 random bits.
    fn attempt_id(&mut self) -> AttemptId {
        let bits = (0..5).fold(0, |bits, _| (bits << 8) | u128::from(self.below(256)));
        AttemptId(Uuid::from_u128(bits))
    }

    /// The bytes of her next event, as text.
    pub fn next_event(&mut self) -> String {
        if self.below(3) == 0 {
            self.day += i32::try_from(self.below(4)).unwrap_or(0);
            self.at += 1;
        }
        let (tutorial, total, steps) = TUTORIALS[self.at % TUTORIALS.len()];
        let tutorial = TutorialId::from(tutorial);
        let happening = if self.below(12) == 0 {
            Happening::TriedForReal { tutorial }
        } else {
            self.attempt(tutorial, total, steps)
        };
        let event = Event {
            day: LearningDay(self.day),
            happening,
        };
        String::from_utf8(event.freeze().unwrap_or_default()).unwrap_or_default()
    }

    fn attempt(&mut self, tutorial: TutorialId, total: u32, steps: [&str; 4]) -> Happening {
        let paused = self.below(5) == 0;
        let done = if paused { self.below(total) } else { total };
        let step = usize::try_from(done.saturating_sub(1) * 4 / total).unwrap_or(0);
        Happening::AttemptRested(AttemptRested {
            tutorial,
            pack: 1,
            steps_total: total,
            outcome: if paused {
                Outcome::Paused {
                    last_step: (done > 0).then(|| StepId::from(steps[step])),
                    steps_done: done,
                }
            } else {
                Outcome::Finished
            },
            mode: Mode::ALL[usize::try_from(self.below(4)).unwrap_or(0)],
            tally: Tally {
                mistakes: self.below(4),
                near_misses: self.below(3),
                hints: self.below(3),
            },
            attempt: self.attempt_id(),
        })
    }
}
