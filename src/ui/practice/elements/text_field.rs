//! A field to be filled with the sample.

use crate::domain::ids::ElementId;
use crate::domain::screen::Text;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// Printed name and box together are the target: larger than the box alone.
#[component]
pub(super) fn TextField(
    id: ElementId,
    label: Text,
    placeholder: Option<Text>,
    secret: bool,
    sim: Rc<Sim>,
) -> Element {
    let entered = sim.text_in(&id).map(str::to_owned);
    let active = sim.state.active_field.as_ref() == Some(&id);
    let filled = sim.labels.filled.clone();
    rsx! {
        SimButton {
            sim,
            id,
            class: if active { "sim-field is-active" } else { "sim-field" },
            span { class: "sim-field-label", "{label.shown()}" }
            span { class: "sim-field-box",
                match (entered, secret) {
                    (Some(text), true) => rsx! {
                        span { class: "sim-dots", "aria-hidden": "true", {"•".repeat(text.chars().count())} }
                        span { class: "only-spoken", "{filled}" }
                    },
                    (Some(text), false) => rsx! {
                        span { "{text}" }
                    },
                    (None, _) => rsx! {
                        if let Some(placeholder) = placeholder.filter(|_| !active) {
                            span { class: "sim-placeholder", "{placeholder.shown()}" }
                        }
                    },
                }
                if active {
                    span { class: "sim-caret", "aria-hidden": "true" }
                }
            }
        }
    }
}
