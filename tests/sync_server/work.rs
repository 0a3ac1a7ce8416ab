//! Requests that are small and ask for much: they cost those who send them, and nobody else.

use super::device::{Device, Sharing, Stream, TestServer, request};
use cung_tien::domain::ids::{ShareId, StreamId};
use cung_tien::server::api::Settings;
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::secret::Seed;
use cung_tien::sync::wire::{
    Have, Order, OrderResult, ProblemCode, PullState, Put, PutState, ShareRequest, ShareState, SyncReply,
    SyncRequest,
};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

#[expect(
    clippy::disallowed_methods,
    reason = "how long the server takes is what is asked here"
)]
fn now() -> Instant {
    Instant::now()
}

/// Asks how far the server is at a place in the middle of a segment: the events up to there are inflated and hashed.
fn in_the_middle(stream: &Stream) -> Put {
    stream.put_to(stream.events.len() - 1, stream.events.len() - 1)
}

/// So many shares of so many streams, each one segment of so many events.
async fn filled(
    device: &Device,
    shares: usize,
    streams: usize,
    events: usize,
) -> Vec<(Sharing, Vec<Stream>)> {
    let mut all = Vec::new();
    let mut template = Stream::new(400);
    template.write(events);
    for _ in 0..shares {
        let sharing = Sharing::begin(device).await;
        let mut written = Vec::new();
        for _ in 0..streams {
            let mut stream = template.clone();
            stream.id = StreamId::random();
            written.push(stream);
        }
        for some in written.chunks(500 / events) {
            let puts = some.iter().map(|stream| stream.put(0)).collect();
            let reply = device.share(sharing.ask(puts, vec![])).await;
            assert!(reply.put.iter().all(|put| put.state == PutState::Stored));
        }
        all.push((sharing, written));
    }
    all
}

/// Every way in which a small request can ask for the same thing again and again.
fn asked_twice(sharing: &Sharing, stream: &Stream) -> Vec<(&'static str, SyncRequest)> {
    let many = 250;
    let middle = in_the_middle(stream);
    let have = stream.have(stream.events.len() - 1);
    let of = |put: Vec<Put>, have: Vec<Have>| request(vec![], vec![sharing.ask(put, have)]);
    vec![
        (
            "one stream put many times",
            of(vec![middle.clone(); many], vec![]),
        ),
        ("one stream put twice", of(vec![middle.clone(); 2], vec![])),
        ("one stream held many times", of(vec![], vec![have; many])),
        (
            "one share many times",
            request(vec![], vec![sharing.ask(vec![middle.clone()], vec![]); 60]),
        ),
        (
            "many shares of one stream many times",
            request(vec![], vec![sharing.ask(vec![middle; many], vec![]); 4]),
        ),
        (
            "one order many times",
            request(
                vec![
                    Order::Leave {
                        share: ShareId::random()
                    };
                    64
                ],
                vec![],
            ),
        ),
        (
            "a close and a leave of one share",
            request(vec![sharing.close(), Order::Leave { share: sharing.id }], vec![]),
        ),
    ]
}

#[tokio::test]
async fn nothing_is_asked_twice_in_one_request() {
    let server = TestServer::new().await;
    let device = server.device().await;
    let all = filled(&device, 1, 1, 300).await;
    let (sharing, streams) = &all[0];
    for (what, request) in asked_twice(sharing, &streams[0]) {
        let answer = device.post("/v1/sync", &request).await;
        assert_eq!(answer.problem(), (400, ProblemCode::Malformed), "{what}");
    }
    // Nothing of it was done, and what devices do ask is answered.
    let share = sharing.ask(vec![in_the_middle(&streams[0])], vec![streams[0].have(0)]);
    assert_eq!(device.share(share).await.state, ShareState::Own);
}

#[tokio::test]
async fn there_is_a_most_of_streams_in_all() {
    let server = TestServer::new().await;
    let device = server.device().await;
    let shares = |count: usize, streams: usize| -> Vec<ShareRequest> {
        let have = |_| Have {
            stream: StreamId::random(),
            through: 0,
            digest: PrefixDigest::EMPTY,
        };
        (0..count)
            .map(|_| Sharing::new().ask(vec![], (0..streams).map(have).collect()))
            .collect()
    };
    let answer = device.post("/v1/sync", &request(vec![], shares(4, 256))).await;
    assert_eq!(answer.status, 200);
    let answer = device.post("/v1/sync", &request(vec![], shares(5, 205))).await;
    assert_eq!(answer.problem(), (413, ProblemCode::TooMuch));
}

/// How long small requests of another device take while `attack` goes on, and the attack itself.
async fn others_wait(
    server: &TestServer,
    attack: impl Future<Output = ()> + Send + 'static,
) -> (Duration, Duration) {
    let honest = server.device().await;
    let sharing = Sharing::begin(&honest).await;
    let mut stream = Stream::new(401);
    let mut times = Vec::new();
    let mut send = async |times: &mut Vec<Duration>| {
        stream.write(1);
        let asked = now();
        let reply = honest.put(&sharing, stream.put(stream.events.len() - 1)).await;
        assert_eq!(reply.state, PutState::Stored);
        times.push(asked.elapsed());
    };
    send(&mut times).await;
    times.clear();
    let begun = now();
    let attack = tokio::spawn(attack);
    while !attack.is_finished() {
        send(&mut times).await;
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    attack.await.unwrap();
    let all = begun.elapsed();
    times.sort();
    // A machine that builds beside it stops everybody now and then: there it is the middle one that counts.
    let middle = times.len() / 2;
    let counts = if cfg!(debug_assertions) {
        times.get(middle)
    } else {
        times.last()
    };
    (counts.copied().unwrap_or_default(), all)
}

/// A build for tests is many times slower than one for use, and the machine may be busy: then it is a small part of
/// the time in which the attack keeps the writer at work. Behind all of it, it would be all of that time.
const MOST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 300 } else { 50 });
const PART: u32 = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asks_for_much_makes_nobody_else_wait() {
    let server = TestServer::new().await;
    let device = server.device().await;
    let all = filled(&device, 2, 50, 380).await;
    let puts = |(sharing, streams): &(Sharing, Vec<Stream>)| {
        sharing.ask(streams.iter().map(in_the_middle).collect(), vec![])
    };
    let haves = |(sharing, streams): &(Sharing, Vec<Stream>)| {
        sharing.ask(vec![], streams.iter().map(|stream| stream.have(379)).collect())
    };
    let attacks: BTreeMap<&str, SyncRequest> = BTreeMap::from([
        ("puts", request(vec![], all.iter().map(puts).collect())),
        ("haves", request(vec![], all.iter().map(haves).collect())),
        (
            "unheard of",
            request(
                (0..64)
                    .map(|_| Order::Close {
                        share: ShareId::random(),
                        claim: Seed::random().claim(),
                    })
                    .collect(),
                (0..64).map(|_| Sharing::new().claiming()).collect(),
            ),
        ),
    ]);
    for (what, attack) in attacks {
        let body = serde_json::to_vec(&attack).unwrap();
        let flood = |device: Device, body: Vec<u8>| async move {
            let one = || {
                let (device, body) = (device.clone(), body.clone());
                tokio::spawn(async move { device.post_text("/v1/sync", body).await.status })
            };
            for asked in (0..28).map(|_| one()).collect::<Vec<_>>() {
                assert_eq!(asked.await.unwrap(), 200);
            }
        };
        let (waited, all) = others_wait(&server, flood(device.clone(), body)).await;
        assert!(waited < MOST.max(all / PART), "{what}: {waited:?} of {all:?}");
    }
}

#[tokio::test]
async fn a_request_that_spent_its_budget_says_what_it_did_not_do() {
    let server = TestServer::new().await;
    let device = server.device().await;
    let all = filled(&device, 2, 50, 380).await;
    let shares = all
        .iter()
        .map(|(sharing, streams)| sharing.ask(streams.iter().map(in_the_middle).collect(), vec![]));
    let reply: SyncReply = device
        .post("/v1/sync", &request(vec![], shares.collect()))
        .await
        .read();
    assert!(reply.more, "it is to come again");
    assert_eq!(reply.shares.len(), 2);
    assert_eq!(reply.shares[0].put.len(), 50, "there is an answer for each put");
    let puts = reply.shares.iter().flat_map(|share| &share.put);
    let (done, put_off): (Vec<_>, Vec<_>) = puts.partition(|put| put.state == PutState::Stored);
    assert!(done.len() > 20, "{} were compared", done.len());
    assert!(put_off.iter().all(|put| put.state == PutState::Later));
    assert!(!put_off.is_empty() || reply.shares[1].state == ShareState::Later);
    server.is_well().await;
}

#[tokio::test]
async fn what_devices_ask_for_at_most_is_within_the_budget() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let joined = tablet.join(&phone, &sharing).await;
    // One result at a time, for years.
    let mut stream = Stream::new(402);
    stream.write(420);
    for after in 0..420 {
        phone.put(&sharing, stream.put_to(after, after + 1)).await;
    }
    let ask = joined.ask(vec![], vec![]);
    let reply = tablet.sync(vec![], vec![ask]).await;
    assert!(reply.more, "there are more than 64 KiB");
    let pull = &reply.shares[0].pull[0];
    assert_eq!(pull.state, PullState::Next);
    let got = pull.events.len();
    assert!(got > 390, "{got}: not cut short by the budget");
    let reply = tablet
        .sync(vec![], vec![joined.ask(vec![], vec![stream.have(got)])])
        .await;
    assert!(!reply.more);
    assert_eq!(reply.shares[0].pull[0].events.len(), 420 - got);
    // A batch that was sent before and whose answer was lost.
    let again = phone.put(&sharing, stream.put_to(20, 400)).await;
    assert_eq!((again.state, again.common), (PutState::Stored, 400));
    // A large family: everything of everybody is up to date.
    let mut shares = Vec::new();
    for _ in 0..60 {
        let sharing = Sharing::begin(&phone).await;
        let mut streams: Vec<Stream> = (0..5).map(|_| Stream::new(403)).collect();
        for stream in &mut streams {
            stream.write(1);
        }
        let put = |after: usize| streams.iter().map(|stream| stream.put(after)).collect();
        phone.share(sharing.ask(put(0), vec![])).await;
        shares.push(sharing.ask(put(1), vec![]));
    }
    let reply = phone.sync(vec![], shares).await;
    assert!(!reply.more);
    assert!(
        reply
            .shares
            .iter()
            .all(|share| share.put.iter().all(|put| put.state == PutState::Stored))
    );
}

#[tokio::test]
async fn a_device_that_ends_very_much_at_once_is_told_to_go_on() {
    let server = TestServer::with(Settings::without_limits()).await;
    let device = server.device().await;
    let mut shares = Vec::new();
    for _ in 0..3 {
        let sharing = Sharing::begin(&device).await;
        let mut streams: Vec<Stream> = (0..100).map(|_| Stream::new(404)).collect();
        for stream in &mut streams {
            stream.write(8);
        }
        for after in 0..8 {
            let puts = streams.iter().map(|stream| stream.put_to(after, after + 1));
            let reply = device.share(sharing.ask(puts.collect(), vec![])).await;
            assert!(reply.put.iter().all(|put| put.state == PutState::Stored));
        }
        shares.push(sharing);
    }
    let orders: Vec<Order> = shares.iter().map(Sharing::close).collect();
    let mut rounds = 0;
    loop {
        let reply = device.sync(orders.clone(), vec![]).await;
        rounds += 1;
        if reply
            .orders
            .iter()
            .all(|order| order.result == OrderResult::Closed)
        {
            break;
        }
        assert!(reply.more && rounds < 10, "{:?}", reply.orders);
    }
    let leftovers = shares.iter().map(|sharing| sharing.ask(vec![], vec![])).collect();
    let reply = device.sync(vec![], leftovers).await;
    assert!(reply.shares.iter().all(|share| share.state == ShareState::Closed));
}
