//! Sending and fetching, when all goes well.

use super::device::{NOON, Sharing, Stream, TestServer, request, texts};
use cung_tien::sync::digest::EventHash;
use cung_tien::sync::wire::{
    Item, Limits, Order, OrderResult, Pull, PullState, PutReply, PutState, RejectCode, Rejected,
    ShareRequest, ShareState,
};

#[tokio::test]
async fn what_ba_tu_does_on_her_phone_arrives_on_lans_tablet() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let at_home = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(1);
    lesson.write(3);
    let reply = phone.put(&at_home, lesson.put(0)).await;
    let expected = PutReply {
        stream: lesson.id,
        state: PutState::Stored,
        ack_through: 3,
        digest: lesson.digest(3),
        common: 3,
        rejected: Vec::new(),
    };
    assert_eq!(reply, expected);

    let at_lans = tablet.join(&phone, &at_home).await;
    let reply = tablet.share(at_lans.ask(Vec::new(), Vec::new())).await;
    assert_eq!(reply.state, ShareState::Joined);
    let [pull] = &reply.pull[..] else {
        panic!("{:?}", reply.pull)
    };
    assert_eq!((pull.state, pull.after), (PullState::Next, 0));
    assert_eq!(texts(&pull.events), lesson.events);

    lesson.write(2);
    assert_eq!(phone.put(&at_home, lesson.put(3)).await.ack_through, 5);
    let pulled = tablet.pull(&at_lans, vec![lesson.have(3)]).await;
    assert_eq!((pulled[0].after, pulled[0].digest), (3, lesson.digest(3)));
    assert_eq!(texts(&pulled[0].events), lesson.events[3..]);
    assert_eq!(
        tablet.pull(&at_lans, vec![lesson.have(5)]).await,
        [],
        "nothing is said of what is there"
    );
    assert_eq!(
        phone.share(at_home.ask(vec![lesson.put(5)], vec![])).await.pull,
        [],
        "not her own"
    );
}

#[tokio::test]
async fn a_joined_device_adds_events_of_its_own() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let at_home = Sharing::begin(&phone).await;
    let at_lans = tablet.join(&phone, &at_home).await;
    let mut lesson = Stream::new(2);
    lesson.write(1);
    assert_eq!(tablet.put(&at_lans, lesson.put(0)).await.ack_through, 1);
    let pulled = phone.pull(&at_home, Vec::new()).await;
    assert_eq!(texts(&pulled[0].events), lesson.events);
}

#[tokio::test]
async fn the_answer_tells_the_time_the_limits_and_the_newest_lessons() {
    let settings = cung_tien::server::api::Settings {
        pack: 7,
        ..cung_tien::server::api::Settings::without_limits()
    };
    let server = TestServer::with(settings).await;
    let reply = server.device().await.sync(Vec::new(), Vec::new()).await;
    assert_eq!((reply.wire, reply.server_time, reply.pack), (1, NOON.millis, 7));
    assert_eq!(
        reply.limits,
        Limits {
            events: 500,
            bytes: 65_536
        }
    );
    assert!(!reply.more && reply.shares.is_empty() && reply.orders.is_empty());
}

#[tokio::test]
async fn the_same_request_again_changes_nothing_and_an_answer_that_was_lost_is_made_good() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(3);
    lesson.write(4);
    let first = phone.put(&sharing, lesson.put(0)).await;
    assert_eq!(phone.put(&sharing, lesson.put(0)).await, first);
    // She went on learning, and still believes that the server has nothing.
    lesson.write(2);
    let reply = phone.put(&sharing, lesson.put(0)).await;
    assert_eq!(
        (reply.state, reply.ack_through, reply.common),
        (PutState::Stored, 6, 6)
    );
    // An older request arrives late: the server has more than it says.
    let reply = phone.put(&sharing, lesson.put_to(1, 3)).await;
    assert_eq!(
        (reply.state, reply.ack_through, reply.common),
        (PutState::Stored, 6, 3)
    );
    assert_eq!(reply.digest, lesson.digest(6));
    // With no events it asks how far the server is.
    let reply = phone.put(&sharing, lesson.put_to(2, 2)).await;
    assert_eq!((reply.state, reply.ack_through), (PutState::Stored, 6));
}

#[tokio::test]
async fn several_learners_and_streams_travel_in_one_request() {
    let server = TestServer::new().await;
    let tablet = server.device().await;
    let mut streams = [Stream::new(4), Stream::new(5), Stream::new(6)];
    for stream in &mut streams {
        stream.write(2);
    }
    let (one, other) = (Sharing::new(), Sharing::new());
    let claim = |sharing: &Sharing, put| ShareRequest {
        put,
        ..sharing.claiming()
    };
    let shares = vec![
        claim(&one, vec![streams[0].put(0), streams[1].put(0)]),
        claim(&other, vec![streams[2].put(0)]),
    ];
    let reply = tablet.sync(Vec::new(), shares).await;
    assert_eq!(reply.shares[0].share, one.id);
    assert_eq!(reply.shares[0].put[1].ack_through, 2);
    assert_eq!(reply.shares[1].put[0].stream, streams[2].id);
}

#[tokio::test]
async fn a_bad_event_among_good_ones_is_left_behind_and_counted() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(7);
    lesson.write(3);
    lesson.events[1] = "not an event".into();
    lesson
        .events
        .push(format!(r#"{{"day":1,"kind":"{}"}}"#, "a".repeat(5000)));
    let rejected = vec![
        Rejected {
            seq: 2,
            code: RejectCode::Malformed,
        },
        Rejected {
            seq: 4,
            code: RejectCode::TooLong,
        },
    ];
    for _ in 0..2 {
        let reply = phone.put(&sharing, lesson.put(0)).await;
        assert_eq!((reply.ack_through, reply.digest), (4, lesson.digest(4)));
        assert_eq!(reply.rejected, rejected, "again the same");
    }
    let joined = tablet.join(&phone, &sharing).await;
    let gone = |event: &String| Item::Gone {
        gone: EventHash::of(event.as_bytes()),
    };
    let expected = [
        Item::Event(lesson.events[0].clone()),
        gone(&lesson.events[1]),
        Item::Event(lesson.events[2].clone()),
        gone(&lesson.events[3]),
    ];
    assert_eq!(tablet.pull(&joined, Vec::new()).await[0].events, expected);
    assert_eq!(
        tablet.pull(&joined, vec![lesson.have(2)]).await[0].events,
        expected[2..]
    );
}

#[tokio::test]
async fn an_event_that_was_damaged_on_the_phone_keeps_its_place() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(12);
    lesson.write(3);
    let mut put = lesson.put(0);
    let gone = Item::Gone {
        gone: put.events[1].hash(),
    };
    put.events[1] = gone.clone();
    for _ in 0..2 {
        let reply = phone.put(&sharing, put.clone()).await;
        assert_eq!(
            (reply.state, reply.ack_through, reply.common),
            (PutState::Stored, 3, 3)
        );
        assert_eq!((reply.digest, reply.rejected), (lesson.digest(3), Vec::new()));
    }
    let joined = tablet.join(&phone, &sharing).await;
    assert_eq!(tablet.pull(&joined, Vec::new()).await[0].events[1], gone);
}

#[tokio::test]
async fn kinds_fields_and_days_that_nobody_knows_are_kept_to_the_byte() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(8);
    lesson.events = [
        r#"{"day":20781,"kind":"sang-a-song","loudness":1e400,"words":"Cùng Tiến 🎵"}"#,
        r#"{"kind":"tried-for-real" , "day":20781,"tutorial":"x","weather":{"rain":[1,2,null]}}"#,
        r#"{"day":0,"kind":"tried-for-real","tutorial":"1970"}"#,
        r#"{"day":47482,"kind":"tried-for-real","tutorial":"2100"}"#,
        r#"{"day":-5,"kind":"before-1970"}"#,
    ]
    .map(String::from)
    .to_vec();
    let reply = phone.put(&sharing, lesson.put(0)).await;
    assert_eq!((reply.ack_through, reply.rejected), (5, Vec::new()));
    let joined = tablet.join(&phone, &sharing).await;
    assert_eq!(
        texts(&tablet.pull(&joined, Vec::new()).await[0].events),
        lesson.events
    );
}

#[tokio::test]
async fn more_than_one_answer_holds_is_fetched_in_several() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(9);
    lesson.write(700);
    for after in (0..700).step_by(100) {
        phone.put(&sharing, lesson.put_to(after, after + 100)).await;
    }
    let joined = tablet.join(&phone, &sharing).await;
    let mut fetched = Vec::new();
    for round in 0.. {
        let have = lesson.have(fetched.len());
        let have = if round == 0 { vec![] } else { vec![have] };
        let mut reply = tablet.sync(Vec::new(), vec![joined.ask(Vec::new(), have)]).await;
        let pulled: Vec<Pull> = reply.shares.remove(0).pull;
        let bytes: usize = pulled
            .iter()
            .flat_map(|pull| texts(&pull.events))
            .map(|text| text.len())
            .sum();
        assert!(bytes <= 65_536);
        fetched.extend(pulled.iter().flat_map(|pull| texts(&pull.events)));
        if !reply.more {
            break;
        }
        assert!(round < 20, "it comes to an end");
    }
    assert_eq!(fetched, lesson.events);
}

#[tokio::test]
async fn orders_are_carried_out_before_shares_are_looked_at() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let reply = phone.sync(vec![sharing.close()], vec![sharing.claiming()]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Closed);
    assert_eq!(reply.shares[0].state, ShareState::Closed);
}

#[tokio::test]
async fn a_device_that_leaves_is_out_and_what_it_sent_stays() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let joined = tablet.join(&phone, &sharing).await;
    let mut lesson = Stream::new(10);
    lesson.write(1);
    tablet.put(&joined, lesson.put(0)).await;
    let leave = vec![Order::Leave { share: sharing.id }];
    for _ in 0..2 {
        let reply = tablet.sync(leave.clone(), vec![joined.ask(vec![], vec![])]).await;
        assert_eq!(reply.orders[0].result, OrderResult::Left);
        assert_eq!(reply.shares[0].state, ShareState::NotGranted);
    }
    assert_eq!(phone.devices(&sharing).await.devices.len(), 1);
    assert_eq!(
        texts(&phone.pull(&sharing, vec![]).await[0].events),
        lesson.events
    );
    // In again with a new code, it goes on where it was.
    let joined = tablet.join(&phone, &sharing).await;
    lesson.write(1);
    assert_eq!(tablet.put(&joined, lesson.put(1)).await.ack_through, 2);
}

#[tokio::test]
async fn a_body_may_be_compressed_and_an_answer_is_if_asked_for() {
    use std::io::{Read, Write};
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::new();
    let mut lesson = Stream::new(11);
    lesson.write(30);
    let share = ShareRequest {
        put: vec![lesson.put(0)],
        ..sharing.claiming()
    };
    let body = serde_json::to_vec(&request(Vec::new(), vec![share])).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(&body).unwrap();
    let packed = phone
        .request(reqwest::Method::POST, "/v1/sync")
        .header("content-type", "application/json; charset=utf-8")
        .header("content-encoding", "gzip")
        .header("accept-encoding", "gzip")
        .body(gzip.finish().unwrap());
    let answer = phone.send(packed).await;
    assert_eq!(
        (answer.status, &answer.headers["content-encoding"]),
        (200, &"gzip".parse().unwrap())
    );
    let mut plain = String::new();
    flate2::read::GzDecoder::new(&answer.body[..])
        .read_to_string(&mut plain)
        .unwrap();
    assert!(plain.contains(r#""ack_through":30"#), "{plain}");
}
