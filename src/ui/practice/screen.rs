//! The simulated phone.

use super::context::{Appeared, Sim, SimKey, SimLabels, SimState, SimTap, Touch};
use super::elements::SimElement;
use super::entry_view::EntryView;
use super::geometry::{Place, point_of, was_near};
use super::scroll::Scroller;
use crate::domain::ids::{ElementId, ScreenId};
use crate::domain::screen::{Element as Drawn, Screen, Theme};
use dioxus::html::{ScrollBehavior, ScrollLogicalPosition, ScrollToOptions};
use dioxus::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where on the glass the elements of a screen are.
type Places = BTreeMap<(ScreenId, ElementId), Place>;

const fn theme_class(theme: Theme) -> &'static str {
    match theme {
        Theme::Phone => "sim theme-phone",
        Theme::Store => "sim theme-store",
        Theme::Identity => "sim theme-identity",
        Theme::Portal => "sim theme-portal",
        Theme::Call => "sim theme-call",
        Theme::Plain => "sim theme-plain",
    }
}

/// One simulated screen. Every tap on it, wherever it falls, is told exactly once.
///
/// `on_seen` is told when the target comes wholly into view, and again after each scrolling that leaves it there.
#[component]
pub fn SimScreen(
    screen: Screen,
    #[props(default)] state: SimState,
    target: ElementId,
    #[props(default)] glow: bool,
    pressed: Option<ElementId>,
    labels: SimLabels,
    #[props(default)] auto_scroll: bool,
    entry: Option<EntryView>,
    on_tap: EventHandler<SimTap>,
    #[props(default)] on_key: EventHandler<SimKey>,
    on_seen: Option<EventHandler<ElementId>>,
) -> Element {
    let mut places = use_signal(Places::new);
    let here = (screen.id.clone(), target.clone());
    let target_place = use_memo(use_reactive!(|(here,)| places.read().get(&here).cloned()));

    // Called when the target changes or appears, and when the stage grows or shrinks around it.
    let bring_into_view = use_callback(move |()| {
        if let Some(place) = target_place.read().clone().filter(|_| auto_scroll) {
            spawn(async move {
                let nearest = ScrollToOptions {
                    // Never smooth: a moving page is hard to read and hard to hit.
                    behavior: ScrollBehavior::Instant,
                    vertical: ScrollLogicalPosition::Nearest,
                    horizontal: ScrollLogicalPosition::Nearest,
                };
                let _ = place.0.scroll_to_with_options(nearest).await;
            });
        }
    });
    use_effect(use_reactive!(|(auto_scroll,)| {
        let _ = auto_scroll;
        bring_into_view.call(());
    }));

    let seen = target.clone();
    let on_target_seen = use_callback(move |()| {
        if let Some(on_seen) = on_seen {
            on_seen.call(seen.clone());
        }
    });

    let screen_id = screen.id.clone();
    let on_appear = use_callback(move |appeared: Appeared| {
        let mut places = places.write();
        places.retain(|(on_screen, _), _| *on_screen == screen_id);
        places.insert((screen_id.clone(), appeared.id), appeared.place);
    });

    let aim = target.clone();
    let on_touch = use_callback(move |touch: Touch| {
        if touch.on.as_ref() == Some(&aim) {
            on_tap.call(SimTap {
                on: touch.on,
                near: false,
            });
            return;
        }
        let place = target_place.peek().clone();
        spawn(async move {
            let near = was_near(touch.at, place).await;
            on_tap.call(SimTap { on: touch.on, near });
        });
    });

    let banner = labels.banner.clone();
    let group = labels.group.clone();
    let more = labels.more.clone();
    let sim = Rc::new(Sim {
        state,
        target,
        glow,
        pressed,
        labels,
        entry,
        on_touch,
        on_appear,
        on_key,
    });
    let nowhere = move |event: Event<MouseData>| {
        event.prevent_default();
        on_touch.call(Touch {
            on: None,
            at: point_of(&event),
        });
    };
    let layers = Layers::of(&screen);
    let scrolls = layers
        .body
        .iter()
        .any(|element| element.targets().iter().any(|(id, _)| **id == sim.target));
    rsx! {
        div {
            class: theme_class(screen.theme),
            role: "group",
            "aria-label": group,
            "data-screen": "{screen.id}",
            onclick: nowhere,
            p { class: "sim-banner", "{banner}" }
            // A new screen is made anew, so that nothing of the last one is left standing.
            for id in [screen.id.clone()] {
                div { key: "{id}", class: "sim-view",
                    // Left out, not "false": a browser takes any value as yes.
                    div {
                        class: "sim-under",
                        inert: layers.over.is_some().then_some("true"),
                        if let Some(filling) = layers.filling.clone() {
                            SimElement { element: filling, sim: sim.clone() }
                        } else {
                            Scroller {
                                class: "sim-scroll",
                                more: more.clone(),
                                target: target_place,
                                glow: glow && scrolls,
                                on_seen: on_target_seen,
                                on_resized: bring_into_view,
                                for (index, element) in layers.body.iter().enumerate() {
                                    SimElement {
                                        key: "{index}",
                                        element: element.clone(),
                                        sim: sim.clone(),
                                    }
                                }
                            }
                        }
                        if let Some(bottom) = layers.bottom.clone() {
                            SimElement { element: bottom, sim: sim.clone() }
                        }
                    }
                    if let Some(over) = layers.over.clone() {
                        SimElement { element: over, sim: sim.clone() }
                    }
                }
            }
        }
    }
}

/// A screen's elements, by where on the phone they belong.
#[derive(Default)]
struct Layers {
    /// Takes the whole phone: a call.
    filling: Option<Drawn>,
    /// From top to bottom, scrolling.
    body: Vec<Drawn>,
    /// Stays at the bottom: tabs.
    bottom: Option<Drawn>,
    /// Lies over everything: a dialog.
    over: Option<Drawn>,
}

impl Layers {
    fn of(screen: &Screen) -> Self {
        let mut layers = Self::default();
        for element in screen.elements.iter().cloned() {
            match element {
                Drawn::Call { .. } => layers.filling = Some(element),
                Drawn::BottomBar { .. } => layers.bottom = Some(element),
                Drawn::Dialog { .. } => layers.over = Some(element),
                other => layers.body.push(other),
            }
        }
        layers
    }
}
