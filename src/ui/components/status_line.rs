//! One calm line about where things are.

use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// "Đã lưu trên máy", or what is not well; announced when it changes.
#[component]
pub fn StatusLine(text: String, ok: bool) -> Element {
    rsx! {
        p { class: if ok { "status is-ok" } else { "status" }, role: "status",
            UiIconView { icon: if ok { UiIcon::Check } else { UiIcon::Alert } }
            span { "{text}" }
        }
    }
}
