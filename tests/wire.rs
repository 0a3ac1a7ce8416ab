//! The examples of `docs/sync-protocol.md` are what is really said: read, and written again to the byte.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use cung_tien::domain::event::Recorded;
use cung_tien::sync::secret::JoinCode;
use cung_tien::sync::spoken::join_words;
use cung_tien::sync::wire::{
    Item, OrderResult, Problem, ProblemCode, PullState, PutState, RejectCode, ShareState, SyncReply,
    SyncRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

const EVENTS: [&str; 5] = [
    "event-finished",
    "event-paused",
    "event-tried",
    "event-consent",
    "event-withdrawn",
];

const DOCUMENT: &str = include_str!("../docs/sync-protocol.md");

/// The example with this name.
fn example(name: &str) -> &'static str {
    let begin = format!("```json {name}\n");
    let (_, rest) = DOCUMENT
        .split_once(&begin)
        .unwrap_or_else(|| panic!("no example is called {name}"));
    rest.split_once("\n```").unwrap().0
}

fn is_read_and_written_again<T: DeserializeOwned + Serialize>(name: &str) -> T {
    let text = example(name);
    let value: T = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), text, "{name}");
    value
}

#[test]
fn the_examples_are_what_is_said() {
    let request: SyncRequest = is_read_and_written_again("sync-request");
    assert_eq!(request.wire, cung_tien::sync::wire::WIRE);
    let claiming: SyncRequest = is_read_and_written_again("sync-request-claim");
    assert!(claiming.shares.iter().all(|share| share.claim.is_some()));
    let reply: SyncReply = is_read_and_written_again("sync-reply");
    assert_eq!(reply.limits, cung_tien::sync::wire::Limits::default());
    let problem: Problem = is_read_and_written_again("problem");
    assert_eq!(problem.code, ProblemCode::UnknownDevice);
}

#[test]
fn every_example_is_tested() {
    let named = DOCUMENT.lines().filter_map(|line| line.strip_prefix("```json "));
    let tested = EVENTS
        .iter()
        .chain(&["sync-request", "sync-reply", "sync-request-claim", "problem"]);
    assert_eq!(named.collect::<Vec<_>>(), tested.copied().collect::<Vec<_>>());
}

#[test]
fn the_events_are_those_that_devices_write() {
    for name in EVENTS {
        let Recorded::Known(event) = Recorded::read(example(name).as_bytes()) else {
            panic!("{name} is of no kind known here");
        };
        assert_eq!(event.freeze().unwrap(), example(name).as_bytes(), "{name}");
    }
}

/// The document is enough to write another device: its words are those on the cards.
#[test]
fn the_words_are_those_of_the_list() {
    let (_, rest) = DOCUMENT.split_once("```text words\n").unwrap();
    let written: Vec<&str> = rest.split_once("\n```").unwrap().0.split_whitespace().collect();
    let list: Vec<&str> = include_str!("../assets/words/spoken.txt")
        .split_whitespace()
        .collect();
    assert_eq!(written, list);
    let bytes: Vec<u8> = (0..=255).collect();
    for (four, words) in bytes.chunks(4).zip(written.chunks(4)) {
        let code = JoinCode(four.try_into().unwrap());
        assert_eq!(join_words(&code), words);
    }
}

/// A day is what the document says a device writes; with any other the event is kept and not understood.
#[test]
fn days_are_of_the_range_that_is_written() {
    let at = |day: &str| format!(r#"{{"day":{day},"kind":"tried-for-real","tutorial":"x"}}"#);
    let known = |day: &str| matches!(Recorded::read(at(day).as_bytes()), Recorded::Known(_));
    for day in ["-2147483648", "0", "2147483647"] {
        assert!(
            DOCUMENT.contains(day.trim_start_matches('-')) && known(day),
            "{day}"
        );
    }
    for day in ["-2147483649", "2147483648", "9223372036854775807", "1.0", "1e3"] {
        assert!(!known(day), "{day}");
    }
}

/// Adds a field to every object.
fn with_more(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            fields.values_mut().for_each(with_more);
            fields.insert("from_a_later_version".into(), serde_json::json!({"a": [1, null]}));
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(with_more),
        _ => {}
    }
}

#[test]
fn fields_of_later_versions_are_ignored() {
    fn same<T: DeserializeOwned + PartialEq + std::fmt::Debug>(name: &str) {
        let mut value: serde_json::Value = serde_json::from_str(example(name)).unwrap();
        let plain: T = serde_json::from_value(value.clone()).unwrap();
        with_more(&mut value);
        assert_eq!(serde_json::from_value::<T>(value).unwrap(), plain, "{name}");
    }
    same::<SyncRequest>("sync-request");
    same::<SyncReply>("sync-reply");
    same::<Problem>("problem");
}

#[test]
fn words_of_later_versions_are_read_as_words_nobody_knows() {
    fn read<T: DeserializeOwned>() -> T {
        serde_json::from_str("\"a-word-of-later\"").unwrap()
    }
    assert_eq!(read::<ShareState>(), ShareState::Other);
    assert_eq!(read::<PutState>(), PutState::Other);
    assert_eq!(read::<PullState>(), PullState::Other);
    assert_eq!(read::<RejectCode>(), RejectCode::Other);
    assert_eq!(read::<OrderResult>(), OrderResult::Unknown);
    assert_eq!(read::<ProblemCode>(), ProblemCode::Other);
}

#[test]
fn what_was_left_out_of_a_stream_is_a_hash() {
    let text = format!(r#"{{"gone":"{}"}}"#, "0a".repeat(32));
    let item: Item = serde_json::from_str(&text).unwrap();
    assert!(matches!(item, Item::Gone { .. }));
    assert_eq!(serde_json::to_string(&item).unwrap(), text);
}

#[test]
fn every_code_in_the_document_is_one_that_is_said() {
    let table = DOCUMENT.split_once("| Status | Code |").unwrap().1;
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut codes = 0;
    for row in rows {
        let cell = row.split('|').nth(2).unwrap();
        for code in cell.split('`').skip(1).step_by(2) {
            let read: ProblemCode = serde_json::from_str(&format!("\"{code}\"")).unwrap();
            assert_ne!(read, ProblemCode::Other, "{code}");
            codes += 1;
        }
    }
    assert_eq!(codes, 22);
}
