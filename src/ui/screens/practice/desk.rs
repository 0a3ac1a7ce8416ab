//! One run at the practice screen: carries out what the machine asks for.

use crate::core::view::{AttemptView, StepWords, TutorialView};
use crate::core::{CoreError, RecordStep};
use crate::domain::ids::{AttemptId, ElementId, LearnerId};
use crate::domain::practice::{Effect, Input, Mode, Phase, Plan, Run, apply};
use crate::domain::tutorial::Step;
use crate::platform::time;
use crate::ui::Route;
use crate::ui::context::App;
use dioxus::prelude::*;

/// How long a target that is in view from the start stays there before the step counts as done: time to read.
const IN_VIEW_FROM_THE_START_MS: u32 = 2_500;

/// A run with everything around it. A copy is as good as the original.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Desk {
    pub app: App,
    pub learner: LearnerId,
    pub attempt: AttemptId,
    pub mode: Mode,
    pub view: Signal<TutorialView>,
    pub run: Signal<Run>,
    /// Why the last commit failed.
    pub error: Signal<Option<CoreError>>,
    plan: Signal<Plan>,
    /// The step it was set up at.
    began_at: usize,
}

impl Desk {
    /// Sets the desk up at the step the attempt goes on with.
    pub fn use_new(app: App, learner: LearnerId, view: TutorialView, at: &AttemptView) -> Self {
        let attempt = at.id;
        let mode = at.mode;
        let (at, tally) = (at.at, at.tally);
        let view = use_signal(move || view);
        let plan = use_signal(move || Plan::of(&view.peek().tutorial));
        let run = use_signal(move || Run::start(&plan.peek(), mode, at, tally, time::monotonic_millis()));
        Self {
            app,
            learner,
            attempt,
            mode,
            view,
            run,
            error: use_signal(|| None),
            plan,
            began_at: at,
        }
    }

    /// The step with this index and its words.
    pub fn step_at(view: &TutorialView, at: usize) -> Option<(&Step, &StepWords)> {
        Some((view.tutorial.steps.get(at)?, view.steps.get(at)?))
    }

    /// Gives the machine an input and carries out what it asks for.
    pub fn send(mut self, input: &Input) {
        let now = time::monotonic_millis();
        let (next, effects) = apply(&self.plan.peek(), &self.run.peek(), input, now);
        if next != *self.run.peek() {
            self.run.set(next);
        }
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(mut self, effect: Effect) {
        match effect {
            Effect::Commit { step, tally } => {
                let record = RecordStep {
                    attempt: self.attempt,
                    learner: self.learner,
                    tutorial: self.view.peek().tutorial.id.clone(),
                    step,
                    tally,
                };
                spawn(async move {
                    match self.app.ask(record).await {
                        Ok(_) => {
                            self.error.set(None);
                            self.send(&Input::Saved);
                        }
                        Err(error) => {
                            // A core that fell over is set up again, so that trying again has somebody to ask.
                            if error.is_cured_by_opening_again() {
                                self.app.reopen();
                            }
                            self.error.set(Some(error));
                            self.send(&Input::SaveFailed);
                        }
                    }
                });
            }
            Effect::SayStep => {
                // She has gone on with the note about the missing voice before her eyes.
                if self.app.silence.peek().is_some() && !*self.app.voice_told.peek() {
                    self.app.voice_told.set(true);
                }
                if self.mode != Mode::Watch {
                    self.say_step();
                }
            }
            Effect::SayFeedback => {
                if let Some(text) = self.feedback() {
                    self.app.read_if_wanted(text);
                }
            }
            Effect::Leave => self.app.trail.back_to(Route::Intro {
                learner: self.learner,
                tutorial: self.view.peek().tutorial.id.clone(),
            }),
            Effect::Finish => self.app.trail.replace(Route::Finished {
                learner: self.learner,
                tutorial: self.view.peek().tutorial.id.clone(),
                mode: self.mode,
            }),
        }
    }

    /// The instruction as spoken; a role play begins by saying that it is one, also when she comes back to it.
    pub fn spoken(self) -> Option<String> {
        let view = self.view.peek();
        let at = self.run.peek().at;
        let (_, words) = Self::step_at(&view, at)?;
        let tr = self.app.tr();
        let words = match self.mode {
            Mode::Watch => tr.practice_watch_say(words.spoken.clone()),
            _ => words.spoken.clone(),
        };
        Some(if view.tutorial.role_play && (at == 0 || at == self.began_at) {
            format!("{} {words}", tr.practice_role_play_spoken())
        } else {
            words
        })
    }

    fn feedback(self) -> Option<String> {
        let view = self.view.peek();
        let run = self.run.peek();
        let (_, words) = Self::step_at(&view, run.at)?;
        super::feedback::of(self.app.tr(), self, &run, words).map(|told| told.text)
    }

    /// Reads the instruction if she wants everything read.
    pub fn say_step(self) {
        if let Some(text) = self.spoken() {
            self.app.read_if_wanted(text);
        }
    }

    /// "Nghe": the instruction, and what she was last told.
    pub fn listen(self) {
        let parts = [self.spoken(), self.feedback()];
        self.app
            .read(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    }

    /// A screen has just changed: nothing is taken for an answer to it yet.
    pub fn is_quiet(self) -> bool {
        let run = self.run.peek();
        run.phase == Phase::Active && time::monotonic_millis() < run.quiet_until
    }

    /// The target of a step that goes down the screen has come into view.
    pub fn seen(self, element: ElementId) {
        let at = self.run.peek().at;
        let quiet = time::monotonic_millis() < self.run.peek().quiet_until;
        spawn(async move {
            // In view without going down at all: the screen is tall enough. Leave her time to read.
            if quiet {
                time::sleep(IN_VIEW_FROM_THE_START_MS).await;
            }
            let still_there = {
                let run = self.run.peek();
                run.at == at && run.phase == Phase::Active
            };
            if still_there {
                self.send(&Input::Scrolled(element));
            }
        });
    }
}
