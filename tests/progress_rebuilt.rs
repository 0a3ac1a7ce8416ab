//! Progress is folded anew where another fold made it or it cannot be read, and is never gone on from as if it were empty.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod phone;

use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::domain::progress::{FOLD, Progress};
use cung_tien::store::files::Folder;
use cung_tien::store::open;
use phone::Phone;
use rusqlite::Connection;

const LOGIN: &str = "vneid-login";

/// Bà Tư, who has watched, followed and done it alone.
fn ba_tu() -> (Phone, LearnerId, Progress) {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    for mode in [Mode::Watch, Mode::Guided, Mode::Alone] {
        phone.finish(tu, LOGIN, mode, Tally::default());
    }
    let progress = progress(&mut phone, tu);
    assert!(!progress.tutorials.is_empty());
    (phone, tu, progress)
}

fn progress(phone: &mut Phone, learner: LearnerId) -> Progress {
    phone.core().store_mut().progress(learner).expect("progress")
}

/// The app is closed, and this happens to its files.
fn meanwhile(phone: &mut Phone, change: impl FnOnce(&Connection)) {
    phone.stop();
    change(&Connection::open(phone.database()).expect("the file"));
}

fn run(connection: &Connection, statement: &str) {
    assert!(
        connection.execute(statement, []).expect(statement) > 0,
        "{statement}"
    );
}

#[test]
fn what_an_earlier_fold_did_not_know_counts_after_the_update() {
    let (mut phone, tu, before) = ba_tu();
    let stream = phone.events(tu)[0].0.stream.to_string();
    let event = format!(r#"{{"day":20781,"kind":"tried-for-real","tutorial":"{LOGIN}"}}"#);
    // A build that did not know this kind kept it, as it keeps every event, and folded nothing of it.
    meanwhile(&mut phone, |file| {
        let sql = "INSERT INTO event (stream_id, seq, bytes) VALUES (?1, 4, ?2)";
        file.execute(sql, (&stream, event.as_bytes())).expect("kept");
        run(file, "UPDATE stream SET next_seq = 5");
    });
    assert_eq!(
        progress(&mut phone, tu),
        before,
        "the same build does not look again"
    );

    for earlier in [
        "UPDATE fold SET version = version - 1",
        "DELETE FROM fold",
        "UPDATE fold SET version = 99",
    ] {
        meanwhile(&mut phone, |file| {
            run(file, earlier);
            // As it was before the update.
            let state = serde_json::to_string(&before.tutorials[&LOGIN.into()]).expect("JSON");
            file.execute("UPDATE progress SET state = ?1", [state])
                .expect("old progress");
        });
        let after = progress(&mut phone, tu);
        assert_eq!(after.tutorials[&LOGIN.into()].tried_on.len(), 1, "{earlier}");
        assert!(phone.tutorial(tu, LOGIN).tried, "{earlier}");
        meanwhile(&mut phone, |file| {
            let noted: u32 = file
                .query_row("SELECT version FROM fold", [], |row| row.get(0))
                .expect("noted");
            assert_eq!(noted, FOLD, "{earlier}");
        });
    }
}

/// What a bad disk, or a build that never was, may have left of a state.
const DAMAGED: [&str; 9] = [
    "'{}'",
    "''",
    "'{'",
    "'null'",
    "'[]'",
    "'{\"finished\":7}'",
    "'{\"finished\":{\"dancing\":[]}}'",
    "substr(state, 1, length(state) / 2)",
    "CAST(X'FFFE00' AS TEXT)",
];

#[test]
fn an_unreadable_state_is_folded_again_at_opening() {
    for damage in DAMAGED {
        let (mut phone, tu, before) = ba_tu();
        meanwhile(&mut phone, |file| {
            run(file, &format!("UPDATE progress SET state = {damage}"));
        });
        assert_eq!(progress(&mut phone, tu), before, "{damage}");
        // On the disk, too.
        meanwhile(&mut phone, |file| {
            let state: String = file
                .query_row("SELECT state FROM progress", [], |row| row.get(0))
                .expect("text");
            let expected = serde_json::to_string(&before.tutorials[&LOGIN.into()]).expect("JSON");
            assert_eq!(state, expected, "{damage}");
        });
    }
}

#[test]
fn an_unreadable_state_is_neither_shown_as_nothing_nor_gone_on_from_while_the_app_runs() {
    for damage in DAMAGED {
        let (mut phone, tu, before) = ba_tu();
        let statement = format!("UPDATE progress SET state = {damage}");
        run(phone.core().store_mut().connection(), &statement);
        assert_eq!(progress(&mut phone, tu), before, "{damage}");
        phone.finish(tu, LOGIN, Mode::Alone, Tally::default());
        let after = progress(&mut phone, tu);
        let lesson = &after.tutorials[&LOGIN.into()];
        let times = [Mode::Watch, Mode::Guided, Mode::Alone].map(|mode| lesson.times_finished(mode));
        assert_eq!(times, [1, 1, 2], "{damage}");
    }
}

#[test]
fn an_ordinary_start_only_looks() {
    let (mut phone, _, _) = ba_tu();
    phone.stop();
    for _ in 0..2 {
        let opened = open(&Folder(phone.path().to_owned())).expect("it opens");
        assert_eq!(opened.store.connection().total_changes(), 0, "nothing is written");
    }
    meanwhile(&mut phone, |file| {
        run(file, "UPDATE fold SET version = version - 1");
    });
    let opened = open(&Folder(phone.path().to_owned())).expect("it opens");
    assert!(opened.store.connection().total_changes() > 0, "folded once");
    drop(opened);
    let opened = open(&Folder(phone.path().to_owned())).expect("it opens");
    assert_eq!(opened.store.connection().total_changes(), 0, "and only once");
}

#[test]
fn a_new_phone_notes_its_fold_before_anything_is_folded() {
    let mut phone = Phone::new();
    phone.add("Bà Tư");
    meanwhile(&mut phone, |file| {
        let noted: u32 = file
            .query_row("SELECT version FROM fold", [], |row| row.get(0))
            .expect("noted");
        assert_eq!(noted, FOLD);
    });
}
