//! A boxed remark.

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
            p { "{text}" }
        }
    }
}
