//! The one family of drawn icons: those of simulated screens and those of the app.
//!
//! They are part of the program, not files, so that none is ever missing with no network.

mod app;
mod sim;

pub use app::UiIcon;

use crate::domain::screen::Icon;
use dioxus::prelude::*;

/// An icon on a simulated screen. Decoration: the words beside it say the same.
#[component]
pub fn SimIcon(icon: Icon) -> Element {
    rsx! {
        Drawing { inside: sim::drawing(icon) }
    }
}

/// One of the app's own icons. Decoration: the words beside it say the same.
#[component]
pub fn UiIconView(icon: UiIcon) -> Element {
    rsx! {
        Drawing { inside: app::drawing(icon) }
    }
}

#[component]
fn Drawing(inside: &'static str) -> Element {
    rsx! {
        svg {
            class: "icon",
            view_box: "0 0 24 24",
            fill: "none",
            stroke: "currentColor",
            stroke_width: "2",
            stroke_linecap: "round",
            stroke_linejoin: "round",
            "aria-hidden": "true",
            "focusable": "false",
            dangerous_inner_html: inside,
        }
    }
}
