//! The practice rules, as examples and as properties.

use super::*;
use crate::domain::ids::ElementId;
use crate::domain::tutorial::Action;
use proptest::prelude::*;

fn step(id: &str, screen: &str, action: Action) -> PlanStep {
    PlanStep {
        id: id.into(),
        screen: screen.into(),
        action,
    }
}

fn login() -> Plan {
    Plan {
        steps: vec![
            step("open", "home", Action::Tap { target: "app".into() }),
            step(
                "number",
                "login",
                Action::Type {
                    target: "number".into(),
                    sample: "000 123".into(),
                },
            ),
            step(
                "passcode",
                "pin",
                Action::EnterPin {
                    target: "pad".into(),
                    sample: "000123".into(),
                },
            ),
            step(
                "down",
                "page",
                Action::ScrollTo {
                    target: "send".into(),
                },
            ),
            step(
                "send",
                "page",
                Action::Confirm {
                    target: "send".into(),
                },
            ),
        ],
    }
}

fn tap_on(id: &str) -> Input {
    Input::Tap {
        on: Tap::On(id.into()),
        near: false,
    }
}

fn key(letter: char) -> Input {
    Input::Key { letter, near: false }
}

struct Desk {
    plan: Plan,
    run: Run,
    now: u64,
}

impl Desk {
    fn new(mode: Mode) -> Self {
        let plan = login();
        let run = Run::start(&plan, mode, 0, Tally::default(), 0);
        Self {
            plan,
            run,
            now: 1_000,
        }
    }

    fn send(&mut self, input: &Input) -> Vec<Effect> {
        self.now += 1_000;
        let (run, effects) = apply(&self.plan, &self.run, input, self.now);
        self.run = run;
        effects
    }

    /// What a learner who knows the way does at this step.
    fn do_it_right(&mut self) {
        let at = self.run.at;
        match self.plan.steps[at].action.clone() {
            Action::Type { target, sample } => {
                self.send(&tap_on(target.as_str()));
                for letter in sample.chars().filter(|c| *c != ' ') {
                    self.send(&key(letter));
                }
            }
            Action::EnterPin { sample, .. } => {
                for letter in sample.chars() {
                    self.send(&key(letter));
                }
            }
            Action::ScrollTo { target } => {
                self.send(&Input::Scrolled(target));
            }
            other => {
                self.send(&tap_on(other.target().as_str()));
            }
        }
        if self.run.phase == Phase::NotSaved {
            self.send(&Input::Retry);
        }
        self.send(&Input::Saved);
    }
}

#[test]
fn ba_tu_does_the_whole_thing_alone() {
    let mut desk = Desk::new(Mode::Alone);
    for at in 0..5 {
        assert_eq!(desk.run.at, at);
        desk.do_it_right();
    }
    assert_eq!(desk.run.phase, Phase::Finished);
    assert_eq!(desk.run.tally, Tally::default());
}

#[test]
fn of_two_quick_taps_on_quay_lai_the_second_does_nothing() {
    let plan = login();
    let mut run = Run::start(&plan, Mode::Guided, 3, Tally::default(), 0);
    for (at, now) in [
        (3, QUIET_MILLIS - 1),
        (2, QUIET_MILLIS),
        (2, QUIET_MILLIS * 2 - 1),
        (1, QUIET_MILLIS * 2),
    ] {
        run = apply(&plan, &run, &Input::Back, now).0;
        assert_eq!(run.at, at, "at {now}");
    }
}

#[test]
fn a_step_is_not_done_before_it_is_saved() {
    let mut desk = Desk::new(Mode::Alone);
    let effects = desk.send(&tap_on("app"));
    assert!(matches!(&effects[..], [Effect::Commit { step, .. }] if step.as_str() == "open"));
    assert_eq!((desk.run.at, desk.run.phase), (0, Phase::Saving));
    desk.send(&tap_on("app"));
    assert_eq!(desk.run.at, 0, "nothing more is accepted while saving");
    desk.send(&Input::SaveFailed);
    assert_eq!((desk.run.at, desk.run.phase), (0, Phase::NotSaved));
    let again = desk.send(&Input::Retry);
    assert!(matches!(&again[..], [Effect::Commit { .. }]));
    desk.send(&Input::Saved);
    assert_eq!((desk.run.at, desk.run.phase), (1, Phase::Active));
}

#[test]
fn a_near_miss_is_said_kindly_and_never_counted_as_a_mistake() {
    let mut desk = Desk::new(Mode::Alone);
    for _ in 0..9 {
        desk.send(&Input::Tap {
            on: Tap::On("other".into()),
            near: true,
        });
        assert_eq!(desk.run.feedback, Some(Feedback::Near));
    }
    assert_eq!(desk.run.tally.mistakes, 0);
    assert_eq!(desk.run.tally.near_misses, 9);
    assert!(!desk.run.glows());
}

#[test]
fn two_misses_bring_a_nudge_and_three_show_the_target() {
    let mut desk = Desk::new(Mode::Alone);
    desk.send(&tap_on("other"));
    assert_eq!(desk.run.feedback, Some(Feedback::Wrong(Some("other".into()))));
    desk.send(&Input::Tap {
        on: Tap::Nothing,
        near: false,
    });
    assert_eq!(desk.run.feedback, Some(Feedback::Nudge));
    assert!(!desk.run.glows());
    assert_eq!(desk.run.tally.hints, 0, "a nudge is no hint");
    desk.send(&tap_on("other"));
    assert_eq!(desk.run.feedback, Some(Feedback::Shown));
    assert!(desk.run.glows());
    assert_eq!(desk.run.tally.hints, 1);
}

#[test]
fn a_hint_is_counted_once_and_a_second_request_shows_the_target() {
    let mut desk = Desk::new(Mode::Alone);
    desk.send(&Input::Hint);
    assert_eq!(desk.run.feedback, Some(Feedback::Hint));
    assert_eq!(desk.run.tally.hints, 1);
    desk.send(&Input::Hint);
    assert_eq!(desk.run.feedback, Some(Feedback::Shown));
    assert!(desk.run.glows());
}

#[test]
fn hints_cost_nothing_in_guided_practice() {
    let mut desk = Desk::new(Mode::Guided);
    desk.send(&Input::Hint);
    for _ in 0..4 {
        desk.send(&tap_on("other"));
    }
    assert_eq!(desk.run.tally.hints, 0);
}

#[test]
fn a_second_tap_of_a_trembling_hand_does_nothing() {
    let mut desk = Desk::new(Mode::Alone);
    desk.do_it_right();
    let at = desk.run.at;
    let (run, effects) = apply(&desk.plan, &desk.run, &tap_on("number"), desk.now + 499);
    assert_eq!((run.at, run.keys_open, effects.len()), (at, false, 0));
    let (run, _) = apply(&desk.plan, &desk.run, &tap_on("number"), desk.now + 500);
    assert!(run.keys_open);
}

#[test]
fn only_the_sample_can_be_entered() {
    let mut desk = Desk::new(Mode::Alone);
    desk.do_it_right();
    desk.send(&tap_on("number"));
    desk.send(&key('7'));
    assert_eq!(
        (desk.run.entered, &desk.run.feedback),
        (0, &Some(Feedback::WrongKey('0')))
    );
    desk.send(&key('0'));
    assert_eq!(desk.run.entered, 1);
    desk.send(&Input::Erase);
    desk.send(&Input::Erase);
    assert_eq!(desk.run.entered, 0);
    desk.send(&Input::FillSample);
    assert_eq!(desk.run.phase, Phase::Saving);
}

#[test]
fn keys_do_nothing_before_the_field_is_tapped() {
    let mut desk = Desk::new(Mode::Alone);
    desk.do_it_right();
    desk.send(&key('0'));
    desk.send(&Input::FillSample);
    assert_eq!((desk.run.entered, desk.run.phase), (0, Phase::Active));
}

#[test]
fn back_goes_one_step_back_and_at_the_first_step_leaves() {
    let mut desk = Desk::new(Mode::Guided);
    desk.do_it_right();
    desk.send(&Input::Back);
    assert_eq!(desk.run.at, 0);
    assert_eq!(desk.send(&Input::Back), vec![Effect::Leave]);
}

#[test]
fn watching_needs_only_next_and_taps_are_met_kindly() {
    let mut desk = Desk::new(Mode::Watch);
    desk.send(&tap_on("app"));
    assert_eq!(desk.run.feedback, Some(Feedback::JustWatch));
    for _ in 0..5 {
        desk.send(&Input::Next);
        desk.send(&Input::Saved);
    }
    assert_eq!(desk.run.phase, Phase::Finished);
    assert_eq!(desk.run.tally, Tally::default());
}

#[test]
fn a_run_resumes_after_the_last_step_done_even_if_content_changed() {
    let plan = login();
    assert_eq!(plan.resume_at(None, 0), 0);
    assert_eq!(plan.resume_at(Some(&"number".into()), 2), 2);
    assert_eq!(plan.resume_at(Some(&"send".into()), 5), 5);
    assert_eq!(plan.resume_at(Some(&"removed-step".into()), 3), 3);
    assert_eq!(plan.resume_at(Some(&"removed-step".into()), 99), 4);
}

fn any_element() -> impl Strategy<Value = ElementId> {
    prop_oneof![
        Just("app"),
        Just("number"),
        Just("pad"),
        Just("send"),
        Just("other")
    ]
    .prop_map(ElementId::from)
}

fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        (any_element(), any::<bool>()).prop_map(|(id, near)| Input::Tap {
            on: Tap::On(id),
            near
        }),
        any::<bool>().prop_map(|near| Input::Tap {
            on: Tap::Nothing,
            near
        }),
        (
            prop_oneof![Just('0'), Just('1'), Just('2'), Just('3'), Just('x')],
            any::<bool>()
        )
            .prop_map(|(letter, near)| Input::Key { letter, near }),
        Just(Input::Erase),
        Just(Input::FillSample),
        Just(Input::Hint),
        any_element().prop_map(Input::Scrolled),
        Just(Input::Next),
        Just(Input::Back),
        Just(Input::Saved),
        Just(Input::SaveFailed),
        Just(Input::Retry),
    ]
}

fn any_mode() -> impl Strategy<Value = Mode> {
    prop_oneof![
        Just(Mode::Watch),
        Just(Mode::Guided),
        Just(Mode::Alone),
        Just(Mode::Review)
    ]
}

proptest! {
    /// No input sequence panics, counts a step that was not committed, or jumps over one.
    #[test]
    fn progress_only_ever_comes_from_a_commit(
        mode in any_mode(),
        inputs in prop::collection::vec((any_input(), 0_u64..900), 0..120),
    ) {
        let plan = login();
        let mut run = Run::start(&plan, mode, 0, Tally::default(), 0);
        let mut now = 0;
        let mut committing = None;
        for (input, wait) in inputs {
            now += wait;
            let before = run.clone();
            let (after, effects) = apply(&plan, &run, &input, now);
            for effect in &effects {
                if let Effect::Commit { step, .. } = effect {
                    prop_assert_eq!(Some(step), before.step(&plan).map(|s| &s.id));
                    committing = Some(before.at);
                }
            }
            if after.at > before.at {
                prop_assert_eq!(after.at, before.at + 1);
                prop_assert_eq!(input, Input::Saved);
                prop_assert_eq!(committing, Some(before.at));
            }
            prop_assert!(after.at <= plan.steps.len());
            prop_assert_eq!(after.at == plan.steps.len(), after.phase == Phase::Finished);
            prop_assert!(after.tally.mistakes >= before.tally.mistakes);
            prop_assert!(after.tally.hints >= before.tally.hints);
            run = after;
        }
    }

    /// A commit is asked for only after the very action of the step.
    #[test]
    fn a_step_is_only_committed_by_its_own_action(
        inputs in prop::collection::vec(any_input(), 0..60),
    ) {
        let plan = login();
        let mut run = Run::start(&plan, Mode::Alone, 0, Tally::default(), 0);
        let mut now = 0;
        for input in inputs {
            now += 1_000;
            let before = run.clone();
            let (after, effects) = apply(&plan, &run, &input, now);
            let committed = effects.iter().any(|e| matches!(e, Effect::Commit { .. }));
            if committed {
                let action = &before.step(&plan).expect("a step").action;
                let right = match &input {
                    Input::Tap { on: Tap::On(id), .. } => {
                        matches!(action, Action::Tap { .. } | Action::Confirm { .. }) && id == action.target()
                    }
                    Input::Scrolled(id) => matches!(action, Action::ScrollTo { .. }) && id == action.target(),
                    Input::Key { .. } => action.sample().is_some()
                        && Entry::new(action.sample().unwrap_or_default(), after.entered).is_complete(),
                    Input::FillSample => action.sample().is_some(),
                    Input::Retry => before.phase == Phase::NotSaved,
                    _ => false,
                };
                prop_assert!(right, "{input:?} committed {action:?}");
            }
            run = after;
        }
    }

    /// From wherever any input sequence leads, somebody who knows the way still finishes.
    #[test]
    fn nobody_is_ever_stuck(
        mode in prop_oneof![Just(Mode::Guided), Just(Mode::Alone), Just(Mode::Review)],
        inputs in prop::collection::vec(any_input(), 0..60),
    ) {
        let mut desk = Desk::new(mode);
        for input in &inputs {
            desk.send(input);
        }
        for _ in 0..60 {
            match desk.run.phase {
                Phase::Finished => break,
                Phase::Saving => { desk.send(&Input::Saved); }
                Phase::NotSaved => { desk.send(&Input::Retry); }
                Phase::Active => {
                    for _ in 0..desk.run.entered { desk.send(&Input::Erase); }
                    desk.do_it_right();
                }
            }
        }
        prop_assert_eq!(desk.run.phase, Phase::Finished);
    }
}
