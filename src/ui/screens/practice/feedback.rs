//! What the learner is told about her last input.

use super::desk::Desk;
use crate::core::CoreError;
use crate::core::view::StepWords;
use crate::domain::practice::{Feedback, Phase, Run};
use crate::i18n::Tr;
use crate::ui::components::{NoteTone, Told, ToldPlace};
use crate::ui::names;
use dioxus::prelude::*;

/// The line under the instruction, if there is something to say.
pub(super) fn of(tr: Tr, desk: Desk, run: &Run, words: &StepWords) -> Option<Told> {
    let amber = |text, place| Told {
        tone: NoteTone::Amber,
        text,
        place,
    };
    if run.phase == Phase::NotSaved {
        let text = match *desk.error.read() {
            Some(CoreError::StorageFull) => tr.practice_not_saved_full(),
            Some(CoreError::FilesGone) => tr.practice_not_saved_gone(),
            _ => tr.practice_not_saved(),
        };
        return Some(amber(text, ToldPlace::Instead));
    }
    let Some(feedback) = &run.feedback else {
        let silence = desk.app.silence.read().filter(|_| !*desk.app.voice_told.read());
        return silence.map(|why| Told {
            tone: NoteTone::Calm,
            text: names::silence(tr, why),
            place: ToldPlace::Beside,
        });
    };
    let text = match feedback {
        Feedback::Near => tr.practice_near(),
        Feedback::Wrong(element) => element
            .as_ref()
            .and_then(|id| words.wrong_on.get(id))
            .unwrap_or(&words.wrong)
            .clone(),
        Feedback::WrongKey(' ') => tr.practice_wrong_key_space(),
        Feedback::WrongKey(letter) => tr.practice_wrong_key(letter.to_string()),
        Feedback::Nudge | Feedback::Hint => words.hint.clone(),
        Feedback::Shown => tr.practice_shown(),
        Feedback::JustWatch => tr.practice_just_watch(),
    };
    let place = match feedback {
        Feedback::Near | Feedback::Shown | Feedback::JustWatch => ToldPlace::Beside,
        Feedback::Wrong(_) | Feedback::WrongKey(_) | Feedback::Nudge | Feedback::Hint => ToldPlace::Enough,
    };
    Some(amber(text, place))
}
