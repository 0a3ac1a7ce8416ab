//! The app's own keyboard.

use super::context::SimKey;
use super::entry_view::EntryView;
use super::key_grid::KeyGrid;
use super::sample::Sample;
use crate::ui::components::{BigButton, ButtonKind, Press};
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
    /// On the key that asks for a hint, if there is to be one.
    pub hint: Option<String>,
}

/// Large keys at the foot of the stage, with the sample and a button that enters all of it at once.
///
/// With the keys open there is no room for a row of extra buttons as well, so "Gợi ý" is one of the keys.
/// The system keyboard would hide the field, and would take real numbers; this one takes only the sample.
#[component]
pub fn Keys(
    entry: EntryView,
    #[props(default)] glow_next: bool,
    labels: KeysLabels,
    on_key: EventHandler<SimKey>,
    on_erase: EventHandler<()>,
    on_fill: EventHandler<()>,
    on_hint: Option<EventHandler<()>>,
) -> Element {
    let name = labels.sample.clone();
    rsx! {
        div { class: "keys", tabindex: "0", role: "group", "aria-label": name,
            Sample { label: labels.sample, entry: entry.clone() }
            div { class: "keys-top",
                BigButton {
                    label: labels.fill,
                    kind: ButtonKind::Help,
                    testid: "keys-fill",
                    onclick: on_fill,
                }
                if let (Some(label), Some(on_hint)) = (labels.hint, on_hint) {
                    Press { class: "key key-worded", testid: "keys-hint", onclick: on_hint,
                        UiIconView { icon: UiIcon::Hint }
                        span { "{label}" }
                    }
                }
                Press { class: "key key-worded", testid: "keys-erase", repeats: true, onclick: on_erase,
                    UiIconView { icon: UiIcon::Erase }
                    span { "{labels.erase}" }
                }
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
