//! The words above a practice screen.

use super::breakable::breakable;
use super::note::NoteTone;
use super::scroll::use_scroll;
use super::step_bar::StepBar;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// So little left below counts as nothing left: rounding.
const SLACK_PIXELS: f64 = 6.0;

/// What a learner is told about her last input, and what it leaves of the instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// In which colour.
    pub tone: NoteTone,
    /// The words.
    pub text: String,
    /// Beside the instruction, or in its place.
    pub place: ToldPlace,
}

/// Where what she is told stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToldPlace {
    /// Beside the instruction, which is needed to understand it.
    Beside,
    /// It says what to do itself: on a low screen the instruction gives way to it.
    Enough,
    /// In place of the instruction: something else is to be done first.
    Instead,
}

impl ToldPlace {
    const fn class(self) -> &'static str {
        match self {
            Self::Beside => "practice-feedback",
            Self::Enough => "practice-feedback is-enough",
            Self::Instead => "practice-feedback is-instead",
        }
    }
}

/// Steps, instruction and feedback. What does not fit is read on by tapping anywhere on it, round and round:
/// whoever cannot swipe must still be able to read everything.
#[component]
pub(super) fn PracticeHead(
    say: String,
    feedback: Option<Told>,
    eyebrow: Option<String>,
    steps_done: usize,
    steps_total: usize,
    step_label: String,
) -> Element {
    let scroll = use_scroll(SLACK_PIXELS, 0.0);
    let words = (say.clone(), feedback.clone());
    use_effect(use_reactive!(|(words,)| {
        // New words are read from their beginning.
        let _ = words;
        scroll.to_top();
    }));
    rsx! {
        header {
            class: if scroll.has_more() { "practice-head has-more" } else { "practice-head" },
            tabindex: "0",
            onmounted: move |event| scroll.mounted(event.data()),
            onscroll: move |_| scroll.look(),
            onresize: move |_| scroll.look(),
            onclick: move |_| scroll.go_on(),
            StepBar { done: steps_done, total: steps_total, label: step_label }
            div {
                class: "practice-words",
                "aria-live": "polite",
                // It can grow without its frame.
                onresize: move |_| scroll.look(),
                if let Some(eyebrow) = eyebrow {
                    p { class: "practice-eyebrow", "{eyebrow}" }
                }
                h1 { class: "practice-say", "data-testid": "practice-say", {breakable(&say)} }
                if let Some(told) = feedback {
                    p {
                        class: "{told.tone.class()} {told.place.class()}",
                        "data-testid": "practice-feedback",
                        {breakable(&told.text)}
                    }
                }
            }
            span { class: "practice-more", "aria-hidden": "true",
                UiIconView { icon: UiIcon::Down }
            }
        }
    }
}
