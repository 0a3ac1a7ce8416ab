//! "Học tiếp trên máy khác": four words that let one other device in.

use super::Ways;
use super::errand::use_errand;
use crate::core::courier::{ErrandError, in_address, join_words};
use crate::core::view::{SentAt, SharingView};
use crate::core::{CoreError, OpenSharing, TellTime};
use crate::domain::ids::LearnerId;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, ListenButton, Note, NoteTone, Page, QrPicture};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use crate::ui::load::use_ask;
use crate::ui::names;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// Asks the server for a code as soon as it opens.
#[component]
pub fn ShareCode(learner: LearnerId) -> Element {
    let asked = use_ask(OpenSharing { learner });
    asked.show(|view| {
        rsx! {
            Shown { view }
        }
    })
}

#[component]
fn Shown(view: SharingView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let share = view.share.as_ref().map(|share| share.share);
    let errand = use_errand(move |courier| async move {
        let share = share.ok_or(ErrandError::Core(CoreError::NotHerOwnDevice))?;
        let reply = courier.join_code(share).await?;
        let seconds = reply.expires_in;
        let until = app.ask(TellTime { seconds }).await?;
        Ok((join_words(&reply.code), until))
    });
    if let Some(error) = errand.failure() {
        return rsx! {
            Failure { error, on_retry: move |()| errand.again() }
        };
    }
    rsx! {
        Page {
            dock: rsx! {
                Ways { learner, back: Route::Sharing { learner } }
            },
            h1 { "data-testid": "code-title", {tr.share_code()} }
            {
                errand.show(tr.code_asking(), move |(words, until)| rsx! {
                    Code { words, until }
                    BigButton {
                        label: tr.code_new(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Refresh,
                        testid: "code-new",
                        onclick: move |()| errand.again(),
                    }
                })
            }
        }
    }
}

#[component]
fn Code(words: Vec<&'static str>, until: SentAt) -> Element {
    let app = use_app();
    let tr = app.tr();
    let address = app
        .sending
        .server()
        .map(|server| server.address)
        .unwrap_or_default();
    let link = format!("{address}/join#{}", in_address(&words));
    let aloud = format!("{} {}.", tr.code_lead(), words.join(", "));
    rsx! {
        p { class: "lead", {tr.code_lead()} }
        ol { class: "code-words", "data-testid": "code-words",
            for (index, word) in words.into_iter().enumerate() {
                li { key: "{index}",
                    span { class: "word-number", "{index + 1}" }
                    span { class: "word", lang: "vi", "{word}" }
                }
            }
        }
        ListenButton {
            label: tr.listen(),
            testid: "listen",
            onclick: move |()| app.read(aloud.clone()),
        }
        p { {tr.code_until(names::time(until))} }
        Note { tone: NoteTone::Amber, text: tr.code_trust() }
        p { {tr.code_picture()} }
        QrPicture { text: link, label: tr.code_picture_alt() }
    }
}
