//! Rows one below the other.

use crate::domain::screen::Item;
use crate::ui::components::breakable;
use crate::ui::icons::{SimIcon, UiIcon, UiIconView};
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// Rows with an arrow at their end.
#[component]
pub(super) fn List(items: Vec<Item>, sim: Rc<Sim>) -> Element {
    rsx! {
        div { class: "sim-list",
            for item in items {
                SimButton {
                    key: "{item.id}",
                    sim: sim.clone(),
                    id: item.id.clone(),
                    class: "sim-row",
                    if let Some(icon) = item.icon {
                        span { class: "sim-row-icon",
                            SimIcon { icon }
                        }
                    }
                    span { class: "sim-row-words",
                        span { {breakable(item.label.shown())} }
                        if let Some(detail) = &item.detail {
                            span { class: "sim-detail", "{detail.shown()}" }
                        }
                    }
                    span { class: "sim-row-go",
                        UiIconView { icon: UiIcon::Next }
                    }
                }
            }
        }
    }
}
