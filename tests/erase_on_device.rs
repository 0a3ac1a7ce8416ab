//! "Xóa ngay" means that nothing of her is left on the device: not in the database, not in its log, not in free space.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod phone;

use cung_tien::core::view::Ticks;
use cung_tien::core::{DeleteLearner, KeepTicks, PurgeLearner};
use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::practice::{Mode, Tally};
use phone::Phone;
use std::fs;
use std::path::Path;

const LESSON: &str = "fake-police-call";
/// Enough that SQLite splits pages and moves rows.
const TIMES: usize = 50;

fn practise(phone: &mut Phone, learner: LearnerId) {
    for _ in 0..TIMES {
        phone.finish(learner, LESSON, Mode::Alone, Tally::default());
    }
}

/// What could tell of her: her name, her ids, her attempts.
fn traces(phone: &mut Phone, learner: LearnerId, name: &str) -> Vec<String> {
    let mut traces = vec![name.to_owned(), learner.to_string()];
    for (place, _) in phone.events(learner) {
        traces.push(place.stream.to_string());
    }
    let progress = phone.core().store_mut().progress(learner).expect("progress");
    let lessons = progress.tutorials.values();
    let attempts = lessons.flat_map(|lesson| lesson.finished.values().flatten());
    traces.extend(attempts.map(ToString::to_string));
    traces.sort();
    traces.dedup();
    traces
}

fn left_over(folder: &Path, traces: &[String]) -> Vec<String> {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let texts: Vec<String> = files
        .map(|file| fs::read(file.path()).expect("a file"))
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    traces
        .iter()
        .filter(|trace| texts.iter().any(|text| text.contains(*trace)))
        .cloned()
        .collect()
}

#[test]
fn nothing_of_her_is_left_in_the_files_and_everything_of_him_is() {
    let mut phone = Phone::new();
    let tu = phone.add("Nguyễn Thị Xóa").id;
    let bay = phone.add("Ông Bảy").id;
    for _ in 0..3 {
        practise(&mut phone, tu);
        practise(&mut phone, bay);
    }
    let hers = traces(&mut phone, tu, "Nguyễn Thị Xóa");
    assert!(hers.len() > TIMES, "there is something to find");
    let his = phone.events(bay);
    // She was the last to learn, and to tick something.
    phone.home(tu);
    phone.get(KeepTicks {
        learner: tu,
        tutorial: LESSON.into(),
        ticked: Ticks::default().toggled(1),
    });
    phone.get(DeleteLearner { learner: tu });
    phone.get(PurgeLearner { learner: tu });

    assert_eq!(left_over(phone.path(), &hers), Vec::<String>::new());
    phone.stop();
    assert_eq!(left_over(phone.path(), &hers), Vec::<String>::new());
    assert_eq!(phone.events(bay), his);
}

#[test]
fn what_a_dead_battery_left_is_cleared_at_the_next_start() {
    let mut phone = Phone::new();
    let tu = phone.add("Nguyễn Thị Xóa").id;
    let bay = phone.add("Ông Bảy").id;
    practise(&mut phone, tu);
    practise(&mut phone, bay);
    let hers = traces(&mut phone, tu, "Nguyễn Thị Xóa");
    // The rows are gone, and the battery dies before the files are written anew.
    phone.get(DeleteLearner { learner: tu });
    let exchange = phone.core().store_mut().exchange().expect("a transaction");
    exchange.purge_learner(tu).expect("purged");
    exchange.commit().expect("committed");
    assert!(!left_over(phone.path(), &hers).is_empty(), "copies are left");
    phone.stop();

    phone.core();
    assert_eq!(left_over(phone.path(), &hers), Vec::<String>::new());
}
