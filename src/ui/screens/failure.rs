//! "Có chút trục trặc": what went wrong, in one sentence with a next action.

use crate::core::CoreError;
use crate::domain::ids::LearnerId;
use crate::i18n::Tr;
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, News, Note, NoteTone, Page};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use crate::ui::screens::export::ExportButton;
use dioxus::prelude::*;

/// What can be done about it, as far as the buttons go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// "Thử lại".
    Again,
    /// "Trang đầu".
    Start,
    /// "Dùng ở đây", or leave it to the other tab.
    TakeOver,
    /// "Bắt đầu lại", after taking what is still there.
    Afresh,
    /// "Thử lại", and what is here can be taken, too.
    AgainOrExport,
}

const fn next(error: &CoreError) -> Next {
    match error {
        CoreError::OpenElsewhere => Next::TakeOver,
        CoreError::NotFound(_) => Next::Start,
        CoreError::FilesGone => Next::Afresh,
        CoreError::Failed(_) => Next::AgainOrExport,
        CoreError::StorageFull
        | CoreError::NewerData
        | CoreError::Damaged(_)
        | CoreError::WorkerLost
        | CoreError::Crashed
        | CoreError::OutOfOrder
        | CoreError::EmptyName
        | CoreError::GuestsDoNotShare
        | CoreError::NotHerOwnDevice => Next::Again,
    }
}

fn sentence(tr: Tr, error: &CoreError) -> String {
    match error {
        CoreError::StorageFull => tr.trouble_full(),
        CoreError::NewerData => tr.trouble_newer(),
        CoreError::NotFound(_) => tr.trouble_not_found(),
        CoreError::Crashed => tr.trouble_crashed(),
        CoreError::OpenElsewhere => tr.other_tab_text(),
        CoreError::FilesGone => tr.trouble_gone(),
        CoreError::Damaged(_) => tr.trouble_damaged(),
        CoreError::WorkerLost => tr.trouble_worker(),
        CoreError::OutOfOrder
        | CoreError::EmptyName
        | CoreError::GuestsDoNotShare
        | CoreError::NotHerOwnDevice
        | CoreError::Failed(_) => tr.trouble_other(),
    }
}

/// What is known of her lessons in spite of it.
fn lessons(tr: Tr, error: &CoreError) -> Option<String> {
    match error {
        // What they are said to be is in the sentence itself, or they are not what it is about.
        CoreError::FilesGone | CoreError::Damaged(_) | CoreError::NotFound(_) | CoreError::OpenElsewhere => {
            None
        }
        // Nobody knows.
        CoreError::Failed(_) => Some(tr.trouble_untouched()),
        CoreError::StorageFull
        | CoreError::NewerData
        | CoreError::WorkerLost
        | CoreError::Crashed
        | CoreError::OutOfOrder
        | CoreError::EmptyName
        | CoreError::GuestsDoNotShare
        | CoreError::NotHerOwnDevice => Some(tr.trouble_kept()),
    }
}

/// Why what she tapped could not be kept, and what to do.
pub(super) fn not_saved(tr: Tr, error: &CoreError) -> String {
    match error {
        CoreError::StorageFull => tr.settings_not_saved_full(),
        CoreError::FilesGone => tr.trouble_gone_here(),
        _ => tr.settings_not_saved(),
    }
}

/// Says so on the screen where she tapped.
#[component]
pub fn NotSaved(error: CoreError) -> Element {
    let tr = use_app().tr();
    rsx! {
        News { tone: NoteTone::Amber, text: not_saved(tr, &error), testid: "not-saved" }
    }
}

/// Shown in place of a screen whose data could not be had.
#[component]
pub fn Failure(error: CoreError, on_retry: EventHandler<()>) -> Element {
    let app = use_app();
    let tr = app.tr();
    let next = next(&error);
    let elsewhere = next == Next::TakeOver;
    let detail = match &error {
        CoreError::Failed(text) | CoreError::Damaged(text) => Some(text.clone()),
        _ => None,
    };
    let retry = move |()| async move {
        if elsewhere {
            app.take_over().await;
        } else {
            app.reopen();
        }
        on_retry.call(());
    };
    use_hook(move || {
        if elsewhere {
            spawn(async move {
                // Closed, or on its way to another page: there is nothing left to ask her.
                if bridge::other_tab_is_gone().await {
                    app.reopen();
                    on_retry.call(());
                }
            });
        }
    });
    let hers = app.learner.read().as_ref().map(|learner| learner.id);
    rsx! {
        Page {
            dock: rsx! {
                div { class: "stack",
                    if next == Next::Start {
                        BigButton {
                            label: tr.to_start(),
                            icon: UiIcon::Home,
                            testid: "failure-home",
                            onclick: move |()| app.trail.replace(Route::Who {}),
                        }
                    } else {
                        BigButton {
                            label: match next {
                                Next::TakeOver => tr.other_tab_take(),
                                Next::Afresh => tr.trouble_afresh(),
                                _ => tr.try_again(),
                            },
                            kind: ButtonKind::Main,
                            icon: UiIcon::Refresh,
                            testid: "failure-retry",
                            onclick: retry,
                        }
                    }
                    if elsewhere {
                        BigButton {
                            label: tr.other_tab_close(),
                            kind: ButtonKind::Plain,
                            testid: "failure-close",
                            onclick: move |()| async move { bridge::close_window().await },
                        }
                    }
                }
            },
            h1 { "data-testid": "failure-title",
                if elsewhere { {tr.other_tab_title()} } else { {tr.trouble_title()} }
            }
            p { class: "lead", {sentence(tr, &error)} }
            if elsewhere {
                p { {tr.other_tab_stay()} }
                if *app.asked_other_tab.read() {
                    Note { tone: NoteTone::Amber, text: tr.other_tab_failed() }
                }
            }
            if let Some(text) = lessons(tr, &error) {
                Note { tone: NoteTone::Leaf, text }
            }
            if let (Next::Afresh | Next::AgainOrExport, Some(learner)) = (next, hers) {
                Rescue { learner }
            }
            if let Some(detail) = detail {
                p { class: "fine-print", lang: "en", "{detail}" }
            }
        }
    }
}

/// What is here of hers, before it is tried again. Where even that cannot be had, it says so.
#[component]
fn Rescue(learner: LearnerId) -> Element {
    let tr = use_app().tr();
    let mut failed = use_signal(|| false);
    rsx! {
        ExportButton { learner, on_failed: move |_| failed.set(true) }
        if failed() {
            News { tone: NoteTone::Amber, text: tr.trouble_no_export(), testid: "no-export" }
        }
    }
}
