//! A dialog over the screen.

use super::button::ScreenButton;
use crate::domain::screen::{Button, Text};
use crate::ui::components::breakable;
use crate::ui::practice::context::Sim;
use crate::ui::practice::scroll::Scroller;
use dioxus::prelude::*;
use std::rc::Rc;

/// Covers the screen; its message scrolls if it must, its buttons are always in view.
#[component]
pub(super) fn Dialog(title: Text, body: Text, buttons: Vec<Button>, sim: Rc<Sim>) -> Element {
    rsx! {
        div { class: "sim-veil",
            div { class: "sim-dialog", role: "dialog", "aria-label": title.shown(),
                Scroller { class: "sim-dialog-words", more: sim.labels.more.clone(),
                    p { class: "sim-dialog-title", "{title.shown()}" }
                    p { {breakable(body.shown())} }
                }
                div { class: "sim-dialog-buttons",
                    for button in buttons {
                        ScreenButton { key: "{button.id}", button, sim: sim.clone() }
                    }
                }
            }
        }
    }
}
