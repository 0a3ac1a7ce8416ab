//! Several answers of which one is chosen.

use crate::domain::screen::{Item, Text};
use crate::ui::components::breakable;
use crate::ui::icons::SimIcon;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// The printed question over its answers.
#[component]
pub(super) fn Choice(label: Text, options: Vec<Item>, sim: Rc<Sim>) -> Element {
    rsx! {
        div { class: "sim-choice", role: "radiogroup", "aria-label": label.shown(),
            p { class: "sim-choice-label", "aria-hidden": "true", "{label.shown()}" }
            for option in options {
                SimButton {
                    key: "{option.id}",
                    sim: sim.clone(),
                    id: option.id.clone(),
                    class: "sim-option",
                    role: "radio",
                    checked: sim.is_on(&option.id),
                    span { class: if sim.is_on(&option.id) { "sim-dot is-on" } else { "sim-dot" } }
                    if let Some(icon) = option.icon {
                        span { class: "sim-row-icon",
                            SimIcon { icon }
                        }
                    }
                    span { class: "sim-row-words",
                        span { {breakable(option.label.shown())} }
                        if let Some(detail) = &option.detail {
                            span { class: "sim-detail", "{detail.shown()}" }
                        }
                    }
                }
            }
        }
    }
}
