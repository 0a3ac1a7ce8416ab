//! Somebody reads the database all the while, such as a backup: what is erased waits for him, and nobody else does.

use super::device::{Device, Sharing, Stream, TestServer};
use cung_tien::domain::ids::ShareId;
use cung_tien::sync::secret::Seed;
use cung_tien::sync::wire::{Order, OrderResult, RenewRequest};
use rusqlite::Connection;
use std::time::{Duration, Instant};

/// With a checkpoint that waits for the reader, a request took 5 seconds.
const QUICK: Duration = Duration::from_millis(500);

/// A connection in the middle of reading.
fn reader(server: &TestServer) -> Connection {
    let reader = Connection::open(server.database()).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader
        .query_row("SELECT count(*) FROM segment", [], |row| row.get(0))
        .unwrap();
    reader
}

fn on_disk(server: &TestServer, secret: &[u8]) -> bool {
    ["server.db", "server.db-wal"].iter().any(|file| {
        let bytes = std::fs::read(server.folder.path().join(file)).unwrap_or_default();
        memchr::memmem::find(&bytes, secret).is_some()
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long the server takes is what is asked here"
)]
fn now() -> Instant {
    Instant::now()
}

/// Sends events for so long, a pause between any two; answers how long the slowest request took.
async fn slowest(device: &Device, during: Duration, pause: Duration) -> Duration {
    let sharing = Sharing::begin(device).await;
    let mut stream = Stream::new(300);
    let mut slowest = Duration::ZERO;
    let begun = now();
    while begun.elapsed() < during {
        stream.write(1);
        let asked = now();
        device.put(&sharing, stream.put(stream.events.len() - 1)).await;
        slowest = slowest.max(asked.elapsed());
        tokio::time::sleep(pause).await;
    }
    slowest
}

/// Whatever erases something, by what is deleted.
async fn erase(how: &str, server: &TestServer) -> (Device, Vec<u8>) {
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(301);
    lesson.write(30);
    phone.put(&sharing, lesson.put(0)).await;
    let tablet = server.device().await;
    let joined = tablet.join(&phone, &sharing).await;
    let open = reader(server);
    let asked = now();
    let secret = match how {
        "withdrawal" => {
            let reply = phone.sync(vec![sharing.close()], vec![]).await;
            assert_eq!(reply.orders[0].result, OrderResult::Closed);
            sharing.claim().hash().to_vec()
        }
        "leaving" => {
            tablet.sync(vec![Order::Leave { share: joined.id }], vec![]).await;
            tablet.bearer.hash().to_vec()
        }
        "a new card" => {
            let renew = RenewRequest {
                claim: Seed::random().claim(),
            };
            let path = format!("/v1/shares/{}/claim", sharing.id);
            assert_eq!(phone.post(&path, &renew).await.status, 200);
            sharing.claim().hash().to_vec()
        }
        _ => panic!("{how}"),
    };
    // The answer waits a moment for the reader to let go, and no longer.
    assert!(
        asked.elapsed() < Duration::from_secs(2),
        "{how}: {:?}",
        asked.elapsed()
    );
    assert!(on_disk(server, &secret), "{how}: the reader still needs it");
    for pause in [Duration::ZERO, Duration::from_millis(700)] {
        let other = server.device().await;
        let slowest = slowest(&other, Duration::from_secs(2), pause).await;
        assert!(
            slowest < QUICK,
            "{how}: {slowest:?} with {pause:?} between requests"
        );
    }
    drop(open);
    (phone, secret)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_makes_nobody_wait_and_when_he_lets_go_it_is_gone() {
    for how in ["withdrawal", "leaving", "a new card"] {
        let server = TestServer::new().await;
        let (_, secret) = erase(how, &server).await;
        let let_go = now();
        // Nobody asks for anything.
        while on_disk(&server, &secret) {
            tokio::time::sleep(Duration::from_millis(50)).await;
            assert!(let_go.elapsed() < Duration::from_secs(5), "{how}: it stays");
        }
        server.is_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_who_lets_go_soon_is_waited_for_by_the_answer_only() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let open = reader(&server);
    let closing = {
        let (phone, order) = (phone.clone(), sharing.close());
        tokio::spawn(async move { phone.sync(vec![order], vec![]).await })
    };
    tokio::time::sleep(Duration::from_millis(150)).await;
    let asked = now();
    let path = format!("/v1/shares/{}/devices", ShareId::random());
    phone.get(&path).await;
    assert!(asked.elapsed() < QUICK);
    drop(open);
    assert_eq!(closing.await.unwrap().orders[0].result, OrderResult::Closed);
    assert!(!on_disk(&server, &sharing.claim().hash()), "the answer was true");
}
