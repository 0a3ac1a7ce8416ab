//! A box to tick.

use crate::domain::ids::ElementId;
use crate::domain::screen::Text;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// The whole sentence is the target, not only the box.
#[component]
pub(super) fn Checkbox(id: ElementId, label: Text, sim: Rc<Sim>) -> Element {
    let ticked = sim.is_on(&id);
    rsx! {
        SimButton { sim, id, class: "sim-check", role: "checkbox", checked: ticked,
            span { class: if ticked { "sim-box is-on" } else { "sim-box" },
                if ticked {
                    UiIconView { icon: UiIcon::Check }
                }
            }
            span { "{label.shown()}" }
        }
    }
}
