//! How much may be stored, and that what is withdrawn is erased also where there is no space for anything.

use super::device::{Device, Sharing, Stream, TestServer, request};
use cung_tien::domain::ids::{ShareId, StreamId};
use cung_tien::server::api::{Flow, Settings};
use cung_tien::server::exchange::{Allowance, Quotas};
use cung_tien::server::storage::Usage;
use cung_tien::sync::secret::Seed;
use cung_tien::sync::wire::{Order, OrderResult, ProblemCode, PutState, ShareState};
use rusqlite::Connection;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const MANY: u64 = 1_000_000;

fn rows(server: &TestServer, table: &str) -> i64 {
    let reader = Connection::open(server.database()).unwrap();
    let count = format!("SELECT count(*) FROM {table}");
    reader.query_row(&count, [], |row| row.get(0)).unwrap()
}

/// Sends batches of a few events until one is put off, `most` at most; answers how many were stored.
async fn fill(device: &Device, sharing: &Sharing, stream: &mut Stream, most: usize) -> usize {
    for stored in 0..most {
        stream.write(5);
        let after = stream.events.len() - 5;
        let reply = device.put(sharing, stream.put(after)).await;
        match reply.state {
            PutState::Stored => {}
            PutState::Later => {
                stream.events.truncate(after);
                return stored;
            }
            other => panic!("{other:?}"),
        }
    }
    most
}

fn usage(streams: u64, events: u64, bytes: u64) -> Usage {
    Usage {
        streams,
        events,
        bytes,
    }
}

#[tokio::test]
async fn each_quota_puts_off_what_is_beyond_it_and_nothing_else() {
    let none = Quotas {
        share: usage(MANY, MANY, MANY),
        device: usage(MANY, MANY, MANY),
        devices_of_share: MANY,
        shares_of_device: MANY,
    };
    let table = [
        (
            "bytes of a share",
            Quotas {
                share: usage(MANY, MANY, 2_000),
                ..none
            },
        ),
        (
            "events of a share",
            Quotas {
                share: usage(MANY, 40, MANY),
                ..none
            },
        ),
        (
            "bytes of a device",
            Quotas {
                device: usage(MANY, MANY, 2_000),
                ..none
            },
        ),
        (
            "events of a device",
            Quotas {
                device: usage(MANY, 40, MANY),
                ..none
            },
        ),
    ];
    for (what, quotas) in table {
        let server = TestServer::with(Settings {
            quotas,
            ..Settings::without_limits()
        })
        .await;
        let phone = server.device().await;
        let sharing = Sharing::begin(&phone).await;
        let mut stream = Stream::new(500);
        let stored = fill(&phone, &sharing, &mut stream, 60).await;
        assert!((2..60).contains(&stored), "{what}: {stored}");
        // What is there is still compared, fetched, and ended.
        let reply = phone.put(&sharing, stream.put_to(2, stream.events.len())).await;
        assert_eq!(reply.state, PutState::Stored, "{what}");
        assert_eq!(reply.ack_through, stream.events.len() as u64, "{what}");
        let tablet = server.device().await;
        let joined = tablet.join(&phone, &sharing).await;
        let pulled = tablet.pull(&joined, vec![]).await;
        assert_eq!(pulled[0].events.len(), stream.events.len(), "{what}");
        // Another learner's is her own quota, if it is not the device's.
        let other = Sharing::begin(&tablet).await;
        let mut lesson = Stream::new(501);
        assert!(fill(&tablet, &other, &mut lesson, 2).await == 2, "{what}");
        let reply = phone.sync(vec![sharing.close()], vec![]).await;
        assert_eq!(reply.orders[0].result, OrderResult::Closed, "{what}");
        // What was erased does not count any more.
        let again = Sharing::begin(&phone).await;
        let mut stream = Stream::new(502);
        assert_eq!(fill(&phone, &again, &mut stream, 2).await, 2, "{what}");
    }
}

#[tokio::test]
async fn streams_members_and_shares_have_their_quotas_too() {
    let quotas = Quotas {
        share: usage(3, MANY, MANY),
        devices_of_share: 2,
        shares_of_device: 4,
        ..Quotas::default()
    };
    let server = TestServer::with(Settings {
        quotas,
        ..Settings::without_limits()
    })
    .await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    for number in 0..4 {
        let mut stream = Stream::new(510);
        stream.write(1);
        stream.id = StreamId::random();
        let state = phone.put(&sharing, stream.put(0)).await.state;
        let expected = if number < 3 {
            PutState::Stored
        } else {
            PutState::Later
        };
        assert_eq!(state, expected);
    }
    let (tablet, third) = (server.device().await, server.device().await);
    tablet.join(&phone, &sharing).await;
    let code = phone.code(&sharing).await;
    assert_eq!(third.redeem(&code).await.problem(), (507, ProblemCode::Full));
    assert_eq!(third.share(sharing.claiming()).await.state, ShareState::Later);
    assert_eq!(
        tablet.redeem(&code).await.status,
        200,
        "it is in already, and the code is not used up"
    );
    for number in 1..6 {
        let state = phone.share(Sharing::new().claiming()).await.state;
        let expected = if number < 4 {
            ShareState::Own
        } else {
            ShareState::Later
        };
        assert_eq!(state, expected, "{number}");
    }
}

#[tokio::test]
async fn ids_nobody_heard_of_are_few_from_one_device_and_one_address() {
    let few = |ids| Flow {
        at_once: Allowance { bytes: MANY, ids },
        an_hour: Allowance { bytes: MANY, ids: 60 },
    };
    let server = TestServer::with(Settings {
        device_flow: few(50),
        address_flow: few(80),
        ..Settings::without_limits()
    })
    .await;
    let unheard_of = || -> Vec<Order> {
        let close = |_| Order::Close {
            share: ShareId::random(),
            claim: Seed::random().claim(),
        };
        (0..40).map(close).collect()
    };
    let (one, other) = (server.device().await, server.device().await);
    let closed = async |device: &Device| {
        let reply = device.sync(unheard_of(), vec![Sharing::new().claiming()]).await;
        let of = |result| reply.orders.iter().filter(|order| order.result == result).count();
        assert_eq!(of(OrderResult::Closed) + of(OrderResult::Later), 40);
        of(OrderResult::Closed)
    };
    assert_eq!(closed(&one).await, 40);
    assert_eq!(closed(&one).await, 9, "with the shares it began these are 50");
    assert_eq!(closed(&one).await, 0);
    assert_eq!(rows(&server, "share"), 50);
    assert_eq!(closed(&other).await, 30, "the address");
    assert_eq!(rows(&server, "share"), 80);
    // A share that is there is erased however many were named.
    let stranger = server.device().await;
    assert_eq!(
        stranger.share(Sharing::new().claiming()).await.state,
        ShareState::Later
    );
    server.clock.pass(Duration::from_secs(3_600));
    let sharing = Sharing::begin(&one).await;
    while closed(&one).await > 0 {}
    let reply = one.sync(vec![sharing.close()], vec![]).await;
    assert_eq!(reply.orders[0].result, OrderResult::Closed);
}

#[tokio::test]
async fn bytes_of_a_device_and_of_an_address_are_counted_over_time() {
    let flow = |bytes| Flow {
        at_once: Allowance { bytes, ids: MANY },
        an_hour: Allowance {
            bytes: 1_000,
            ids: MANY,
        },
    };
    let server = TestServer::with(Settings {
        device_flow: flow(3_000),
        address_flow: flow(5_000),
        ..Settings::without_limits()
    })
    .await;
    let mut stored = Vec::new();
    for number in 0..3 {
        let phone = server.device().await;
        let sharing = Sharing::begin(&phone).await;
        let mut stream = Stream::new(520 + number);
        stored.push(fill(&phone, &sharing, &mut stream, 60).await);
        if number == 0 {
            // A batch that is there already costs nothing.
            assert_eq!(phone.put(&sharing, stream.put(0)).await.state, PutState::Stored);
        }
    }
    assert!(stored[0] > 5 && stored[0] < 40, "{stored:?}");
    assert!(stored[1] < stored[0] && stored[1] > 0, "{stored:?}");
    assert_eq!(stored[2], 0, "{stored:?}");
    server.clock.pass(Duration::from_secs(3_600));
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    assert!(fill(&phone, &sharing, &mut Stream::new(530), 60).await > 1);
}

/// What honest people do, with the limits of every server.
#[tokio::test]
async fn learners_do_not_meet_the_quotas() {
    let share = Quotas::default().share;
    // Sixty lessons, each done ten times a year in three modes on three devices, for ten years.
    let results = 60 * 10 * 10 * 3;
    assert!(results * 3 < share.events);
    let one_result_a_segment = 110;
    assert!(results * 3 * one_result_a_segment < share.bytes);
    // A class of thirty on one address, each with two hundred results, and all of them sent at once.
    let flow = Settings::default().address_flow.at_once;
    assert!(30 * 200 * one_result_a_segment < flow.bytes / 10);
    assert!(30 < flow.ids / 10);
}

/// A disk of its own that is small. `None` where this may not be made.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn of(mebibytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={mebibytes}m"), "tmpfs"])
            .arg(folder.path())
            .status();
        mounted
            .is_ok_and(|status| status.success())
            .then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

/// Takes all the space that is left.
fn fill_up(file: &Path) {
    use std::io::Write;
    let mut file = std::fs::File::options()
        .create(true)
        .append(true)
        .open(file)
        .unwrap();
    for size in [64 * 1024, 4096, 1] {
        while file.write_all(&vec![7; size]).is_ok() {}
    }
}

#[tokio::test]
async fn on_a_full_disk_what_is_withdrawn_is_erased_and_nothing_else_fails() {
    for mebibytes in [4, 24] {
        let Some(disk) = SmallDisk::of(mebibytes) else {
            // Only root may mount one.
            return;
        };
        let folder = tempfile::tempdir_in(disk.path()).unwrap();
        std::fs::create_dir(folder.path().join("web")).unwrap();
        for file in ["index.html", "sw.js"] {
            std::fs::write(folder.path().join("web").join(file), "").unwrap();
        }
        let server = TestServer::on(folder, Settings::without_limits()).await;
        let (phone, tablet) = (server.device().await, server.device().await);
        let (her, other) = (Sharing::begin(&phone).await, Sharing::begin(&phone).await);
        let mut lesson = Stream::new(540);
        lesson.write(60);
        for after in (0..60).step_by(5) {
            phone.put(&her, lesson.put_to(after, after + 5)).await;
        }
        let mut hers = Stream::new(541);
        hers.write(1);
        phone.put(&other, hers.put(0)).await;
        tablet.join(&phone, &other).await;
        let blocker = disk.path().join("blocker");
        fill_up(&blocker);

        // Whatever is sent is kept on the device, and the server says so. The log had space for a page or two at first.
        let mut later = 0;
        while later < 2 {
            fill_up(&blocker);
            hers.write(1);
            let after = hers.events.len() - 1;
            match phone.put(&other, hers.put(after)).await.state {
                PutState::Stored => assert!(after < 60, "the disk is not full"),
                state => {
                    assert_eq!(state, PutState::Later);
                    hers.events.truncate(after);
                    later += 1;
                }
            }
        }
        assert_eq!(
            phone.devices(&other).await.devices.len(),
            2,
            "what is there is read"
        );

        let request = request(
            vec![her.close()],
            vec![
                other.ask(vec![hers.put_to(0, 1)], vec![]),
                Sharing::new().claiming(),
            ],
        );
        fill_up(&blocker);
        let reply: cung_tien::sync::wire::SyncReply = phone.post("/v1/sync", &request).await.read();
        assert_eq!(reply.orders[0].result, OrderResult::Closed, "{mebibytes} MiB");
        assert_eq!(reply.shares[0].state, ShareState::Own);
        let bytes = ["server.db", "server.db-wal"]
            .iter()
            .flat_map(|file| std::fs::read(server.folder.path().join(file)).unwrap_or_default());
        let bytes: Vec<u8> = bytes.collect();
        for secret in [her.claim().hash().to_vec(), lesson.id.0.as_bytes().to_vec()] {
            assert!(
                memchr::memmem::find(&bytes, &secret).is_none(),
                "it is on the disk"
            );
        }
        let closed = phone.share(her.ask(vec![], vec![])).await;
        assert_eq!(closed.state, ShareState::Closed);

        // With space, all goes on.
        std::fs::remove_file(&blocker).unwrap();
        tokio::time::sleep(Duration::from_secs(6)).await;
        server.is_well().await;
    }
}
