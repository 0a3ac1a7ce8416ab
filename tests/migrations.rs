//! A database that an earlier build wrote opens with this one, and nothing of hers is lost or rewritten.
//!
//! `tests/fixtures/README.md` says how the databases there are made.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod phone;

use cung_tien::core::{DeleteLearner, MarkTried, Start};
use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::domain::progress::Standing;
use cung_tien::store::files::Folder;
use cung_tien::store::{Store, open};
use phone::Phone;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

const LOGIN: &str = "vneid-login";

/// Set to write the fixture of this build's schema instead of only reading the fixtures.
const WRITE: &str = "CUNG_TIEN_WRITE_FIXTURE";

/// What belongs to the learners, table by table. Content comes from the pack and is not theirs.
const THEIRS: [&str; 6] = [
    "SELECT id, kind, name, avatar, preferences, position, deleted_on, overdue_seen_on FROM learner ORDER BY position",
    "SELECT id, learner_id, opened, next_seq FROM stream ORDER BY id",
    "SELECT stream_id, seq, bytes FROM event ORDER BY stream_id, seq",
    "SELECT id, learner_id, tutorial_id, pack_version, mode, last_step, steps_done, mistakes, near_misses, hints, \
     paused_at, touched FROM attempt ORDER BY id",
    "SELECT learner_id, tutorial_id, state FROM progress ORDER BY learner_id, tutorial_id",
    "SELECT key, value FROM setting ORDER BY key",
];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fixture(version: usize) -> PathBuf {
    repository().join(format!("tests/fixtures/device-v{version}.db"))
}

fn kept(version: usize) -> PathBuf {
    fixture(version).with_extension("txt")
}

/// The migrations, oldest first.
fn migrations() -> Vec<String> {
    let folder = repository().join("migrations/device");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the migrations")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let read = |file: &PathBuf| fs::read_to_string(file).expect("a migration");
    files.iter().map(read).collect()
}

/// The schema version this build writes.
fn latest() -> usize {
    let mut phone = Phone::new();
    let version: i64 = phone
        .core()
        .store_mut()
        .connection()
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .expect("a version");
    usize::try_from(version).expect("a number")
}

/// Everything that is the learners', one line a row; the bytes of events as they are.
fn theirs(connection: &Connection) -> String {
    let mut text = String::new();
    for query in THEIRS {
        text.push_str(&format!("{query}\n"));
        let mut statement = connection.prepare(query).expect("a table");
        let width = statement.column_count();
        let mut rows = statement.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let values = (0..width).map(|column| match row.get(column).expect("a value") {
                Value::Null => "-".to_owned(),
                Value::Integer(number) => number.to_string(),
                Value::Real(number) => number.to_string(),
                Value::Text(text) => text,
                Value::Blob(bytes) => String::from_utf8(bytes).expect("events are JSON"),
            });
            let line = values.collect::<Vec<_>>().join(" | ");
            text.push_str(&format!("  {line}\n"));
        }
    }
    text
}

/// Three people in every state a profile can be in.
fn write_fixture(version: usize) {
    let mut phone = Phone::new();
    // One tutorial in an early pack: small, and the pack of whatever build opens it is newer.
    let mut pack: serde_json::Value = serde_json::from_slice(&phone.pack).expect("a pack");
    pack["version"] = 0.into();
    let tutorials = pack["tutorials"].as_array_mut().expect("tutorials");
    tutorials.retain(|tutorial| tutorial["structure"]["id"] == LOGIN);
    phone.pack = serde_json::to_vec(&pack).expect("a pack");

    let tu = phone.add("Bà Tư").id;
    for mode in [Mode::Watch, Mode::Guided, Mode::Alone] {
        phone.finish(tu, LOGIN, mode, Tally::default());
    }
    phone.get(MarkTried {
        learner: tu,
        tutorial: LOGIN.into(),
    });
    let bay = phone.add("Ông Bảy").id;
    phone.finish(bay, LOGIN, Mode::Watch, Tally::default());
    let attempt = phone.begin(bay, LOGIN, Mode::Guided);
    for index in 0..3 {
        let tally = Tally {
            mistakes: 2,
            near_misses: 1,
            hints: 0,
        };
        phone.step(bay, LOGIN, &attempt, index, tally).expect("saved");
    }
    let lan = phone.add("Chị Lan").id;
    phone.finish(lan, LOGIN, Mode::Alone, Tally::default());
    phone.get(DeleteLearner { learner: lan });
    phone.home(tu);
    // A kind of event that this build does not know, and an order and spacing that it would not write.
    let stream = phone.events(tu)[0].0.stream.to_string();
    let connection = phone.core().store_mut().connection();
    let unknown = br#"{ "kind":"sang-a-song", "day":20780 }"#;
    connection
        .execute(
            "INSERT INTO event (stream_id, seq, bytes) VALUES (?1, 5, ?2)",
            (&stream, unknown),
        )
        .expect("an event");
    connection
        .execute("UPDATE stream SET next_seq = 6 WHERE id = ?1", [&stream])
        .expect("counted");
    fs::write(kept(version), theirs(connection)).expect("written");
    connection.execute_batch("VACUUM").expect("small");
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .expect("one file");
    phone.stop();
    fs::copy(phone.database(), fixture(version)).expect("written");
}

#[test]
fn every_released_schema_has_a_fixture_and_has_not_changed_since() {
    let latest = latest();
    let migrations = migrations();
    assert_eq!(
        migrations.len(),
        latest,
        "every file in migrations/device/ is in src/store/migrations.rs, and no other"
    );
    if std::env::var_os(WRITE).is_some() {
        write_fixture(latest);
    }
    for version in 1..=latest {
        let path = fixture(version);
        if version == latest && version > 1 && !path.exists() {
            // Not released yet: its fixture is written before the next one is begun.
            continue;
        }
        assert!(
            path.exists() && kept(version).exists(),
            "The schema is at version {latest}, but there is no database of version {version} in tests/fixtures/. \
             Check out the last commit with schema version {version}, run \
             `{WRITE}=1 cargo test --test migrations` there, and commit what it writes."
        );
        let made = Connection::open_in_memory().expect("a database");
        for migration in &migrations[..version] {
            made.execute_batch(migration).expect("a migration");
        }
        let found = Connection::open(copy_of(version).database()).map(|open| schema(&open));
        assert_eq!(
            found.expect("the fixture opens"),
            schema(&made),
            "migrations up to {version} no longer make the schema that was released as version {version}. \
             A released migration never changes: put what is to change into a new file in migrations/device/."
        );
    }
}

fn schema(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        .expect("the schema");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

/// A phone whose last build was the one of this schema version.
fn copy_of(version: usize) -> Phone {
    let phone = Phone::new();
    fs::copy(fixture(version), phone.database()).expect("the fixture");
    phone
}

/// The database as this build opens it, before the app does anything with it.
fn migrated(phone: &Phone) -> Store {
    let opened = open(&Folder(phone.path().to_owned())).expect("it opens");
    assert_eq!(opened.moved_aside, None);
    opened.store
}

fn named(phone: &mut Phone, name: &str) -> LearnerId {
    let start = phone.get(Start {});
    let card = start.learners.iter().find(|card| card.learner.name == name);
    card.expect("she is there").learner.id
}

#[test]
fn a_phone_of_any_version_keeps_every_profile_attempt_and_event_byte_for_byte() {
    // And again, now that it is of this build.
    for (version, phone) in (1..=2).map(|version| (version, copy_of(version))).flat_map(twice) {
        let expected = fs::read_to_string(kept(version)).expect("what must be kept");
        let store = migrated(&phone);
        assert_eq!(theirs(store.connection()), expected);
        let found: i64 = store
            .connection()
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .expect("a version");
        assert_eq!(usize::try_from(found).expect("a number"), latest());
    }
}

fn twice((version, phone): (usize, Phone)) -> [(usize, Rc<Phone>); 2] {
    let phone = Rc::new(phone);
    [(version, Rc::clone(&phone)), (version, phone)]
}

#[test]
fn a_phone_of_version_1_starts_without_a_word() {
    let start = copy_of(1).get(Start {});
    assert!(start.notices.is_empty(), "{:?}", start.notices);
}

#[test]
fn progress_folded_anew_from_the_events_of_any_version_is_what_it_was() {
    for version in 1..=2 {
        let mut store = migrated(&copy_of(version));
        store.rebuild_progress().expect("rebuilt");
        let expected = fs::read_to_string(kept(version)).expect("what must be kept");
        assert_eq!(theirs(store.connection()), expected, "version {version}");
    }
}

#[test]
fn on_a_phone_of_version_1_everybody_goes_on_where_they_were() {
    let mut phone = copy_of(1);
    let start = phone.get(Start {});
    assert_eq!(start.deleted.len(), 1, "chị Lan can still be taken back");
    assert!(start.pack > 0, "the lessons of this build are installed");
    let tu = named(&mut phone, "Bà Tư");
    let login = phone.tutorial(tu, LOGIN);
    assert_eq!((login.standing, login.tried), (Standing::Alone, true));
    let bay = named(&mut phone, "Ông Bảy");
    let at = phone.begin(bay, LOGIN, Mode::Guided);
    assert_eq!((at.at, at.tally.mistakes, at.tally.near_misses), (3, 2, 1));
    phone.finish(bay, LOGIN, Mode::Guided, at.tally);
    assert_eq!(phone.tutorial(bay, LOGIN).standing, Standing::Guided);
    phone.finish(tu, LOGIN, Mode::Review, Tally::default());
    let events = phone.events(tu);
    let numbers: Vec<u64> = events.iter().map(|(place, _)| place.seq).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6], "numbered on without a gap");
    assert_eq!(events[4].1, r#"{ "kind":"sang-a-song", "day":20780 }"#);
}

#[test]
fn every_table_is_strict_and_every_commit_reaches_the_disk() {
    let mut phone = Phone::new();
    phone.add("Bà Tư");
    let connection = phone.core().store_mut().connection();
    let mut loose = connection
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict")
        .expect("the tables");
    let loose: Vec<String> = loose
        .query_map([], |row| row.get(0))
        .expect("the tables")
        .map(|name| name.expect("a name"))
        .filter(|name: &String| !name.starts_with("sqlite_"))
        .collect();
    assert_eq!(loose, Vec::<String>::new());
    let says = |pragma: &str| -> i64 {
        connection
            .query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
            .expect("an answer")
    };
    assert_eq!(says("synchronous"), 2, "FULL");
    assert_eq!(says("foreign_keys"), 1);
    assert_eq!(says("secure_delete"), 1);
}
