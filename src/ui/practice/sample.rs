//! The sample to be entered, with what is entered marked.

use super::entry_view::EntryView;
use dioxus::prelude::*;

/// Shown large: entered part in leaf green and underlined, the next letter framed.
#[component]
pub(super) fn Sample(label: String, entry: EntryView) -> Element {
    let [done, next, rest] = entry.parts();
    let total = entry.sample.chars().count();
    rsx! {
        p { class: "sample",
            span { class: "sample-label", "{label}" }
            span { class: "sample-text",
                span { class: "sample-done", "{done}" }
                span { class: "sample-next", "{next}" }
                span { "{rest}" }
            }
            span { class: "only-spoken", role: "status", "{entry.entered}/{total}" }
        }
    }
}
