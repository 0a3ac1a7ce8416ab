//! Answers that are of no use: each ends with a word for it, and nothing is lost.

use super::phone::Phone;
use super::way::{Step, problem, say};
use cung_tien::core::courier::{Outcome, ProblemCode, Trouble};
use cung_tien::domain::ids::{ShareId, StreamId};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::transport::Lost;
use cung_tien::sync::wire::{PutReply, PutState, ShareReply, ShareState, SyncReply};

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

#[tokio::test(flavor = "current_thread")]
async fn whatever_is_no_answer_at_all_is_called_garbled_and_costs_her_nothing() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(700);
    let html = "<html><body>Chào mừng đến với WiFi miễn phí</body></html>";
    for (status, body) in [
        (200, &b""[..]),
        (200, b" "),
        (200, b"null"),
        (200, b"[]"),
        (200, b"{}"),
        (200, b"{\"wire\":1,\"server_time\":1795500000000,\"lim"),
        (200, b"{\"wire\":1,\"server_time\":0,\"pack\":1,\"shares\":[]}"),
        (
            200,
            b"{\"wire\":1,\"server_time\":0,\"limits\":{\"events\":-1,\"bytes\":65536},\"pack\":1}",
        ),
        (200, b"\xff\xfe\x00"),
        (200, html.as_bytes()),
        (204, b""),
        (302, b""),
        (404, html.as_bytes()),
        (500, b""),
        (502, html.as_bytes()),
        (503, b"{\"code\":7}"),
    ] {
        phone.write_some(ba_tu, 2);
        let outcome = phone.go_through(Step::Say(say(status, body))).await;
        let what = format!("{status} {}", String::from_utf8_lossy(body));
        assert_eq!(outcome, Outcome::Failed(Trouble::Garbled, 700), "{what}");
        assert_eq!(phone.way.asked().len(), 1, "{what}");
        recovers(&mut phone, 2).await;
    }
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_lost_on_its_way_costs_her_nothing_and_nothing_is_there_twice() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(700);
    for (lost, trouble) in [
        (Lost::Offline, Trouble::Offline),
        (Lost::TimedOut, Trouble::TimedOut),
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
    let (outcome, requests) = after(stranger).await;
    assert!([Outcome::Done, GARBLED.0].contains(&outcome), "{outcome:?}");
    assert_eq!(requests, 1);
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_that_says_everything_twice_is_no_harm() {
    let twice = |reply: &mut SyncReply| {
        let put = reply.shares[0].put[0].clone();
        reply.shares[0].put.push(put);
        let share = reply.shares[0].clone();
        reply.shares.push(share);
    };
    let (outcome, requests) = after(twice).await;
    assert!([Outcome::Done, GARBLED.0].contains(&outcome), "{outcome:?}");
    assert_eq!(requests, 1);
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
