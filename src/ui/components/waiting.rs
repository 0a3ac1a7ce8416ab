//! What stands there while a screen is on its way.

use crate::ui::context::use_app;
use dioxus::prelude::*;

/// Empty at first: most screens are there in a few milliseconds. Where it takes longer than 300 ms, it says what it is
/// doing (the style sheet counts, so that it also does where the page has no time).
#[component]
pub fn Waiting() -> Element {
    let tr = use_app().tr();
    rsx! {
        div { class: "page waiting", "aria-busy": "true", "data-testid": "waiting",
            p { class: "lead", role: "status", {tr.waiting()} }
        }
    }
}
