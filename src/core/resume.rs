//! Where a learner goes on: at what she left on this device, or later on another one.

use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::request::RestAttempts;
use crate::domain::day::LearningDay;
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::progress::{Progress, Rest};
use crate::store::attempt::Attempt;
use std::collections::BTreeMap;

/// What can be gone on with, by tutorial.
pub(super) struct Resumable {
    by_tutorial: BTreeMap<TutorialId, Attempt>,
    /// The tutorials of attempts with at least one step done; the one she was at last comes last.
    latest: Vec<TutorialId>,
}

impl Resumable {
    /// The attempt to go on with at a tutorial.
    pub fn at(&self, tutorial: &TutorialId) -> Option<&Attempt> {
        self.by_tutorial.get(tutorial)
    }

    /// The attempt she was at last, among tutorials for which `known` holds.
    pub fn latest(&self, known: impl Fn(&TutorialId) -> bool) -> Option<&Attempt> {
        let last = self.latest.iter().rev().find(|tutorial| known(tutorial))?;
        self.at(last)
    }
}

impl Core {
    /// What this learner can go on with.
    pub(super) fn resumable(&self, learner: LearnerId, progress: &Progress) -> Result<Resumable> {
        let mut ranked = BTreeMap::new();
        let here = self.store.attempts(learner)?;
        for (touched, attempt) in (1..).zip(here) {
            let state = progress.tutorials.get(&attempt.tutorial);
            if state.is_some_and(|state| state.has_finished(attempt.id)) {
                continue;
            }
            let rest = state.and_then(|state| state.rest.as_ref());
            let recorded = rest.filter(|_| !is_unrecorded(&attempt));
            // What is not recorded yet is newer than all that is.
            let day = recorded.map_or(LearningDay(i32::MAX), |rest| rest.day);
            ranked.insert(attempt.tutorial.clone(), ((day, touched), attempt));
        }
        for (tutorial, state) in &progress.tutorials {
            let Some(rest) = state.open_rest() else {
                continue;
            };
            let here = ranked.get(tutorial).map(|(_, attempt)| attempt);
            if here.is_none_or(|attempt| is_behind(attempt, rest)) {
                let attempt = resting(learner, tutorial, rest);
                ranked.insert(tutorial.clone(), ((rest.day, 0), attempt));
            }
        }
        let mut latest: Vec<_> = ranked
            .values()
            .filter(|(_, attempt)| attempt.steps_done > 0)
            .map(|(rank, attempt)| (*rank, attempt.tutorial.clone()))
            .collect();
        latest.sort();
        Ok(Resumable {
            latest: latest.into_iter().map(|(_, tutorial)| tutorial).collect(),
            by_tutorial: ranked
                .into_iter()
                .map(|(tutorial, (_, attempt))| (tutorial, attempt))
                .collect(),
        })
    }

    /// Records how far every attempt in progress got, so that her other devices know.
    pub(super) fn rest_attempts(&mut self, _: RestAttempts) -> Result<()> {
        for stored in self.store.learners()? {
            for attempt in self.store.attempts(stored.learner.id)? {
                self.record_rest(&attempt)?;
            }
        }
        Ok(())
    }
}

/// Steps were done since it was last recorded as resting.
pub(super) const fn is_unrecorded(attempt: &Attempt) -> bool {
    attempt.steps_done > attempt.paused_at
}

/// Went on elsewhere, or only looked into here. Two attempts at the same lesson stay where each was begun.
fn is_behind(here: &Attempt, rest: &Rest) -> bool {
    here.steps_done == 0 || (here.id == rest.attempt && here.steps_done < rest.steps_done)
}

fn resting(learner: LearnerId, tutorial: &TutorialId, rest: &Rest) -> Attempt {
    Attempt {
        id: rest.attempt,
        learner,
        tutorial: tutorial.clone(),
        pack: 0,
        mode: rest.mode,
        last_step: rest.last_step.clone(),
        steps_done: rest.steps_done,
        tally: rest.tally,
        paused_at: rest.steps_done,
    }
}
