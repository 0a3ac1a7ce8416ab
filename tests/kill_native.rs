//! The native core is killed in the middle of step commits; no acknowledged step may be lost.
//!
//! `KILLS` sets how often; `make soak` kills 300 times.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it says what it counted, and waits"
)]

mod phone;

use cung_tien::core::{BeginAttempt, Core, OpenTutorial, RecordStep, Start};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::platform::native;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const CHILD: &str = "CUNG_TIEN_KILL_CHILD";
const LOGIN: &str = "vneid-login";

/// The app that will be killed: it commits steps as fast as it can, and says so after each commit.
#[test]
fn child() {
    let Ok(folder) = std::env::var(CHILD) else {
        return;
    };
    let mut core = open(Path::new(&folder));
    let learner = start(&mut core).learners[0].learner.id;
    let mut out = std::io::stdout();
    loop {
        let begin = BeginAttempt {
            learner,
            tutorial: LOGIN.into(),
            mode: Mode::Guided,
        };
        let attempt = ask(&mut core, begin);
        let view = ask(
            &mut core,
            OpenTutorial {
                learner,
                tutorial: LOGIN.into(),
            },
        );
        for step in view.steps.iter().skip(attempt.at) {
            let saved = ask(
                &mut core,
                RecordStep {
                    attempt: attempt.id,
                    learner,
                    tutorial: LOGIN.into(),
                    step: step.id.clone(),
                    tally: Tally::default(),
                },
            );
            writeln!(out, "ack {} {}", attempt.id, saved.steps_done).expect("says so");
            out.flush().expect("says so");
        }
    }
}

fn open(folder: &Path) -> Core {
    Core::open(native::environment(folder.to_owned()))
        .map_err(|(_, e)| e)
        .expect("opens")
}

fn ask<C: cung_tien::core::Call>(core: &mut Core, call: C) -> C::Reply {
    C::reply_from(core.answer(call.into_request()).expect("answers")).expect("its own reply")
}

fn start(core: &mut Core) -> cung_tien::core::view::StartView {
    ask(core, Start {})
}

/// Steps of finished attempts and of the one in progress.
fn steps_on_disk(folder: &Path, total: u32) -> (u64, usize) {
    let mut core = open(folder);
    let view = start(&mut core);
    assert!(
        view.notices.is_empty(),
        "the database is whole: {:?}",
        view.notices
    );
    let learner = view.learners[0].learner.id;
    let store = core.store_mut();
    let progress = store.progress(learner).expect("progress");
    let lessons = progress.tutorials.values();
    let finished = lessons
        .flat_map(|lesson| lesson.finished.values())
        .map(BTreeSet::len)
        .sum::<usize>();
    let attempts = store.attempts(learner).expect("attempts");
    let running = attempts.last().map_or(0, |attempt| attempt.steps_done);
    (finished as u64 * u64::from(total) + u64::from(running), finished)
}

#[test]
fn no_acknowledged_step_is_lost_when_the_app_is_killed() {
    let kills: u32 = std::env::var("KILLS")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(12);
    let folder = tempfile::tempdir().expect("a folder");
    let mut core = open(folder.path());
    let add = cung_tien::core::AddLearner {
        name: "Bà Tư".into(),
        avatar: Default::default(),
        preferences: Default::default(),
    };
    let learner = ask(&mut core, add).id;
    let steps = ask(
        &mut core,
        OpenTutorial {
            learner,
            tutorial: LOGIN.into(),
        },
    )
    .steps
    .len();
    let total = u32::try_from(steps).expect("few steps");
    drop(core);

    let mut acknowledged = 0_u64;
    for kill in 0..kills {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["child", "--exact", "--nocapture"])
            .env(CHILD, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the app starts");
        let mut lines = BufReader::new(child.stdout.take().expect("output")).lines();
        // Killed after a different number of commits each time, at a different moment within one.
        let commits = 1 + u64::from(kill * 7 % 23);
        let mut heard = 0;
        while heard < commits {
            let line = lines.next().expect("the app is still there").expect("a line");
            heard += u64::from(line.contains("ack "));
        }
        std::thread::sleep(Duration::from_micros(u64::from(kill * 131 % 1_700)));
        child.kill().expect("killed");
        heard += lines
            .map_while(Result::ok)
            .filter(|line| line.contains("ack "))
            .count() as u64;
        child.wait().expect("gone");
        acknowledged += heard;

        let (on_disk, _) = steps_on_disk(folder.path(), total);
        assert!(
            on_disk >= acknowledged,
            "kill {kill}: {acknowledged} steps acknowledged, {on_disk} on the disk"
        );
        // What was committed without its acknowledgement having been heard counts from now on.
        acknowledged = on_disk;
    }
    println!("{kills} kills, {acknowledged} steps acknowledged, 0 lost");
}
