//! The bar with an app's or page's title.

use crate::domain::ids::ElementId;
use crate::domain::screen::Text;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

use crate::ui::icons::{UiIcon, UiIconView};

/// Title, with a back arrow if it leads anywhere.
#[component]
pub(super) fn AppBar(label: Text, back: Option<ElementId>, sim: Rc<Sim>) -> Element {
    let name = sim.labels.back.clone();
    rsx! {
        div { class: "sim-app-bar",
            if let Some(id) = back {
                SimButton { sim, id, class: "sim-bar-back", label: name,
                    UiIconView { icon: UiIcon::Back }
                }
            }
            p { class: "sim-title", "{label.shown()}" }
        }
    }
}
