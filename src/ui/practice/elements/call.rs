//! A phone call.

use crate::domain::screen::{Button, CallState, Icon, Text};
use crate::ui::components::breakable;
use crate::ui::icons::{SimIcon, UiIcon, UiIconView};
use crate::ui::practice::context::Sim;
use crate::ui::practice::scroll::Scroller;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// Fills the phone. Only what the caller says scrolls: both answers are always in view.
///
/// The answer that goes on with the call is never leaf green, which is the colour of our own "go on".
#[component]
pub(super) fn Call(caller: Text, number: String, state: CallState, sim: Rc<Sim>) -> Element {
    let speech = match &state {
        CallState::Talking { speech, .. } => Some(speech.shown().to_owned()),
        CallState::Incoming { .. } => None,
    };
    let (end, go_on, go_on_icon) = match state {
        CallState::Incoming { answer, decline } => (decline, answer, UiIcon::Phone),
        CallState::Talking {
            hang_up,
            keep_talking,
            ..
        } => (hang_up, keep_talking, UiIcon::Speech),
    };
    rsx! {
        div { class: "sim-call",
            div { class: "sim-caller",
                span { class: "sim-caller-face",
                    SimIcon { icon: Icon::User }
                }
                p { class: "sim-caller-name", "{caller.shown()}" }
                p { class: "sim-caller-number", "{number}" }
            }
            if let Some(speech) = speech {
                Scroller { class: "sim-speech", more: sim.labels.more.clone(),
                    p { {breakable(&speech)} }
                }
            }
            div { class: "sim-answers",
                Answer { button: end, icon: UiIcon::PhoneOff, class: "sim-answer is-end", sim: sim.clone() }
                Answer { button: go_on, icon: go_on_icon, class: "sim-answer is-go-on", sim }
            }
        }
    }
}

#[component]
fn Answer(button: Button, icon: UiIcon, class: String, sim: Rc<Sim>) -> Element {
    rsx! {
        SimButton { sim, id: button.id, class,
            UiIconView { icon }
            span { "{button.label.shown()}" }
        }
    }
}
