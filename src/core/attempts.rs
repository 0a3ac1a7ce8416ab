//! Attempts: begin or go on, record each step, leave.

use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::{BeginAttempt, LeaveAttempt, RecordStep};
use crate::core::resume::is_unrecorded;
use crate::core::tutorials::attempt_view;
use crate::core::view::{AttemptView, StepSaved};
use crate::domain::event::{AttemptRested, Event, Happening, Outcome};
use crate::domain::ids::AttemptId;
use crate::domain::practice::{Plan, Tally};
use crate::store::StoreError;
use crate::store::attempt::Attempt;

impl Core {
    pub(super) fn begin_attempt(&mut self, request: BeginAttempt) -> Result<AttemptView> {
        let learner = self.store.learner(request.learner)?;
        let tutorial = self.store.tutorial(&request.tutorial)?;
        let plan = Plan::of(&tutorial);
        let old = self.store.attempt_at(learner.id, &tutorial.id)?;
        let pack = self.store.pack()?.map_or(0, |pack| pack.version);
        let progress = self.store.progress(learner.id)?;
        let resumable = self.resumable(learner.id, &progress)?;
        let same_mode = resumable.at(&tutorial.id).filter(|a| a.mode == request.mode);
        // Where every step was done, a content update took the last one away: begin afresh.
        let here = same_mode.filter(|attempt| attempt_view(&plan, attempt).at < plan.steps.len());
        let new = match here {
            Some(attempt) if old.as_ref() == Some(attempt) => return Ok(attempt_view(&plan, attempt)),
            Some(elsewhere) => Attempt {
                id: self.id_here(elsewhere)?,
                pack,
                ..elsewhere.clone()
            },
            None => Attempt {
                id: AttemptId::random(),
                learner: learner.id,
                tutorial: tutorial.id.clone(),
                pack,
                mode: request.mode,
                last_step: None,
                steps_done: 0,
                tally: Tally::default(),
                paused_at: 0,
            },
        };
        let rest = old
            .as_ref()
            .filter(|attempt| is_unrecorded(attempt))
            .map(|attempt| self.rest(attempt, paused(attempt), plan.steps.len()));
        self.store
            .replace_attempt(old.as_ref().map(|attempt| (attempt, rest.as_ref())), &new)?;
        Ok(attempt_view(&plan, &new))
    }

    /// The attempt keeps its id wherever it goes on, unless two profiles of this device share her progress and the
    /// other one is at it.
    fn id_here(&self, elsewhere: &Attempt) -> Result<AttemptId> {
        match self.store.attempt(elsewhere.id) {
            Ok(attempt) if attempt.learner != elsewhere.learner => Ok(AttemptId::random()),
            Ok(_) | Err(StoreError::NotFound(_)) => Ok(elsewhere.id),
            Err(other) => Err(other.into()),
        }
    }

    pub(super) fn record_step(&mut self, request: RecordStep) -> Result<StepSaved> {
        let tutorial = self.store.tutorial(&request.tutorial)?;
        let total = tutorial.steps.len();
        let attempt = match self.store.attempt(request.attempt) {
            Ok(attempt) => attempt,
            Err(StoreError::NotFound(_)) => return self.already_finished(&request, total),
            Err(other) => return Err(other.into()),
        };
        let plan = Plan::of(&tutorial);
        let index = plan
            .steps
            .iter()
            .position(|step| step.id == request.step)
            .ok_or(CoreError::OutOfOrder)?;
        let reached = attempt_view(&plan, &attempt).at;
        if index > reached {
            return Err(CoreError::OutOfOrder);
        }
        let mut attempt = Attempt {
            tally: request.tally,
            ..attempt
        };
        if index >= reached {
            attempt.last_step = Some(request.step);
            attempt.steps_done = count(index + 1);
        }
        let finished = index + 1 == total;
        if finished {
            attempt.steps_done = count(total);
            let rest = self.rest(&attempt, Outcome::Finished, total);
            self.store.finish_attempt(&attempt, &rest)?;
        } else {
            self.store.save_attempt(&attempt)?;
        }
        Ok(StepSaved {
            steps_done: attempt.steps_done,
            finished,
        })
    }

    /// The last step was committed but its reply was lost: say so again instead of failing.
    fn already_finished(&self, request: &RecordStep, total: usize) -> Result<StepSaved> {
        let progress = self.store.progress(request.learner)?;
        let finished = progress
            .tutorials
            .get(&request.tutorial)
            .is_some_and(|state| state.has_finished(request.attempt));
        if finished {
            Ok(StepSaved {
                steps_done: count(total),
                finished: true,
            })
        } else {
            Err(CoreError::NotFound("this attempt".into()))
        }
    }

    pub(super) fn leave_attempt(&mut self, request: LeaveAttempt) -> Result<()> {
        let attempt = match self.store.attempt(request.attempt) {
            Ok(attempt) => attempt,
            // Finished in the meantime: nothing to pause.
            Err(StoreError::NotFound(_)) => return Ok(()),
            Err(other) => return Err(other.into()),
        };
        self.record_rest(&attempt)
    }

    /// Records how far it got, once.
    pub(super) fn record_rest(&mut self, attempt: &Attempt) -> Result<()> {
        if !is_unrecorded(attempt) {
            return Ok(());
        }
        let total = self
            .store
            .tutorial(&attempt.tutorial)
            .map_or(0, |tutorial| tutorial.steps.len());
        let rest = self.rest(attempt, paused(attempt), total);
        Ok(self.store.pause_attempt(attempt, &rest)?)
    }

    fn rest(&self, attempt: &Attempt, outcome: Outcome, total: usize) -> Event {
        Event {
            day: self.today(),
            happening: Happening::AttemptRested(AttemptRested {
                tutorial: attempt.tutorial.clone(),
                pack: attempt.pack,
                steps_total: count(total),
                outcome,
                mode: attempt.mode,
                tally: attempt.tally,
                attempt: attempt.id,
            }),
        }
    }
}

fn paused(attempt: &Attempt) -> Outcome {
    Outcome::Paused {
        last_step: attempt.last_step.clone(),
        steps_done: attempt.steps_done,
    }
}

fn count(steps: usize) -> u32 {
    u32::try_from(steps).unwrap_or(u32::MAX)
}
