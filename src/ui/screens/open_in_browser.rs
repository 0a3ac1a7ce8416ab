//! "Mở bằng Chrome hoặc Safari": in Zalo's or Facebook's own browser and in private windows nothing lasts.

use crate::ui::components::{BigButton, ButtonKind, Note, NoteTone, Page};
use crate::ui::context::use_app;
use dioxus::prelude::*;

/// Says where to open the app, and lets her stay all the same.
#[component]
pub fn OpenInBrowser(on_stay: EventHandler<()>) -> Element {
    let app = use_app();
    let tr = app.tr();
    let in_app = app.surroundings.read().in_app.is_some();
    let here = app
        .sending
        .server()
        .map_or_else(|| tr.brand(), |server| server.name().to_owned());
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
            h1 { "data-testid": "browser-title",
                if in_app { {tr.browser_title(tr.browser_chrome())} } else { {tr.browser_title_private()} }
            }
            p { class: "lead",
                if in_app { {tr.browser_in_app()} } else { {tr.browser_private()} }
            }
            Note {
                tone: NoteTone::Amber,
                text: if in_app { tr.browser_how() } else { tr.browser_how_private(here) },
            }
        }
    }
}
