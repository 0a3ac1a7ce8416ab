//! A learner's first screen: one thing to go on with, what is due, everything else by system.

use crate::core::view::{HomeView, LessonCard, LessonGroup};
use crate::core::{CoreError, OpenHome, OpenSharing};
use crate::domain::ids::LearnerId;
use crate::domain::learner::LearnerKind;
use crate::domain::practice::Mode;
use crate::domain::progress::Standing;
use crate::domain::retention::{NoFiles, Retention};
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{
    BigButton, ButtonKind, LinkRow, Note, NoteTone, Page, SectionTitle, StatusLine, StepBar, breakable,
};
use crate::ui::context::{App, use_app};
use crate::ui::faces::Face;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::load::use_fresh;
use crate::ui::names;
use crate::ui::screens::NotSaved;
use crate::ui::screens::export::ExportButton;
use crate::ui::screens::open_in_browser::how;
use crate::ui::screens::sharing::{EndedNote, SharingLine};
use dioxus::prelude::*;

/// The home screen.
#[component]
pub fn Home(learner: LearnerId) -> Element {
    let asked = use_fresh(OpenHome { learner });
    asked.show(|view| {
        rsx! {
            Shown { view }
        }
    })
}

#[component]
fn Shown(view: HomeView) -> Element {
    let app = use_app();
    let entering = view.learner.clone();
    use_effect(use_reactive!(|(entering,)| app.enter(&entering)));
    // It is there: now the browser may ask her something.
    use_effect(move || app.ask_to_keep());
    let tr = app.tr_for(view.learner.preferences);
    let learner = view.learner.id;
    let guest = view.learner.kind == LearnerKind::Guest;
    let greeting = if guest {
        tr.home_greeting_guest()
    } else {
        tr.home_greeting(view.learner.name.clone())
    };
    let no_files = app.kept.read().no_files();
    let kept = *app.kept.read() == Retention::Durable;
    let saved = tr.saved_here();
    let sharing = use_fresh(OpenSharing { learner });
    // Nothing is said of sharing to a guest, nor in a build without a server.
    let sharing = sharing
        .answer()
        .filter(|_| !guest && app.sending.server().is_some());
    rsx! {
        Page {
            dock: rsx! {
                div { class: "pair",
                    BigButton {
                        label: tr.home_switch(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Users,
                        testid: "home-switch",
                        onclick: move |()| app.trail.back_to(Route::Who {}),
                    }
                    BigButton {
                        label: tr.home_settings(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Settings,
                        testid: "home-settings",
                        onclick: move |()| {
                            navigator().push(Route::Settings { learner });
                        },
                    }
                }
            },
            div { class: "greeting",
                Face { avatar: view.learner.avatar, small: true }
                h1 { "data-testid": "home-title", "{greeting}" }
            }
            Update { app }
            if let Some(view) = sharing.clone() {
                EndedNote { view }
            }
            Hero { view: view.clone() }
            if !view.reviews.is_empty() {
                SectionTitle { text: tr.home_review_title() }
                p { {tr.home_review_detail()} }
                for lesson in view.reviews.iter().cloned() {
                    Review { key: "{lesson.tutorial}", lesson, learner }
                }
            }
            SectionTitle { text: tr.home_lessons() }
            for group in view.groups.iter().cloned() {
                Group { key: "{group.system:?}", group, learner }
            }
            if let Some(view) = sharing {
                SharingLine { view, saved, kept }
            } else {
                StatusLine { text: saved, ok: kept }
            }
            if let Some(why) = no_files {
                InMemory { learner, why }
            }
        }
    }
}

/// Nothing is kept here: how she can keep it all the same.
#[component]
fn InMemory(learner: LearnerId, why: NoFiles) -> Element {
    let app = use_app();
    let mut failed = use_signal(|| None::<CoreError>);
    rsx! {
        Note { tone: NoteTone::Amber, text: how(app, why) }
        ExportButton { learner, on_failed: move |error| failed.set(Some(error)) }
        if let Some(error) = failed() {
            NotSaved { error }
        }
    }
}

#[component]
fn Update(app: App) -> Element {
    let tr = app.tr();
    if !*app.update_waits.read() {
        return rsx! {};
    }
    rsx! {
        Note { tone: NoteTone::Leaf, title: tr.update_ready(), text: tr.update_detail() }
        BigButton {
            label: tr.update_apply(),
            kind: ButtonKind::Plain,
            icon: UiIcon::Refresh,
            testid: "update-apply",
            onclick: move |()| async move { bridge::apply_update().await },
        }
    }
}

/// The one thing to do now.
#[component]
fn Hero(view: HomeView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let open = move |tutorial, mode: Option<Mode>| {
        move |()| {
            let tutorial: crate::domain::ids::TutorialId = Clone::clone(&tutorial);
            navigator().push(match mode {
                Some(mode) => Route::Practice {
                    learner,
                    tutorial,
                    mode,
                },
                None => Route::Intro { learner, tutorial },
            });
        }
    };
    match (&view.resume, &view.next) {
        (Some((lesson, mode)), _) => {
            let done = lesson.in_progress.unwrap_or(0);
            let (done_steps, total) = (count(done), count(lesson.steps));
            rsx! {
                section { class: "card hero",
                    p { class: "eyebrow", {tr.home_doing()} }
                    h2 { {breakable(&lesson.title)} }
                    StepBar {
                        done: done_steps,
                        total,
                        label: tr.home_steps_done(done, lesson.steps),
                    }
                    BigButton {
                        label: tr.home_continue(done + 1),
                        testid: "home-continue",
                        onclick: open(lesson.tutorial.clone(), Some(*mode)),
                    }
                }
            }
        }
        (None, Some(lesson)) => rsx! {
            section { class: "card hero",
                p { class: "eyebrow",
                    if lesson.standing == Standing::New { {tr.home_start_here()} } else { {tr.home_next_here()} }
                }
                h2 { {breakable(&lesson.title)} }
                BigButton {
                    label: tr.home_begin(),
                    testid: "home-begin",
                    onclick: open(lesson.tutorial.clone(), None),
                }
            }
        },
        (None, None) => rsx! {
            Note { tone: NoteTone::Leaf, text: tr.home_all_done() }
        },
    }
}

#[component]
fn Review(lesson: LessonCard, learner: LearnerId) -> Element {
    let tr = use_app().tr();
    let tutorial = lesson.tutorial.clone();
    rsx! {
        LinkRow {
            label: lesson.title,
            detail: tr.minutes(u32::from(lesson.minutes)),
            leading: rsx! { UiIconView { icon: UiIcon::Repeat } },
            testid: "review",
            onclick: move |()| {
                navigator()
                    .push(Route::Practice {
                        learner,
                        tutorial: tutorial.clone(),
                        mode: Mode::Review,
                    });
            },
        }
    }
}

#[component]
fn Group(group: LessonGroup, learner: LearnerId) -> Element {
    let tr = use_app().tr();
    rsx! {
        section { class: "stack group",
            h3 { class: "group-title",
                UiIconView { icon: names::system_icon(group.system) }
                span { {names::system(tr, group.system)} }
            }
            for lesson in group.lessons {
                Lesson { key: "{lesson.tutorial}", lesson, learner }
            }
        }
    }
}

#[component]
fn Lesson(lesson: LessonCard, learner: LearnerId) -> Element {
    let tr = use_app().tr();
    let tutorial = lesson.tutorial.clone();
    let detail = match lesson.in_progress {
        Some(done) => tr.lesson_in_progress(done + 1, lesson.steps),
        None => names::standing(tr, lesson.standing),
    };
    rsx! {
        LinkRow {
            label: lesson.title,
            detail,
            testid: "lesson-{lesson.tutorial}",
            onclick: move |()| {
                navigator()
                    .push(Route::Intro {
                        learner,
                        tutorial: tutorial.clone(),
                    });
            },
        }
    }
}

fn count(steps: u32) -> usize {
    usize::try_from(steps).unwrap_or(usize::MAX)
}
