//! Tabs at the bottom.

use crate::domain::ids::ElementId;
use crate::domain::screen::Item;
use crate::ui::icons::SimIcon;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// The open tab is the one just chosen, or else the one whose page this is, or else the first.
#[component]
pub(super) fn BottomBar(tabs: Vec<Item>, open: Option<ElementId>, sim: Rc<Sim>) -> Element {
    let just_chosen = tabs.iter().position(|tab| sim.is_on(&tab.id));
    let page = || tabs.iter().position(|tab| Some(&tab.id) == open.as_ref());
    let chosen = just_chosen.or_else(page).unwrap_or_default();
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
