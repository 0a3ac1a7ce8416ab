//! "Nghe".

use super::press::Press;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// Reads what it stands beside aloud.
#[component]
pub fn ListenButton(label: String, onclick: EventHandler<()>, testid: Option<String>) -> Element {
    rsx! {
        Press { class: "listen", testid, onclick,
            UiIconView { icon: UiIcon::Listen }
            span { "{label}" }
        }
    }
}
