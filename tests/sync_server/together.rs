//! Many at once.

use super::device::{Device, Sharing, Stream, TestServer, digest, texts};
use cung_tien::domain::ids::StreamId;
use cung_tien::sync::wire::{Have, PutState};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const WRITERS: u64 = 8;
const EVENTS: usize = 120;

async fn write_all(device: Device, sharing: Sharing, mut stream: Stream, done: Arc<AtomicUsize>) -> Stream {
    stream.write(EVENTS);
    let mut after = 0;
    for round in 0.. {
        if after == EVENTS {
            break;
        }
        let through = (after + 1 + round % 7).min(EVENTS);
        let reply = device.put(&sharing, stream.put_to(after, through)).await;
        assert_eq!(reply.state, PutState::Stored);
        assert_eq!(reply.digest, stream.digest(through));
        after = through;
    }
    done.fetch_add(1, Ordering::SeqCst);
    stream
}

/// Fetches what there is, as a device does: it says what it has, and gets what follows.
async fn fetch(device: &Device, sharing: &Sharing, got: &mut BTreeMap<StreamId, Vec<String>>) -> bool {
    let have = |(id, events): (&StreamId, &Vec<String>)| Have {
        stream: *id,
        through: events.len() as u64,
        digest: digest(events),
    };
    let have = got.iter().map(have).collect();
    let mut reply = device.sync(vec![], vec![sharing.ask(vec![], have)]).await;
    let pulls = reply.shares.remove(0).pull;
    let anything = !pulls.is_empty();
    for pull in pulls {
        let events = got.entry(pull.stream).or_default();
        assert_eq!(
            pull.after,
            events.len() as u64,
            "nothing is skipped and nothing comes twice"
        );
        assert_eq!(pull.digest, digest(events));
        events.extend(texts(&pull.events));
    }
    anything
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn while_a_whole_class_sends_a_device_that_fetches_misses_nothing() {
    let server = TestServer::new().await;
    let teacher = server.device().await;
    let sharing = Sharing::begin(&teacher).await;
    let done = Arc::new(AtomicUsize::new(0));
    let mut writing = Vec::new();
    for number in 0..WRITERS {
        let device = server.device().await;
        let joined = device.join(&teacher, &sharing).await;
        let stream = Stream::new(100 + number);
        writing.push(tokio::spawn(write_all(device, joined, stream, Arc::clone(&done))));
    }
    let mut got = BTreeMap::new();
    loop {
        let all_written = done.load(Ordering::SeqCst) == writing.len();
        let anything = fetch(&teacher, &sharing, &mut got).await;
        if all_written && !anything {
            break;
        }
    }
    assert_eq!(got.len(), writing.len());
    for written in writing {
        let stream = written.await.unwrap();
        assert_eq!(got[&stream.id], stream.events);
    }
    server.is_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_batch_sent_many_times_at_once_is_stored_once() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let mut stream = Stream::new(200);
    stream.write(20);
    let send = |_| {
        let (phone, sharing, put) = (phone.clone(), sharing.clone(), stream.put(0));
        tokio::spawn(async move { phone.put(&sharing, put).await })
    };
    for answer in (0..16).map(send).collect::<Vec<_>>() {
        let reply = answer.await.unwrap();
        assert_eq!((reply.state, reply.ack_through), (PutState::Stored, 20));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_use_one_code_at_once_one_gets_in() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let code = phone.code(&sharing).await;
    let mut trying = Vec::new();
    for _ in 0..8 {
        let (device, code) = (server.device().await, code.clone());
        trying.push(tokio::spawn(async move { device.redeem(&code).await.status }));
    }
    let mut in_now = 0;
    for tried in trying {
        in_now += usize::from(tried.await.unwrap() == 200);
    }
    assert_eq!(in_now, 1);
    assert_eq!(phone.devices(&sharing).await.devices.len(), 2);
}
