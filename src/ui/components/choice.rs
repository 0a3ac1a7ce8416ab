//! One of several answers of which one is chosen.

use super::breakable::breakable;
use super::on_press::OnPress;
use super::press::Press;
use crate::domain::learner::TextSize;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// Holds the cards of one question, named for who cannot see that they belong together.
#[component]
pub fn ChoiceGroup(label: String, children: Element) -> Element {
    rsx! {
        div { class: "stack", role: "group", "aria-label": label, {children} }
    }
}

/// A card that is chosen by tapping it, with a tick when it is: colour alone would not say so.
#[component]
pub fn ChoiceCard(
    label: String,
    detail: Option<String>,
    selected: bool,
    leading: Option<Element>,
    /// Draws the words in this size, whatever the size of the app.
    sample: Option<TextSize>,
    #[props(into)] onclick: OnPress,
    testid: Option<String>,
) -> Element {
    rsx! {
        Press {
            class: if selected { "card choice is-selected" } else { "card choice" },
            testid,
            pressed: selected,
            onclick,
            if let Some(leading) = leading {
                span { class: "card-leading", {leading} }
            }
            span { class: words_class(sample),
                span { class: "card-label", {breakable(&label)} }
                if let Some(detail) = detail {
                    span { class: "card-detail", "{detail}" }
                }
            }
            span { class: "choice-tick",
                if selected {
                    UiIconView { icon: UiIcon::Check }
                }
            }
        }
    }
}

const fn words_class(sample: Option<TextSize>) -> &'static str {
    match sample {
        None => "card-words",
        Some(TextSize::Normal) => "card-words sample-normal",
        Some(TextSize::Large) => "card-words sample-large",
        Some(TextSize::Largest) => "card-words sample-largest",
    }
}
