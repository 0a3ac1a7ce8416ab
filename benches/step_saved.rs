//! How long it takes until a step is on the disk, natively: asked of the core, answered after the commit.
//!
//! Prints the numbers and writes them into `target/bench.json`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program for developers, run by hand"
)]
#![allow(clippy::disallowed_methods, reason = "measuring needs a clock")]

use cung_tien::core::{AddLearner, BeginAttempt, Call, Core, OpenTutorial, RecordStep};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::platform::native;
use serde_json::{Map, Value};
use std::path::Path;
use std::time::{Duration, Instant};

const ATTEMPTS: usize = 60;
const TUTORIAL: &str = "vneid-login";

fn ask<C: Call>(core: &mut Core, call: C) -> C::Reply {
    C::reply_from(core.answer(call.into_request()).unwrap()).unwrap()
}

fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
    let mut core = Core::open(native::environment(folder.path().to_owned()))
        .map_err(|(_, e)| e)
        .unwrap();
    let learner = ask(
        &mut core,
        AddLearner {
            name: "Bà Tư".into(),
            avatar: Default::default(),
            preferences: Default::default(),
        },
    )
    .id;
    let steps = ask(
        &mut core,
        OpenTutorial {
            learner,
            tutorial: TUTORIAL.into(),
        },
    )
    .steps;
    let mut times = Vec::new();
    for _ in 0..ATTEMPTS {
        let begin = BeginAttempt {
            learner,
            tutorial: TUTORIAL.into(),
            mode: Mode::Guided,
        };
        let attempt = ask(&mut core, begin).id;
        for step in &steps {
            let record = RecordStep {
                attempt,
                learner,
                tutorial: TUTORIAL.into(),
                step: step.id.clone(),
                tally: Tally::default(),
            };
            let begun = Instant::now();
            ask(&mut core, record);
            times.push(begun.elapsed());
        }
    }
    times.sort();
    let share = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
    write(&[
        ("native_step_saved_median_us", share(50)),
        ("native_step_saved_p95_us", share(95)),
    ]);
}

fn write(numbers: &[(&str, Duration)]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench.json");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let mut all: Map<String, Value> = std::fs::read(&file)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    for (key, time) in numbers {
        let micros = u64::try_from(time.as_micros()).unwrap();
        println!("{key:<44} {micros:>12}");
        all.insert((*key).into(), micros.into());
    }
    std::fs::write(file, serde_json::to_vec_pretty(&all).unwrap()).unwrap();
}
