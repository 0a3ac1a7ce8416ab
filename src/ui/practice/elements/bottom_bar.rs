//! Tabs at the bottom.

use crate::domain::screen::Item;
use crate::ui::icons::SimIcon;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// The first tab is drawn as the open one unless another is chosen.
#[component]
pub(super) fn BottomBar(tabs: Vec<Item>, sim: Rc<Sim>) -> Element {
    let chosen = tabs.iter().position(|tab| sim.is_on(&tab.id)).unwrap_or_default();
    rsx! {
        div { class: "sim-tabs",
            for (index, tab) in tabs.into_iter().enumerate() {
                SimButton {
                    key: "{tab.id}",
                    sim: sim.clone(),
                    id: tab.id.clone(),
                    class: if index == chosen { "sim-tab is-open" } else { "sim-tab" },
                    current: index == chosen,
                    if let Some(icon) = tab.icon {
                        SimIcon { icon }
                    }
                    span { "{tab.label.shown()}" }
                }
            }
        }
    }
}
