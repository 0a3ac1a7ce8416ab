//! "Mở bằng Chrome hoặc Safari": in Zalo's or Facebook's own browser, in private windows, in old browsers and at addresses
//! without encryption nothing lasts. Each has its own way out.

use crate::domain::retention::NoFiles;
use crate::ui::components::{BigButton, ButtonKind, Note, NoteTone, Page};
use crate::ui::context::{App, use_app};
use dioxus::prelude::*;

/// Where to open the app instead.
pub(super) fn how(app: App, why: NoFiles) -> String {
    let tr = app.tr();
    let here = app
        .sending
        .server()
        .map_or_else(|| tr.brand(), |server| server.name().to_owned());
    match why {
        NoFiles::PrivateWindow => tr.browser_how_private(here),
        NoFiles::TooOld => tr.browser_how_old(here),
        NoFiles::NotSecure => tr.browser_how_not_secure(),
    }
}

/// Says where to open the app, and lets her stay all the same.
#[component]
pub fn OpenInBrowser(on_stay: EventHandler<()>) -> Element {
    let app = use_app();
    let tr = app.tr();
    let in_app = app.surroundings.read().in_app.is_some();
    let (title, lead, how) = match app.kept.read().no_files() {
        _ if in_app => (
            tr.browser_title(tr.browser_chrome()),
            tr.browser_in_app(),
            tr.browser_how(),
        ),
        why => {
            let why = why.unwrap_or(NoFiles::PrivateWindow);
            let (title, lead) = match why {
                NoFiles::PrivateWindow => (tr.browser_title_private(), tr.browser_private()),
                NoFiles::TooOld => (tr.browser_title_old(), tr.browser_old()),
                NoFiles::NotSecure => (tr.browser_title_not_secure(), tr.browser_not_secure()),
            };
            (title, lead, how(app, why))
        }
    };
    rsx! {
        Page {
            dock: rsx! {
                BigButton {
                    label: tr.browser_anyway(),
                    kind: ButtonKind::Plain,
                    testid: "browser-stay",
                    onclick: on_stay,
                }
            },
            h1 { "data-testid": "browser-title", "{title}" }
            p { class: "lead", "{lead}" }
            Note { tone: NoteTone::Amber, text: how }
        }
    }
}
