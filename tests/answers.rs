//! What a phone makes of what comes back, from its server or from whoever stands in between: one table for the web and for
//! apps with a network of their own.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use cung_tien::sync::answer::{EVERY_CODE, LONGEST, judge, read, status_of};
use cung_tien::sync::pace::{Pace, Trouble};
use cung_tien::sync::transport::{Answer, Lost, media};
use cung_tien::sync::wire::{GrantReply, ProblemCode};
use proptest::prelude::*;
use std::collections::HashSet;

const JSON: &str = "application/json";
const HTML: &str = "text/html; charset=utf-8";
const LOGIN: &[u8] = b"<!DOCTYPE html><html><body>Ch\xc3\xa0o m\xe1\xbb\xabng</body></html>";
const DAY: u32 = 86_400;

fn said(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> Answer {
    Answer {
        status,
        media: media(content_type),
        retry_after: Some(DAY),
        body: body.as_ref().to_vec(),
        marked: false,
    }
}

fn problem(status: u16, code: &str) -> Answer {
    said(status, JSON, format!(r#"{{"code":"{code}","reason":"later"}}"#))
}

#[test]
fn every_stranger_has_its_cause_and_is_obeyed_in_nothing() {
    use Trouble::{Blocked, CutOff, Full, Gateway, NotOurs, Portal};
    let too_large = Trouble::Refused(ProblemCode::TooLarge);
    let table: &[(u16, &str, &[u8], Trouble)] = &[
        // Captive portals, old and new.
        (200, HTML, LOGIN, Portal),
        (200, "", LOGIN, Portal),
        (200, "TEXT/HTML", b"", Portal),
        (200, JSON, LOGIN, Portal),
        (200, "text/plain", b"\xef\xbb\xbf  <HTML>", Portal),
        (200, "application/xhtml+xml", b"<?xml version='1.0'?>", Portal),
        (201, HTML, LOGIN, Portal),
        (203, HTML, LOGIN, Portal),
        (301, "", b"", Portal),
        (302, HTML, LOGIN, Portal),
        (303, "", b"", Portal),
        (307, JSON, b"{}", Portal),
        (308, "", b"", Portal),
        (511, HTML, LOGIN, Portal),
        (511, JSON, b"{}", Portal),
        // Proxies and filters.
        (401, HTML, LOGIN, Blocked),
        (403, HTML, LOGIN, Blocked),
        (407, HTML, LOGIN, Blocked),
        (407, "", b"", Blocked),
        (451, HTML, LOGIN, Blocked),
        // Gateways before a server that is away.
        (408, "", b"", Gateway),
        (429, HTML, LOGIN, Gateway),
        (429, JSON, br#"{"error":"rate limit"}"#, Gateway),
        (500, "", b"", Gateway),
        (502, HTML, LOGIN, Gateway),
        (503, HTML, LOGIN, Gateway),
        (503, JSON, br#"{"code":7}"#, Gateway),
        (503, JSON, br#"{"code":"busy"}"#, Gateway),
        (503, HTML, br#"{"code":"busy","reason":""}"#, Gateway),
        (504, "text/plain", b"upstream request timeout", Gateway),
        (520, HTML, LOGIN, Gateway),
        (413, HTML, LOGIN, too_large),
        (507, "", b"", Full),
        // Right in form, and not from us.
        (200, JSON, b"", NotOurs),
        (200, JSON, b" ", NotOurs),
        (200, JSON, b"null", NotOurs),
        (200, JSON, b"[]", NotOurs),
        (200, JSON, b"\"ok\"", NotOurs),
        (200, JSON, b"{}", NotOurs),
        (200, JSON, b"{}{}", NotOurs),
        (200, JSON, br#"{"share":7}"#, NotOurs),
        (200, JSON, br#"{"code":"too-often","reason":"later"}"#, NotOurs),
        (200, JSON, b"\xff\xfe\x00", NotOurs),
        (200, JSON, b"\x1f\x8b\x08\x00", NotOurs),
        (200, "text/plain", b"{}", NotOurs),
        (200, "", b"ok", NotOurs),
        (200, "image/gif", b"GIF89a", NotOurs),
        (200, "application/captive+json", br#"{"captive":true}"#, NotOurs),
        (204, "", b"", NotOurs),
        (205, JSON, b"", NotOurs),
        (206, JSON, b"{}", NotOurs),
        (400, HTML, LOGIN, NotOurs),
        (404, HTML, LOGIN, NotOurs),
        (405, "", b"", NotOurs),
        (418, JSON, br#"{"code":"too-often"}"#, NotOurs),
        (429, JSON, br#"{"code":"no-such-code","reason":""}"#, Gateway),
        (
            400,
            JSON,
            br#"{"code":"too-often","reason":"the code goes with 429"}"#,
            NotOurs,
        ),
        (
            404,
            JSON,
            br#"{"code":"wire-too-old","reason":"it goes with 400"}"#,
            NotOurs,
        ),
        (304, "", b"", Portal),
        (0, "", b"", NotOurs),
        (100, "", b"", NotOurs),
        (999, "", b"", NotOurs),
        // Cut off on its way.
        (200, JSON, br#"{"share":"00000000-0000-40"#, CutOff),
        (200, JSON, b"{", CutOff),
        (200, JSON, br#"{"a":[1,2"#, CutOff),
    ];
    for (status, content_type, body, expected) in table {
        let answer = said(*status, content_type, body);
        let what = format!("{status} {content_type} {}", String::from_utf8_lossy(body));
        let found = read::<GrantReply>(answer);
        assert_eq!(found, Err((*expected, None)), "{what}");
    }
}

#[test]
fn only_our_own_server_is_obeyed_and_never_for_more_than_an_hour() {
    const NOW: i64 = 1_795_500_000_000;
    for code in EVERY_CODE {
        let word = serde_json::to_value(code).expect("a word");
        let Some(status) = status_of(code) else {
            assert_eq!(code, ProblemCode::Other);
            continue;
        };
        for kind in [
            JSON,
            "application/problem+json; charset=utf-8",
            "Application/JSON",
        ] {
            let mut answer = problem(status, word.as_str().expect("text"));
            answer.media = media(kind);
            let found = judge(answer).expect_err("a refusal");
            assert_eq!(found, (Trouble::Refused(code), Some(DAY)), "{code:?}");
        }
        let mut pace = Pace::default();
        pace.failed(NOW, Trouble::Refused(code), Some(u32::MAX), 7);
        assert_eq!(pace.wait(NOW, false), 3_600_000, "{code:?}");
        assert_eq!(pace.wait(NOW + 3_600_000, false), 0, "{code:?}");
    }
    let newer = judge(problem(418, "a-word-of-a-newer-server")).expect_err("a refusal");
    assert_eq!(newer.0, Trouble::Refused(ProblemCode::Other));
}

#[test]
fn only_the_server_s_own_word_means_that_the_app_is_too_old() {
    let too_old = Trouble::Refused(ProblemCode::WireTooOld);
    for status in 0..=999 {
        for (kind, body) in [(HTML, LOGIN), (JSON, b"{}"), ("", b""), (JSON, br#"{"code":1}"#)] {
            let found = judge(said(status, kind, body)).err();
            assert!(found.is_none_or(|(trouble, _)| trouble != too_old), "{status}");
        }
    }
    assert_eq!(
        judge(problem(400, "wire-too-old")).expect_err("a refusal").0,
        too_old
    );
}

#[test]
fn what_was_lost_on_the_way_has_a_cause_of_its_own() {
    let troubles: HashSet<Trouble> = Lost::ALL.map(Trouble::from).into();
    assert_eq!(troubles.len(), Lost::ALL.len());
}

#[test]
fn a_honest_answer_is_taken_whatever_is_new_in_it() {
    let share = "00000000-0000-4000-8000-000000000009";
    let body = format!(r#"  {{"share":"{share}","a-field-of-a-newer-server":[1]}}"#);
    let reply: GrantReply = read(said(200, "application/json; charset=utf-8", body)).expect("taken");
    assert_eq!(reply.share.to_string(), share);
    const { assert!(LONGEST > 1_000_000) };
}

proptest! {
    #[test]
    fn bytes_of_any_kind_are_a_success_only_if_they_are_a_json_object(
        status: u16,
        kind in prop_oneof![Just(JSON.to_owned()), Just(HTML.to_owned()), "[ -~]{0,20}"],
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "[\\[{}\\]\":,0-9a-z ]{0,60}".prop_map(String::into_bytes),
        ],
        retry_after: Option<u32>,
    ) {
        let answer = Answer { status, media: media(&kind), retry_after, marked: false, body: body.clone() };
        match judge(answer) {
            Ok(text) => {
                prop_assert!((200..300).contains(&status) && media(&kind) == JSON);
                let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                prop_assert!(value.is_object());
            }
            Err((trouble, pause)) => {
                prop_assert!(pause.is_none() || matches!(trouble, Trouble::Refused(_)));
            }
        }
    }
}
