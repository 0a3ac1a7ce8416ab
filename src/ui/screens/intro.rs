//! Before a tutorial: what it is for, and the way to go about it.

use crate::core::OpenTutorial;
use crate::core::view::TutorialView;
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::practice::Mode;
use crate::domain::tutorial::Verification;
use crate::ui::Route;
use crate::ui::components::{
    BigButton, ButtonKind, LinkRow, ListenButton, Note, NoteTone, Page, SectionTitle, breakable,
};
use crate::ui::context::use_app;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::load::use_ask;
use crate::ui::names;
use dioxus::prelude::*;

/// The introduction of a tutorial.
#[component]
pub fn Intro(learner: LearnerId, tutorial: TutorialId) -> Element {
    let asked = use_ask(OpenTutorial { learner, tutorial });
    asked.show(|view| {
        rsx! {
            Shown { view, learner }
        }
    })
}

#[component]
fn Shown(view: TutorialView, learner: LearnerId) -> Element {
    let app = use_app();
    let tr = app.tr();
    let tutorial = view.tutorial.id.clone();
    let practise = move |mode| {
        let tutorial = tutorial.clone();
        move |()| {
            navigator().push(Route::Practice {
                learner,
                tutorial: tutorial.clone(),
                mode,
            });
        }
    };
    let begun = view.attempt.as_ref().filter(|attempt| attempt.at > 0);
    let main_mode = begun.map_or(view.next_mode, |attempt| attempt.mode);
    let main_label = match begun {
        Some(attempt) => tr.intro_continue(attempt.at + 1),
        None => names::mode(tr, main_mode),
    };
    let others = other_modes(main_mode, view.next_mode);
    let checklist = view.tutorial.id.clone();
    let spoken = format!("{}. {}", view.title, view.goal);
    rsx! {
        Page {
            dock: rsx! {
                div { class: "stack",
                    BigButton {
                        label: main_label,
                        icon: names::mode_icon(main_mode),
                        testid: "intro-main",
                        onclick: practise(main_mode),
                    }
                    div { class: "pair",
                        BigButton {
                            label: tr.back(),
                            kind: ButtonKind::Plain,
                            icon: UiIcon::Back,
                            testid: "back",
                            onclick: move |()| app.trail.back_to(Route::Home { learner }),
                        }
                        BigButton {
                            label: tr.to_start(),
                            kind: ButtonKind::Plain,
                            icon: UiIcon::Home,
                            testid: "to-start",
                            onclick: move |()| app.trail.back_to(Route::Home { learner }),
                        }
                    }
                }
            },
            h1 { "data-testid": "intro-title", {breakable(&view.title)} }
            ListenButton {
                label: tr.listen(),
                testid: "listen",
                onclick: move |()| app.read(spoken.clone()),
            }
            if view.tutorial.role_play {
                Note { tone: NoteTone::Brick, text: tr.intro_role_play() }
            }
            p { class: "lead", {breakable(&view.goal)} }
            SectionTitle { text: tr.intro_other_ways() }
            for mode in others {
                LinkRow {
                    key: "{mode}",
                    label: names::mode(tr, mode),
                    detail: names::mode_detail(tr, mode),
                    leading: rsx! { UiIconView { icon: names::mode_icon(mode) } },
                    testid: "mode-{mode}",
                    onclick: practise(mode),
                }
            }
            if !view.real.is_empty() {
                LinkRow {
                    label: tr.intro_real(),
                    detail: tr.intro_real_detail(),
                    leading: rsx! { UiIconView { icon: UiIcon::Smartphone } },
                    testid: "intro-real",
                    onclick: move |()| {
                        navigator()
                            .push(Route::ChecklistScreen {
                                learner,
                                tutorial: checklist.clone(),
                            });
                    },
                }
            }
            Note { title: tr.intro_without_phone(), text: view.without_phone.clone() }
            if let Some(text) = view.renamed.clone() {
                Note { title: tr.intro_renamed(), text }
            }
            if let Some(why) = view.unverified.clone() {
                Note { tone: NoteTone::Amber, title: tr.intro_unverified(), text: why }
            }
            if let Verification::VerifiedOn(date) = view.tutorial.verification {
                p { class: "fine-print", "data-testid": "intro-verified",
                    {tr.intro_verified(names::whole_date(date))}
                }
            }
            SectionTitle { text: tr.intro_sources() }
            ul { class: "sources",
                for source in view.tutorial.sources.iter() {
                    li { key: "{source.address}",
                        span { lang: "vi", "{source.title}" }
                        span { class: "fine-print", lang: "vi", "{source.address}" }
                    }
                }
            }
            if let Some(version) = view.tutorial.app_version.clone() {
                p { class: "fine-print", {tr.intro_app_version(version)} }
            }
        }
    }
}

/// The ways to practise besides the one offered; repeating stands in for "alone" once that is done.
fn other_modes(main: Mode, next: Mode) -> Vec<Mode> {
    let unaided = if next == Mode::Review {
        Mode::Review
    } else {
        Mode::Alone
    };
    [Mode::Watch, Mode::Guided, unaided]
        .into_iter()
        .filter(|mode| *mode != main)
        .collect()
}
