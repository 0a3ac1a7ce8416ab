//! The frame of every screen that is not practice.

use dioxus::prelude::*;

/// The paper a page is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PageTone {
    /// Warm paper.
    #[default]
    Paper,
    /// Danger lessons.
    Brick,
    /// A success.
    Leaf,
}

impl PageTone {
    const fn class(self) -> &'static str {
        match self {
            Self::Paper => "page",
            Self::Brick => "page page-brick",
            Self::Leaf => "page page-leaf",
        }
    }
}

/// A column as high as the screen: what is in `header` and `dock` stays, what is between them scrolls.
///
/// The dock has its own place below the scrolling part, so it can never cover anything.
#[component]
pub fn Page(
    header: Option<Element>,
    children: Element,
    dock: Option<Element>,
    #[props(default)] tone: PageTone,
) -> Element {
    rsx! {
        div { class: tone.class(),
            if let Some(header) = header {
                header { class: "page-header", {header} }
            }
            main { class: "page-body", tabindex: "0",
                div { class: "page-column", {children} }
            }
            if let Some(dock) = dock {
                footer { class: "page-dock",
                    div { class: "page-column", {dock} }
                }
            }
        }
    }
}
