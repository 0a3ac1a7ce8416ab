//! The question, with everything to know before answering it. Nothing is chosen for her, and no is as large as yes.

use super::Ways;
use crate::core::view::SharingView;
use crate::core::{CoreError, GiveConsent};
use crate::domain::consent::Role;
use crate::i18n::Tr;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, ListenButton, Note, NoteTone, Page, SectionTitle};
use crate::ui::context::use_app;
use crate::ui::screens::Failure;
use crate::ui::sending::Server;
use dioxus::prelude::*;

/// What is told, in order: a heading and a text.
fn told(tr: Tr, server: &str) -> [(String, String); 5] {
    [
        (tr.ask_what_title(), tr.ask_what()),
        (tr.ask_never_title(), tr.ask_never()),
        (tr.ask_whom_title(), tr.ask_whom(server.to_owned())),
        (tr.ask_why_title(), tr.ask_why()),
        (tr.ask_back_title(), tr.ask_back()),
    ]
}

/// How it was ended just now, or that an end has not reached the server.
fn remark(tr: Tr, stopped: Option<Role>, waiting: bool) -> Option<String> {
    match (stopped, waiting) {
        (Some(Role::Own), true) => Some(tr.ask_stopped_waiting()),
        (Some(Role::Own), false) => Some(tr.ask_stopped()),
        (Some(Role::Joined), _) => Some(tr.ask_left()),
        (None, true) => Some(tr.ask_ending_waits()),
        (None, false) => None,
    }
}

/// Not sharing: asks.
#[component]
pub(super) fn Ask(
    view: SharingView,
    server: Server,
    mut stopped: Signal<Option<Role>>,
    again: EventHandler<()>,
) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let mut failed = use_signal(|| None::<CoreError>);
    let told = told(tr, server.name());
    let everything = [tr.sharing_title(), tr.ask_now(), tr.ask_server()]
        .into_iter()
        .chain(
            told.iter()
                .flat_map(|(title, text)| [title.clone(), text.clone()]),
        )
        .chain([tr.ask_yourself(), tr.ask_sentence()])
        .collect::<Vec<_>>()
        .join("\n");
    let aloud = everything.clone();
    use_hook(move || {
        // Having just said no more, she is not asked again aloud.
        if stopped.peek().is_none() {
            app.read_if_wanted(aloud);
        }
    });
    let agree = move |()| async move {
        match app.ask_and_send(GiveConsent { learner }).await {
            Ok(_) => {
                stopped.set(None);
                again.call(());
            }
            Err(error) => failed.set(Some(error)),
        }
    };
    if let Some(error) = failed() {
        return rsx! {
            Failure { error, on_retry: move |()| failed.set(None) }
        };
    }
    rsx! {
        Page {
            dock: rsx! {
                Ways { learner, back: Route::Settings { learner } }
            },
            h1 { "data-testid": "sharing-title", {tr.sharing_title()} }
            if let Some(text) = remark(tr, stopped(), view.endings_waiting > 0) {
                Note { tone: NoteTone::Leaf, text }
            }
            ListenButton {
                label: tr.listen(),
                testid: "listen",
                onclick: move |()| app.read(everything.clone()),
            }
            p { class: "lead", {tr.ask_now()} }
            p { {tr.ask_server()} }
            for (title, text) in told {
                SectionTitle { key: "{title}", text: title.clone() }
                p { "{text}" }
            }
            div { class: "consent",
                p { "data-testid": "consent-sentence", {tr.ask_sentence()} }
                ListenButton {
                    label: tr.listen(),
                    testid: "listen-sentence",
                    onclick: move |()| app.read(tr.ask_sentence()),
                }
            }
            p { {tr.ask_yourself()} }
            BigButton {
                label: tr.ask_yes(),
                kind: ButtonKind::Plain,
                testid: "consent-yes",
                onclick: agree,
            }
            BigButton {
                label: tr.ask_no(),
                kind: ButtonKind::Plain,
                testid: "consent-no",
                onclick: move |()| app.trail.back_or(Route::Settings { learner }),
            }
        }
    }
}
