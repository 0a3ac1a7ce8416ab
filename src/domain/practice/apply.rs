//! The rules of practice.

use super::entry::Entry;
use super::run::{Effect, Feedback, Input, Mode, Phase, Plan, PlanStep, Run, Tap};
use super::{MISSES_TO_NUDGE, MISSES_TO_SHOW, QUIET_MILLIS};
use crate::domain::tutorial::Action;

/// Applies one input at the moment `now` (milliseconds of any clock that does not go back).
#[must_use]
pub fn apply(plan: &Plan, run: &Run, input: &Input, now: u64) -> (Run, Vec<Effect>) {
    let mut next = run.clone();
    let effects = step_on(plan, &mut next, input, now);
    (next, effects)
}

fn step_on(plan: &Plan, run: &mut Run, input: &Input, now: u64) -> Vec<Effect> {
    let Some(step) = run.step(plan) else {
        run.phase = Phase::Finished;
        return Vec::new();
    };
    match (run.phase, input) {
        (Phase::Saving, Input::Saved) => advance(plan, run, now),
        (Phase::Saving, Input::SaveFailed) => {
            run.phase = Phase::NotSaved;
            Vec::new()
        }
        (Phase::NotSaved, Input::Retry) => commit(run, step),
        (Phase::Active, _) if now < run.quiet_until => Vec::new(),
        (Phase::Active | Phase::NotSaved, Input::Back) => back(run, now),
        (Phase::Active, input) => attempt(run, step, input),
        (Phase::Saving | Phase::NotSaved | Phase::Finished, _) => Vec::new(),
    }
}

fn attempt(run: &mut Run, step: &PlanStep, input: &Input) -> Vec<Effect> {
    if run.mode == Mode::Watch {
        return watch(run, step, input);
    }
    match input {
        Input::Tap { on, near } => tap(run, step, on, *near),
        Input::Key { letter, near } => key(run, step, *letter, *near),
        Input::Erase => {
            run.entered = run.entered.saturating_sub(1);
            run.feedback = None;
            Vec::new()
        }
        Input::FillSample => fill(run, step),
        Input::Hint => hint(run),
        Input::Scrolled(element) => match &step.action {
            Action::ScrollTo { target } if target == element => commit(run, step),
            _ => Vec::new(),
        },
        Input::Next | Input::Back | Input::Saved | Input::SaveFailed | Input::Retry => Vec::new(),
    }
}

fn watch(run: &mut Run, step: &PlanStep, input: &Input) -> Vec<Effect> {
    match input {
        Input::Next => {
            run.entered = step.action.sample().map_or(0, |s| s.chars().count());
            commit(run, step)
        }
        Input::Tap { .. } | Input::Key { .. } => {
            run.feedback = Some(Feedback::JustWatch);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn tap(run: &mut Run, step: &PlanStep, on: &Tap, near: bool) -> Vec<Effect> {
    let hit = matches!(on, Tap::On(element) if element == step.action.target());
    match (&step.action, hit) {
        (Action::Type { .. }, true) => {
            run.keys_open = true;
            run.feedback = None;
            Vec::new()
        }
        // The pad and the page are used, not tapped: touching them is no mistake.
        (Action::EnterPin { .. } | Action::ScrollTo { .. }, true) => Vec::new(),
        (_, true) => commit(run, step),
        (_, false) if near => near_miss(run),
        (_, false) => {
            let element = match on {
                Tap::On(element) => Some(element.clone()),
                Tap::Nothing => None,
            };
            miss(run, Feedback::Wrong(element))
        }
    }
}

fn accepts_keys(run: &Run, step: &PlanStep) -> bool {
    match step.action {
        Action::Type { .. } => run.keys_open,
        Action::EnterPin { .. } => true,
        _ => false,
    }
}

fn key(run: &mut Run, step: &PlanStep, letter: char, near: bool) -> Vec<Effect> {
    let Some(sample) = step.action.sample().filter(|_| accepts_keys(run, step)) else {
        return Vec::new();
    };
    let entry = Entry::new(sample, run.entered);
    match entry.next_letter() {
        Some(expected) if expected == letter => {
            run.entered += 1;
            // A figure group is written with spaces, but nobody types them on a figure pad.
            if Entry::new(sample, run.entered).next_letter() == Some(' ')
                && !super::keys_for(sample).contains(&' ')
            {
                run.entered += 1;
            }
            run.feedback = None;
            complete_if_entered(run, step, sample)
        }
        Some(_) if near => near_miss(run),
        Some(expected) => miss(run, Feedback::WrongKey(expected)),
        None => commit(run, step),
    }
}

fn fill(run: &mut Run, step: &PlanStep) -> Vec<Effect> {
    let Some(sample) = step.action.sample().filter(|_| accepts_keys(run, step)) else {
        return Vec::new();
    };
    run.entered = sample.chars().count();
    run.feedback = None;
    complete_if_entered(run, step, sample)
}

fn complete_if_entered(run: &mut Run, step: &PlanStep, sample: &str) -> Vec<Effect> {
    if Entry::new(sample, run.entered).is_complete() {
        commit(run, step)
    } else {
        Vec::new()
    }
}

fn near_miss(run: &mut Run) -> Vec<Effect> {
    run.tally.near_misses = run.tally.near_misses.saturating_add(1);
    run.feedback = Some(Feedback::Near);
    vec![Effect::SayFeedback]
}

fn miss(run: &mut Run, about: Feedback) -> Vec<Effect> {
    run.misses = run.misses.saturating_add(1);
    run.tally.mistakes = run.tally.mistakes.saturating_add(1);
    if run.misses >= MISSES_TO_SHOW {
        show_target(run);
        run.feedback = Some(Feedback::Shown);
    } else if run.misses >= MISSES_TO_NUDGE {
        run.feedback = Some(Feedback::Nudge);
    } else {
        run.feedback = Some(about);
    }
    vec![Effect::SayFeedback]
}

/// In guided practice the target glows anyway, so showing it is no further help.
fn show_target(run: &mut Run) {
    if !run.glows() {
        run.tally.hints = run.tally.hints.saturating_add(1);
    }
    run.target_shown = true;
}

/// The first request gives the hint in words, the next one shows the target.
fn hint(run: &mut Run) -> Vec<Effect> {
    if run.feedback == Some(Feedback::Hint) && !run.glows() {
        show_target(run);
        run.feedback = Some(Feedback::Shown);
    } else {
        if run.mode.is_unaided() && run.feedback != Some(Feedback::Hint) {
            run.tally.hints = run.tally.hints.saturating_add(1);
        }
        run.feedback = Some(Feedback::Hint);
    }
    vec![Effect::SayFeedback]
}

fn commit(run: &mut Run, step: &PlanStep) -> Vec<Effect> {
    run.phase = Phase::Saving;
    run.feedback = None;
    vec![Effect::Commit {
        step: step.id.clone(),
        tally: run.tally,
    }]
}

fn enter(run: &mut Run, at: usize, now: u64) {
    run.at = at;
    run.entered = 0;
    run.keys_open = false;
    run.misses = 0;
    run.target_shown = false;
    run.feedback = None;
    run.phase = Phase::Active;
    run.quiet_until = now.saturating_add(QUIET_MILLIS);
}

fn advance(plan: &Plan, run: &mut Run, now: u64) -> Vec<Effect> {
    enter(run, run.at + 1, now);
    if run.at >= plan.steps.len() {
        run.phase = Phase::Finished;
        return vec![Effect::Finish];
    }
    vec![Effect::SayStep]
}

fn back(run: &mut Run, now: u64) -> Vec<Effect> {
    match run.at.checked_sub(1) {
        Some(previous) => {
            enter(run, previous, now);
            vec![Effect::SayStep]
        }
        None => vec![Effect::Leave],
    }
}
