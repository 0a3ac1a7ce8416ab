//! "Nghe".

use super::on_press::OnPress;
use super::press::Press;
use crate::ui::context::App;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// Reads what it stands beside aloud. Where there is no voice, it says so once it was tapped.
#[component]
pub fn ListenButton(label: String, #[props(into)] onclick: OnPress, testid: Option<String>) -> Element {
    let asked = use_signal(|| false);
    // The gallery has no app around it.
    let app = try_consume_context::<App>();
    let silent = app.filter(|app| asked() && *app.voice_missing.read());
    rsx! {
        Press {
            class: "listen",
            testid,
            onclick: onclick.then(move || {
                let mut asked = asked;
                asked.set(true);
            }),
            UiIconView { icon: UiIcon::Listen }
            span { "{label}" }
        }
        if let Some(app) = silent {
            p { class: "soft", role: "status", "data-testid": "no-voice", {app.tr().practice_no_voice()} }
        }
    }
}
