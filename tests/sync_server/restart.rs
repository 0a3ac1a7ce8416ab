//! What stays when the server stops, and when it is restored from a copy of its file.

use super::device::{Sharing, Stream, TestServer, texts};
use cung_tien::server::api::Settings;
use cung_tien::server::storage::{SqliteStorage, StorageError};
use cung_tien::sync::wire::{PutState, ShareState};
use rusqlite::Connection;

#[tokio::test]
async fn all_of_it_is_there_after_a_restart() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(80);
    lesson.write(4);
    phone.put(&sharing, lesson.put(0)).await;
    let folder = server.stop().await;
    assert!(!folder.path().join("server.db-wal").exists(), "closed in order");

    let server = TestServer::on(folder, Settings::without_limits()).await;
    let phone = server.reached_by(&phone);
    lesson.write(1);
    assert_eq!(phone.put(&sharing, lesson.put(4)).await.ack_through, 5);
    let tablet = server.device().await;
    let joined = tablet.join(&phone, &sharing).await;
    assert_eq!(
        texts(&tablet.pull(&joined, vec![]).await[0].events),
        lesson.events
    );
}

#[tokio::test]
async fn a_server_restored_from_a_copy_of_the_file_is_told_again_what_it_forgot() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let (kept, withdrawn) = (Sharing::begin(&phone).await, Sharing::begin(&phone).await);
    let mut lesson = Stream::new(81);
    lesson.write(3);
    phone.put(&kept, lesson.put(0)).await;
    let folder = server.stop().await;
    let backup = std::fs::read(folder.path().join("server.db")).unwrap();

    let server = TestServer::on(folder, Settings::without_limits()).await;
    let phone = server.reached_by(&phone);
    lesson.write(4);
    phone.put(&kept, lesson.put(3)).await;
    phone.sync(vec![withdrawn.close()], vec![]).await;
    let later = Sharing::begin(&phone).await;
    let new_tablet = server.device().await;
    let folder = server.stop().await;

    std::fs::write(folder.path().join("server.db"), backup).unwrap();
    let server = TestServer::on(folder, Settings::without_limits()).await;
    let (phone, new_tablet) = (server.reached_by(&phone), server.reached_by(&new_tablet));
    let reply = phone.put(&kept, lesson.put(7)).await;
    assert_eq!((reply.state, reply.ack_through), (PutState::Gap, 3));
    assert_eq!(reply.digest, lesson.digest(3));
    assert_eq!(phone.put(&kept, lesson.put(3)).await.ack_through, 7);
    // The order is repeated in every request.
    let reply = phone
        .sync(vec![withdrawn.close()], vec![withdrawn.ask(vec![], vec![])])
        .await;
    assert_eq!(reply.shares[0].state, ShareState::Closed);
    assert_eq!(
        phone.share(later.ask(vec![], vec![])).await.state,
        ShareState::Unknown
    );
    assert_eq!(phone.share(later.claiming()).await.state, ShareState::Own);
    assert_eq!(new_tablet.get("/v1/shares/a/devices").await.status, 404);
    let unknown = new_tablet
        .post("/v1/sync", &super::device::request(vec![], vec![]))
        .await;
    assert_eq!(unknown.status, 401);
}

#[test]
fn a_database_of_a_newer_server_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("server.db");
    let newer = Connection::open(&file).unwrap();
    newer
        .execute_batch("CREATE TABLE later (a); PRAGMA user_version = 99")
        .unwrap();
    newer.close().unwrap();
    let before = std::fs::read(&file).unwrap();
    let refused = SqliteStorage::open(&file).unwrap_err();
    assert_eq!(refused, StorageError::Newer { found: 99, known: 2 });
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.txt");
    std::fs::write(&file, "Bà Tư thân mến, ".repeat(100)).unwrap();
    let refused = SqliteStorage::open(&file).unwrap_err();
    assert!(matches!(refused, StorageError::Damaged(_)), "{refused}");
    let nowhere = SqliteStorage::open(&folder.path().join("none/server.db")).unwrap_err();
    assert!(matches!(nowhere, StorageError::Unreachable(_)), "{nowhere}");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("Bà Tư"));
}

#[tokio::test]
async fn devices_that_never_shared_anything_are_forgotten_when_others_come() {
    let server = TestServer::new().await;
    let (idle, phone) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let ask = super::device::request(vec![], vec![]);
    server.clock.pass(std::time::Duration::from_secs(2 * 86_400));
    assert_eq!(
        idle.post("/v1/sync", &ask).await.status,
        200,
        "not before somebody else enrols"
    );
    server.device().await;
    assert_eq!(idle.post("/v1/sync", &ask).await.status, 401);
    assert_eq!(
        phone.share(sharing.ask(vec![], vec![])).await.state,
        ShareState::Own
    );
    assert_eq!(idle.enrol().await.status, 200);
}
