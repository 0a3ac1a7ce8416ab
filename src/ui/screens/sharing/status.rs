//! Sharing: how it stands, what can be done with it, and the way out.

use super::Ways;
use super::line::Bar;
use super::words::{self, Standing};
use crate::core::courier::Trouble;
use crate::core::view::{ShareView, SharingView};
use crate::core::{CoreError, WithdrawConsent};
use crate::domain::consent::Role;
use crate::domain::ids::LearnerId;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, LinkRow, Note, NoteTone, Page, TwoTaps};
use crate::ui::context::use_app;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::names;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// A share that is open.
#[component]
pub(super) fn Status(
    view: SharingView,
    mut stopped: Signal<Option<Role>>,
    again: EventHandler<()>,
) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let mut failed = use_signal(|| None::<CoreError>);
    let Some(share) = view.share.clone() else {
        return rsx! {};
    };
    let role = share.role;
    let withdraw = move |()| async move {
        match app.ask_and_send(WithdrawConsent { learner }).await {
            Ok(_) => {
                stopped.set(Some(role));
                again.call(());
            }
            Err(error) => failed.set(Some(error)),
        }
    };
    if let Some(error) = failed() {
        return rsx! {
            Failure { error, on_retry: move |()| failed.set(None) }
        };
    }
    rsx! {
        Page {
            dock: rsx! {
                Ways { learner, back: Route::Settings { learner } }
            },
            h1 { "data-testid": "sharing-title", {tr.sharing_title()} }
            HowItStands { share: share.clone() }
            if share.rejected > 0 {
                Note { tone: NoteTone::Amber, text: tr.share_rejected(share.rejected) }
            }
            // What was sent, to whom, and how to take it back.
            LinkRow {
                label: tr.privacy_link(),
                testid: "privacy-link",
                leading: rsx! { UiIconView { icon: UiIcon::Lock } },
                onclick: move |()| {
                    navigator().push(Route::Privacy {});
                },
            }
            if role == Role::Own {
                OwnWays { learner }
                TwoTaps {
                    label: tr.share_stop(),
                    question: tr.share_stop_sure(),
                    also: tr.share_stop_also(),
                    no: tr.share_stop_no(),
                    yes: tr.share_stop_yes(),
                    testids: ["stop-sharing", "stop-no", "stop-yes"].map(str::to_owned),
                    on_yes: withdraw,
                }
            } else {
                TwoTaps {
                    label: tr.share_leave(),
                    question: tr.share_leave_sure(),
                    also: tr.share_leave_also(),
                    no: tr.share_leave_no(),
                    yes: tr.share_leave_yes(),
                    testids: ["leave-sharing", "leave-no", "leave-yes"].map(str::to_owned),
                    on_yes: withdraw,
                }
            }
        }
    }
}

#[component]
fn HowItStands(share: ShareView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let Standing { text, detail, ok } = words::standing(tr, &share, app.sending.in_vain());
    let at_work = app.sending.at_work();
    let since = names::day(share.since);
    let more = match (detail, share.role) {
        (Some(why), _) => why,
        (None, Role::Joined) => tr.share_joined(),
        (None, Role::Own) if ok => tr.share_kept(),
        (None, Role::Own) => tr.share_since(since),
    };
    rsx! {
        div { role: "status", "data-testid": "sharing-status",
            Note {
                tone: if ok { NoteTone::Leaf } else { NoteTone::Amber },
                title: text,
                text: more,
            }
        }
        if let Some(headway) = app.sending.headway() {
            Bar { sent: headway.sent, of: headway.of }
        }
        BigButton {
            label: if at_work { tr.share_sending() } else { tr.share_send_now() },
            // Where there is no network it must fail, and it is sent without her as soon as there is one.
            kind: if share.unsent_events > 0 && share.trouble != Some(Trouble::Offline) {
                ButtonKind::Main
            } else {
                ButtonKind::Plain
            },
            icon: UiIcon::Refresh,
            disabled: at_work,
            testid: "send-now",
            onclick: move |()| app.sending.by_hand(),
        }
    }
}

/// What only one of her own devices offers.
#[component]
fn OwnWays(learner: LearnerId) -> Element {
    let tr = use_app().tr();
    rsx! {
        LinkRow {
            label: tr.share_code(),
            detail: tr.share_code_detail(),
            leading: rsx! { UiIconView { icon: UiIcon::Smartphone } },
            testid: "share-code",
            onclick: move |()| {
                navigator().push(Route::ShareCode { learner });
            },
        }
        LinkRow {
            label: tr.share_card(),
            detail: tr.share_card_detail(),
            leading: rsx! { UiIconView { icon: UiIcon::Card } },
            testid: "share-card",
            onclick: move |()| {
                navigator().push(Route::RecoveryCard { learner });
            },
        }
        LinkRow {
            label: tr.share_devices(),
            detail: tr.share_devices_detail(),
            leading: rsx! { UiIconView { icon: UiIcon::Users } },
            testid: "share-devices",
            onclick: move |()| {
                navigator().push(Route::Devices { learner });
            },
        }
    }
}
