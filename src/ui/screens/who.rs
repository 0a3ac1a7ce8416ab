//! "Hôm nay ai học?"

use crate::core::view::{DeletedCard, LearnerCard, Notice, StartView};
use crate::core::{CoreError, DismissNotices, EnterAsGuest, PurgeLearner, Start, TakeBackLearner};
use crate::domain::consent::Role;
use crate::i18n::Tr;
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, LinkRow, Note, NoteTone, Page, SectionTitle, Waiting};
use crate::ui::context::{App, use_app};
use crate::ui::faces::Face;
use crate::ui::icons::UiIcon;
use crate::ui::load::use_ask;
use crate::ui::screens::{NotSaved, Question};
use dioxus::prelude::*;

/// Choosing oneself by face and name; adding somebody; just trying.
#[component]
pub fn Who() -> Element {
    let asked = use_ask(Start {});
    asked.show(|view| {
        rsx! {
            WhoView { view, again: move |()| asked.again() }
        }
    })
}

#[component]
fn WhoView(view: StartView, again: EventHandler<()>) -> Element {
    let mut app = use_app();
    let first = view.first_start;
    let preferences = view.preferences;
    use_hook(move || {
        if first {
            app.trail.replace(Route::FirstStart {
                question: Question::Language,
            });
        } else if *app.preferences.peek() != preferences {
            app.preferences.set(preferences);
        }
    });
    if first {
        return rsx! {
            Waiting {}
        };
    }
    let tr = app.tr();
    let as_guest = move |()| async move {
        match app.ask(EnterAsGuest {}).await {
            Ok(guest) => {
                app.to_be_kept.set(true);
                app.enter(&guest);
                navigator().push(Route::Home { learner: guest.id });
            }
            Err(_) => again.call(()),
        }
    };
    rsx! {
        Page {
            dock: rsx! {
                div { class: "pair",
                    BigButton {
                        label: tr.who_add(),
                        // Beside something to bring back nothing else is the main thing.
                        kind: if view.learners.is_empty() && view.deleted.is_empty() {
                            ButtonKind::Main
                        } else {
                            ButtonKind::Plain
                        },
                        icon: UiIcon::UserAdd,
                        testid: "who-add",
                        onclick: move |()| {
                            navigator().push(Route::NewLearner {});
                        },
                    }
                    BigButton {
                        label: tr.who_guest(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Hand,
                        testid: "who-guest",
                        onclick: as_guest,
                    }
                }
            },
            h1 { "data-testid": "who-title", {tr.who_title()} }
            Notices { notices: view.notices.clone(), again }
            // First what she may have come for.
            if view.learners.is_empty() {
                Deleted { cards: view.deleted.clone(), again }
                p { class: "lead", {tr.who_empty()} }
                if view.deleted.is_empty() {
                    Note { tone: NoteTone::Leaf, text: tr.first_promise() }
                }
            }
            div { class: "stack",
                for card in view.learners.iter().cloned() {
                    Person { key: "{card.learner.id}", card }
                }
            }
            if !view.learners.is_empty() {
                Deleted { cards: view.deleted.clone(), again }
            }
            if app.sending.server().is_some() {
                LinkRow {
                    label: tr.come_link(),
                    testid: "come-in",
                    onclick: move |()| {
                        navigator().push(Route::ComeIn {});
                    },
                }
            }
            LinkRow {
                label: tr.who_about(),
                testid: "who-about",
                onclick: move |()| {
                    navigator().push(Route::About {});
                },
            }
        }
    }
}

fn about(tr: Tr, card: &LearnerCard) -> String {
    match (&card.doing, card.due) {
        (Some(title), _) => tr.who_doing(title.clone()),
        (None, 0) => tr.who_ready(),
        (None, due) => tr.who_due(due),
    }
}

#[component]
fn Person(card: LearnerCard) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = card.learner.clone();
    rsx! {
        LinkRow {
            label: learner.name.clone(),
            detail: about(tr, &card),
            leading: rsx! { Face { avatar: learner.avatar } },
            testid: "person",
            onclick: move |()| {
                app.enter(&learner);
                navigator().push(Route::Home { learner: learner.id });
            },
        }
    }
}

#[component]
fn Notices(notices: Vec<Notice>, again: EventHandler<()>) -> Element {
    let app = use_app();
    let tr = app.tr();
    let mut read = use_signal(|| false);
    if notices.is_empty() || read() {
        return rsx! {};
    }
    rsx! {
        for notice in notices.iter() {
            Note {
                tone: NoteTone::Amber,
                text: match notice {
                    Notice::MovedAside(name) => tr.notice_moved(name.clone()),
                    Notice::LeftOut { name, .. } => tr.notice_left_out(name.clone()),
                },
            }
        }
        BigButton {
            label: tr.notice_ok(),
            kind: ButtonKind::Plain,
            testid: "notice-ok",
            onclick: move |()| async move {
                read.set(true);
                // What cannot be noted as read is shown again next time.
                let _ = app.ask(DismissNotices {}).await;
                again.call(());
            },
        }
    }
}

#[component]
fn Deleted(cards: Vec<DeletedCard>, again: EventHandler<()>) -> Element {
    let app = use_app();
    let tr = app.tr();
    if cards.is_empty() {
        return rsx! {};
    }
    rsx! {
        SectionTitle { text: tr.who_deleted_title() }
        for card in cards {
            DeletedPerson { key: "{card.learner.id}", card, app, again }
        }
    }
}

#[component]
fn DeletedPerson(card: DeletedCard, app: App, again: EventHandler<()>) -> Element {
    let tr = app.tr();
    let mut sure = use_signal(|| false);
    let mut not_saved = use_signal(|| None::<CoreError>);
    let id = card.learner.id;
    let name = card.learner.name.clone();
    // Both answers, also where she is the last on the screen.
    use_effect(move || {
        if sure() {
            spawn(async move { bridge::scroll_into_view(&id.to_string()).await });
        }
    });
    rsx! {
        div { class: "stack", id: "{id}",
            p { "{name}. ", {tr.who_deleted(card.days_left)} }
            if let Some(error) = not_saved() {
                NotSaved { error }
            }
            if sure() {
                Note { tone: NoteTone::Brick, text: tr.who_purge_sure(name.clone()) }
                if let Some(role) = card.sharing {
                    Note {
                        tone: NoteTone::Amber,
                        text: match role {
                            Role::Own => tr.delete_share_own(),
                            Role::Joined => tr.delete_share_joined(),
                        },
                    }
                }
                BigButton {
                    label: tr.who_purge_no(),
                    kind: ButtonKind::Plain,
                    testid: "purge-no",
                    onclick: move |()| sure.set(false),
                }
                BigButton {
                    label: tr.who_purge_yes(),
                    kind: ButtonKind::Danger,
                    icon: UiIcon::Trash,
                    testid: "purge-yes",
                    onclick: move |()| async move {
                        // The end of her sharing is on its way from now on.
                        match app.ask_and_send(PurgeLearner { learner: id }).await {
                            Ok(()) => again.call(()),
                            Err(error) => not_saved.set(Some(error)),
                        }
                    },
                }
            } else {
                BigButton {
                    label: tr.who_take_back(name.clone()),
                    icon: UiIcon::Undo,
                    testid: "take-back",
                    onclick: move |()| async move {
                        match app.ask_and_send(TakeBackLearner { learner: id }).await {
                            Ok(()) => again.call(()),
                            Err(error) => not_saved.set(Some(error)),
                        }
                    },
                }
                BigButton {
                    label: tr.who_purge(name.clone()),
                    kind: ButtonKind::Plain,
                    icon: UiIcon::Trash,
                    testid: "purge",
                    onclick: move |()| sure.set(true),
                }
            }
        }
    }
}
