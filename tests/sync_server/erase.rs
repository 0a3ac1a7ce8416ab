//! Of a closed share the server keeps the id and nothing else: looked for in the bytes on the disk.

use super::device::{Device, Sharing, Stream, TestServer};
use cung_tien::domain::ids::ShareId;
use cung_tien::server::api::Settings;
use cung_tien::server::exchange::Segment;
use cung_tien::sync::digest::{EventHash, PrefixDigest};
use cung_tien::sync::secret::Seed;
use cung_tien::sync::wire::{
    GrantReply, Item, Order, OrderResult, ProblemCode, RecoverRequest, RenewRequest, ShareRequest, ShareState,
};
use reqwest::Method;
use std::time::Duration;

/// A learner with two devices, several batches and a code.
struct Traces {
    sharing: Sharing,
    /// What must not be found afterwards, with what it is.
    secrets: Vec<(String, Vec<u8>)>,
}

async fn live(server: &TestServer, phone: &Device, number: u64) -> Traces {
    let tablet = server.device().await;
    let sharing = Sharing::begin(phone).await;
    let joined = tablet.join(phone, &sharing).await;
    let code = phone.code(&sharing).await;
    let mut secrets = vec![
        ("claim".to_owned(), sharing.claim().hash().to_vec()),
        ("code".to_owned(), code.code.hash().to_vec()),
    ];
    for (device, sharing, number) in [(phone, &sharing, number), (&tablet, &joined, number + 1)] {
        let mut stream = Stream::new(number);
        stream.write(12);
        stream.events[5] = format!("rejected {number}");
        for after in (0..12).step_by(3) {
            device.put(sharing, stream.put_to(after, after + 3)).await;
            secrets.push((format!("digest {after}"), stream.digest(after + 3).0.to_vec()));
            secrets.push((format!("segment {after}"), packed(&stream, after)));
        }
        secrets.push(("stream".into(), stream.id.0.as_bytes().to_vec()));
        secrets.push(("stream as text".into(), stream.id.to_string().into_bytes()));
        let rejected = EventHash::of(stream.events[5].as_bytes());
        secrets.push(("rejected".into(), rejected.0.to_vec()));
        for event in &stream.events {
            if let Some((_, id)) = event.split_once("\"attempt\":\"") {
                let id = id.split('"').next().unwrap_or_default();
                secrets.push(("attempt".into(), id.into()));
            }
        }
    }
    secrets.push(("bearer".into(), tablet.bearer.hash().to_vec()));
    let devices = phone.devices(&sharing).await.devices;
    let joined = devices.iter().find(|device| !device.own).unwrap();
    secrets.push(("device".into(), joined.device.0.as_bytes().to_vec()));
    secrets.push(("share as text".into(), sharing.id.to_string().into_bytes()));
    // An empty digest is in every first segment.
    secrets.retain(|(_, bytes)| *bytes != PrefixDigest::EMPTY.0);
    Traces { sharing, secrets }
}

/// As it lies on the disk.
fn packed(stream: &Stream, after: usize) -> Vec<u8> {
    let items: Vec<Item> = stream.events[after..after + 3]
        .iter()
        .map(|event| {
            if event.starts_with("rejected") {
                Item::Gone {
                    gone: EventHash::of(event.as_bytes()),
                }
            } else {
                Item::Event(event.clone())
            }
        })
        .collect();
    Segment::pack(after as u64 + 1, PrefixDigest::EMPTY, &items)
        .unwrap()
        .body
}

/// Everything in the folder of the database.
fn on_disk(server: &TestServer) -> Vec<u8> {
    let files = ["server.db", "server.db-wal", "server.db-shm", "server.db-journal"];
    let read = |file| std::fs::read(server.folder.path().join(file)).unwrap_or_default();
    files.into_iter().flat_map(read).collect()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}

fn found(server: &TestServer, traces: &Traces) -> Vec<String> {
    let bytes = on_disk(server);
    let secrets = traces.secrets.iter().filter(|(_, secret)| holds(&bytes, secret));
    secrets.map(|(name, _)| name.clone()).collect()
}

/// When nobody waits, free space in pages goes too.
async fn swept() {
    tokio::time::sleep(Duration::from_millis(1500)).await;
}

#[tokio::test]
async fn nothing_of_a_closed_share_is_on_the_disk() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let her = live(&server, &phone, 50).await;
    let other = live(&server, &phone, 60).await;
    let there = found(&server, &her);
    for name in [
        "claim",
        "code",
        "stream",
        "digest 9",
        "segment 0",
        "segment 9",
        "bearer",
        "device",
    ] {
        assert!(
            there.iter().any(|found| found == name),
            "{name} is found while it is there: {there:?}"
        );
    }

    let reply = phone.sync(vec![her.sharing.close()], vec![]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Closed);
    assert_eq!(
        found(&server, &her),
        Vec::<String>::new(),
        "when the answer comes it is gone"
    );
    swept().await;
    assert_eq!(found(&server, &her), Vec::<String>::new());
    assert!(
        holds(&on_disk(&server), her.sharing.id.0.as_bytes()),
        "the id is kept"
    );
    assert!(!found(&server, &other).is_empty(), "nobody else's is touched");
    assert_eq!(phone.devices(&other.sharing).await.devices.len(), 2);
}

#[tokio::test]
async fn a_server_that_died_before_its_log_was_empty_empties_it_before_it_answers() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let her = live(&server, &phone, 50).await;
    // Somebody reads the database all the while, such as a backup: the log cannot be emptied.
    let reader = rusqlite::Connection::open(server.database()).unwrap();
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM share;")
        .unwrap();
    let _: i64 = reader
        .query_row("SELECT count(*) FROM segment", [], |row| row.get(0))
        .unwrap();
    phone.sync(vec![her.sharing.close()], vec![]).await;
    assert!(!found(&server, &her).is_empty(), "her bytes are still in the log");
    // As the files lie when the power fails.
    let after = tempfile::tempdir().unwrap();
    std::fs::create_dir(after.path().join("web")).unwrap();
    for file in ["server.db", "server.db-wal", "web/index.html", "web/sw.js"] {
        std::fs::copy(server.folder.path().join(file), after.path().join(file)).unwrap();
    }
    drop(reader);
    server.stop().await;

    let server = TestServer::on(after, Settings::without_limits()).await;
    let phone = server.reached_by(&phone);
    let reply = phone.sync(vec![her.sharing.close()], vec![]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Closed);
    assert_eq!(
        found(&server, &her),
        Vec::<String>::new(),
        "when it says so again, it is so"
    );
}

/// By a question that changes nothing.
async fn is_known(device: &Device) -> bool {
    let path = format!("/v1/shares/{}/devices", ShareId::random());
    let answer = device.send(device.request(Method::GET, &path)).await;
    answer.problem().1 != ProblemCode::UnknownDevice
}

#[tokio::test]
async fn devices_that_are_in_no_share_any_more_are_forgotten() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let (first, second) = (Sharing::begin(&phone).await, Sharing::begin(&phone).await);
    let joined = tablet.join(&phone, &first).await;

    // The tablet left, and what it sent is still there: so is its name.
    let mut lesson = Stream::new(80);
    lesson.write(1);
    tablet.put(&joined, lesson.put(0)).await;
    tablet.sync(vec![Order::Leave { share: first.id }], vec![]).await;
    assert!(is_known(&tablet).await);

    // In the same request one share ends and another goes on.
    let reply = phone
        .sync(vec![first.close()], vec![second.ask(vec![], vec![])])
        .await;
    assert_eq!(reply.shares[0].state, ShareState::Own);
    assert!(!is_known(&tablet).await);
    assert!(is_known(&phone).await);

    phone.sync(vec![second.close()], vec![]).await;
    assert!(!is_known(&phone).await);
    // It repeats the order, as it does for ever, and is forgotten again.
    let reply = phone.sync(vec![second.close()], vec![]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Closed);
    assert!(!is_known(&phone).await);

    // A new consent on the day of the old one's end.
    let third = Sharing::new();
    let reply = phone.sync(vec![second.close()], vec![third.claiming()]).await;
    assert_eq!(reply.shares[0].state, ShareState::Own);
    assert!(is_known(&phone).await);
}

#[tokio::test]
async fn a_device_that_came_in_sent_nothing_and_left_is_forgotten() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    tablet.join(&phone, &sharing).await;
    tablet
        .sync(vec![Order::Leave { share: sharing.id }], vec![])
        .await;
    assert!(!is_known(&tablet).await);
    assert!(is_known(&phone).await);
}

#[tokio::test]
async fn an_old_claim_is_gone_when_there_is_a_new_card() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let path = format!("/v1/shares/{}/claim", sharing.id);
    let renew = RenewRequest {
        claim: Seed::random().claim(),
    };
    assert_eq!(phone.post(&path, &renew).await.status, 200);
    phone
        .sync(vec![Sharing::begin(&phone).await.close()], vec![])
        .await;
    swept().await;
    assert!(!holds(&on_disk(&server), &sharing.claim().hash()));
}

#[tokio::test]
async fn a_closed_share_is_closed_to_everyone_for_ever() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let joined = tablet.join(&phone, &sharing).await;
    let code = phone.code(&sharing).await;
    let mut lesson = Stream::new(70);
    lesson.write(2);
    tablet.put(&joined, lesson.put(0)).await;
    for _ in 0..2 {
        let reply = phone.sync(vec![sharing.close()], vec![]).await;
        assert_eq!(reply.orders[0].result, OrderResult::Closed);
    }
    lesson.write(1);
    let reply = tablet.share(joined.ask(vec![lesson.put(2)], vec![])).await;
    assert_eq!((reply.state, reply.put.len()), (ShareState::Closed, 0));
    let with_claim = ShareRequest {
        put: vec![lesson.put(0)],
        ..sharing.claiming()
    };
    assert_eq!(phone.share(with_claim).await.state, ShareState::Closed);
    assert_eq!(tablet.enrol().await.status, 200);
    assert_eq!(tablet.redeem(&code).await.status, 404);
    let claim = sharing.claim();
    assert_eq!(
        tablet.post("/v1/recover", &RecoverRequest { claim }).await.status,
        404
    );
    let path = format!("/v1/shares/{}/devices", sharing.id);
    assert_eq!(phone.enrol().await.status, 200);
    assert_eq!(phone.get(&path).await.status, 404);
    // Consent given again is a new share, and her events go into it from the first.
    let again = Sharing::begin(&phone).await;
    let mut copies = Stream::new(71);
    copies.events = lesson.events.clone();
    assert_eq!(phone.put(&again, copies.put(0)).await.ack_through, 3);
    let new = tablet.join(&phone, &again).await;
    assert_eq!(
        tablet.put(&new, lesson.put(0)).await.ack_through,
        3,
        "an old stream begins anew"
    );
}

#[tokio::test]
async fn any_of_her_own_devices_may_close_it_and_the_claim_is_enough() {
    let server = TestServer::new().await;
    let phones = [
        server.device().await,
        server.device().await,
        server.device().await,
    ];
    let sharing = Sharing::begin(&phones[0]).await;
    let wrong = Sharing {
        id: sharing.id,
        seed: Some(Seed::random()),
    };
    let reply = phones[1].sync(vec![wrong.close()], vec![]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Refused);
    // The server forgot that this was one of hers.
    let reply = phones[1].sync(vec![sharing.close()], vec![]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Closed);

    let sharing = Sharing::begin(&phones[0]).await;
    let claim = sharing.claim();
    phones[2]
        .post("/v1/recover", &RecoverRequest { claim })
        .await
        .read::<GrantReply>();
    let renew = RenewRequest {
        claim: Seed::random().claim(),
    };
    phones[0]
        .post(&format!("/v1/shares/{}/claim", sharing.id), &renew)
        .await;
    let reply = phones[2].sync(vec![sharing.close()], vec![]).await;
    assert_eq!(
        reply.orders[0].result,
        OrderResult::Closed,
        "its card is old, and it is still hers"
    );
    // Never heard of: closed before it could be opened.
    let never = Sharing::new();
    let reply = phones[1].sync(vec![never.close()], vec![never.claiming()]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Closed);
    assert_eq!(reply.shares[0].state, ShareState::Closed);
}
