//! The electronic identity card, with fictional data and a drawing of ours.

use crate::domain::ids::ElementId;
use crate::domain::screen::Text;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// Nobody in particular.
const SILHOUETTE: &str = r##"<rect width="60" height="76" rx="6" fill="#D9E2E6"/><circle cx="30" cy="29" r="14" fill="#5D7078"/><path d="M6 76c0-17 10-27 24-27s24 10 24 27z" fill="#5D7078"/>"##;

/// A card that can be tapped, marked as a specimen so that nobody takes a picture of it for a real one.
#[component]
pub(super) fn IdCard(id: ElementId, title: Text, name: Text, number: String, sim: Rc<Sim>) -> Element {
    let specimen = sim.labels.specimen.clone();
    rsx! {
        SimButton { sim, id, class: "sim-card",
            span { class: "sim-card-head",
                span { class: "sim-card-title", "{title.shown()}" }
                span { class: "sim-card-specimen", "{specimen}" }
            }
            span { class: "sim-card-body",
                span { class: "sim-card-photo", "aria-hidden": "true",
                    svg { view_box: "0 0 60 76", "focusable": "false", dangerous_inner_html: SILHOUETTE }
                }
                span { class: "sim-card-words",
                    span { class: "sim-card-name", "{name.shown()}" }
                    span { class: "sim-card-number", "{number}" }
                }
            }
        }
    }
}
