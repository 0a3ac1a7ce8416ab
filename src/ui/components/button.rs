//! The large button.

use super::on_press::OnPress;
use super::press::Press;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// What a button is for, which decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ButtonKind {
    /// The one way on: filled leaf green, at most one on a screen.
    #[default]
    Main,
    /// Another way.
    Plain,
    /// Asks for help: amber paper.
    Help,
    /// Deletes something.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button button-main",
            Self::Plain => "button button-plain",
            Self::Help => "button button-help",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button as wide as its place: 76 px high if it is the main one, 64 px otherwise, higher when its words wrap.
#[component]
pub fn BigButton(
    label: String,
    #[props(default)] kind: ButtonKind,
    icon: Option<UiIcon>,
    #[props(default)] disabled: bool,
    #[props(into)] onclick: OnPress,
    testid: Option<String>,
) -> Element {
    rsx! {
        Press { class: kind.class(), testid, disabled, onclick,
            if let Some(icon) = icon {
                UiIconView { icon }
            }
            span { class: "button-label", "{label}" }
        }
    }
}
