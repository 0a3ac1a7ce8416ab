//! A boxed remark.

use super::breakable::breakable;
use crate::platform::bridge;
use dioxus::prelude::*;

/// The feeling of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NoteTone {
    /// Something to know.
    #[default]
    Calm,
    /// Something to look at; a gentle word after a wrong tap.
    Amber,
    /// Danger.
    Brick,
    /// Something good.
    Leaf,
}

impl NoteTone {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Calm => "note note-calm",
            Self::Amber => "note note-amber",
            Self::Brick => "note note-brick",
            Self::Leaf => "note note-leaf",
        }
    }
}

/// A remark in a box, with an optional bold line above it.
#[component]
pub fn Note(#[props(default)] tone: NoteTone, title: Option<String>, text: String) -> Element {
    rsx! {
        div { class: tone.class(),
            if let Some(title) = title {
                p { class: "note-title", "{title}" }
            }
            p { {breakable(&text)} }
        }
    }
}

/// A remark on what just happened. It comes into view by itself: she may be at the other end of the page.
#[component]
pub fn News(#[props(default)] tone: NoteTone, text: String, testid: String) -> Element {
    let (said, place) = (text.clone(), testid.clone());
    use_effect(use_reactive!(|(said, place)| {
        // Another remark in the same place comes into view, too.
        drop(said);
        spawn(async move { bridge::scroll_into_view(&place).await });
    }));
    rsx! {
        div { role: "alert", id: "{testid}", "data-testid": "{testid}",
            Note { tone, text }
        }
    }
}
