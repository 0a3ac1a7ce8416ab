//! A single button.

use crate::domain::screen::{Button, ButtonStyle};
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// A button on the screen or in a dialog.
#[component]
pub(super) fn ScreenButton(button: Button, sim: Rc<Sim>) -> Element {
    let class = match button.style {
        ButtonStyle::Primary => "sim-button is-primary",
        ButtonStyle::Secondary => "sim-button is-secondary",
        ButtonStyle::Link => "sim-button is-link",
    };
    rsx! {
        SimButton { sim, id: button.id, class,
            span { "{button.label.shown()}" }
        }
    }
}
