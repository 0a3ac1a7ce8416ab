//! The practice screen, in every mode.

mod desk;
mod feedback;
mod picture;
mod watch;

use crate::core::view::{AttemptView, TutorialView};
use crate::core::{BeginAttempt, CoreError, LeaveAttempt, OpenTutorial};
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::practice::{Input, Mode, Phase, Tap, is_number};
use crate::domain::tutorial::Action;
use crate::i18n::Tr;
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, FrameLabels, PracticeFrame, Waiting};
use crate::ui::context::{App, use_app};
use crate::ui::icons::UiIcon;
use crate::ui::practice::{EntryView, Keys, KeysLabels, SimLabels, SimScreen};
use crate::ui::screens::Failure;
use desk::Desk;
use dioxus::prelude::*;
use watch::use_watch;

type Begun = Result<(TutorialView, AttemptView), CoreError>;

/// Goes on with the attempt in this mode, or begins one.
#[component]
pub fn Practice(learner: LearnerId, tutorial: TutorialId, mode: Mode) -> Element {
    let app = use_app();
    let call = (learner, tutorial, mode);
    let mut begun = use_resource(use_reactive!(|(call,)| async move {
        let (learner, tutorial, mode) = call;
        begin(app, learner, tutorial, mode).await
    }));
    let answer: Option<Begun> = begun.read().as_ref().cloned();
    match answer {
        None => rsx! {
            Waiting {}
        },
        Some(Err(error)) => rsx! {
            Failure {
                error,
                on_retry: move |()| {
                    begun.clear();
                    begun.restart();
                },
            }
        },
        Some(Ok((view, attempt))) => rsx! {
            // Another attempt is another desk: nothing of the last run is left on it.
            for id in [attempt.id] {
                AtDesk { key: "{id}", learner, view: view.clone(), attempt: attempt.clone() }
            }
        },
    }
}

async fn begin(app: App, learner: LearnerId, tutorial: TutorialId, mode: Mode) -> Begun {
    let begin = BeginAttempt {
        learner,
        tutorial: tutorial.clone(),
        mode,
    };
    let attempt = app.ask(begin).await?;
    let view = app.ask(OpenTutorial { learner, tutorial }).await?;
    Ok((view, attempt))
}

#[component]
fn AtDesk(learner: LearnerId, view: TutorialView, attempt: AttemptView) -> Element {
    let app = use_app();
    let tr = app.tr();
    let desk = Desk::use_new(app, learner, view, &attempt);
    use_drop(move || {
        app.core().post(LeaveAttempt {
            attempt: desk.attempt,
        });
    });
    use_hook(move || {
        if desk.mode != Mode::Watch {
            desk.say_step();
        }
    });
    let playing = use_watch(desk);
    // What she tapped may be gone with its screen: who cannot see it goes on from the instruction.
    let step = desk.run.read().at;
    let mut seen = use_hook(|| CopyValue::new(step));
    use_effect(use_reactive!(|(step,)| {
        if *seen.peek() != step {
            seen.set(step);
            spawn(async move { bridge::focus_heading().await });
        }
    }));

    let run = desk.run.read();
    let view = desk.view.read();
    let Some((step, words)) = Desk::step_at(&view, run.at) else {
        // The finished screen is on its way.
        return rsx! {
            Waiting {}
        };
    };
    let Some(screen) = view.tutorial.screen(&step.screen).cloned() else {
        return rsx! {
            Failure { error: CoreError::NotFound("screen".into()), on_retry: |()| {} }
        };
    };
    let target = step.action.target().clone();
    let entry = step
        .action
        .sample()
        .map(|sample| EntryView::new(sample, run.entered));
    let keys = entry
        .clone()
        .filter(|_| run.keys_open && run.phase == Phase::Active);
    let is_pin = matches!(step.action, Action::EnterPin { .. });
    // What is chosen from is read first, from the top of the screen.
    let reads_first = matches!(step.action, Action::ScrollTo { .. } | Action::Choose { .. });
    let pressed = (run.phase == Phase::Saving || *playing.pressing.read()).then(|| target.clone());
    // On her own she looks for it herself, from the top of the screen.
    let auto_scroll = !reads_first && (run.glows() || keys.is_some());
    // What could not be saved is tried again by its own button.
    let glow = run.glows() && keys.is_none() && run.phase != Phase::NotSaved;
    let eyebrow = match (view.tutorial.role_play, desk.mode) {
        (false, mode) => mode_name(tr, mode),
        (true, Mode::Watch) => format!("{}. {}", tr.practice_role_play(), tr.practice_mode_watch()),
        (true, _) => tr.practice_role_play(),
    };
    let to_intro = Route::Intro {
        learner,
        tutorial: view.tutorial.id.clone(),
    };
    let at_first = run.at == 0;
    rsx! {
        PracticeFrame {
            // What the phone does is told, not asked of her.
            say: if desk.mode == Mode::Watch { tr.practice_watch_say(words.say.clone()) } else { words.say.clone() },
            feedback: feedback::of(tr, desk, &run, words),
            steps_done: run.at,
            steps_total: view.steps.len(),
            step_label: tr.practice_step(run.at + 1, view.steps.len()),
            eyebrow,
            danger: view.tutorial.role_play,
            labels: FrameLabels {
                back: tr.back(),
                listen: tr.listen(),
                home: tr.to_start(),
                row: tr.main_buttons(),
            },
            on_back: move |()| {
                // The second of two quick taps was meant for the screen before.
                if desk.is_quiet() {
                    return;
                }
                if at_first {
                    app.trail.back_to(to_intro.clone());
                } else {
                    desk.send(&Input::Back);
                }
            },
            on_listen: move |()| desk.listen(),
            on_home: move |()| {
                if !desk.is_quiet() {
                    app.trail.replace(Route::Home { learner });
                }
            },
            extra: if keys.is_some() { None } else { extra(tr, desk, run.phase, playing) },
            SimScreen {
                screen,
                state: picture::of(&view.tutorial, &run),
                target: target.clone(),
                glow,
                pressed,
                labels: sim_labels(tr),
                auto_scroll,
                entry: entry.filter(|_| is_pin),
                on_tap: move |tap: crate::ui::practice::SimTap| {
                    desk.send(
                        &Input::Tap {
                            on: tap.on.map_or(Tap::Nothing, Tap::On),
                            near: tap.near,
                        },
                    );
                },
                on_key: move |key: crate::ui::practice::SimKey| {
                    desk.send(&Input::Key { letter: key.letter, near: key.near });
                },
                on_seen: move |seen| desk.seen(seen),
            }
            if let Some((figures, entry)) = keys.map(|entry| (is_number(&entry.sample), entry)) {
                Keys {
                    glow_next: run.glows(),
                    labels: KeysLabels {
                        sample: if figures { tr.practice_sample_figures() } else { tr.practice_sample() },
                        fill: if figures { tr.practice_fill_figures() } else { tr.practice_fill() },
                        erase: tr.practice_erase(),
                        space: tr.practice_space(),
                        hint: desk.mode.is_unaided().then(|| tr.practice_hint()),
                    },
                    entry,
                    on_key: move |key: crate::ui::practice::SimKey| {
                        desk.send(&Input::Key { letter: key.letter, near: key.near });
                    },
                    on_erase: move |()| desk.send(&Input::Erase),
                    on_fill: move |()| desk.send(&Input::FillSample),
                    on_hint: move |()| desk.send(&Input::Hint),
                }
            }
        }
    }
}

fn mode_name(tr: Tr, mode: Mode) -> String {
    match mode {
        Mode::Watch => tr.practice_mode_watch(),
        Mode::Guided => tr.practice_mode_guided(),
        Mode::Alone => tr.practice_mode_alone(),
        Mode::Review => tr.practice_mode_review(),
    }
}

/// The row above the three buttons: what this moment needs, or nothing.
fn extra(tr: Tr, desk: Desk, phase: Phase, mut playing: watch::Playing) -> Option<Element> {
    if phase == Phase::NotSaved {
        return Some(rsx! {
            BigButton {
                label: tr.try_again(),
                icon: UiIcon::Refresh,
                testid: "practice-retry",
                onclick: move |()| desk.send(&Input::Retry),
            }
        });
    }
    match desk.mode {
        Mode::Guided => None,
        Mode::Alone | Mode::Review => Some(rsx! {
            BigButton {
                label: tr.practice_hint(),
                kind: ButtonKind::Help,
                icon: UiIcon::Hint,
                testid: "practice-hint",
                onclick: move |()| desk.send(&Input::Hint),
            }
        }),
        Mode::Watch => {
            let paused = *playing.paused.read();
            Some(rsx! {
                BigButton {
                    label: if paused { tr.practice_play() } else { tr.practice_pause() },
                    kind: ButtonKind::Plain,
                    icon: if paused { UiIcon::Play } else { UiIcon::Pause },
                    testid: "practice-pause",
                    onclick: move |()| playing.paused.set(!paused),
                }
                BigButton {
                    label: tr.practice_next(),
                    icon: UiIcon::Next,
                    testid: "practice-next",
                    onclick: move |()| desk.send(&Input::Next),
                }
            })
        }
    }
}

fn sim_labels(tr: Tr) -> SimLabels {
    SimLabels {
        banner: tr.practice_banner(),
        group: tr.practice_screen(),
        back: tr.practice_sim_back(),
        secure: tr.practice_secure(),
        insecure: tr.practice_insecure(),
        filled: tr.practice_filled(),
        specimen: tr.practice_specimen(),
        pin_hint: tr.practice_sample_figures(),
        more: tr.practice_more(),
    }
}
