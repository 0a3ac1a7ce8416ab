//! Sharing ended on another device: keep what is here, or delete it.

use super::Ways;
use crate::core::view::SharingView;
use crate::core::{CoreError, SettleEnded};
use crate::domain::consent::{Role, ShareStanding};
use crate::i18n::Tr;
use crate::ui::Route;
use crate::ui::components::{BigButton, LinkRow, Note, NoteTone, Page, TwoTaps};
use crate::ui::context::use_app;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// The heading, and what happened.
fn told(tr: Tr, standing: ShareStanding) -> (String, String) {
    match standing {
        ShareStanding::Open | ShareStanding::Closed => (tr.ended_closed_title(), tr.ended_closed()),
        ShareStanding::Removed => (tr.ended_removed_title(), tr.ended_removed()),
        ShareStanding::NotGranted => (tr.ended_stranger_title(), tr.ended_stranger()),
    }
}

/// Says what happened and asks what to do with what is here.
#[component]
pub(super) fn Ended(view: SharingView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let name = view.learner.name.clone();
    let mut failed = use_signal(|| None::<CoreError>);
    let settle = move |keep: bool| async move {
        match app.ask(SettleEnded { learner, keep }).await {
            Ok(()) if keep => app.trail.back_to(Route::Home { learner }),
            Ok(()) => app.trail.replace(Route::Who {}),
            Err(error) => failed.set(Some(error)),
        }
    };
    if let Some(error) = failed() {
        return rsx! {
            Failure { error, on_retry: move |()| failed.set(None) }
        };
    }
    let Some(share) = view.share.clone() else {
        return rsx! {};
    };
    let (title, text) = told(tr, share.standing);
    // Out of a share that goes on, a device that had joined can come in again; of a closed one nothing is left.
    let can_return = share.role == Role::Joined && share.standing != ShareStanding::Closed;
    rsx! {
        Page {
            dock: rsx! {
                Ways { learner, back: Route::Home { learner } }
            },
            h1 { "data-testid": "ended-title", "{title}" }
            Note { tone: NoteTone::Amber, text }
            p { class: "lead", {tr.ended_ask()} }
            BigButton {
                label: tr.ended_keep(),
                icon: UiIcon::Download,
                testid: "settle-keep",
                onclick: move |()| settle(true),
            }
            if can_return {
                LinkRow {
                    label: tr.ended_again(),
                    detail: tr.ended_again_detail(),
                    leading: rsx! { UiIconView { icon: UiIcon::Repeat } },
                    testid: "settle-again",
                    onclick: move |()| {
                        navigator().push(Route::Join {});
                    },
                }
            }
            TwoTaps {
                label: tr.ended_delete(),
                icon: UiIcon::Trash,
                question: tr.ended_delete_sure(name),
                no: tr.ended_delete_no(),
                yes: tr.ended_delete_yes(),
                testids: ["settle-delete", "settle-delete-no", "settle-delete-yes"].map(str::to_owned),
                on_yes: move |()| settle(false),
            }
        }
    }
}
