//! Progress: a fold of events.
//!
//! The fold is commutative, associative and idempotent (sets, unions and maxima only), so any order,
//! duplication or partition of delivery ends in the same state, on the phone and on the server.

use super::day::LearningDay;
use super::event::{AttemptRested, Event, Happening, Outcome, Recorded};
use super::ids::{AttemptId, StepId, TutorialId};
use super::practice::{Mode, Tally};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The version of this fold. It is raised with every change by which the same events come to something else, also by a new
/// kind of event that counts: devices then fold again what they kept as unknown.
pub const FOLD: u32 = 1;

/// Days of unaided practice, hint-free, that make a skill mastered.
pub const MASTERY_DAYS: usize = 2;

/// What one learner has done with one tutorial.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TutorialProgress {
    /// Finished attempts, by mode. How often is the size of the set.
    #[serde(default)]
    pub finished: BTreeMap<Mode, BTreeSet<AttemptId>>,
    /// Most steps done in any attempt, by mode.
    #[serde(default)]
    pub furthest: BTreeMap<Mode, u32>,
    /// Days on which any attempt was finished.
    #[serde(default)]
    pub practised_on: BTreeSet<LearningDay>,
    /// Days on which it was finished alone with no hint shown.
    #[serde(default)]
    pub clean_on: BTreeSet<LearningDay>,
    /// Days on which she says she did it in the real app.
    #[serde(default)]
    pub tried_on: BTreeSet<LearningDay>,
    /// The latest rest of an attempt that was left before its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest: Option<Rest>,
}

/// An attempt left before its end, on whichever of her devices. A later one is greater, so the greatest is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rest {
    /// When.
    pub day: LearningDay,
    /// How many steps were done.
    pub steps_done: u32,
    /// Which attempt.
    pub attempt: AttemptId,
    /// In which mode.
    pub mode: Mode,
    /// The last step done.
    pub last_step: Option<StepId>,
    /// Mistakes, near misses and hints so far.
    pub tally: Tally,
}

/// Where a learner stands with a tutorial, in the words of the home screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Nothing finished yet.
    New,
    /// Watched it.
    Watched,
    /// Did it with the target shown.
    Guided,
    /// Did it alone.
    Alone,
    /// Alone, no hint shown, on two different days: *thành thạo*.
    Mastered,
}

impl TutorialProgress {
    /// Takes one event into account. Taking it twice, or in another order, changes nothing.
    pub fn take(&mut self, day: LearningDay, happening: &Happening) {
        match happening {
            Happening::AttemptRested(rested) => self.take_attempt(day, rested),
            Happening::TriedForReal { .. } => {
                self.tried_on.insert(day);
            }
            Happening::ConsentGiven { .. } | Happening::ConsentWithdrawn => {}
        }
    }

    fn take_attempt(&mut self, day: LearningDay, rested: &AttemptRested) {
        let furthest = self.furthest.entry(rested.mode).or_default();
        match &rested.outcome {
            Outcome::Paused {
                last_step,
                steps_done,
            } => {
                *furthest = (*furthest).max(*steps_done);
                let rest = Rest {
                    day,
                    steps_done: *steps_done,
                    attempt: rested.attempt,
                    mode: rested.mode,
                    last_step: last_step.clone(),
                    tally: rested.tally,
                };
                self.rest = self.rest.take().max(Some(rest));
            }
            Outcome::Finished => {
                *furthest = (*furthest).max(rested.steps_total);
                self.finished
                    .entry(rested.mode)
                    .or_default()
                    .insert(rested.attempt);
                self.practised_on.insert(day);
                if rested.mode.is_unaided() && rested.tally.hints == 0 {
                    self.clean_on.insert(day);
                }
            }
        }
    }

    /// Unites two folds of the same tutorial.
    pub fn merge(&mut self, other: &Self) {
        for (mode, attempts) in &other.finished {
            self.finished.entry(*mode).or_default().extend(attempts);
        }
        for (mode, steps) in &other.furthest {
            let mine = self.furthest.entry(*mode).or_default();
            *mine = (*mine).max(*steps);
        }
        self.practised_on.extend(&other.practised_on);
        self.clean_on.extend(&other.clean_on);
        self.tried_on.extend(&other.tried_on);
        self.rest = self.rest.take().max(other.rest.clone());
    }

    /// How often it was finished in this mode.
    #[must_use]
    pub fn times_finished(&self, mode: Mode) -> usize {
        self.finished.get(&mode).map_or(0, BTreeSet::len)
    }

    /// Whether this attempt was finished, on whichever of her devices.
    #[must_use]
    pub fn has_finished(&self, attempt: AttemptId) -> bool {
        self.finished.values().any(|attempts| attempts.contains(&attempt))
    }

    /// The attempt to go on with on any of her devices: left last, and nothing came after it.
    #[must_use]
    pub fn open_rest(&self) -> Option<&Rest> {
        let rest = self.rest.as_ref()?;
        let later = self.practised_on.last().is_some_and(|day| *day > rest.day);
        // A way of practising that she is past is not where she goes on.
        let is_open = !later && rest.mode >= self.next_mode() && !self.has_finished(rest.attempt);
        is_open.then_some(rest)
    }

    /// Where she stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let done = |mode| self.times_finished(mode) > 0;
        if self.clean_on.len() >= MASTERY_DAYS {
            Standing::Mastered
        } else if done(Mode::Alone) || done(Mode::Review) {
            Standing::Alone
        } else if done(Mode::Guided) {
            Standing::Guided
        } else if done(Mode::Watch) {
            Standing::Watched
        } else {
            Standing::New
        }
    }

    /// The mode to offer next: watch, then guided, then alone, then review.
    #[must_use]
    pub fn next_mode(&self) -> Mode {
        match self.standing() {
            Standing::New => Mode::Watch,
            Standing::Watched => Mode::Guided,
            Standing::Guided => Mode::Alone,
            Standing::Alone | Standing::Mastered => Mode::Review,
        }
    }
}

/// All of one learner's progress.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Progress {
    /// By tutorial.
    pub tutorials: BTreeMap<TutorialId, TutorialProgress>,
}

impl Progress {
    /// Takes one event into account; unknown ones leave no trace here.
    pub fn take(&mut self, recorded: &Recorded) {
        if let Recorded::Known(Event { day, happening }) = recorded
            && let Some(tutorial) = happening.tutorial()
        {
            self.tutorials
                .entry(tutorial.clone())
                .or_default()
                .take(*day, happening);
        }
    }

    /// Unites two folds of the same learner.
    pub fn merge(&mut self, other: &Self) {
        for (id, progress) in &other.tutorials {
            self.tutorials.entry(id.clone()).or_default().merge(progress);
        }
    }
}

impl Happening {
    /// The tutorial it is about, if it is about one.
    #[must_use]
    pub const fn tutorial(&self) -> Option<&TutorialId> {
        match self {
            Self::AttemptRested(rested) => Some(&rested.tutorial),
            Self::TriedForReal { tutorial } => Some(tutorial),
            Self::ConsentGiven { .. } | Self::ConsentWithdrawn => None,
        }
    }
}
