//! The frame of every screen that is not practice.

use super::scroll::{MoreStrip, use_scroll};
use dioxus::prelude::*;

/// So little left below counts as nothing left: it is the empty edge below the last words.
const SLACK_PIXELS: f64 = 52.0;
/// Below a dock that scrolls along there is no empty edge.
const WHOLE_SLACK_PIXELS: f64 = 8.0;

/// The words on every page's strip that goes further down, as the shell says them.
#[derive(Clone, Copy, PartialEq)]
pub struct MoreWords(pub Memo<String>);

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
/// The dock has its own place below the scrolling part, so it can never cover anything. A strip above it says that
/// there is more below. Where that would leave less than half of a low window, all of it scrolls, and the dock is its end.
#[component]
pub fn Page(
    header: Option<Element>,
    children: Element,
    dock: Option<Element>,
    #[props(default)] tone: PageTone,
) -> Element {
    let scroll = use_scroll(SLACK_PIXELS, 0.0);
    // In a low, narrow window all of it scrolls, the dock as well.
    let whole = use_scroll(WHOLE_SLACK_PIXELS, 0.0);
    let more = use_hook(try_consume_context::<MoreWords>);
    let look = move || {
        scroll.look();
        whole.look();
    };
    rsx! {
        div {
            class: tone.class(),
            onmounted: move |event| whole.mounted(event.data()),
            onscroll: move |_| whole.look(),
            onresize: move |_| whole.look(),
            if let Some(header) = header {
                header { class: "page-header", {header} }
            }
            main {
                class: "page-body",
                tabindex: "0",
                onmounted: move |event| scroll.mounted(event.data()),
                onscroll: move |_| scroll.look(),
                onresize: move |_| scroll.look(),
                // What is on it grows and shrinks, too.
                div { class: "page-column", onresize: move |_| look(), {children} }
            }
            if let Some(words) = more {
                MoreStrip {
                    scroll: if whole.has_more() { whole } else { scroll },
                    label: (words.0)(),
                    class: "sim-more page-more",
                    testid: "page-more",
                }
            }
            if let Some(dock) = dock {
                footer { class: "page-dock",
                    div { class: "page-column", {dock} }
                }
            }
        }
    }
}
