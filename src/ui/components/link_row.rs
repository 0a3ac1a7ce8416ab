//! A row that leads to another screen.

use super::breakable::breakable;
use super::on_press::OnPress;
use super::press::Press;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// A card with an arrow: tapping it opens what it names.
#[component]
pub fn LinkRow(
    label: String,
    detail: Option<String>,
    leading: Option<Element>,
    #[props(into)] onclick: OnPress,
    testid: Option<String>,
) -> Element {
    rsx! {
        Press { class: "card row", testid, onclick,
            if let Some(leading) = leading {
                span { class: "card-leading", {leading} }
            }
            span { class: "card-words",
                span { class: "card-label", {breakable(&label)} }
                if let Some(detail) = detail {
                    span { class: "card-detail", "{detail}" }
                }
            }
            span { class: "card-go",
                UiIconView { icon: UiIcon::Next }
            }
        }
    }
}
