//! Practising: every acknowledged step is on the disk, and she goes on exactly where she was.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod phone;

use cung_tien::core::view::Notice;
use cung_tien::core::{BeginAttempt, CoreError, LeaveAttempt, MarkTried, OpenFinished, RecordStep, Start};
use cung_tien::domain::ids::{AttemptId, LearnerId};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::domain::progress::Standing;
use cung_tien::domain::tutorial::Verification;
use phone::Phone;

const LOGIN: &str = "vneid-login";

fn hinted() -> Tally {
    Tally {
        hints: 1,
        ..Tally::default()
    }
}

fn standing(phone: &mut Phone, learner: LearnerId) -> Standing {
    phone.tutorial(learner, LOGIN).standing
}

#[test]
fn ba_tu_watches_follows_and_does_it_alone_on_two_days() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    assert_eq!(standing(&mut phone, tu), Standing::New);
    for (mode, then) in [
        (Mode::Watch, Standing::Watched),
        (Mode::Guided, Standing::Guided),
        (Mode::Alone, Standing::Alone),
        (Mode::Alone, Standing::Alone),
    ] {
        phone.finish(tu, LOGIN, mode, Tally::default());
        assert_eq!(standing(&mut phone, tu), then);
    }
    phone.clock.shift_days(1);
    let due: Vec<_> = phone.home(tu).reviews;
    assert_eq!(due.len(), 1);
    phone.finish(tu, LOGIN, Mode::Review, Tally::default());
    assert_eq!(standing(&mut phone, tu), Standing::Mastered);
    assert!(phone.home(tu).reviews.is_empty());
    phone.clock.shift_days(3);
    assert_eq!(
        phone.home(tu).reviews.len(),
        1,
        "three days after the second clean day"
    );
}

#[test]
fn a_hint_does_not_spoil_the_lesson_but_is_no_mastery() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Alone, hinted());
    phone.clock.shift_days(1);
    phone.finish(tu, LOGIN, Mode::Review, hinted());
    assert_eq!(standing(&mut phone, tu), Standing::Alone);
}

#[test]
fn she_goes_on_at_the_very_step_after_the_phone_was_switched_off() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let attempt = phone.begin(tu, LOGIN, Mode::Guided);
    for index in 0..3 {
        let tally = Tally {
            mistakes: 2,
            ..Tally::default()
        };
        phone.step(tu, LOGIN, &attempt, index, tally).expect("saved");
    }
    phone.stop();
    let home = phone.home(tu);
    let (card, mode) = home.resume.expect("something to go on with");
    assert_eq!(
        (card.tutorial.as_str(), card.in_progress, mode),
        (LOGIN, Some(3), Mode::Guided)
    );
    let again = phone.begin(tu, LOGIN, Mode::Guided);
    assert_eq!((again.id, again.at, again.tally.mistakes), (attempt.id, 3, 2));
}

#[test]
fn a_step_cannot_be_skipped_and_a_stranger_s_step_is_refused() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let attempt = phone.begin(tu, LOGIN, Mode::Alone);
    let skipped = phone.step(tu, LOGIN, &attempt, 2, Tally::default());
    assert_eq!(skipped, Err(CoreError::OutOfOrder));
    let unknown = phone.ask(RecordStep {
        attempt: attempt.id,
        learner: tu,
        tutorial: LOGIN.into(),
        step: "no-such-step".into(),
        tally: Tally::default(),
    });
    assert_eq!(unknown, Err(CoreError::OutOfOrder));
    let nobody = phone.ask(RecordStep {
        attempt: AttemptId::random(),
        learner: tu,
        tutorial: LOGIN.into(),
        step: "open-app".into(),
        tally: Tally::default(),
    });
    assert!(matches!(nobody, Err(CoreError::NotFound(_))));
    assert_eq!(phone.begin(tu, LOGIN, Mode::Alone).at, 0);
}

#[test]
fn doing_an_earlier_step_again_takes_nothing_back() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let attempt = phone.begin(tu, LOGIN, Mode::Guided);
    for index in [0, 1, 2, 1] {
        phone
            .step(tu, LOGIN, &attempt, index, Tally::default())
            .expect("saved");
    }
    assert_eq!(phone.begin(tu, LOGIN, Mode::Guided).at, 3);
}

#[test]
fn a_finished_attempt_reported_again_is_finished_once() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let attempt = phone.begin(tu, LOGIN, Mode::Alone);
    let total = phone.tutorial(tu, LOGIN).steps.len();
    for index in 0..total {
        phone
            .step(tu, LOGIN, &attempt, index, Tally::default())
            .expect("saved");
    }
    // The reply was lost, and the screen reports the last step once more.
    let again = phone
        .step(tu, LOGIN, &attempt, total - 1, Tally::default())
        .expect("saved");
    assert!(again.finished);
    assert_eq!(phone.events(tu).len(), 1);
}

#[test]
fn leaving_records_how_far_she_got_once() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let attempt = phone.begin(tu, LOGIN, Mode::Guided);
    let leave = LeaveAttempt { attempt: attempt.id };
    phone.get(leave.clone());
    assert_eq!(phone.events(tu).len(), 0, "nothing done, nothing to say");
    phone
        .step(tu, LOGIN, &attempt, 0, Tally::default())
        .expect("saved");
    phone.get(leave.clone());
    phone.get(leave);
    let events = phone.events(tu);
    assert_eq!(events.len(), 1);
    assert!(events[0].1.contains(r#""outcome":"paused""#), "{}", events[0].1);
    // Another mode in its place: nothing new to record, and the new one begins at the first step.
    let other = phone.begin(tu, LOGIN, Mode::Alone);
    assert_eq!((other.at, phone.events(tu).len()), (0, 1));
}

#[test]
fn events_are_numbered_from_one_without_gaps_and_each_learner_has_her_own_stream() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let bay = phone.add("Ông Bảy").id;
    for _ in 0..3 {
        phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
        phone.finish(bay, LOGIN, Mode::Guided, Tally::default());
    }
    let (hers, his) = (phone.events(tu), phone.events(bay));
    let seqs: Vec<u64> = hers.iter().map(|(place, _)| place.seq).collect();
    assert_eq!(seqs, [1, 2, 3]);
    assert_ne!(hers[0].0.stream, his[0].0.stream);
    assert_eq!(standing(&mut phone, tu), Standing::Watched);
    assert_eq!(standing(&mut phone, bay), Standing::Guided);
}

#[test]
fn progress_can_be_dropped_and_rebuilt() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
    phone.finish(tu, LOGIN, Mode::Alone, hinted());
    phone.get(MarkTried {
        learner: tu,
        tutorial: LOGIN.into(),
    });
    let before = phone.core().store_mut().progress(tu).expect("progress");
    let store = phone.core().store_mut();
    store
        .connection()
        .execute("DELETE FROM progress", [])
        .expect("dropped");
    assert!(store.progress(tu).expect("progress").tutorials.is_empty());
    store.rebuild_progress().expect("rebuilt");
    assert_eq!(store.progress(tu).expect("progress"), before);
    assert!(phone.tutorial(tu, LOGIN).tried);
}

#[test]
fn an_unknown_kind_in_the_log_is_kept() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
    let stream = phone.events(tu)[0].0.stream.to_string();
    let newer = br#"{"day":20781,"kind":"sang-a-song"}"#;
    phone
        .core()
        .store_mut()
        .connection()
        .execute(
            "INSERT INTO event (stream_id, seq, bytes) VALUES (?1, 2, ?2)",
            (&stream, newer),
        )
        .and_then(|_| {
            phone
                .core()
                .store_mut()
                .connection()
                .execute("UPDATE stream SET next_seq = 3 WHERE id = ?1", [&stream])
        })
        .expect("written by a newer build");
    phone.core().store_mut().rebuild_progress().expect("rebuilt");
    phone.finish(tu, LOGIN, Mode::Guided, Tally::default());
    let events = phone.events(tu);
    assert_eq!(events.len(), 3);
    assert_eq!(events[1].1.as_bytes(), newer);
    assert_eq!(standing(&mut phone, tu), Standing::Guided);
}

#[test]
fn finished_says_what_she_did_and_what_is_next() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Alone, Tally::default());
    let view = phone.get(OpenFinished {
        learner: tu,
        tutorial: LOGIN.into(),
    });
    assert_eq!(view.review_in, Some(1));
    assert!(view.can_do.contains("trên màn hình tập"), "{}", view.can_do);
    assert_eq!(view.next_mode, Mode::Review);
}

#[test]
fn a_broken_tutorial_is_left_out_and_named_and_the_others_work() {
    let mut phone = Phone::new();
    let mut pack: serde_json::Value = serde_json::from_slice(&phone.pack).expect("a pack");
    let tutorials = pack["tutorials"].as_array_mut().expect("tutorials");
    let mut broken = tutorials[0].clone();
    broken["structure"]["id"] = "broken-one".into();
    broken["structure"]["steps"][0]["screen"] = "nowhere".into();
    broken["words"]["vi"] = "title = Bài hỏng\n".into();
    let mut garbage = tutorials[0].clone();
    garbage["structure"] = serde_json::json!({"id": "garbage", "steps": 7});
    garbage["words"] = serde_json::json!({});
    tutorials.extend([broken, garbage]);
    phone.pack = serde_json::to_vec(&pack).expect("a pack");
    let start = phone.get(Start {});
    let named: Vec<_> = start
        .notices
        .iter()
        .filter_map(|notice| match notice {
            Notice::LeftOut { name, reason } => Some((name.as_str(), reason.as_str())),
            Notice::MovedAside(_) => None,
        })
        .collect();
    assert_eq!(named.len(), 2);
    assert_eq!(named[0].0, "Bài hỏng");
    assert!(named[0].1.starts_with("broken-one: "), "{}", named[0].1);
    assert!(named[0].1.contains("nowhere"), "{}", named[0].1);
    assert_eq!(named[1].0, "garbage");
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
}

#[test]
fn an_old_name_and_a_comparison_with_the_real_thing_are_told_where_there_are_any() {
    let mut phone = Phone::new();
    let mut pack: serde_json::Value = serde_json::from_slice(&phone.pack).expect("a pack");
    let tutorials = pack["tutorials"].as_array_mut().expect("tutorials");
    let login = tutorials
        .iter_mut()
        .find(|one| one["structure"]["id"] == LOGIN)
        .expect("it is there");
    login["structure"]["verification"] = serde_json::json!({"verified-on": "2026-11-23"});
    for lang in ["vi", "en"] {
        let words = login["words"][lang].as_str().expect("words").to_owned();
        let lines = words.lines().filter(|line| !line.starts_with("unverified ="));
        login["words"][lang] = lines.collect::<Vec<_>>().join("\n").into();
    }
    phone.pack = serde_json::to_vec(&pack).expect("a pack");
    let tu = phone.add("Bà Tư").id;

    let compared = phone.tutorial(tu, LOGIN);
    let on = jiff::civil::date(2026, 11, 23);
    assert_eq!(compared.tutorial.verification, Verification::VerifiedOn(on));
    assert_eq!((compared.unverified, compared.renamed), (None, None));

    let portal = phone.tutorial(tu, "dvc-certified-copy");
    assert!(portal.unverified.is_some());
    let renamed = portal.renamed.expect("the portal had other addresses");
    assert!(renamed.contains("dichvucong.binhduong.gov.vn"), "{renamed}");
}

#[test]
fn an_older_pack_is_not_put_over_a_newer_one() {
    let mut phone = Phone::new();
    phone.get(Start {});
    phone.stop();
    let mut pack: serde_json::Value = serde_json::from_slice(&phone.pack).expect("a pack");
    pack["version"] = 0.into();
    pack["tutorials"] = serde_json::json!([]);
    phone.pack = serde_json::to_vec(&pack).expect("a pack");
    let tu = phone.add("Bà Tư").id;
    phone.finish(tu, LOGIN, Mode::Watch, Tally::default());
}

#[test]
fn an_unknown_tutorial_is_said_to_be_unknown() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let refused = phone.ask(BeginAttempt {
        learner: tu,
        tutorial: "no-such".into(),
        mode: Mode::Watch,
    });
    assert!(matches!(refused, Err(CoreError::NotFound(_))));
}
