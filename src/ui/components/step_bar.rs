//! How far one is, as a row of marks.

use dioxus::prelude::*;

/// One mark a step: filled leaf green when done, amber with a dark edge for the one at hand.
#[component]
pub fn StepBar(done: usize, total: usize, label: String) -> Element {
    rsx! {
        div { class: "steps", role: "img", "aria-label": label,
            for index in 0..total {
                span {
                    key: "{index}",
                    class: if index < done {
                        "step is-done"
                    } else if index == done {
                        "step is-now"
                    } else {
                        "step"
                    },
                }
            }
        }
    }
}
