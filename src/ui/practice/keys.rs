//! The app's own keyboard.

use super::context::SimKey;
use super::entry_view::EntryView;
use super::key_grid::KeyGrid;
use super::sample::Sample;
use crate::ui::components::{BigButton, ButtonKind};
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// Words on the keyboard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeysLabels {
    /// Above the sample.
    pub sample: String,
    /// "Điền chữ mẫu".
    pub fill: String,
    /// On the erasing key.
    pub erase: String,
    /// On the space key.
    pub space: String,
}

/// Large keys at the foot of the stage, with the sample and a button that enters all of it at once.
///
/// The system keyboard would hide the field, and would take real numbers; this one takes only the sample.
#[component]
pub fn Keys(
    entry: EntryView,
    #[props(default)] glow_next: bool,
    labels: KeysLabels,
    on_key: EventHandler<SimKey>,
    on_erase: EventHandler<()>,
    on_fill: EventHandler<()>,
) -> Element {
    let name = labels.sample.clone();
    rsx! {
        div { class: "keys", tabindex: "0", role: "group", "aria-label": name,
            div { class: "keys-top",
                Sample { label: labels.sample, entry: entry.clone() }
                button {
                    r#type: "button",
                    class: "key key-erase",
                    "data-testid": "keys-erase",
                    onclick: move |_| on_erase.call(()),
                    oncontextmenu: move |event| {
                        event.prevent_default();
                        on_erase.call(());
                    },
                    UiIconView { icon: UiIcon::Erase }
                    span { "{labels.erase}" }
                }
            }
            BigButton {
                label: labels.fill,
                kind: ButtonKind::Help,
                testid: "keys-fill",
                onclick: on_fill,
            }
            KeyGrid {
                keys: entry.keys,
                next: entry.next,
                glow: glow_next,
                class: "key-grid",
                space: labels.space,
                on_key,
            }
        }
    }
}
