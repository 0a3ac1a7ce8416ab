//! "Đã chuyển sang thẻ khác": another tab uses the app now.

use crate::ui::components::{BigButton, Page};
use crate::ui::context::use_app;
use dioxus::prelude::*;

/// Shown in the tab that let go of the data.
#[component]
pub fn MovedAway() -> Element {
    let mut app = use_app();
    let tr = app.tr();
    rsx! {
        Page {
            dock: rsx! {
                BigButton {
                    label: tr.moved_tab_back(),
                    testid: "moved-back",
                    onclick: move |()| async move {
                        app.take_over().await;
                        app.moved_away.set(false);
                    },
                }
            },
            h1 { "data-testid": "moved-title", {tr.moved_tab_title()} }
            p { class: "lead", {tr.moved_tab_text()} }
        }
    }
}
