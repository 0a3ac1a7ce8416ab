//! "Nghe".

use super::note::{Note, NoteTone};
use super::on_press::OnPress;
use super::press::Press;
use crate::platform::bridge::{self, Silence, System};
use crate::ui::context::{App, use_app};
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::names;
use dioxus::prelude::*;

/// Reads what it stands beside aloud. Where nothing is to be heard, it says why once it was tapped, and what helps.
#[component]
pub fn ListenButton(label: String, #[props(into)] onclick: OnPress, testid: Option<String>) -> Element {
    let asked = use_signal(|| false);
    // The gallery has no app around it.
    let app = try_consume_context::<App>();
    let silent = app.and_then(|app| Some((app, app.silence.read().filter(|_| asked())?)));
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
        if let Some((app, why)) = silent {
            Silent { app, why }
        }
    }
}

#[component]
fn Silent(app: App, why: Silence) -> Element {
    let tr = app.tr();
    let system = use_resource(bridge::system);
    rsx! {
        div { role: "status", "data-testid": "no-voice",
            p { class: "soft", {names::silence(tr, why)} }
            if let Some(text) = names::how_to_add_a_voice(tr, why, system().unwrap_or_default()) {
                p { class: "soft", "{text}" }
            }
        }
    }
}

/// Why nothing could be heard, before she has tried. `missing` is said where only the voice is missing.
#[component]
pub fn SilentNote(why: Silence, system: System, missing: String) -> Element {
    let tr = use_app().tr();
    let text = if why == Silence::NoVoice {
        missing
    } else {
        names::silence(tr, why)
    };
    rsx! {
        Note { tone: NoteTone::Amber, text }
        if let Some(text) = names::how_to_add_a_voice(tr, why, system) {
            p { class: "soft", "{text}" }
        }
    }
}
