//! Attempts: begin or go on, record each step, leave.

use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::{BeginAttempt, LeaveAttempt, RecordStep};
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
        if let Some(attempt) = old.as_ref().filter(|a| a.mode == request.mode) {
            let view = attempt_view(&plan, attempt);
            // Every step was done, but a content update took the last one away: begin afresh.
            if view.at < plan.steps.len() {
                return Ok(view);
            }
        }
        let new = Attempt {
            id: AttemptId::random(),
            learner: learner.id,
            tutorial: tutorial.id.clone(),
            pack: self.store.pack()?.map_or(0, |pack| pack.version),
            mode: request.mode,
            last_step: None,
            steps_done: 0,
            tally: Tally::default(),
            paused_at: 0,
        };
        let rest = old
            .as_ref()
            .filter(|attempt| attempt.steps_done > attempt.paused_at)
            .map(|attempt| self.rest(attempt, Outcome::Paused, plan.steps.len()));
        self.store
            .replace_attempt(old.as_ref().map(|attempt| (attempt, rest.as_ref())), &new)?;
        Ok(attempt_view(&plan, &new))
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
            .is_some_and(|state| state.finished.values().any(|ids| ids.contains(&request.attempt)));
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
        if attempt.steps_done <= attempt.paused_at {
            return Ok(());
        }
        let total = self
            .store
            .tutorial(&attempt.tutorial)
            .map_or(0, |tutorial| tutorial.steps.len());
        let rest = self.rest(&attempt, Outcome::Paused, total);
        Ok(self.store.pause_attempt(&attempt, &rest)?)
    }

    fn rest(&self, attempt: &Attempt, outcome: Outcome, total: usize) -> Event {
        Event {
            day: self.today(),
            happening: Happening::AttemptRested(AttemptRested {
                attempt: attempt.id,
                tutorial: attempt.tutorial.clone(),
                pack: attempt.pack,
                mode: attempt.mode,
                outcome,
                last_step: attempt.last_step.clone(),
                steps_done: attempt.steps_done,
                steps_total: count(total),
                tally: attempt.tally,
            }),
        }
    }
}

fn count(steps: usize) -> u32 {
    u32::try_from(steps).unwrap_or(u32::MAX)
}
