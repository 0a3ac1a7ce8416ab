//! The calm line on the home screen: where things are, and the way to the page that says more.

use super::words::{self, Standing};
use crate::core::view::SharingView;
use crate::domain::consent::ShareStanding;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, Note, NoteTone, StatusLink, StepBar};
use crate::ui::context::use_app;
use dioxus::prelude::*;

/// Marks of the bar, however many results there are.
const MARKS: usize = 10;

/// "Đã lưu trên máy", "3 bài chưa gửi, vẫn còn trong máy", "Đã gửi 9:41".
#[component]
pub(in crate::ui::screens) fn SharingLine(view: SharingView, saved: String, kept: bool) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let Standing { text, detail, ok } = match &view.share {
        None => Standing {
            text: saved,
            detail: Some(tr.line_not_agreed()),
            ok: kept,
        },
        Some(share) if share.standing == ShareStanding::Open => {
            words::standing(tr, share, app.sending.in_vain())
        }
        Some(_) => Standing {
            text: tr.line_ended_title(),
            detail: None,
            ok: false,
        },
    };
    rsx! {
        if let Some(headway) = app.sending.headway() {
            Bar { sent: headway.sent, of: headway.of }
        }
        StatusLink {
            text,
            detail,
            ok,
            testid: "sharing-line",
            onclick: move |()| {
                navigator().push(Route::Sharing { learner });
            },
        }
    }
}

/// How far a long sending is.
#[component]
pub(super) fn Bar(sent: usize, of: usize) -> Element {
    let tr = use_app().tr();
    let done = (sent * MARKS).checked_div(of).unwrap_or(0);
    rsx! {
        StepBar { done, total: MARKS, label: tr.line_headway(of, sent) }
        p { class: "fine-print", {tr.line_headway(of, sent)} }
    }
}

/// Sharing ended elsewhere: she is told where she cannot miss it.
#[component]
pub(in crate::ui::screens) fn EndedNote(view: SharingView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let learner = view.learner.id;
    let ended = view
        .share
        .as_ref()
        .is_some_and(|share| share.standing != ShareStanding::Open);
    if !ended {
        return rsx! {};
    }
    rsx! {
        Note { tone: NoteTone::Amber, title: tr.line_ended_title(), text: tr.line_ended() }
        BigButton {
            label: tr.line_ended_open(),
            kind: ButtonKind::Plain,
            testid: "ended-open",
            onclick: move |()| {
                navigator().push(Route::Sharing { learner });
            },
        }
    }
}
