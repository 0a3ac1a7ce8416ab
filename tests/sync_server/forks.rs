//! Restored phones, cloned phones, restored servers: both sides find out, and nothing is lost.

use super::device::{Device, Sharing, Stream, TestServer, texts};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::wire::{PullState, PutState};

async fn begun(server: &TestServer, events: usize) -> (Device, Sharing, Stream) {
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(20);
    lesson.write(events);
    phone.put(&sharing, lesson.put(0)).await;
    (phone, sharing, lesson)
}

#[tokio::test]
async fn a_gap_stores_nothing_and_says_where_to_go_on() {
    let server = TestServer::new().await;
    let (phone, sharing, mut lesson) = begun(&server, 2).await;
    lesson.write(3);
    let reply = phone.put(&sharing, lesson.put(3)).await;
    assert_eq!((reply.state, reply.ack_through), (PutState::Gap, 2));
    assert_eq!(reply.digest, lesson.digest(2));
    assert_eq!(phone.put(&sharing, lesson.put(2)).await.ack_through, 5);

    let mut never_heard_of = Stream::new(21);
    never_heard_of.write(3);
    let reply = phone.put(&sharing, never_heard_of.put(1)).await;
    assert_eq!((reply.state, reply.ack_through), (PutState::Gap, 0));
    assert_eq!(reply.digest, PrefixDigest::EMPTY);
    server.is_well().await;
}

#[tokio::test]
async fn a_phone_restored_from_a_backup_learns_what_is_common() {
    let server = TestServer::new().await;
    let (phone, sharing, lesson) = begun(&server, 5).await;
    // After the backup she did something else.
    let mut restored = lesson.clone();
    restored.events.truncate(3);
    restored.events.extend(Stream::with_events(22, 2).events);
    let reply = phone.put(&sharing, restored.put(1)).await;
    assert_eq!((reply.state, reply.common), (PutState::Forked, 3));
    // Where it believed the server to be is already another history.
    let reply = phone.put(&sharing, restored.put(4)).await;
    assert_eq!((reply.state, reply.common), (PutState::Forked, 0));
    let pulled = phone.pull(&sharing, vec![restored.have(5)]).await;
    assert_eq!(pulled[0].state, PullState::Differs);
    // It takes the old stream for another device's, and gets what it had lost.
    let pulled = phone.pull(&sharing, vec![lesson.have(3)]).await;
    assert_eq!(texts(&pulled[0].events), lesson.events[3..]);
    // And opens a new one.
    let mut copies = Stream::new(0);
    copies.events = restored.events[3..].to_vec();
    assert_eq!(phone.put(&sharing, copies.put(0)).await.state, PutState::Stored);
    server.is_well().await;
}

#[tokio::test]
async fn who_forgot_a_stream_of_her_own_gets_it_back() {
    let server = TestServer::new().await;
    let (phone, sharing, lesson) = begun(&server, 4).await;
    // Her profile was deleted on the phone, and came back with the card.
    let pulled = phone.pull(&sharing, Vec::new()).await;
    assert_eq!(texts(&pulled[0].events), lesson.events);
}

#[tokio::test]
async fn numbers_that_go_backwards_with_the_same_bytes_are_a_resend() {
    let server = TestServer::new().await;
    let (phone, sharing, lesson) = begun(&server, 5).await;
    let reply = phone.put(&sharing, lesson.put_to(1, 4)).await;
    assert_eq!(
        (reply.state, reply.ack_through, reply.common),
        (PutState::Stored, 5, 4)
    );
}

#[tokio::test]
async fn the_same_number_with_other_bytes_is_a_fork_and_stores_nothing() {
    let server = TestServer::new().await;
    let (phone, sharing, lesson) = begun(&server, 5).await;
    let mut other = lesson.clone();
    other.events[4] = other.events[4].replace("20", "21");
    other.events.push(r#"{"day":1,"kind":"later"}"#.into());
    let reply = phone.put(&sharing, other.put(3)).await;
    assert_eq!(
        (reply.state, reply.common, reply.ack_through),
        (PutState::Forked, 4, 5)
    );
    let digest_of_nothing = cung_tien::sync::wire::Put {
        digest: lesson.digest(1),
        ..lesson.put(0)
    };
    let reply = phone.put(&sharing, digest_of_nothing).await;
    assert_eq!((reply.state, reply.common), (PutState::Forked, 0));
    assert_eq!(phone.put(&sharing, lesson.put(5)).await.ack_through, 5);
    server.is_well().await;
}

#[tokio::test]
async fn only_the_device_that_began_a_stream_adds_to_it_and_only_in_its_share() {
    let server = TestServer::new().await;
    let (phone, sharing, mut lesson) = begun(&server, 2).await;
    let tablet = server.device().await;
    let joined = tablet.join(&phone, &sharing).await;
    let pulled = lesson.clone();
    lesson.write(1);
    let reply = tablet.put(&joined, lesson.put(2)).await;
    assert_eq!(
        (reply.state, reply.common, reply.ack_through),
        (PutState::Foreign, 0, 0)
    );
    assert_eq!(reply.digest, PrefixDigest::EMPTY);
    let other = Sharing::begin(&phone).await;
    assert_eq!(phone.put(&other, lesson.put(2)).await.state, PutState::Foreign);
    assert_eq!(tablet.pull(&joined, vec![pulled.have(2)]).await, []);
    server.is_well().await;
}

#[tokio::test]
async fn a_device_that_has_more_than_the_server_is_told_how_much_the_server_has() {
    let server = TestServer::new().await;
    let (phone, sharing, lesson) = begun(&server, 3).await;
    let tablet = server.device().await;
    let joined = tablet.join(&phone, &sharing).await;
    let mut before_the_loss = lesson.clone();
    before_the_loss.write(4);
    let pulled = tablet.pull(&joined, vec![before_the_loss.have(7)]).await;
    assert_eq!((pulled[0].state, pulled[0].after), (PullState::Behind, 3));
    assert_eq!(pulled[0].digest, lesson.digest(3));
    assert_eq!(pulled[0].events, []);
    // The restored server never heard of a whole stream.
    let lost = Stream::with_events(23, 2);
    let pulled = tablet.pull(&joined, vec![lost.have(2), lesson.have(3)]).await;
    assert_eq!(
        (pulled[0].stream, pulled[0].state, pulled[0].after),
        (lost.id, PullState::Behind, 0)
    );
    assert_eq!(pulled.len(), 1);
}

#[tokio::test]
async fn a_place_that_no_stream_can_reach_is_only_a_gap() {
    let server = TestServer::new().await;
    let (phone, sharing, lesson) = begun(&server, 2).await;
    let far = cung_tien::sync::wire::Put {
        after: u64::MAX,
        ..lesson.put(0)
    };
    assert_eq!(phone.put(&sharing, far).await.state, PutState::Gap);
    let far = cung_tien::sync::wire::Have {
        through: u64::MAX,
        ..lesson.have(2)
    };
    assert_eq!(phone.pull(&sharing, vec![far]).await[0].state, PullState::Behind);
    server.is_well().await;
}

impl Stream {
    fn with_events(learner: u64, events: usize) -> Self {
        let mut stream = Self::new(learner);
        stream.write(events);
        stream
    }
}
