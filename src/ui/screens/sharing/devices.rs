//! "Các máy đã nối": who may read her results, and taking one out.

use super::Ways;
use super::errand::{explain, use_errand};
use super::words::Why;
use crate::core::courier::{ErrandError, LinkedDevice};
use crate::core::view::SharingView;
use crate::core::{CoreError, OpenSharing};
use crate::domain::day::LearningDay;
use crate::domain::ids::LearnerId;
use crate::ui::Route;
use crate::ui::components::{News, NoteTone, OnPress, Page, TwoTaps};
use crate::ui::context::use_app;
use crate::ui::icons::{UiIcon, UiIconView};
use crate::ui::load::use_ask;
use crate::ui::names;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// Asks the server for the list as soon as it opens.
#[component]
pub fn Devices(learner: LearnerId) -> Element {
    let asked = use_ask(OpenSharing { learner });
    asked.show(|view| {
        rsx! {
            Shown { view }
        }
    })
}

#[component]
fn Shown(view: SharingView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let share = view.share.as_ref().map(|share| share.share);
    let errand = use_errand(move |courier| async move {
        let share = share.ok_or(ErrandError::Core(CoreError::NotHerOwnDevice))?;
        courier.devices(share).await
    });
    let mut problem = use_signal(|| None::<Why>);
    let mut at_work = use_signal(|| false);
    let remove = move |device: LinkedDevice| async move {
        let Some(server) = app.sending.server() else {
            return;
        };
        at_work.set(true);
        match server.courier.remove(learner, device).await {
            // The old card is void: she needs the new one now.
            Ok(()) if device.own => {
                navigator().push(Route::RecoveryCard { learner });
            }
            Ok(()) => {
                problem.set(None);
                errand.again();
            }
            Err(error) => problem.set(Some(explain(app, &error).await)),
        }
        at_work.set(false);
    };
    if let Some(error) = errand.failure() {
        return rsx! {
            Failure { error, on_retry: move |()| errand.again() }
        };
    }
    if let Some(Why::Screen(error)) = problem() {
        return rsx! {
            Failure { error, on_retry: move |()| problem.set(None) }
        };
    }
    rsx! {
        Page {
            dock: rsx! {
                Ways { learner, back: Route::Sharing { learner } }
            },
            h1 { "data-testid": "devices-title", {tr.share_devices()} }
            if let Some(Why::Note(text)) = problem() {
                News { tone: NoteTone::Amber, text, testid: "devices-problem" }
            }
            {
                errand.show(tr.devices_asking(), move |devices| rsx! {
                    if devices.len() < 2 {
                        p { {tr.devices_alone()} }
                    }
                    for device in devices {
                        Row {
                            key: "{device.device}",
                            device,
                            busy: at_work(),
                            on_remove: move |()| remove(device),
                        }
                    }
                })
            }
        }
    }
}

#[component]
fn Row(device: LinkedDevice, busy: bool, #[props(into)] on_remove: OnPress) -> Element {
    let tr = use_app().tr();
    let what = match (device.this, device.own) {
        (true, _) => tr.devices_this(),
        (false, true) => tr.devices_own(),
        (false, false) => tr.devices_joined(),
    };
    let also = if device.own {
        tr.devices_remove_own_also()
    } else {
        tr.devices_remove_also()
    };
    rsx! {
        section { class: "device stack", "data-testid": "device-row",
            div { class: "person",
                UiIconView { icon: UiIcon::Smartphone }
                span { class: "card-words",
                    span { "{what}" }
                    span { class: "card-detail", {tr.devices_since(names::day(LearningDay(device.since)))} }
                }
            }
            if !device.this {
                TwoTaps {
                    label: tr.devices_remove(),
                    icon: UiIcon::Trash,
                    question: tr.devices_remove_sure(),
                    also,
                    no: tr.devices_remove_no(),
                    yes: tr.devices_remove_yes(),
                    testids: ["device-remove", "device-remove-no", "device-remove-yes"].map(str::to_owned),
                    disabled: busy,
                    on_yes: on_remove,
                }
            }
        }
    }
}
