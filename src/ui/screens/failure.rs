//! "Có chút trục trặc": what went wrong, in one sentence with a next action.

use crate::core::CoreError;
use crate::i18n::Tr;
use crate::platform::{bridge, time};
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, News, Note, NoteTone, Page};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use dioxus::prelude::*;

/// Time the other tab gets to let go.
const LETTING_GO_MS: u32 = 600;

fn sentence(tr: Tr, error: &CoreError) -> String {
    match error {
        CoreError::StorageFull => tr.trouble_full(),
        CoreError::NewerData => tr.trouble_newer(),
        CoreError::NotFound(_) => tr.trouble_not_found(),
        CoreError::Crashed => tr.trouble_crashed(),
        CoreError::OpenElsewhere => tr.other_tab_text(),
        CoreError::OutOfOrder
        | CoreError::EmptyName
        | CoreError::GuestsDoNotShare
        | CoreError::NotHerOwnDevice
        | CoreError::Failed(_) => tr.trouble_other(),
    }
}

/// Why what she tapped could not be kept, and what to do.
pub(super) fn not_saved(tr: Tr, error: &CoreError) -> String {
    match error {
        CoreError::StorageFull => tr.settings_not_saved_full(),
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
    let mut asked_other_tab = use_signal(|| false);
    let elsewhere = error == CoreError::OpenElsewhere;
    let gone = matches!(error, CoreError::NotFound(_));
    let detail = match &error {
        CoreError::Failed(text) => Some(text.clone()),
        _ => None,
    };
    let retry = move |()| async move {
        if elsewhere {
            bridge::announce_take_over().await;
            asked_other_tab.set(true);
            time::sleep(LETTING_GO_MS).await;
        }
        app.core().restart();
        on_retry.call(());
    };
    rsx! {
        Page {
            dock: rsx! {
                div { class: "stack",
                    if gone {
                        BigButton {
                            label: tr.to_start(),
                            icon: UiIcon::Home,
                            testid: "failure-home",
                            onclick: move |()| app.trail.replace(Route::Who {}),
                        }
                    } else {
                        BigButton {
                            label: if elsewhere { tr.other_tab_take() } else { tr.try_again() },
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
                if asked_other_tab() {
                    Note { tone: NoteTone::Amber, text: tr.other_tab_failed() }
                }
            } else if !gone {
                Note { tone: NoteTone::Leaf, text: tr.trouble_kept() }
            }
            if let Some(detail) = detail {
                p { class: "fine-print", lang: "en", "{detail}" }
            }
        }
    }
}
