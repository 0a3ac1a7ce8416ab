//! Something that cannot be undone: the first tap only asks.

use super::button::{BigButton, ButtonKind};
use super::note::{Note, NoteTone};
use super::on_press::{OnPress, use_flag};
use crate::platform::bridge;
use crate::ui::icons::UiIcon;
use dioxus::prelude::*;

/// A button that asks, and then two: no first, where the finger is, and yes.
#[component]
pub fn TwoTaps(
    label: String,
    icon: Option<UiIcon>,
    question: String,
    /// What else comes of it.
    also: Option<String>,
    no: String,
    yes: String,
    /// Test ids of the button, of no, and of yes.
    testids: [String; 3],
    #[props(default)] disabled: bool,
    #[props(into)] on_yes: OnPress,
) -> Element {
    let asked = use_flag();
    let sure = asked.get();
    let (ask, refuse, answered) = (asked.clone(), asked.clone(), asked);
    let [ask_id, no_id, yes_id] = testids;
    let asks = format!("{ask_id}-sure");
    let place = asks.clone();
    // Both answers, also where the button was the last thing on the screen.
    use_effect(use_reactive!(|(sure,)| {
        if sure {
            let place = place.clone();
            spawn(async move { bridge::scroll_into_view(&place).await });
        }
    }));
    if !sure {
        return rsx! {
            BigButton {
                label,
                kind: ButtonKind::Plain,
                icon,
                disabled,
                testid: ask_id,
                onclick: move |()| ask.set(true),
            }
        };
    }
    rsx! {
        div { class: "stack two-taps", id: asks,
            if let Some(text) = also {
                Note { tone: NoteTone::Amber, text }
            }
            // Last, so that the question is seen with its answers.
            Note { tone: NoteTone::Brick, text: question }
            BigButton {
                label: no,
                kind: ButtonKind::Plain,
                testid: no_id,
                onclick: move |()| refuse.set(false),
            }
            BigButton {
                label: yes,
                kind: ButtonKind::Danger,
                icon,
                disabled,
                testid: yes_id,
                // The question stays until it is done: the button shows that it is at work.
                onclick: on_yes.then(move || answered.set(false)),
            }
        }
    }
}
