//! *Xem*: the app plays the steps itself, at the pace of the voice or of reading, and can be paused.

use super::desk::Desk;
use crate::domain::learner::Voice;
use crate::domain::practice::{Input, Mode, Phase};
use crate::platform::bridge::Spoken;
use crate::platform::time;
use dioxus::prelude::*;

/// Slow reading: about 14 letters a second, and never less than this.
const SHORTEST_MS: u32 = 3_500;
const A_LETTER_MS: u32 = 70;
/// After the voice has ended, before the finger comes down.
const BREATH_MS: u32 = 700;
/// How long the finger is seen to press.
const PRESS_MS: u32 = 700;

/// Whether it is paused, and whether the finger is down.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Playing {
    pub paused: Signal<bool>,
    pub pressing: Signal<bool>,
}

/// Plays the steps of a watching run.
pub(super) fn use_watch(desk: Desk) -> Playing {
    // Who asked for no movement goes on by "Tiếp" alone.
    let still = desk.app.surroundings.peek().reduced_motion;
    let playing = Playing {
        paused: use_signal(move || still),
        pressing: use_signal(|| false),
    };
    let moment = use_memo(move || {
        let run = desk.run.read();
        (run.at, run.phase, *playing.paused.read())
    });
    use_effect(move || {
        let (at, phase, paused) = moment();
        if desk.mode == Mode::Watch && phase == Phase::Active && !paused {
            spawn(play(desk, playing, at));
        }
    });
    playing
}

async fn play(desk: Desk, mut playing: Playing, at: usize) {
    let Some(text) = desk.spoken() else { return };
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let reading = A_LETTER_MS.saturating_mul(letters).max(SHORTEST_MS);
    let begun = time::monotonic_millis();
    let spoken = match desk.app.preferences.peek().voice {
        Voice::Auto => desk.app.read_aloud(text).await,
        Voice::OnTap => Spoken::Stopped,
    };
    if spoken == Spoken::ToTheEnd {
        time::sleep(BREATH_MS).await;
    } else {
        let passed = time::monotonic_millis().saturating_sub(begun);
        let rest = u64::from(reading).saturating_sub(passed);
        time::sleep(u32::try_from(rest).unwrap_or(0)).await;
    }
    let still_here = move || {
        let run = desk.run.peek();
        run.at == at && run.phase == Phase::Active && !*playing.paused.peek()
    };
    if !still_here() {
        return;
    }
    playing.pressing.set(true);
    time::sleep(PRESS_MS).await;
    playing.pressing.set(false);
    if still_here() {
        desk.send(&Input::Next);
    }
}
