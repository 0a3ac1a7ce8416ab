//! The heading of one part of a screen.

use dioxus::prelude::*;

/// A second-level heading.
#[component]
pub fn SectionTitle(text: String) -> Element {
    rsx! {
        h2 { class: "section-title", "{text}" }
    }
}
