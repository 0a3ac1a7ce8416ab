//! Something on a simulated screen that a finger can reach.

use super::context::{Appeared, Sim, Touch};
use super::geometry::{Place, point_of};
use crate::domain::ids::ElementId;
use dioxus::prelude::*;
use std::rc::Rc;

/// The finger that points at what glows. Drawn by us.
const FINGER: &str = r##"<path d="M19 5a4 4 0 0 1 8 0v14l3 .6a4.2 4.2 0 0 1 4.4-1.6 4.2 4.2 0 0 1 4.6 2.4 4.4 4.4 0 0 1 4.8 5l-1 10A10 10 0 0 1 33 44h-8c-3.4 0-6.4-1.6-8.5-4.3l-8.1-10.8a3.8 3.8 0 0 1 5.8-4.8L19 29z" fill="#FFFDF8" stroke="#1D1A16" stroke-width="2.6" stroke-linejoin="round"/><path d="M30 20v6M36 22v5" fill="none" stroke="#1D1A16" stroke-width="2.2" stroke-linecap="round"/>"##;

/// A pointing finger, in the corner of what holds it.
#[component]
pub(super) fn Finger() -> Element {
    rsx! {
        span { class: "sim-finger", "aria-hidden": "true",
            svg { view_box: "0 0 48 48", "focusable": "false", dangerous_inner_html: FINGER }
        }
    }
}

/// A tappable part of a simulated screen: always a real button.
#[component]
pub(super) fn SimButton(
    sim: Rc<Sim>,
    id: ElementId,
    class: String,
    role: Option<&'static str>,
    checked: Option<bool>,
    current: Option<bool>,
    label: Option<String>,
    children: Element,
) -> Element {
    let glows = sim.glows(&id);
    let pressed = sim.pressed.as_ref() == Some(&id);
    let mut classes = format!("sim-hit {class}");
    if glows {
        classes.push_str(" is-glowing");
    }
    if pressed {
        classes.push_str(" is-pressed");
    }
    let on_touch = sim.on_touch;
    let on_appear = sim.on_appear;
    let tapped = id.clone();
    let appeared = id.clone();
    rsx! {
        button {
            r#type: "button",
            id: "sim-{id}",
            class: classes,
            role,
            "data-target": "{id}",
            "aria-checked": checked.map(|on| if on { "true" } else { "false" }),
            "aria-current": current.filter(|on| *on).map(|_| "page"),
            "aria-label": label,
            onmounted: move |event| {
                on_appear
                    .call(Appeared {
                        id: appeared.clone(),
                        place: Place(event.data()),
                    });
            },
            onclick: move |event| {
                event.stop_propagation();
                on_touch
                    .call(Touch {
                        on: Some(tapped.clone()),
                        at: point_of(&event),
                    });
            },
            {children}
            if glows {
                Finger {}
            }
        }
    }
}
