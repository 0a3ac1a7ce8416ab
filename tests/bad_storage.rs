//! What the app does when its storage is damaged, full, newer, or its clock is wrong.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod phone;

use cung_tien::core::view::Notice;
use cung_tien::core::{
    CoreError, DeleteLearner, DismissNotices, GiveConsent, PurgeLearner, Start, TakeBackLearner,
    WithdrawConsent,
};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::domain::progress::Standing;
use phone::{Phone, TODAY};
use std::fs;

const LOGIN: &str = "vneid-login";

fn close_and_flatten(phone: &mut Phone) {
    let store = phone.core().store_mut();
    store
        .connection()
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .expect("checkpoint");
    phone.stop();
}

#[test]
fn a_file_that_is_no_database_is_moved_aside_and_named() {
    let mut phone = Phone::new();
    fs::write(phone.database(), vec![7_u8; 9_000]).expect("garbage");
    let start = phone.get(Start {});
    assert_eq!(start.notices, [Notice::MovedAside("cung-tien.db".into())]);
    assert_eq!(
        fs::read(phone.database()).expect("still there"),
        vec![7_u8; 9_000]
    );
    phone.get(DismissNotices {});
    assert!(phone.get(Start {}).notices.is_empty());
    // The new database is the one used from now on.
    let tu = phone.add("Bà Tư").id;
    phone.stop();
    assert_eq!(phone.get(Start {}).learners[0].learner.id, tu);
    assert!(phone.path().join("cung-tien-2.db").exists());
}

#[test]
fn what_can_be_read_of_a_damaged_database_is_saved() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Guided, Tally::default());
    let attempt = phone.begin(tu, LOGIN, Mode::Alone);
    for index in 0..2 {
        phone
            .step(tu, LOGIN, &attempt, index, Tally::default())
            .expect("saved");
    }
    // She shares, and he did.
    let bay = phone.add("Ông Bảy").id;
    phone.get(GiveConsent { learner: tu });
    phone.get(GiveConsent { learner: bay });
    phone.get(WithdrawConsent { learner: bay });
    let share = phone.core().store_mut().share(tu).expect("readable");
    let device = phone.core().store_mut().device().expect("readable");
    assert!(share.is_some() && device.is_some());
    close_and_flatten(&mut phone);
    // A bad block in the installed content: the learner's own pages can still be read.
    let mut bytes = fs::read(phone.database()).expect("the database");
    let page = 4096;
    let marker = b"step-enter-password-wrong";
    let hit = bytes
        .windows(marker.len())
        .position(|w| w == marker)
        .expect("a content page");
    let start = hit / page * page;
    bytes[start..start + page].fill(0xA5);
    fs::write(phone.database(), bytes).expect("damaged");

    let start = phone.get(Start {});
    assert_eq!(start.notices, [Notice::MovedAside("cung-tien.db".into())]);
    assert_eq!(start.learners.len(), 2);
    assert_eq!(start.learners[0].learner.name, "Bà Tư");
    assert_eq!(phone.tutorial(tu, LOGIN).standing, Standing::Guided);
    let resumed = phone.begin(tu, LOGIN, Mode::Alone);
    assert_eq!(
        (resumed.id, resumed.at),
        (attempt.id, 2),
        "the lesson she is in goes on at its step"
    );
    let store = phone.core().store_mut();
    assert!(store.share(tu).expect("readable") == share, "she goes on sharing");
    assert_eq!(
        store.endings().expect("readable").len(),
        1,
        "the server still hears of his end"
    );
    assert!(
        store.device().expect("readable") == device,
        "the server still knows the phone"
    );
    // New events go into a new stream: the old one's numbers may be known elsewhere.
    phone.finish(tu, LOGIN, Mode::Alone, Tally::default());
    let events = phone.events(tu);
    let newest = events.last().expect("the one just written");
    assert_ne!(events[0].0.stream, newest.0.stream);
    let begins = events.iter().find(|event| event.0.stream == newest.0.stream);
    assert_eq!(begins.map(|event| event.0.seq), Some(1));
}

#[test]
fn a_truncated_database_is_moved_aside_and_what_is_left_of_it_is_saved() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Guided, Tally::default());
    close_and_flatten(&mut phone);
    let bytes = fs::read(phone.database()).expect("the database");
    fs::write(phone.database(), &bytes[..bytes.len() / 3]).expect("cut");
    let start = phone.get(Start {});
    assert_eq!(start.notices, [Notice::MovedAside("cung-tien.db".into())]);
    assert_eq!(start.learners.len(), 1);
    assert_eq!(start.learners[0].learner.name, "Bà Tư");
    assert_eq!(phone.tutorial(tu, LOGIN).standing, Standing::Guided);
    phone.add("Ông Bảy");
}

#[test]
fn a_database_of_which_next_to_nothing_is_left_starts_anew() {
    for left in [0, 1, 100, 4_095, 4_096, 5_000] {
        let mut phone = Phone::new();
        phone.add("Bà Tư");
        close_and_flatten(&mut phone);
        let bytes = fs::read(phone.database()).expect("the database");
        fs::write(phone.database(), &bytes[..left]).expect("cut");
        phone.get(Start {});
        phone.add("Ông Bảy");
        let names: Vec<_> = phone.get(Start {}).learners;
        assert_eq!(names.last().expect("a learner").learner.name, "Ông Bảy", "{left}");
    }
}

#[test]
fn a_database_of_a_newer_app_is_not_touched() {
    let mut phone = Phone::new();
    phone.add("Bà Tư");
    let store = phone.core().store_mut();
    store
        .connection()
        .pragma_update(None, "user_version", 99)
        .expect("newer");
    close_and_flatten(&mut phone);
    let before = fs::read(phone.database()).expect("the database");
    assert_eq!(phone.ask(Start {}), Err(CoreError::NewerData));
    assert_eq!(fs::read(phone.database()).expect("the database"), before);
    assert_eq!(fs::read_dir(phone.path()).expect("folder").count(), 1);
}

#[test]
fn a_full_phone_does_not_acknowledge_and_goes_on_when_there_is_space() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let attempt = phone.begin(tu, LOGIN, Mode::Guided);
    phone
        .step(tu, LOGIN, &attempt, 0, Tally::default())
        .expect("saved");

    fn pages(phone: &mut Phone, pragma: &str) -> i64 {
        let connection = phone.core().store_mut().connection();
        connection.query_row(pragma, [], |row| row.get(0)).expect("pages")
    }
    let now = pages(&mut phone, "PRAGMA page_count");
    pages(&mut phone, &format!("PRAGMA max_page_count = {now}"));
    // She goes on practising until the last free byte is used and a step is refused.
    let total = phone.tutorial(tu, LOGIN).steps.len();
    let mut refused = None;
    for _ in 0..2_000 {
        let attempt = phone.begin(tu, LOGIN, Mode::Guided);
        let failed = (attempt.at..total).find_map(|index| {
            let saved = phone.step(tu, LOGIN, &attempt, index, Tally::default());
            saved.err().map(|error| (attempt.clone(), index, error))
        });
        if failed.is_some() {
            refused = failed;
            break;
        }
    }
    let (attempt, index, error) = refused.expect("the phone is full at some point");
    assert_eq!(error, CoreError::StorageFull);
    let at = phone.begin(tu, LOGIN, Mode::Guided).at;
    assert_eq!(
        at, index,
        "not acknowledged, not done; what came before is still there"
    );

    pages(&mut phone, "PRAGMA max_page_count = 1000000");
    for index in at..total {
        phone
            .step(tu, LOGIN, &attempt, index, Tally::default())
            .expect("saved");
    }
    assert_eq!(phone.tutorial(tu, LOGIN).standing, Standing::Guided);
}

#[test]
fn a_clock_a_year_ahead_or_behind_leaves_reviews_and_dates_sensible() {
    for wrong in [365, -365] {
        let mut phone = Phone::new();
        let tu = phone.add("Bà Tư").id;
        phone.clock.shift_days(wrong);
        phone.finish(tu, LOGIN, Mode::Alone, Tally::default());
        phone.clock.shift_days(-wrong);
        assert_eq!(
            phone.home(tu).reviews.len(),
            1,
            "wrong by {wrong}: it is due, not hidden"
        );
        phone.finish(tu, LOGIN, Mode::Review, Tally::default());
        assert!(
            phone.home(tu).reviews.is_empty(),
            "wrong by {wrong}: not due twice a day"
        );
        phone.clock.shift_days(30);
        assert_eq!(phone.home(tu).reviews.len(), 1, "wrong by {wrong}: comes back");
    }
}

#[test]
fn a_deleted_profile_can_be_taken_back_for_seven_days() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
    phone.get(DeleteLearner { learner: tu });
    let start = phone.get(Start {});
    assert!(start.learners.is_empty());
    assert_eq!(start.deleted[0].days_left, 7);
    phone.clock.shift_days(6);
    phone.stop();
    assert_eq!(phone.get(Start {}).deleted[0].days_left, 1);
    phone.get(TakeBackLearner { learner: tu });
    assert_eq!(phone.tutorial(tu, LOGIN).standing, Standing::Watched);
}

#[test]
fn a_clock_that_jumps_a_year_deletes_nobody() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.get(DeleteLearner { learner: tu });
    phone.clock.shift_days(365);
    for _ in 0..3 {
        phone.stop();
        assert_eq!(
            phone.get(Start {}).deleted.len(),
            1,
            "seen overdue on one day only"
        );
    }
    phone.clock.shift_days(-364);
    phone.stop();
    phone.get(TakeBackLearner { learner: tu });
}

#[test]
fn after_seven_days_and_a_second_look_she_is_gone_from_the_file_too() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư Lái Thiêu").id;
    let bay = phone.add("Ông Bảy").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
    phone.get(DeleteLearner { learner: tu });
    phone.clock.shift_days(8);
    phone.stop();
    phone.get(Start {});
    phone.clock.shift_days(1);
    phone.stop();
    assert!(phone.get(Start {}).deleted.is_empty());
    assert_eq!(phone.home(bay).learner.name, "Ông Bảy");
    assert_forgotten(&mut phone, "Bà Tư Lái Thiêu", &tu.to_string());
}

#[test]
fn delete_now_deletes_now() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư Lái Thiêu").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
    let refused = phone.ask(PurgeLearner { learner: tu });
    assert!(
        matches!(refused, Err(CoreError::NotFound(_))),
        "two steps: delete, then now"
    );
    phone.get(DeleteLearner { learner: tu });
    phone.get(PurgeLearner { learner: tu });
    assert_forgotten(&mut phone, "Bà Tư Lái Thiêu", &tu.to_string());
}

fn assert_forgotten(phone: &mut Phone, name: &str, id: &str) {
    phone.stop();
    for entry in fs::read_dir(phone.path()).expect("folder").flatten() {
        let bytes = fs::read(entry.path()).expect("file");
        for trace in [name, id] {
            let found = bytes.windows(trace.len()).any(|w| w == trace.as_bytes());
            assert!(!found, "{trace} is still in {}", entry.path().display());
        }
    }
}

#[test]
fn the_learning_day_is_the_day_of_the_phone_s_own_zone() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
    assert!(phone.events(tu)[0].1.starts_with(&format!(r#"{{"day":{TODAY},"#)));
}
