//! Answers that are of no use: each ends with a word for it, and nothing is lost.

use super::phone::Phone;
use super::way::{Step, problem, say};
use cung_tien::core::courier::{ErrandError, Outcome, ProblemCode, Trouble};
use cung_tien::domain::ids::{ShareId, StreamId};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::transport::{Answer, Lost};
use cung_tien::sync::wire::{PutReply, PutState, ShareReply, ShareState, SyncReply};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

#[tokio::test(flavor = "current_thread")]
async fn every_refusal_has_its_name_and_costs_her_nothing() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(700);
    for (status, code, expected) in [
        (400, "malformed", ProblemCode::Malformed),
        (400, "wire-too-old", ProblemCode::WireTooOld),
        (400, "wire-too-new", ProblemCode::WireTooNew),
        (401, "no-token", ProblemCode::NoToken),
        (403, "revoked", ProblemCode::Revoked),
        (403, "not-own", ProblemCode::NotOwn),
        (404, "no-share", ProblemCode::NoShare),
        (404, "no-such-address", ProblemCode::NoSuchAddress),
        (405, "method", ProblemCode::Method),
        (409, "claim-needed", ProblemCode::ClaimNeeded),
        (415, "wrong-type", ProblemCode::WrongType),
        (429, "too-often", ProblemCode::TooOften),
        (500, "failed", ProblemCode::Failed),
        (503, "busy", ProblemCode::Busy),
        (418, "a-word-of-a-newer-server", ProblemCode::Other),
    ] {
        phone.write_some(ba_tu, 2);
        let outcome = phone.go_through(Step::Say(problem(status, code))).await;
        let trouble = Trouble::Refused(expected);
        let hopeless = matches!(expected, ProblemCode::WireTooOld | ProblemCode::Revoked);
        let wait = if hopeless { 3_600_000 } else { 700 };
        assert_eq!(outcome, Outcome::Failed(trouble, wait), "{status} {code}");
        assert_eq!(
            phone.way.asked().len(),
            1,
            "{status} {code}: it is not asked again at once"
        );
        recovers(&mut phone, 2).await;
    }
    phone.all_arrived(ba_tu).await;
}

/// After the app was closed and opened, a good answer takes all that is waiting.
async fn recovers(phone: &mut Phone, waiting: usize) {
    phone.reopen();
    assert_eq!(phone.go_by_hand().await, Outcome::Done);
    let asked = phone.way.asked();
    assert_eq!(asked[0].events(), waiting);
}

/// As said by somebody on the way, who wants a day of peace.
fn stranger(status: u16, media: &str, body: &[u8]) -> Step {
    Step::Say(Answer {
        retry_after: Some(86_400),
        media: media.into(),
        ..say(status, body)
    })
}

#[tokio::test(flavor = "current_thread")]
async fn whatever_somebody_else_answers_costs_her_nothing_and_silences_nobody() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(700);
    let page = "<html><body>Chào mừng đến với WiFi miễn phí</body></html>".as_bytes();
    let json = "application/json";
    for (status, media, body, expected) in [
        (200, json, &b""[..], Trouble::NotOurs),
        (200, json, b"null", Trouble::NotOurs),
        (200, json, b"[]", Trouble::NotOurs),
        (200, json, b"{}", Trouble::NotOurs),
        (
            200,
            json,
            b"{\"wire\":1,\"server_time\":1795500000000,\"lim",
            Trouble::CutOff,
        ),
        (
            200,
            json,
            b"{\"wire\":1,\"server_time\":0,\"pack\":1,\"shares\":[]}",
            Trouble::NotOurs,
        ),
        (
            200,
            json,
            b"{\"wire\":1,\"server_time\":0,\"limits\":{\"events\":-1,\"bytes\":65536},\"pack\":1}",
            Trouble::NotOurs,
        ),
        (
            200,
            json,
            b"{\"wire\":1,\"server_time\":0,\"limits\":{\"events\":1,\"bytes\":65536},\"pack\":1}",
            Trouble::Garbled,
        ),
        (
            200,
            json,
            b"{\"code\":\"too-often\",\"reason\":\"\"}",
            Trouble::NotOurs,
        ),
        (200, json, b"\xff\xfe\x00", Trouble::NotOurs),
        (200, "text/html", page, Trouble::Portal),
        (200, json, page, Trouble::Portal),
        (204, "", b"", Trouble::NotOurs),
        (302, "", b"", Trouble::Portal),
        (404, "text/html", page, Trouble::NotOurs),
        (407, "text/html", page, Trouble::Blocked),
        (429, "text/html", page, Trouble::Gateway),
        (500, "", b"", Trouble::Gateway),
        (502, "text/html", page, Trouble::Gateway),
        (503, json, b"{\"code\":7}", Trouble::Gateway),
        (507, "", b"", Trouble::Full),
        (511, "text/html", page, Trouble::Portal),
    ] {
        phone.write_some(ba_tu, 2);
        let outcome = phone.go_through(stranger(status, media, body)).await;
        let what = format!("{status} {media} {}", String::from_utf8_lossy(body));
        assert_eq!(outcome, Outcome::Failed(expected, 700), "{what}");
        assert_eq!(phone.way.asked().len(), 1, "{what}");
        recovers(&mut phone, 2).await;
    }
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn an_old_card_is_not_thrown_away_on_a_stranger_s_word() {
    for body in ["{}", "{\"ok\":true}", ""] {
        let (phone, ba_tu) = Phone::of_ba_tu().await;
        let before = phone.share(ba_tu);
        phone.way.script([Step::Say(say(200, body))]);
        let refused = phone.courier.renew_card(ba_tu).await;
        assert_eq!(
            refused.err(),
            Some(ErrandError::Trouble(Trouble::NotOurs)),
            "{body}"
        );
        assert_eq!(
            phone.share(ba_tu).seed,
            before.seed,
            "the card in her drawer still counts"
        );
        let renewed = phone.courier.renew_card(ba_tu).await.expect("a new card");
        assert!(!renewed.unfinished);
        assert_ne!(phone.share(ba_tu).seed, before.seed);
    }
}

/// Any answer at all, also such as begin like ours.
fn any_answer() -> impl Strategy<Value = Answer> {
    let ours = br#"{"wire":1,"server_time":0,"limits":{"events":500,"bytes":65536},"pack":1,"shares":[]}"#;
    let body = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..120),
        "[\\[{}\\]\":,0-9a-z ]{0,60}".prop_map(String::into_bytes),
        (0..=ours.len()).prop_map(|length| ours[..length].to_vec()),
        Just(br#"{"code":"busy","reason":""}"#.to_vec()),
    ];
    let media = prop_oneof![Just("application/json"), Just("text/html"), Just("")];
    (
        prop_oneof![Just(200), 0_u16..1000],
        media,
        any::<Option<u32>>(),
        any::<bool>(),
        body,
    )
        .prop_map(|(status, media, retry_after, marked, body)| Answer {
            status,
            retry_after,
            media: media.into(),
            marked,
            body,
        })
}

#[test]
fn no_answer_of_any_kind_marks_anything_as_sent_or_loses_it() {
    let mut runner = TestRunner::new(Config::with_cases(24));
    let answers = prop::collection::vec(any_answer(), 1..12);
    let kept = runner.run(&answers, |answers| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build();
        runtime.expect("a runtime").block_on(async {
            let (mut phone, ba_tu) = Phone::of_ba_tu().await;
            phone.write_some(ba_tu, 2);
            for answer in answers {
                phone.way.forget_script();
                // A refusal may be followed by a smaller request at once: that one is answered in the same way.
                phone.way.script((0..20).map(|_| Step::Say(answer.clone())));
                let before = phone.way.asked().len();
                let outcome = phone.go_by_hand().await;
                assert!(!matches!(outcome, Outcome::Done), "{before}: {outcome:?}");
                // The longest pause there is.
                phone.pass(3_600_000);
                phone.write_some(ba_tu, 1);
            }
            phone.way.forget_script();
            phone.reopen();
            assert_eq!(phone.go_by_hand().await, Outcome::Done);
            phone.all_arrived(ba_tu).await;
        });
        Ok(())
    });
    kept.expect("nothing is lost");
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_lost_on_its_way_costs_her_nothing_and_nothing_is_there_twice() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(700);
    for (lost, trouble) in [
        (Lost::Offline, Trouble::Offline),
        (Lost::Unreachable, Trouble::Unreachable),
        (Lost::Insecure, Trouble::Insecure),
        (Lost::TimedOut, Trouble::TimedOut),
        (Lost::CutOff, Trouble::CutOff),
    ] {
        phone.write_some(ba_tu, 2);
        let outcome = phone.go_through(Step::LoseAnswer(lost)).await;
        assert_eq!(outcome, Outcome::Failed(trouble, 700));
        phone.way.asked();
        recovers(&mut phone, 2).await;
    }
    phone.all_arrived(ba_tu).await;
}

/// The server did what it was asked, and then said this of it. Answers the outcome and how many requests it took.
async fn after(change: fn(&mut SyncReply)) -> (Outcome, usize) {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(700);
    phone.write_some(ba_tu, 2);
    // As often as it is asked.
    phone.way.script((0..20).map(|_| Step::Change(change)));
    let outcome = phone.go().await;
    let requests = phone.way.asked().len();
    phone.way.forget_script();
    phone.reopen();
    assert_eq!(phone.go_by_hand().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
    (outcome, requests)
}

const GARBLED: (Outcome, usize) = (Outcome::Failed(Trouble::Garbled, 700), 1);

#[tokio::test(flavor = "current_thread")]
async fn an_answer_that_leaves_a_share_out_is_garbled() {
    assert_eq!(after(|reply| reply.shares.clear()).await, GARBLED);
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_in_another_version_is_garbled() {
    assert_eq!(after(|reply| reply.wire += 1).await, GARBLED);
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_that_leaves_a_stream_out_is_garbled() {
    assert_eq!(after(|reply| reply.shares[0].put.clear()).await, GARBLED);
}

#[tokio::test(flavor = "current_thread")]
async fn what_an_answer_says_of_shares_and_streams_nobody_asked_for_is_no_harm() {
    let stranger = |reply: &mut SyncReply| {
        let put = PutReply {
            stream: StreamId::random(),
            state: PutState::Forked,
            ack_through: 9,
            digest: PrefixDigest::EMPTY,
            common: 0,
            rejected: Vec::new(),
        };
        reply.shares[0].put.push(put.clone());
        reply.shares.push(ShareReply {
            share: ShareId::random(),
            state: ShareState::Closed,
            put: vec![put],
            pull: Vec::new(),
        });
    };
    assert_eq!(after(stranger).await, GARBLED);
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_that_says_everything_twice_is_no_harm() {
    let twice = |reply: &mut SyncReply| {
        let put = reply.shares[0].put[0].clone();
        reply.shares[0].put.push(put);
        let share = reply.shares[0].clone();
        reply.shares.push(share);
    };
    assert_eq!(after(twice).await, GARBLED);
}

#[tokio::test(flavor = "current_thread")]
async fn a_state_of_a_share_that_only_a_newer_phone_knows_means_later() {
    let states: [fn(&mut SyncReply); 2] = [
        |reply| reply.shares[0].state = ShareState::Later,
        |reply| reply.shares[0].state = ShareState::Other,
    ];
    for state in states {
        let (outcome, requests) = after(state).await;
        assert!(!matches!(outcome, Outcome::Running), "{outcome:?}");
        assert_eq!(requests, 1, "nothing was stored: it is not asked again at once");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_state_of_a_stream_that_only_a_newer_phone_knows_means_later() {
    let states: [fn(&mut SyncReply); 2] = [
        |reply| reply.shares[0].put[0].state = PutState::Later,
        |reply| reply.shares[0].put[0].state = PutState::Other,
    ];
    for state in states {
        let (outcome, requests) = after(state).await;
        assert!(!matches!(outcome, Outcome::Running), "{outcome:?}");
        assert_eq!(requests, 1, "nothing was stored: it is not asked again at once");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_server_that_never_takes_anything_is_not_asked_on_and_on() {
    let forgets = |reply: &mut SyncReply| {
        let put = &mut reply.shares[0].put[0];
        put.ack_through = 0;
        put.digest = PrefixDigest::EMPTY;
        put.common = 0;
    };
    let (outcome, requests) = after(forgets).await;
    assert!(requests <= 3, "{requests} requests, {outcome:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_server_that_always_has_more_and_never_sends_it_is_not_asked_on_and_on() {
    let (outcome, requests) = after(|reply| reply.more = true).await;
    assert!(requests <= 3, "{requests} requests, {outcome:?}");
}
