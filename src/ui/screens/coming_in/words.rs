//! The words, typed or scanned; then what she is called on this device.

use crate::core::CoreError;
use crate::core::courier::{Admission, Door, MAX_CHARS, Newcomer, from_address};
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, Note, NoteTone, Page, Waiting};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use crate::ui::screens::Failure;
use crate::ui::screens::questions::{Answers, Questions};
use crate::ui::screens::sharing::{Why, explain};
use dioxus::prelude::*;

/// What stands in the way, to be scrolled to.
const PROBLEM: &str = "words-problem";

/// With the four words that another device shows. They may come with the address, from a QR code.
#[component]
pub fn Join() -> Element {
    rsx! {
        Come { door: Door::Code }
    }
}

/// With the twelve words of a card.
#[component]
pub fn Recover() -> Element {
    rsx! {
        Come { door: Door::Card }
    }
}

#[component]
fn Come(door: Door) -> Element {
    let mut app = use_app();
    let mut admission = use_signal(|| None::<Admission>);
    let mut answers = Answers::using(app);
    let mut failed = use_signal(|| None::<CoreError>);
    let mut typed = use_signal(String::new);
    // Behind the # of the address, which no browser sends to a server.
    let scanned = use_resource(move || async move {
        let words = bridge::take_fragment().await.map(|text| from_address(&text));
        if let Some(words) = &words {
            typed.set(words.clone());
        }
        words.is_some()
    });
    let save = move |()| async move {
        let (Some(server), Some(admission)) = (app.sending.server(), admission()) else {
            return;
        };
        let newcomer = Newcomer {
            name: answers.name(),
            avatar: answers.avatar(),
            preferences: answers.preferences(),
        };
        match server.courier.welcome(admission, newcomer).await {
            Ok(learner) => {
                app.to_be_kept.set(true);
                app.enter(&learner);
                app.sending.now();
                app.trail.replace(Route::Home { learner: learner.id });
            }
            Err(CoreError::EmptyName) => answers.ask_for_name(),
            Err(error) => failed.set(Some(error)),
        }
    };
    if let Some(error) = failed() {
        return rsx! {
            Failure { error, on_retry: move |()| failed.set(None) }
        };
    }
    let tr = app.tr();
    if admission().is_some() {
        return rsx! {
            Page {
                dock: rsx! {
                    div { class: "stack",
                        BigButton { label: tr.new_save(), testid: "come-save", onclick: save }
                        BigButton {
                            label: tr.back(),
                            kind: ButtonKind::Plain,
                            icon: UiIcon::Back,
                            testid: "back",
                            onclick: move |()| admission.set(None),
                        }
                    }
                },
                h1 { "data-testid": "come-who", {tr.come_who_title()} }
                Questions { answers }
            }
        };
    }
    let Some(scanned) = scanned() else {
        return rsx! {
            Waiting {}
        };
    };
    rsx! {
        Words {
            door,
            scanned,
            typed,
            on_admitted: move |admitted| {
                admission.set(Some(admitted));
                // Another screen, though at the same address.
                spawn(async move { bridge::focus_heading().await });
            },
            on_failed: move |error| failed.set(Some(error)),
        }
    }
}

#[component]
fn Words(
    door: Door,
    scanned: bool,
    mut typed: Signal<String>,
    on_admitted: EventHandler<Admission>,
    on_failed: EventHandler<CoreError>,
) -> Element {
    let app = use_app();
    let tr = app.tr();
    let first = use_hook(|| typed.peek().clone());
    let mut problem = use_signal(|| None::<String>);
    let mut asking = use_signal(|| false);
    let knock = move |()| async move {
        let Some(server) = app.sending.server() else {
            problem.set(Some(tr.come_none()));
            return;
        };
        asking.set(true);
        let words = typed.peek().clone();
        let answer = server.courier.knock(door, &words).await;
        asking.set(false);
        match answer {
            Ok(admitted) => on_admitted.call(admitted),
            Err(error) => match explain(app, &error).await {
                Why::Screen(error) => on_failed.call(error),
                Why::Note(text) => {
                    problem.set(Some(text));
                    bridge::scroll_into_view(PROBLEM).await;
                }
            },
        }
    };
    let (title, place) = match door {
        Door::Code => (tr.come_code_title(), tr.come_code_where()),
        Door::Card => (tr.come_card_title(), tr.come_card_where()),
    };
    let title = if scanned && problem.read().is_none() {
        tr.come_ready_title()
    } else {
        title
    };
    rsx! {
        Page {
            dock: rsx! {
                div { class: "stack",
                    BigButton {
                        label: if asking() { tr.come_asking() } else { tr.come_next() },
                        disabled: asking(),
                        testid: "words-next",
                        onclick: knock,
                    }
                    BigButton {
                        label: tr.back(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Back,
                        testid: "back",
                        onclick: move |()| app.trail.back_or(Route::ComeIn {}),
                    }
                }
            },
            h1 { "data-testid": "words-title", "{title}" }
            // Above the field: below it the keyboard and the dock would hide it.
            if let Some(text) = problem() {
                div { id: PROBLEM, role: "alert", "data-testid": "words-problem",
                    Note { tone: NoteTone::Amber, text }
                }
            } else if scanned {
                Note { tone: NoteTone::Leaf, text: tr.come_read() }
            }
            div { class: "stack",
                label { class: "section-title", r#for: "words", {tr.come_words()} }
                textarea {
                    id: "words",
                    class: "input words-field",
                    rows: if door == Door::Code { "2" } else { "5" },
                    autocomplete: "off",
                    autocapitalize: "none",
                    spellcheck: "false",
                    maxlength: "{MAX_CHARS}",
                    "data-testid": "words-field",
                    initial_value: first,
                    oninput: move |event| {
                        typed.set(event.value());
                        problem.set(None);
                    },
                }
                p { {tr.come_words_how()} }
            }
            if !scanned {
                p { "{place}" }
                p { class: "soft", {tr.come_picture()} }
            }
        }
    }
}
