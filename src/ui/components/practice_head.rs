//! The words above a practice screen.

use super::note::NoteTone;
use super::step_bar::StepBar;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::html::ScrollBehavior;
use dioxus::html::geometry::PixelsVector2D;
use dioxus::prelude::*;
use std::rc::Rc;

/// So little left below counts as nothing left: rounding.
const SLACK_PIXELS: f64 = 6.0;

/// How much of what is seen one tap moves on: some stays, to find one's place again.
const PAGE_PART: f64 = 0.7;

/// How far `place` is scrolled, how high it is, and how much more there is below.
async fn measure(place: &MountedData) -> Option<(f64, f64, f64)> {
    let size = place.get_scroll_size().await.ok()?;
    let rect = place.get_client_rect().await.ok()?;
    let offset = place.get_scroll_offset().await.ok()?;
    Some((offset.y, rect.height(), size.height - rect.height() - offset.y))
}

/// Steps, instruction and feedback. What does not fit is read on by tapping anywhere on it, round and round:
/// whoever cannot swipe must still be able to read everything.
#[component]
pub(super) fn PracticeHead(
    say: String,
    feedback: Option<(NoteTone, String)>,
    eyebrow: Option<String>,
    steps_done: usize,
    steps_total: usize,
    step_label: String,
) -> Element {
    let mut place = use_signal(|| None::<Rc<MountedData>>);
    let mut more = use_signal(|| false);
    let look = use_callback(move |()| {
        let Some(here) = place.peek().clone() else {
            return;
        };
        spawn(async move {
            let is_more = measure(&here)
                .await
                .is_some_and(|(_, _, below)| below > SLACK_PIXELS);
            if *more.peek() != is_more {
                more.set(is_more);
            }
        });
    });
    let go_to = use_callback(move |from_top: f64| {
        let Some(here) = place.peek().clone() else {
            return;
        };
        spawn(async move {
            let there = PixelsVector2D::new(0.0, from_top);
            let _ = here.scroll(there, ScrollBehavior::Instant).await;
            look.call(());
        });
    });
    let words = (say.clone(), feedback.clone());
    use_effect(use_reactive!(|(words,)| {
        // New words are read from their beginning.
        let _ = words;
        go_to.call(0.0);
    }));
    let read_on = move |_| {
        let Some(here) = place.peek().clone() else {
            return;
        };
        spawn(async move {
            if let Some((at, height, below)) = measure(&here).await {
                let on = below > SLACK_PIXELS;
                go_to.call(if on { at + height * PAGE_PART } else { 0.0 });
            }
        });
    };
    rsx! {
        header {
            class: if more() { "practice-head has-more" } else { "practice-head" },
            tabindex: "0",
            onmounted: move |event| {
                place.set(Some(event.data()));
                look.call(());
            },
            onscroll: move |_| look.call(()),
            onresize: move |_| look.call(()),
            onclick: read_on,
            StepBar { done: steps_done, total: steps_total, label: step_label }
            div { class: "practice-words", "aria-live": "polite",
                if let Some(eyebrow) = eyebrow {
                    p { class: "practice-eyebrow", "{eyebrow}" }
                }
                h1 { class: "practice-say", "data-testid": "practice-say", "{say}" }
                if let Some((tone, text)) = feedback {
                    p {
                        class: "{tone.class()} practice-feedback",
                        "data-testid": "practice-feedback",
                        "{text}"
                    }
                }
            }
            span { class: "practice-more", "aria-hidden": "true",
                UiIconView { icon: UiIcon::Down }
            }
        }
    }
}
