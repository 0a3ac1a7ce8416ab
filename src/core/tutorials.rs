//! A tutorial in the learner's words.

use crate::content::words::Words;
use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::request::{KeepTicks, MarkTried, OpenFinished, OpenTutorial};
use crate::core::view::{AttemptView, FinishedView, StepWords, Ticks, TutorialView};
use crate::domain::event::{Event, Happening};
use crate::domain::ids::{ElementId, LearnerId, TutorialId};
use crate::domain::practice::Plan;
use crate::domain::review;
use crate::domain::screen::{Element, Text};
use crate::domain::tutorial::{Step, Tutorial, Verification};
use crate::store::attempt::Attempt;
use crate::store::setting::Setting;

/// What is kept of the checklist last looked at.
type Kept = (LearnerId, TutorialId, Ticks);

impl Core {
    pub(super) fn open_tutorial(&mut self, request: OpenTutorial) -> Result<TutorialView> {
        let learner = self.store.learner(request.learner)?;
        let mut tutorial = self.store.tutorial(&request.tutorial)?;
        let preferences = learner.preferences;
        let words = self
            .store
            .words(&tutorial.id, preferences.lang, preferences.address)?;
        let progress = self.store.progress(learner.id)?;
        let state = progress.tutorials.get(&tutorial.id).cloned().unwrap_or_default();
        let resumable = self.resumable(learner.id, &progress)?;
        fill_screens(&mut tutorial, &words);
        let plan = Plan::of(&tutorial);
        let kept: Option<Kept> = self.store.setting(Setting::Checklist)?;
        let said = |key: &str| words.get(key).unwrap_or_default();
        Ok(TutorialView {
            title: said("title"),
            goal: said("goal"),
            remember: said("remember"),
            without_phone: said("without-phone"),
            renamed: words.get("renamed"),
            unverified: match tutorial.verification {
                Verification::Unverified => words.get("unverified"),
                Verification::VerifiedOn(_) => None,
            },
            real: (1..=tutorial.real_lines)
                .filter_map(|n| words.get(&format!("real-{n}")))
                .collect(),
            ticked: kept
                .filter(|(whose, of, _)| *whose == learner.id && *of == tutorial.id)
                .map(|(_, _, ticked)| ticked)
                .unwrap_or_default(),
            steps: tutorial
                .steps
                .iter()
                .map(|step| step_words(&tutorial, step, &words))
                .collect(),
            standing: state.standing(),
            next_mode: state.next_mode(),
            attempt: resumable
                .at(&tutorial.id)
                .map(|attempt| attempt_view(&plan, attempt)),
            tried: !state.tried_on.is_empty(),
            tutorial,
        })
    }

    pub(super) fn open_finished(&mut self, request: OpenFinished) -> Result<FinishedView> {
        let learner = self.store.learner(request.learner)?;
        let tutorial = self.store.tutorial(&request.tutorial)?;
        let preferences = learner.preferences;
        let words = self
            .store
            .words(&tutorial.id, preferences.lang, preferences.address)?;
        let progress = self.store.progress(learner.id)?;
        let state = progress.tutorials.get(&tutorial.id).cloned().unwrap_or_default();
        let resumable = self.resumable(learner.id, &progress)?;
        let lessons = self.lessons(&learner, &progress, &resumable)?;
        let today = self.today();
        let said = |key: &str| words.get(key).unwrap_or_default();
        Ok(FinishedView {
            title: said("title"),
            can_do: said("can-do"),
            remember: said("remember"),
            standing: state.standing(),
            next_mode: state.next_mode(),
            review_in: review::due_on(&state, today).map(|day| day.days_since(today).max(0)),
            next: Self::next_lesson(&lessons, Some(&tutorial.id)),
            has_checklist: tutorial.real_lines > 0,
            tutorial: tutorial.id,
        })
    }

    pub(super) fn keep_ticks(&mut self, request: KeepTicks) -> Result<()> {
        let learner = self.store.learner(request.learner)?.id;
        let kept: Kept = (learner, request.tutorial, request.ticked);
        Ok(self.store.set_setting(Setting::Checklist, &kept)?)
    }

    pub(super) fn mark_tried(&mut self, request: MarkTried) -> Result<()> {
        self.store.tutorial(&request.tutorial)?;
        let learner = self.store.learner(request.learner)?;
        let event = Event {
            day: self.today(),
            happening: Happening::TriedForReal {
                tutorial: request.tutorial,
            },
        };
        self.store.record(learner.id, &event)?;
        Ok(())
    }
}

/// Where an attempt goes on, by the steps of the installed content.
pub(super) fn attempt_view(plan: &Plan, attempt: &Attempt) -> AttemptView {
    let done = usize::try_from(attempt.steps_done).unwrap_or(usize::MAX);
    AttemptView {
        id: attempt.id,
        mode: attempt.mode,
        at: plan.resume_at(attempt.last_step.as_ref(), done),
        tally: attempt.tally,
    }
}

fn fill_screens(tutorial: &mut Tutorial, words: &Words) {
    let elements = tutorial
        .screens
        .iter_mut()
        .flat_map(|screen| &mut screen.elements);
    for text in elements.flat_map(Element::texts_mut) {
        if let Text::Word { word } = text {
            *text = Text::Label(words.get(word).unwrap_or_default());
        }
    }
}

fn step_words(tutorial: &Tutorial, step: &Step, words: &Words) -> StepWords {
    let said = |suffix: &str| words.get(&format!("step-{}{suffix}", step.id));
    let say = said("").unwrap_or_default();
    let on_screen = tutorial.screen(&step.screen).into_iter().flat_map(|screen| {
        screen
            .elements
            .iter()
            .flat_map(Element::targets)
            .map(|(id, _)| id)
    });
    let wrong_on = on_screen
        .filter_map(|id: &ElementId| Some((id.clone(), said(&format!("-wrong-{id}"))?)))
        .collect();
    StepWords {
        id: step.id.clone(),
        spoken: said("-spoken").unwrap_or_else(|| say.clone()),
        say,
        hint: said("-hint").unwrap_or_default(),
        wrong: said("-wrong").unwrap_or_default(),
        wrong_on,
    }
}
