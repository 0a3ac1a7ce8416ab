//! Drawn faces to pick oneself out by, without reading.

use crate::domain::learner::Avatar;
use dioxus::prelude::*;

/// A face in its round frame. Decoration: the name beside it says who it is.
#[component]
pub fn Face(avatar: Avatar, #[props(default)] small: bool) -> Element {
    let _ = avatar;
    rsx! {
        span { class: if small { "face is-small" } else { "face" }, "aria-hidden": "true" }
    }
}
