//! Tiles in rows.

use crate::domain::screen::Item;
use crate::ui::icons::SimIcon;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// Two or three tiles beside each other, as the words allow.
#[component]
pub(super) fn TileGrid(tiles: Vec<Item>, sim: Rc<Sim>) -> Element {
    rsx! {
        div { class: "sim-tiles",
            for tile in tiles {
                SimButton {
                    key: "{tile.id}",
                    sim: sim.clone(),
                    id: tile.id.clone(),
                    class: "sim-tile",
                    if let Some(icon) = tile.icon {
                        span { class: "sim-tile-icon",
                            SimIcon { icon }
                        }
                    }
                    span { class: "sim-tile-label", "{tile.label.shown()}" }
                    if let Some(detail) = &tile.detail {
                        span { class: "sim-detail", "{detail.shown()}" }
                    }
                }
            }
        }
    }
}
