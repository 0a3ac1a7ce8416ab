//! "Riêng tư": what is kept where, who sees it, for how long, and how to take it back. `docs/privacy.md` says it in full.

use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, ListenButton, Page, SectionTitle};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use dioxus::prelude::*;

/// The plain words.
#[component]
pub fn Privacy() -> Element {
    let app = use_app();
    let tr = app.tr();
    let parts = [
        (tr.privacy_here_title(), tr.privacy_here()),
        (tr.privacy_server_title(), tr.privacy_server()),
        (tr.privacy_who_title(), tr.privacy_who()),
        (tr.privacy_long_title(), tr.privacy_long()),
        (tr.privacy_stop_title(), tr.privacy_stop()),
    ];
    let aloud = parts
        .iter()
        .flat_map(|(title, text)| [title.as_str(), text.as_str()])
        .collect::<Vec<_>>()
        .join("\n");
    rsx! {
        Page {
            dock: rsx! {
                BigButton {
                    label: tr.back(),
                    kind: ButtonKind::Plain,
                    icon: UiIcon::Back,
                    testid: "back",
                    onclick: move |()| app.trail.back_or(Route::About {}),
                }
            },
            h1 { "data-testid": "privacy-title", {tr.privacy_title()} }
            ListenButton {
                label: tr.listen(),
                testid: "listen",
                onclick: move |()| app.read(aloud.clone()),
            }
            for (title, text) in parts {
                SectionTitle { key: "{title}", text: title.clone() }
                p { "{text}" }
            }
        }
    }
}
