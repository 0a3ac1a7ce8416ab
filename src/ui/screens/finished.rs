//! "Bác làm được rồi!": what she can do now, on the practice screen, and what is next.

use crate::core::OpenFinished;
use crate::core::view::FinishedView;
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::learner::Avatar;
use crate::domain::practice::Mode;
use crate::domain::progress::Standing;
use crate::i18n::Tr;
use crate::ui::Route;
use crate::ui::components::{
    BigButton, ButtonKind, LinkRow, ListenButton, Note, NoteTone, Page, PageTone, breakable,
};
use crate::ui::context::use_app;
use crate::ui::faces::Face;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::load::use_ask;
use dioxus::prelude::*;

/// The finished screen of an attempt in this mode.
#[component]
pub fn Finished(learner: LearnerId, tutorial: TutorialId, mode: Mode) -> Element {
    let asked = use_ask(OpenFinished { learner, tutorial });
    asked.show(|view| {
        rsx! {
            Shown { view, learner, mode }
        }
    })
}

/// What to go on with: the next way of practising this, or another lesson.
enum NextUp {
    Mode(Mode),
    Lesson(TutorialId, String),
    Home,
}

fn next_up(view: &FinishedView, mode: Mode) -> NextUp {
    match mode {
        Mode::Watch => NextUp::Mode(Mode::Guided),
        Mode::Guided => NextUp::Mode(Mode::Alone),
        Mode::Alone | Mode::Review => match &view.next {
            Some(lesson) => NextUp::Lesson(lesson.tutorial.clone(), lesson.title.clone()),
            None => NextUp::Home,
        },
    }
}

fn review_line(tr: Tr, view: &FinishedView) -> Option<String> {
    match (view.standing, view.review_in) {
        (Standing::Mastered, _) => Some(tr.finished_mastered()),
        (Standing::Alone, Some(days)) if days > 1 => Some(tr.finished_review_days(days)),
        (Standing::Alone, Some(_)) => Some(tr.finished_review_tomorrow()),
        _ => None,
    }
}

#[component]
fn Shown(view: FinishedView, learner: LearnerId, mode: Mode) -> Element {
    let app = use_app();
    let tr = app.tr();
    let watched = mode == Mode::Watch;
    let title = if watched {
        tr.finished_watched()
    } else {
        tr.finished_title()
    };
    let spoken = if watched {
        title.clone()
    } else {
        format!("{title} {}", view.can_do)
    };
    let aloud = spoken.clone();
    use_hook(move || {
        app.read_if_wanted(aloud.clone());
        app.sending.soon();
    });
    let tutorial = view.tutorial.clone();
    let up = next_up(&view, mode);
    let home = Route::Home { learner };
    let (label, icon, target) = match up {
        NextUp::Mode(next) => (
            if next == Mode::Guided {
                tr.finished_next_guided()
            } else {
                tr.finished_next_alone()
            },
            None,
            Route::Practice {
                learner,
                tutorial: tutorial.clone(),
                mode: next,
            },
        ),
        NextUp::Lesson(lesson, title) => (
            tr.finished_next_lesson(title),
            None,
            Route::Intro {
                learner,
                tutorial: lesson,
            },
        ),
        NextUp::Home => (tr.finished_home(), Some(UiIcon::Home), home.clone()),
    };
    let again = Route::Practice {
        learner,
        tutorial: tutorial.clone(),
        mode,
    };
    let real = Route::ChecklistScreen { learner, tutorial };
    rsx! {
        Page {
            tone: PageTone::Leaf,
            dock: rsx! {
                div { class: "stack",
                    BigButton {
                        label,
                        icon,
                        testid: "finished-next",
                        onclick: move |()| app.trail.replace(target.clone()),
                    }
                    BigButton {
                        label: tr.finished_home(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Home,
                        testid: "finished-home",
                        onclick: move |()| app.trail.back_to(home.clone()),
                    }
                }
            },
            div { class: "celebrate",
                Face { avatar: Avatar::Lotus }
                h1 { "data-testid": "finished-title", "{title}" }
                if !watched {
                    p { class: "lead", {breakable(&view.can_do)} }
                }
                ListenButton {
                    label: tr.listen(),
                    testid: "listen",
                    onclick: move |()| app.read(spoken.clone()),
                }
            }
            Note { tone: NoteTone::Amber, title: tr.finished_remember(), text: view.remember.clone() }
            if let Some(line) = review_line(tr, &view) {
                p { class: "lead", "{line}" }
            }
            if app.kept.read().no_files().is_some() {
                p { class: "lead", {tr.saved_here()} }
            }
            LinkRow {
                label: tr.finished_again(),
                leading: rsx! { UiIconView { icon: UiIcon::Repeat } },
                testid: "finished-again",
                onclick: move |()| app.trail.replace(again.clone()),
            }
            if view.has_checklist && view.standing == Standing::Mastered {
                LinkRow {
                    label: tr.finished_real(),
                    leading: rsx! { UiIconView { icon: UiIcon::Smartphone } },
                    testid: "finished-real",
                    onclick: move |()| {
                        navigator().push(real.clone());
                    },
                }
            }
        }
    }
}
