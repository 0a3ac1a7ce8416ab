//! A grid of large keys.

use super::context::SimKey;
use super::geometry::{Place, point_of, was_near};
use super::target::Finger;
use dioxus::prelude::*;
use std::collections::BTreeMap;

/// The keys, of which `next` is the right one.
#[component]
pub(super) fn KeyGrid(
    keys: Vec<char>,
    next: Option<char>,
    glow: bool,
    class: String,
    space: String,
    on_key: EventHandler<SimKey>,
) -> Element {
    let mut places = use_signal(BTreeMap::<char, Place>::new);
    let press = use_callback(move |(letter, event): (char, Event<MouseData>)| {
        event.prevent_default();
        event.stop_propagation();
        if next == Some(letter) {
            on_key.call(SimKey { letter, near: false });
            return;
        }
        let at = point_of(&event);
        let right = next.and_then(|key| places.peek().get(&key).cloned());
        spawn(async move {
            let near = was_near(at, right).await;
            on_key.call(SimKey { letter, near });
        });
    });
    rsx! {
        div { class,
            for letter in keys {
                button {
                    key: "{letter}",
                    r#type: "button",
                    class: match (letter == ' ', glow && next == Some(letter)) {
                        (false, false) => "key",
                        (false, true) => "key is-glowing",
                        (true, false) => "key key-space",
                        (true, true) => "key key-space is-glowing",
                    },
                    "data-key": "{letter}",
                    "data-next": next == Some(letter),
                    onmounted: move |event| {
                        places.write().insert(letter, Place(event.data()));
                    },
                    onclick: move |event| press.call((letter, event)),
                    if letter == ' ' {
                        "{space}"
                    } else {
                        "{letter}"
                    }
                    if glow && next == Some(letter) {
                        Finger {}
                    }
                }
            }
        }
    }
}
