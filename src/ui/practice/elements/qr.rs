//! A square code, drawn at random: it leads nowhere.

use crate::domain::screen::Text;
use dioxus::prelude::*;
use std::fmt::Write as _;

/// Squares along one side.
const SIDE: u32 = 25;

/// Side of the three marks in the corners, with their white edge.
const MARK: u32 = 8;

/// The dark squares, as a path. Always the same, and never a code that a reader could read.
fn squares() -> String {
    let mut path = String::new();
    let mut seed: u32 = 20_250_326;
    for y in 0..SIDE {
        for x in 0..SIDE {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (left, right) = (x < MARK, x >= SIDE - MARK);
            let (top, bottom) = (y < MARK, y >= SIDE - MARK);
            let in_mark = (top && (left || right)) || (bottom && left);
            if !in_mark && seed >> 31 == 1 {
                // Writing into a string does not fail.
                let _ = write!(path, "M{x} {y}h1v1h-1z");
            }
        }
    }
    for (x, y) in [(0, 0), (SIDE - 7, 0), (0, SIDE - 7)] {
        let _ = write!(path, "M{x} {y}h7v7h-7zm1 1v5h5v-5zm1 1h3v3h-3z");
    }
    path
}

/// The drawing with words below it.
#[component]
pub(super) fn Qr(label: Text) -> Element {
    let path = use_hook(squares);
    rsx! {
        div { class: "sim-qr",
            svg {
                view_box: "-2 -2 29 29",
                "aria-hidden": "true",
                "focusable": "false",
                path { d: path, fill: "#1D1A16", fill_rule: "evenodd" }
            }
            p { "{label.shown()}" }
        }
    }
}
