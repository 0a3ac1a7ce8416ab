//! What is on a simulated screen at this moment of the run: a fold of the steps done on it.

use crate::domain::practice::{Entry, Run};
use crate::domain::tutorial::{Action, Tutorial};
use crate::ui::practice::SimState;

/// Fields filled, boxes ticked and answers chosen by the steps done on the current screen, and the sample as
/// far as it is entered now.
pub(super) fn of(tutorial: &Tutorial, run: &Run) -> SimState {
    let mut state = SimState::default();
    let Some(current) = tutorial.steps.get(run.at) else {
        return state;
    };
    let done = tutorial.steps.iter().take(run.at);
    for step in done.filter(|step| step.screen == current.screen) {
        match &step.action {
            Action::Type { target, sample } | Action::EnterPin { target, sample } => {
                state.filled.insert(target.clone(), sample.clone());
            }
            Action::Toggle { target } | Action::Choose { target } => {
                state.on.insert(target.clone());
            }
            _ => {}
        }
    }
    if let Some(sample) = current.action.sample() {
        let text = Entry::new(sample, run.entered).text();
        let target = current.action.target().clone();
        if run.keys_open {
            state.active_field = Some(target.clone());
        }
        state.filled.insert(target, text);
    }
    state
}
