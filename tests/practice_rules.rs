//! The rules of practice on every tutorial of the bundled pack: whatever is pressed, a step is only ever done by its
//! own action.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use cung_tien::content::pack::Pack;
use cung_tien::domain::ids::ElementId;
use cung_tien::domain::practice::{Effect, Entry, Input, Mode, Phase, Plan, Run, Tally, Tap, apply};
use cung_tien::domain::tutorial::{Action, Tutorial};
use cung_tien::platform::bundled;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every bundled tutorial with everything on its screens that has a name.
static TUTORIALS: LazyLock<Vec<(Tutorial, Vec<ElementId>)>> = LazyLock::new(|| {
    let pack = Pack::read(bundled::PACK).expect("the bundled pack");
    let read = pack.tutorials.iter().map(|packed| {
        let tutorial = packed.open().expect("a sound tutorial").tutorial;
        let mut elements: BTreeSet<ElementId> = tutorial
            .steps
            .iter()
            .map(|step| step.action.target().clone())
            .collect();
        elements.extend(ids_in(&packed.structure));
        (tutorial, elements.into_iter().collect())
    });
    read.collect()
});

/// Whatever is called an id anywhere in the structure: more than the elements, none of them left out.
fn ids_in(value: &serde_json::Value) -> Vec<ElementId> {
    match value {
        serde_json::Value::Array(parts) => parts.iter().flat_map(ids_in).collect(),
        serde_json::Value::Object(parts) => {
            let own = parts
                .get("id")
                .and_then(serde_json::Value::as_str)
                .map(ElementId::from);
            own.into_iter().chain(parts.values().flat_map(ids_in)).collect()
        }
        _ => Vec::new(),
    }
}

/// What is pressed; `what` picks among the elements and letters of the tutorial at hand.
#[derive(Debug, Clone)]
enum Press {
    Tap {
        what: prop::sample::Index,
        near: bool,
    },
    /// The very thing that the step is about.
    Target,
    Key {
        what: prop::sample::Index,
        near: bool,
    },
    /// The very letter that comes next.
    Letter,
    Scrolled {
        what: prop::sample::Index,
    },
    Plain(Input),
}

fn any_press() -> impl Strategy<Value = Press> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        4 => (index(), any::<bool>()).prop_map(|(what, near)| Press::Tap { what, near }),
        4 => Just(Press::Target),
        3 => (index(), any::<bool>()).prop_map(|(what, near)| Press::Key { what, near }),
        5 => Just(Press::Letter),
        2 => index().prop_map(|what| Press::Scrolled { what }),
        6 => Just(Press::Plain(Input::Saved)),
        1 => prop::sample::select(vec![
            Input::Tap { on: Tap::Nothing, near: false },
            Input::Tap { on: Tap::Nothing, near: true },
            Input::Erase,
            Input::FillSample,
            Input::Hint,
            Input::Next,
            Input::Back,
            Input::SaveFailed,
            Input::Retry,
        ])
        .prop_map(Press::Plain),
    ]
}

fn input(press: &Press, plan: &Plan, run: &Run, elements: &[ElementId]) -> Input {
    let action = run.step(plan).map(|step| &step.action);
    match press {
        Press::Tap { what, near } => Input::Tap {
            on: Tap::On(what.get(elements).clone()),
            near: *near,
        },
        Press::Target => Input::Tap {
            on: action.map_or(Tap::Nothing, |action| Tap::On(action.target().clone())),
            near: false,
        },
        Press::Key { what, near } => {
            let letters: Vec<char> = "0123456789 VNeIDTap@chứngthựcbảnsao".chars().collect();
            Input::Key {
                letter: *what.get(&letters),
                near: *near,
            }
        }
        Press::Letter => Input::Key {
            letter: action
                .and_then(Action::sample)
                .and_then(|sample| Entry::new(sample, run.entered).next_letter())
                .unwrap_or('x'),
            near: false,
        },
        Press::Scrolled { what } => Input::Scrolled(what.get(elements).clone()),
        Press::Plain(input) => input.clone(),
    }
}

/// Whether `input` is what the step asks for, at the state before it.
fn does(action: &Action, input: &Input, before: &Run) -> bool {
    let entered = |sample: &str, letter: char| {
        let entry = Entry::new(sample, before.entered);
        entry.next_letter() == Some(letter) && Entry::new(sample, before.entered + 1).is_complete()
    };
    match (action, input) {
        (Action::Type { sample, .. }, Input::Key { letter, .. }) => {
            before.keys_open && entered(sample, *letter)
        }
        (Action::Type { .. }, Input::FillSample) => before.keys_open,
        (Action::EnterPin { sample, .. }, Input::Key { letter, .. }) => entered(sample, *letter),
        (Action::EnterPin { .. }, Input::FillSample) => true,
        (Action::Type { .. } | Action::EnterPin { .. }, _) => false,
        (Action::ScrollTo { target }, Input::Scrolled(seen)) => seen == target,
        (Action::ScrollTo { .. }, _) => false,
        (
            other,
            Input::Tap {
                on: Tap::On(element), ..
            },
        ) => element == other.target(),
        _ => false,
    }
}

proptest! {
    /// On no tutorial does any sequence of presses panic, do a step by anything but its own action, or jump over one.
    #[test]
    fn a_step_is_only_done_by_its_own_action(
        tutorial in any::<prop::sample::Index>(),
        mode in prop::sample::select(vec![Mode::Guided, Mode::Alone, Mode::Review]),
        presses in prop::collection::vec((any_press(), 0_u64..900), 0..200),
    ) {
        let (tutorial, elements) = tutorial.get(&TUTORIALS);
        let plan = Plan::of(tutorial);
        let mut run = Run::start(&plan, mode, 0, Tally::default(), 0);
        let (mut now, mut committing) = (0, None);
        for (press, wait) in presses {
            now += wait;
            let input = input(&press, &plan, &run, elements);
            let (after, effects) = apply(&plan, &run, &input, now);
            for effect in &effects {
                let Effect::Commit { step, .. } = effect else { continue };
                let before = run.step(&plan).expect("a step is committed only where there is one");
                prop_assert_eq!(step, &before.id);
                let again = input == Input::Retry && run.phase == Phase::NotSaved;
                prop_assert!(again || does(&before.action, &input, &run), "{:?} did {:?}", input, before);
                committing = Some(run.at);
            }
            if after.at > run.at {
                prop_assert_eq!(after.at, run.at + 1);
                prop_assert_eq!(&input, &Input::Saved);
                prop_assert_eq!(committing, Some(run.at));
            }
            prop_assert_eq!(after.at == plan.steps.len(), after.phase == Phase::Finished);
            run = after;
        }
    }

    /// From wherever any presses lead, somebody who knows the way still finishes.
    #[test]
    fn nobody_is_ever_stuck(
        tutorial in any::<prop::sample::Index>(),
        mode in prop::sample::select(vec![Mode::Watch, Mode::Guided, Mode::Alone, Mode::Review]),
        presses in prop::collection::vec(any_press(), 0..60),
    ) {
        let (tutorial, elements) = tutorial.get(&TUTORIALS);
        let plan = Plan::of(tutorial);
        let mut run = Run::start(&plan, mode, 0, Tally::default(), 0);
        let mut now = 0;
        let mut press = |run: &Run, input: &Input| {
            now += 1_000;
            apply(&plan, run, input, now).0
        };
        for one in &presses {
            run = press(&run, &input(one, &plan, &run, elements));
        }
        for _ in 0..1_000 {
            let action = run.step(&plan).map(|step| step.action.clone());
            let next = match (run.phase, action) {
                (Phase::Finished, _) | (_, None) => break,
                (Phase::Saving, _) => Input::Saved,
                (Phase::NotSaved, _) => Input::Retry,
                (Phase::Active, Some(_)) if mode == Mode::Watch => Input::Next,
                (Phase::Active, Some(Action::ScrollTo { target })) => Input::Scrolled(target),
                (Phase::Active, Some(Action::Type { target, .. })) if !run.keys_open => {
                    Input::Tap { on: Tap::On(target), near: false }
                }
                (Phase::Active, Some(action)) => match action.sample() {
                    Some(sample) => match Entry::new(sample, run.entered).next_letter() {
                        Some(letter) => Input::Key { letter, near: false },
                        None => Input::Erase,
                    },
                    None => Input::Tap { on: Tap::On(action.target().clone()), near: false },
                },
            };
            run = press(&run, &next);
        }
        prop_assert_eq!(run.phase, Phase::Finished);
    }
}

/// The property above is worth what the tutorials make it do.
#[test]
fn the_bundled_tutorials_use_every_action() {
    let used: BTreeSet<_> = TUTORIALS
        .iter()
        .flat_map(|(tutorial, _)| &tutorial.steps)
        .map(|step| match step.action {
            Action::Tap { .. } => "tap",
            Action::Type { .. } => "type",
            Action::EnterPin { .. } => "enter-pin",
            Action::Choose { .. } => "choose",
            Action::Toggle { .. } => "toggle",
            Action::ScrollTo { .. } => "scroll-to",
            Action::AnswerCall { .. } => "answer-call",
            Action::HangUp { .. } => "hang-up",
            Action::Confirm { .. } => "confirm",
        })
        .collect();
    assert_eq!(used.len(), 9, "{used:?}");
}

/// What stands on simulated screens, by the names the tutorials call it.
const ELEMENTS: [&str; 17] = [
    "address-bar",
    "app-bar",
    "bottom-bar",
    "button",
    "call",
    "checkbox",
    "choice",
    "dialog",
    "heading",
    "id-card",
    "list",
    "paragraph",
    "pin-pad",
    "qr",
    "sms",
    "text-field",
    "tile-grid",
];

#[test]
fn the_bundled_tutorials_show_every_element() {
    let pack = Pack::read(bundled::PACK).expect("the bundled pack");
    let shown: BTreeSet<String> = pack
        .tutorials
        .iter()
        .flat_map(|packed| {
            packed.structure["screens"]
                .as_array()
                .cloned()
                .unwrap_or_default()
        })
        .flat_map(|screen| screen["elements"].as_array().cloned().unwrap_or_default())
        .filter_map(|element| element["kind"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), ELEMENTS);
}
