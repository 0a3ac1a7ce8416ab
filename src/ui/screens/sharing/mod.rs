//! "Gửi kết quả học": whether a learner's results are sent, and everything that follows from it.

mod ask;
mod card;
mod code;
mod devices;
mod ended;
mod errand;
mod line;
mod status;
mod words;

pub use card::RecoveryCard;
pub use code::ShareCode;
pub use devices::Devices;
pub(super) use errand::explain;
pub(super) use line::{EndedNote, SharingLine};
pub(super) use words::Why;

use crate::core::view::SharingView;
use crate::core::{CoreError, OpenSharing};
use crate::domain::consent::{Role, ShareStanding};
use crate::domain::ids::LearnerId;
use crate::domain::learner::LearnerKind;
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use crate::ui::load::use_fresh;
use crate::ui::screens::Failure;
use ask::Ask;
use dioxus::prelude::*;
use ended::Ended;
use status::Status;

/// The page of sharing: asks, shows how it stands, or settles what ended elsewhere.
#[component]
pub fn Sharing(learner: LearnerId) -> Element {
    let app = use_app();
    let asked = use_fresh(OpenSharing { learner });
    // What she ended just now on this very page.
    let stopped = use_signal(|| None::<Role>);
    // Asking, standing and settling are screens of their own, though at one address.
    let shown = asked.answer().map(|view| standing(&view));
    use_effect(use_reactive!(|(shown,)| {
        if shown.is_some() {
            spawn(async move { bridge::focus_heading().await });
        }
    }));
    let Some(server) = app.sending.server() else {
        return rsx! {
            Failure { error: CoreError::NotFound("a server".into()), on_retry: |()| {} }
        };
    };
    asked.show(move |view| {
        if view.learner.kind == LearnerKind::Guest {
            return rsx! {
                Failure { error: CoreError::NotFound("a profile".into()), on_retry: |()| {} }
            };
        }
        let again = move |()| asked.again();
        match standing(&view) {
            None => rsx! {
                Ask { view, server, stopped, again }
            },
            Some(ShareStanding::Open) => rsx! {
                Status { view, stopped, again }
            },
            Some(ShareStanding::Closed | ShareStanding::Removed | ShareStanding::NotGranted) => rsx! {
                Ended { view }
            },
        }
    })
}

fn standing(view: &SharingView) -> Option<ShareStanding> {
    view.share.as_ref().map(|share| share.standing)
}

/// "Quay lại" and "Trang đầu", as below every page of a learner.
#[component]
fn Ways(learner: LearnerId, back: Route) -> Element {
    let app = use_app();
    let tr = app.tr();
    rsx! {
        div { class: "pair",
            BigButton {
                label: tr.back(),
                kind: ButtonKind::Plain,
                icon: UiIcon::Back,
                testid: "back",
                onclick: move |()| app.trail.back_or(back.clone()),
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
}
