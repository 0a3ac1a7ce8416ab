//! *Làm thật*: a checklist beside the real app.

use crate::core::view::TutorialView;
use crate::core::{CoreError, KeepTicks, MarkTried, OpenTutorial};
use crate::domain::ids::{LearnerId, TutorialId};
use crate::ui::Route;
use crate::ui::components::{
    BigButton, ButtonKind, ChoiceCard, ChoiceGroup, ListenButton, Note, NoteTone, Page, breakable,
};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use crate::ui::load::use_ask;
use crate::ui::screens::NotSaved;
use dioxus::prelude::*;

/// The checklist of a tutorial.
#[component]
pub fn ChecklistScreen(learner: LearnerId, tutorial: TutorialId) -> Element {
    let asked = use_ask(OpenTutorial { learner, tutorial });
    asked.show(|view| {
        rsx! {
            Shown { view, learner, again: move |()| asked.again() }
        }
    })
}

#[component]
fn Shown(view: TutorialView, learner: LearnerId, again: EventHandler<()>) -> Element {
    let app = use_app();
    let tr = app.tr();
    let before = view.ticked;
    let mut ticked = use_signal(|| before);
    let mut not_saved = use_signal(|| None::<CoreError>);
    let tutorial = view.tutorial.id.clone();
    let parent = Route::Intro {
        learner,
        tutorial: tutorial.clone(),
    };
    let all = view.real.join(" ");
    rsx! {
        Page {
            dock: rsx! {
                div { class: "stack",
                    if let Some(error) = not_saved() {
                        NotSaved { error }
                    }
                    if view.tried {
                        Note { tone: NoteTone::Leaf, text: tr.real_thanks() }
                    } else {
                        BigButton {
                            label: tr.real_tried(),
                            icon: UiIcon::Check,
                            testid: "real-tried",
                            onclick: move |()| {
                                let tutorial = tutorial.clone();
                                async move {
                                    match app.ask(MarkTried { learner, tutorial }).await {
                                        Ok(()) => again.call(()),
                                        Err(error) => not_saved.set(Some(error)),
                                    }
                                }
                            },
                        }
                    }
                    div { class: "pair",
                        BigButton {
                            label: tr.back(),
                            kind: ButtonKind::Plain,
                            icon: UiIcon::Back,
                            testid: "back",
                            onclick: move |()| app.trail.back_to(parent.clone()),
                        }
                        BigButton {
                            label: tr.to_start(),
                            kind: ButtonKind::Plain,
                            icon: UiIcon::Home,
                            testid: "to-start",
                            onclick: move |()| app.trail.replace(Route::Home { learner }),
                        }
                    }
                }
            },
            h1 { "data-testid": "real-title", {breakable(&tr.real_title(view.title.clone()))} }
            p { class: "lead", {tr.real_lead()} }
            ListenButton {
                label: tr.listen(),
                testid: "listen",
                onclick: move |()| app.read(all.clone()),
            }
            Note { tone: NoteTone::Brick, text: tr.real_secret() }
            ChoiceGroup { label: tr.intro_real(),
                for (index, line) in view.real.iter().enumerate() {
                    ChoiceCard {
                        key: "{index}",
                        label: line.clone(),
                        selected: ticked().has(index),
                        testid: "real-{index}",
                        onclick: {
                            let tutorial = view.tutorial.id.clone();
                            move |()| {
                                ticked.set(ticked().toggled(index));
                                // A tick that could not be kept is lost only if the app is closed now.
                                app.core()
                                    .post(KeepTicks {
                                        learner,
                                        tutorial: tutorial.clone(),
                                        ticked: ticked(),
                                    });
                            }
                        },
                    }
                }
            }
        }
    }
}
