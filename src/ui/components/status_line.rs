//! One calm line about where things are.

use super::on_press::OnPress;
use super::press::Press;
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

/// The same line where there is more to see: tapping it leads there.
#[component]
pub fn StatusLink(
    text: String,
    detail: Option<String>,
    ok: bool,
    #[props(into)] onclick: OnPress,
    testid: Option<String>,
) -> Element {
    rsx! {
        div { role: "status",
            Press {
                class: if ok { "status status-link is-ok" } else { "status status-link" },
                testid,
                onclick,
                UiIconView { icon: if ok { UiIcon::Check } else { UiIcon::Clock } }
                span { class: "card-words",
                    span { class: "status-text", "{text}" }
                    if let Some(detail) = detail {
                        span { "{detail}" }
                    }
                }
                span { class: "card-go",
                    UiIconView { icon: UiIcon::Next }
                }
            }
        }
    }
}
