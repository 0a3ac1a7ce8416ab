//! The part of a simulated screen that scrolls, and the strip that scrolls it by a tap.

use super::geometry::{Place, is_within};
use crate::ui::components::Press;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::html::ScrollBehavior;
use dioxus::html::geometry::PixelsVector2D;
use dioxus::prelude::*;
use std::rc::Rc;

/// So little left below counts as nothing left: rounding, and a border.
const SLACK_PIXELS: f64 = 8.0;

/// How much of what is seen one tap on the strip moves on: some stays, to find one's place again.
const PAGE_PART: f64 = 0.7;

/// Whether there is more below what is seen.
async fn has_more(place: &MountedData) -> bool {
    let (Ok(size), Ok(rect), Ok(offset)) = (
        place.get_scroll_size().await,
        place.get_client_rect().await,
        place.get_scroll_offset().await,
    ) else {
        return false;
    };
    size.height - rect.height() - offset.y > SLACK_PIXELS
}

/// Scrolls its children if they are too high, and says when `target` has come wholly into view.
#[component]
pub(super) fn Scroller(
    more: String,
    target: ReadSignal<Option<Place>>,
    on_seen: Callback<()>,
    on_resized: Callback<()>,
    children: Element,
) -> Element {
    let mut place = use_signal(|| None::<Rc<MountedData>>);
    let mut below = use_signal(|| false);
    let measure = use_callback(move |()| {
        let Some(here) = place.peek().clone() else {
            return;
        };
        let target = target.peek().clone();
        spawn(async move {
            let more_below = has_more(&here).await;
            if *below.peek() != more_below {
                below.set(more_below);
            }
            let Some(target) = target else { return };
            if let (Ok(inner), Ok(outer)) = (target.0.get_client_rect().await, here.get_client_rect().await)
                && is_within(&inner, &outer)
            {
                on_seen.call(());
            }
        });
    });
    use_effect(move || {
        // A new target may lie in view already.
        let _ = target.read();
        measure.call(());
    });
    let go_down = move |()| {
        let Some(here) = place.peek().clone() else {
            return;
        };
        spawn(async move {
            if let (Ok(rect), Ok(offset)) = (here.get_client_rect().await, here.get_scroll_offset().await) {
                let down = PixelsVector2D::new(0.0, offset.y + rect.height() * PAGE_PART);
                let _ = here.scroll(down, ScrollBehavior::Instant).await;
            }
        });
    };
    rsx! {
        div {
            class: "sim-scroll",
            tabindex: "0",
            onmounted: move |event| {
                place.set(Some(event.data()));
                measure.call(());
            },
            onscroll: move |_| measure.call(()),
            onresize: move |_| {
                on_resized.call(());
                measure.call(());
            },
            {children}
        }
        if below() {
            div { class: "sim-more", onclick: move |event| event.stop_propagation(),
                Press { class: "sim-more-button", testid: "sim-more", onclick: go_down,
                    UiIconView { icon: UiIcon::Down }
                    span { "{more}" }
                }
            }
        }
    }
}
