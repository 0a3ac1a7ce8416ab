//! Tiles: a picture over a word.

use super::on_press::OnPress;
use super::press::Press;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// Holds tiles: two beside each other where the words have room, one below the other where not.
#[component]
pub fn Tiles(children: Element) -> Element {
    rsx! {
        div { class: "tiles", {children} }
    }
}

/// A tile that opens what it names.
#[component]
pub fn Tile(
    label: String,
    detail: Option<String>,
    icon: UiIcon,
    #[props(into)] onclick: OnPress,
    testid: Option<String>,
) -> Element {
    rsx! {
        Press { class: "card tile", testid, onclick,
            span { class: "tile-icon",
                UiIconView { icon }
            }
            span { class: "card-words",
                span { class: "card-label", "{label}" }
                if let Some(detail) = detail {
                    span { class: "card-detail", "{detail}" }
                }
            }
        }
    }
}
