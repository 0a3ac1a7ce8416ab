//! The parts of a simulated screen that scroll, with the strip that scrolls them by a tap.

use super::geometry::{Place, is_below, is_within};
use crate::ui::components::{MoreStrip, use_scroll};
use dioxus::prelude::*;

/// So little left below counts as nothing left: rounding, and a border.
const SLACK_PIXELS: f64 = 8.0;

/// The strip is at least so high.
const STRIP_PIXELS: f64 = 48.0;

/// Scrolls its children if they are too high, and says when `target` has come wholly into view.
#[component]
pub(super) fn Scroller(
    class: String,
    more: String,
    target: Option<Memo<Option<Place>>>,
    /// Where to tap is shown: the strip, while the target is out of sight.
    #[props(default)]
    glow: bool,
    on_seen: Option<Callback<()>>,
    on_resized: Option<Callback<()>>,
    children: Element,
) -> Element {
    let scroll = use_scroll(SLACK_PIXELS, STRIP_PIXELS);
    let mut out_of_sight = use_signal(|| false);
    let measure = use_callback(move |()| {
        scroll.look();
        let target = target.and_then(|target| target.peek().clone());
        let (Some(target), Some(here)) = (target, scroll.place()) else {
            return;
        };
        spawn(async move {
            let (Ok(inner), Ok(outer)) = (target.0.get_client_rect().await, here.get_client_rect().await)
            else {
                return;
            };
            let below = is_below(&inner, &outer);
            if *out_of_sight.peek() != below {
                out_of_sight.set(below);
            }
            if let Some(on_seen) = on_seen.filter(|_| is_within(&inner, &outer)) {
                on_seen.call(());
            }
        });
    });
    use_effect(move || {
        // A new target may lie in view already.
        if let Some(target) = target {
            let _ = target.read();
        }
        measure.call(());
    });
    rsx! {
        div {
            class,
            tabindex: "0",
            onmounted: move |event| {
                scroll.mounted(event.data());
                measure.call(());
            },
            onscroll: move |_| measure.call(()),
            onresize: move |_| {
                if let Some(on_resized) = on_resized {
                    on_resized.call(());
                }
                measure.call(());
            },
            // It can grow without its frame: letters that arrive late, or larger ones.
            div { class: "sim-content", onresize: move |_| measure.call(()), {children} }
        }
        MoreStrip {
            scroll,
            label: more,
            class: if glow && out_of_sight() { "sim-more is-glowing" } else { "sim-more" },
            testid: "sim-more",
        }
    }
}
