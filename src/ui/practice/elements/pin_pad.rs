//! Empty places and a pad of figures.

use crate::domain::ids::ElementId;
use crate::domain::screen::Text;
use crate::ui::practice::context::{Appeared, Sim, SimKey, Touch};
use crate::ui::practice::geometry::{Place, point_of};
use crate::ui::practice::key_grid::KeyGrid;
use crate::ui::practice::sample::Sample;
use dioxus::prelude::*;
use std::rc::Rc;

/// As many places as real pads have when no sample says how many.
const PLACES: usize = 6;

/// The figures in the order of a phone's pad.
const FIGURES: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/// The pad is used, not tapped: its keys speak for themselves, and what falls between them is told as the pad.
#[component]
pub(super) fn PinPad(id: ElementId, label: Text, sim: Rc<Sim>) -> Element {
    let entry = sim.entry.clone().filter(|_| sim.target == id);
    let places = entry
        .as_ref()
        .map_or(PLACES, |entry| entry.sample.chars().count());
    let full = entry.as_ref().map_or_else(
        || sim.text_in(&id).map_or(0, |text| text.chars().count()),
        |entry| entry.entered,
    );
    let (on_touch, on_appear, on_key) = (sim.on_touch, sim.on_appear, sim.on_key);
    let taking = entry.is_some();
    let appeared = id.clone();
    let touched = id.clone();
    let pad = id.clone();
    let on_figure = use_callback(move |key: SimKey| {
        if taking {
            on_key.call(key);
        } else {
            // The pad is not wanted now, so its figures are the pad.
            on_touch.call(Touch {
                on: Some(pad.clone()),
                at: None,
            });
        }
    });
    rsx! {
        div {
            class: "sim-pin",
            id: "sim-{id}",
            "data-target": "{id}",
            role: "group",
            "aria-label": label.shown(),
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
                        on: Some(touched.clone()),
                        at: point_of(&event),
                    });
            },
            p { class: "sim-pin-label", "{label.shown()}" }
            if let Some(entry) = entry.clone() {
                Sample { label: sim.labels.pin_hint.clone(), entry }
            }
            div { class: "sim-pin-places", "aria-hidden": "true",
                for index in 0..places {
                    span {
                        key: "{index}",
                        class: if index < full { "sim-pin-place is-full" } else { "sim-pin-place" },
                    }
                }
            }
            KeyGrid {
                keys: FIGURES.to_vec(),
                next: entry.as_ref().and_then(|entry| entry.next),
                glow: sim.glows(&id),
                class: "key-grid pin-grid",
                space: String::new(),
                on_key: on_figure,
            }
        }
    }
}
