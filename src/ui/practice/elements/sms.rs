//! A text message or notification.

use crate::domain::ids::ElementId;
use crate::domain::screen::{Icon, Text};
use crate::ui::components::breakable;
use crate::ui::icons::SimIcon;
use crate::ui::practice::context::Sim;
use crate::ui::practice::target::SimButton;
use dioxus::prelude::*;
use std::rc::Rc;

/// Who sent it, as the phone shows it, over what it says.
#[component]
pub(super) fn Sms(id: ElementId, from: Text, body: Text, sim: Rc<Sim>) -> Element {
    rsx! {
        SimButton { sim, id, class: "sim-sms",
            span { class: "sim-sms-head",
                SimIcon { icon: Icon::Message }
                span { "{from.shown()}" }
            }
            span { class: "sim-sms-body", {breakable(body.shown())} }
        }
    }
}
