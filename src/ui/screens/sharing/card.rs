//! "Thẻ khôi phục": twelve words on paper that bring a learner back when the only phone is lost.

use super::Ways;
use super::errand::explain;
use super::words::Why;
use crate::core::OpenCard;
use crate::core::courier::in_address;
use crate::core::view::CardView;
use crate::domain::ids::LearnerId;
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{BigButton, News, Note, NoteTone, Page, QrPicture, TwoTaps};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use crate::ui::load::use_ask;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// Her card, to be printed or copied by hand.
#[component]
pub fn RecoveryCard(learner: LearnerId) -> Element {
    let asked = use_ask(OpenCard { learner });
    asked.show(move |view| {
        rsx! {
            Shown { view, again: move |()| asked.again() }
        }
    })
}

#[component]
fn Shown(view: CardView, again: EventHandler<()>) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let mut problem = use_signal(|| None::<Why>);
    let mut renewed = use_signal(|| false);
    let mut at_work = use_signal(|| false);
    let renew = move |()| async move {
        let Some(server) = app.sending.server() else {
            return;
        };
        at_work.set(true);
        match server.courier.renew_card(learner).await {
            Ok(_) => {
                renewed.set(true);
                problem.set(None);
            }
            Err(error) => problem.set(Some(explain(app, &error).await)),
        }
        at_work.set(false);
        // Also after a failure: the new card may be begun.
        again.call(());
    };
    if let Some(Why::Screen(error)) = problem() {
        return rsx! {
            Failure {
                error,
                on_retry: move |()| {
                    problem.set(None);
                    again.call(());
                },
            }
        };
    }
    rsx! {
        Page {
            dock: rsx! {
                Ways { learner, back: Route::Sharing { learner } }
            },
            h1 { "data-testid": "card-title", {tr.share_card()} }
            if let Some(Why::Note(text)) = problem() {
                News { tone: NoteTone::Amber, text, testid: "card-problem" }
            }
            if view.unfinished {
                Note { tone: NoteTone::Amber, text: tr.card_unfinished() }
                BigButton {
                    label: tr.card_finish(),
                    icon: UiIcon::Refresh,
                    disabled: at_work(),
                    testid: "card-finish",
                    onclick: renew,
                }
            } else if renewed() {
                News { tone: NoteTone::Leaf, text: tr.card_renewed(), testid: "card-renewed" }
            }
            p { class: "lead", {tr.card_lead()} }
            Note { tone: NoteTone::Amber, text: tr.card_keep() }
            Paper { view: view.clone() }
            if !view.unfinished {
                BigButton {
                    label: tr.card_print(),
                    icon: UiIcon::Print,
                    testid: "card-print",
                    onclick: move |()| async move { bridge::print().await },
                }
                p { {tr.card_copy()} }
                TwoTaps {
                    label: tr.card_renew(),
                    icon: UiIcon::Refresh,
                    question: tr.card_renew_sure(),
                    no: tr.card_renew_no(),
                    yes: tr.card_renew_yes(),
                    testids: ["card-renew", "card-renew-no", "card-renew-yes"].map(str::to_owned),
                    disabled: at_work(),
                    on_yes: renew,
                }
            }
        }
    }
}

/// The card itself: the only thing that is printed.
#[component]
fn Paper(view: CardView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let Some(server) = app.sending.server() else {
        return rsx! {};
    };
    let link = format!("{}/recover#{}", server.address, in_address(&view.words));
    rsx! {
        section { class: "print-card", "aria-label": tr.card_paper_title(),
            h2 { {tr.card_paper_title()} }
            p { {tr.card_paper_of(view.learner.name.clone())} }
            ol { class: "card-words-list", "data-testid": "card-words",
                for (index, word) in view.words.iter().enumerate() {
                    li { key: "{index}",
                        span { class: "word-number", "{index + 1}" }
                        span { class: "word", lang: "vi", "{word}" }
                    }
                }
            }
            QrPicture { text: link, label: tr.card_picture_alt() }
            p { {tr.card_paper_how(server.name().to_owned())} }
            p { {tr.card_keep()} }
        }
    }
}
