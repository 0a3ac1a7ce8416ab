//! What scrolls, and the way down by a tap: whoever cannot swipe must still be able to read everything.

use super::press::Press;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::html::ScrollBehavior;
use dioxus::html::geometry::PixelsVector2D;
use dioxus::prelude::*;
use std::rc::Rc;

/// How much of what is seen one tap moves on: some stays, to find one's place again.
const PAGE_PART: f64 = 0.7;

/// Something that scrolls, and whether there is more below what is seen of it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Scroll {
    place: Signal<Option<Rc<MountedData>>>,
    below: Signal<bool>,
    /// The strip is on the screen, which is a little later than `below` says so.
    drawn: Signal<bool>,
    slack: f64,
    strip: f64,
}

/// So few pixels below as `slack` count as nothing: rounding, or an edge with nothing on it. The strip that says so
/// takes `strip` pixels of what is seen, or lies over it.
pub(crate) fn use_scroll(slack: f64, strip: f64) -> Scroll {
    Scroll {
        place: use_signal(|| None),
        below: use_signal(|| false),
        drawn: use_signal(|| false),
        slack,
        strip,
    }
}

impl Scroll {
    /// It is on the screen.
    pub fn mounted(mut self, place: Rc<MountedData>) {
        self.place.set(Some(place));
        self.look();
    }

    /// Where it is drawn, once it is.
    pub fn place(self) -> Option<Rc<MountedData>> {
        self.place.peek().clone()
    }

    /// Whether there was more below when last looked.
    pub fn has_more(self) -> bool {
        *self.below.read()
    }

    /// How far it is scrolled, how high it is, and how much more there is below.
    async fn measure(self) -> Option<(f64, f64, f64)> {
        let place = self.place()?;
        let size = place.get_scroll_size().await.ok()?;
        let rect = place.get_client_rect().await.ok()?;
        let offset = place.get_scroll_offset().await.ok()?;
        Some((offset.y, rect.height(), size.height - rect.height() - offset.y))
    }

    /// Looks whether there is more below.
    pub fn look(mut self) {
        spawn(async move {
            let Some((at, _, below)) = self.measure().await else {
                return;
            };
            // What would all be seen without the strip does not need it.
            let strip = if *self.drawn.peek() { self.strip } else { 0.0 };
            let more = below > self.slack && at + below > strip + self.slack;
            if *self.below.peek() != more {
                self.below.set(more);
            }
        });
    }

    async fn scroll(self, from_top: f64) {
        if let Some(place) = self.place() {
            let there = PixelsVector2D::new(0.0, from_top);
            // Never smooth: a moving page is hard to read and hard to hit.
            let _ = place.scroll(there, ScrollBehavior::Instant).await;
            self.look();
        }
    }

    /// Back to the beginning.
    pub fn to_top(self) {
        spawn(self.scroll(0.0));
    }

    /// Further down, and from the end back to the beginning.
    pub fn go_on(self) {
        spawn(async move {
            if let Some((at, height, below)) = self.measure().await {
                let on = below > self.slack;
                self.scroll(if on { at + height * PAGE_PART } else { 0.0 }).await;
            }
        });
    }
}

/// The strip that says that there is more, and goes there; nothing when there is no more.
#[component]
pub(crate) fn MoreStrip(scroll: Scroll, label: String, class: String, testid: String) -> Element {
    rsx! {
        if scroll.has_more() {
            Strip { scroll, label, class, testid }
        }
    }
}

#[component]
fn Strip(scroll: Scroll, label: String, class: String, testid: String) -> Element {
    let mut drawn = scroll.drawn;
    use_drop(move || {
        // Gone with the whole screen, there is nobody to tell.
        if let Ok(mut drawn) = drawn.try_write() {
            *drawn = false;
        }
    });
    rsx! {
        div {
            class,
            onmounted: move |_| {
                drawn.set(true);
                scroll.look();
            },
            onclick: move |event| event.stop_propagation(),
            Press { class: "more-button", testid, repeats: true, onclick: move |()| scroll.go_on(),
                UiIconView { icon: UiIcon::Down }
                span { "{label}" }
            }
        }
    }
}
