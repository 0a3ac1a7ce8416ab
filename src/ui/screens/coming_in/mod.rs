//! "Học tiếp từ máy khác": a learner who has been learning on another device comes in here.

mod words;

pub use words::{Join, Recover};

use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, LinkRow, Note, Page};
use crate::ui::context::use_app;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// What has she got: four words, or a card?
#[component]
pub fn ComeIn() -> Element {
    let app = use_app();
    let tr = app.tr();
    let connected = app.sending.server().is_some();
    rsx! {
        Page {
            dock: rsx! {
                BigButton {
                    label: tr.back(),
                    kind: ButtonKind::Plain,
                    icon: UiIcon::Back,
                    testid: "back",
                    onclick: move |()| app.trail.back_to(Route::Who {}),
                }
            },
            h1 { "data-testid": "come-title", {tr.come_title()} }
            if connected {
                p { class: "lead", {tr.come_lead()} }
                LinkRow {
                    label: tr.come_code(),
                    detail: tr.come_code_detail(),
                    leading: rsx! { UiIconView { icon: UiIcon::Smartphone } },
                    testid: "come-code",
                    onclick: move |()| {
                        navigator().push(Route::Join {});
                    },
                }
                LinkRow {
                    label: tr.come_card(),
                    detail: tr.come_card_detail(),
                    leading: rsx! { UiIconView { icon: UiIcon::Card } },
                    testid: "come-card",
                    onclick: move |()| {
                        navigator().push(Route::Recover {});
                    },
                }
            } else {
                Note { text: tr.come_none() }
            }
        }
    }
}
