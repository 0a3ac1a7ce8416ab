//! A web browser's address bar.

use crate::domain::ids::ElementId;
use crate::ui::components::breakable;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// The address with its lock; what is being typed replaces it.
#[component]
pub(super) fn AddressBar(id: ElementId, url: String, secure: bool, sim: Rc<Sim>) -> Element {
    let shown = sim.text_in(&id).map_or(url, str::to_owned);
    let active = sim.state.active_field.as_ref() == Some(&id);
    let lock = if secure {
        sim.labels.secure.clone()
    } else {
        sim.labels.insecure.clone()
    };
    rsx! {
        div { class: "sim-browser",
            SimButton {
                sim,
                id,
                class: if active { "sim-address is-active" } else { "sim-address" },
                span { class: if secure { "sim-lock" } else { "sim-lock is-open" },
                    UiIconView { icon: if secure { UiIcon::Lock } else { UiIcon::Unlocked } }
                    span { class: "only-spoken", "{lock}" }
                }
                span { class: "sim-url", {breakable(&shown)} }
                if active {
                    span { class: "sim-caret", "aria-hidden": "true" }
                }
            }
        }
    }
}
