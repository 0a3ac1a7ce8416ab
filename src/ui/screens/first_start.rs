//! The first start: language, form of address, text size, voice. One question a screen, each can be skipped.

use crate::core::FinishFirstStart;
use crate::domain::learner::{Address, Lang, TextSize, Voice};
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, ChoiceCard, ChoiceGroup, Note, NoteTone, Page, StepBar};
use crate::ui::context::{App, use_app};
use crate::ui::icons::UiIcon;
use crate::ui::names;
use dioxus::prelude::*;

/// A question of the first start. Each has an address, so that the phone's back key goes one question back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Which language.
    Language,
    /// How to be addressed.
    Address,
    /// Which text size.
    Size,
    /// Whether to be read to.
    Voice,
}

/// A word that names no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no question of the first start")]
pub struct UnknownQuestion;

impl std::fmt::Display for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Language => "language",
            Self::Address => "address",
            Self::Size => "size",
            Self::Voice => "voice",
        })
    }
}

impl std::str::FromStr for Question {
    type Err = UnknownQuestion;
    fn from_str(word: &str) -> Result<Self, UnknownQuestion> {
        Self::ALL
            .into_iter()
            .find(|question| question.to_string() == word)
            .ok_or(UnknownQuestion)
    }
}

impl Question {
    const ALL: [Self; 4] = [Self::Language, Self::Address, Self::Size, Self::Voice];

    fn after(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|q| *q != self).nth(1)
    }

    fn before(self) -> Option<Self> {
        Self::ALL.into_iter().take_while(|q| *q != self).last()
    }
}

/// Four questions, then "who is learning".
#[component]
pub fn FirstStart(question: Question) -> Element {
    let app = use_app();
    let tr = app.tr();
    let now = question;
    let done = Question::ALL.iter().take_while(|q| **q != now).count();

    let finish = move |()| async move {
        let preferences = *app.preferences.peek();
        // If it cannot be kept, the questions come again next time; nothing else depends on it.
        let _ = app.ask(FinishFirstStart { preferences }).await;
        app.trail.replace(Route::Who {});
    };
    let go_on = move |()| async move {
        match now.after() {
            Some(next) => {
                navigator().push(Route::FirstStart { question: next });
            }
            None => finish(()).await,
        }
    };
    rsx! {
        Page {
            header: rsx! {
                StepBar { done, total: Question::ALL.len(), label: tr.practice_step(done + 1, Question::ALL.len()) }
            },
            dock: rsx! {
                div { class: "stack",
                    BigButton { label: tr.next(), testid: "first-next", onclick: go_on }
                    div { class: "pair",
                        if let Some(before) = now.before() {
                            BigButton {
                                label: tr.back(),
                                kind: ButtonKind::Plain,
                                icon: UiIcon::Back,
                                testid: "first-back",
                                onclick: move |()| app.trail.back_to(Route::FirstStart { question: before }),
                            }
                        }
                        BigButton {
                            label: tr.skip(),
                            kind: ButtonKind::Plain,
                            testid: "first-skip",
                            // What was answered so far stays.
                            onclick: finish,
                        }
                    }
                }
            },
            match now {
                Question::Language => rsx! { Languages { app } },
                Question::Address => rsx! { Addresses { app } },
                Question::Size => rsx! { Sizes { app } },
                Question::Voice => rsx! { Voices { app } },
            }
        }
    }
}

#[component]
fn Languages(mut app: App) -> Element {
    let tr = app.tr();
    let chosen = app.preferences.read().lang;
    rsx! {
        h1 { "data-testid": "first-language", {tr.first_language_title()} }
        Note { tone: NoteTone::Leaf, text: tr.first_promise() }
        ChoiceGroup { label: tr.first_language_title(),
            for lang in Lang::ALL {
                ChoiceCard {
                    key: "{lang.tag()}",
                    label: match lang {
                        Lang::Vi => tr.first_language_vi(),
                        Lang::En => tr.first_language_en(),
                    },
                    selected: lang == chosen,
                    testid: "lang-{lang.tag()}",
                    onclick: move |()| app.preferences.write().lang = lang,
                }
            }
        }
    }
}

#[component]
fn Addresses(mut app: App) -> Element {
    let tr = app.tr();
    let chosen = app.preferences.read().address;
    rsx! {
        h1 { "data-testid": "first-address", {tr.first_address_title()} }
        p { {tr.first_address_detail()} }
        ChoiceGroup { label: tr.first_address_title(),
            div { class: "choices-small",
                for address in Address::ALL {
                    ChoiceCard {
                        key: "{address.word()}",
                        label: address.capitalised().to_owned(),
                        selected: address == chosen,
                        testid: "address-{address:?}",
                        onclick: move |()| app.preferences.write().address = address,
                    }
                }
            }
        }
    }
}

#[component]
fn Sizes(mut app: App) -> Element {
    let tr = app.tr();
    let chosen = app.preferences.read().text_size;
    rsx! {
        h1 { "data-testid": "first-size", {tr.first_size_title()} }
        ChoiceGroup { label: tr.first_size_title(),
            for size in TextSize::ALL {
                ChoiceCard {
                    key: "{size:?}",
                    label: names::text_size(tr, size),
                    detail: tr.first_size_sample(),
                    sample: size,
                    selected: size == chosen,
                    testid: "size-{size:?}",
                    onclick: move |()| app.preferences.write().text_size = size,
                }
            }
        }
    }
}

#[component]
fn Voices(mut app: App) -> Element {
    let tr = app.tr();
    let chosen = app.preferences.read().voice;
    let has_voice = use_resource(move || {
        let lang = app.preferences.read().lang;
        async move { bridge::has_voice(lang.tag()).await }
    });
    rsx! {
        h1 { "data-testid": "first-voice", {tr.first_voice_title()} }
        p { {tr.first_voice_detail()} }
        if has_voice() == Some(false) {
            Note { tone: NoteTone::Amber, text: tr.first_voice_missing() }
        }
        ChoiceGroup { label: tr.first_voice_title(),
            for voice in [Voice::Auto, Voice::OnTap] {
                ChoiceCard {
                    key: "{voice:?}",
                    label: match voice {
                        Voice::Auto => tr.first_voice_auto(),
                        Voice::OnTap => tr.first_voice_tap(),
                    },
                    selected: voice == chosen,
                    testid: "voice-{voice:?}",
                    onclick: move |()| app.preferences.write().voice = voice,
                }
            }
        }
    }
}
