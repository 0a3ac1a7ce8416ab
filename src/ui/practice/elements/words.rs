//! Headings and paragraphs.

use crate::domain::screen::Text;
use crate::ui::components::breakable;
use dioxus::prelude::*;

/// A line of larger words.
#[component]
pub(super) fn Heading(text: Text) -> Element {
    rsx! {
        p { class: "sim-heading", "{text.shown()}" }
    }
}

/// A paragraph, or a boxed notice.
#[component]
pub(super) fn Paragraph(text: Text, boxed: bool) -> Element {
    rsx! {
        p { class: if boxed { "sim-text is-boxed" } else { "sim-text" }, {breakable(text.shown())} }
    }
}
