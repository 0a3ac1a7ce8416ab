//! About: what this is, that it needs no network, and how honest it is about what nobody has verified.

use crate::core::Start;
use crate::core::view::StartView;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, LinkRow, Note, NoteTone, Page};
use crate::ui::context::use_app;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::load::use_ask;
use dioxus::prelude::*;

/// The about screen.
#[component]
pub fn About() -> Element {
    let asked = use_ask(Start {});
    asked.show(|view| {
        rsx! {
            Shown { view }
        }
    })
}

#[component]
fn Shown(view: StartView) -> Element {
    let app = use_app();
    let tr = app.tr();
    rsx! {
        Page {
            dock: rsx! {
                BigButton {
                    label: tr.back(),
                    kind: ButtonKind::Plain,
                    icon: UiIcon::Back,
                    testid: "back",
                    onclick: move |()| app.trail.back_or(Route::Who {}),
                }
            },
            h1 { "data-testid": "about-title", {tr.about_title()} }
            p { class: "lead", {tr.about_what()} }
            Note { tone: NoteTone::Leaf, title: tr.about_practice_title(), text: tr.about_practice() }
            Note { title: tr.about_offline_title(), text: tr.about_offline() }
            Note { title: tr.about_private_title(), text: tr.about_private() }
            LinkRow {
                label: tr.privacy_link(),
                leading: rsx! { UiIconView { icon: UiIcon::Lock } },
                testid: "about-privacy",
                onclick: move |()| {
                    navigator().push(Route::Privacy {});
                },
            }
            Note { tone: NoteTone::Amber, title: tr.about_honest_title(), text: tr.about_honest() }
            p { class: "fine-print", {tr.about_version(view.build.clone(), view.pack)} }
            p { class: "fine-print", {tr.about_licences()} }
        }
    }
}
