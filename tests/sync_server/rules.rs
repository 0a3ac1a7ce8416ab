//! The rules of the exchange, tried with many histories: directly on a database, without HTTP.

use super::device::{NOON, Sharing, Stream, request, texts};
use cung_tien::domain::ids::DeviceId;
use cung_tien::server::exchange::{Failure, Work, enrol, known, sync};
use cung_tien::server::storage::{self, SqliteStorage};
use cung_tien::sync::secret::Bearer;
use cung_tien::sync::wire::{Put, PutReply, PutState, ShareRequest, SyncReply};
use proptest::prelude::*;
use std::path::Path;

/// A database in memory with one device in it.
struct Desk {
    storage: SqliteStorage,
    runtime: tokio::runtime::Runtime,
    bearer: Bearer,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            storage: SqliteStorage::open(Path::new(":memory:")).unwrap(),
            runtime: tokio::runtime::Builder::new_current_thread().build().unwrap(),
            bearer: Bearer::random(),
        };
        desk.enrol(&desk.bearer);
        desk
    }

    fn enrol(&self, bearer: &Bearer) {
        let hash = bearer.hash();
        let work =
            move |transaction: &mut dyn storage::Transaction| enrol(transaction, &hash, NOON, &|| Ok(()));
        self.runtime.block_on(storage::ask(&self.storage, work)).unwrap();
    }

    fn sync_as(&self, bearer: &Bearer, share: ShareRequest) -> SyncReply {
        let hash = bearer.hash();
        let work = Work::of(request(vec![], vec![share])).unwrap();
        let work = move |transaction: &mut dyn storage::Transaction| -> Result<SyncReply, Failure> {
            let device = known(transaction, &hash)?.key;
            Ok(sync(transaction, device, &work, NOON, 1)?)
        };
        self.runtime.block_on(storage::ask(&self.storage, work)).unwrap()
    }

    fn put(&self, sharing: &Sharing, put: Put) -> PutReply {
        let share = ShareRequest {
            put: vec![put],
            ..sharing.claiming()
        };
        self.sync_as(&self.bearer, share).shares.remove(0).put.remove(0)
    }

    /// All of one stream, as a new device gets it.
    fn fetched(&self, sharing: &Sharing, stream: &Stream) -> Vec<String> {
        let reader = Bearer::random();
        self.enrol(&reader);
        let mut got = Vec::new();
        loop {
            let have = if got.is_empty() {
                vec![]
            } else {
                vec![stream.have(got.len())]
            };
            let share = ShareRequest {
                have,
                ..sharing.claiming()
            };
            let mut reply = self.sync_as(&reader, share);
            for pull in reply.shares.remove(0).pull {
                got.extend(texts(&pull.events));
            }
            if !reply.more {
                return got;
            }
        }
    }
}

/// A stream of so many events, and requests that each send some part of it, in any order.
fn history() -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    (1_usize..40).prop_flat_map(|events| {
        let part = (0..=events, 0..=events).prop_map(|(a, b)| (a.min(b), a.max(b)));
        (Just(events), prop::collection::vec(part, 0..20))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn however_a_stream_is_cut_repeated_and_reordered_the_same_events_are_stored((events, parts) in history()) {
        let (desk, sharing) = (Desk::new(), Sharing::new());
        let mut stream = Stream::new(300);
        stream.write(events);
        let mut head = 0;
        for (after, through) in parts {
            let reply = desk.put(&sharing, stream.put_to(after, through));
            if after > head {
                prop_assert_eq!(reply.state, PutState::Gap);
            } else {
                prop_assert_eq!(reply.state, PutState::Stored);
                head = head.max(through);
            }
            prop_assert_eq!(reply.ack_through, head as u64);
            prop_assert_eq!(reply.digest, stream.digest(head));
        }
        // As a device does it: from where the server is to the end.
        let reply = desk.put(&sharing, stream.put(head));
        prop_assert_eq!(reply.ack_through, events as u64);
        prop_assert_eq!(desk.fetched(&sharing, &stream), stream.events);
    }

    #[test]
    fn the_first_difference_is_found_and_nothing_is_stored(
        events in 2_usize..30, at in 0_usize..30, after in 0_usize..30, cut in 1_usize..5,
    ) {
        let (desk, sharing) = (Desk::new(), Sharing::new());
        let mut stream = Stream::new(301);
        stream.write(events);
        for from in (0..events).step_by(cut) {
            desk.put(&sharing, stream.put_to(from, (from + cut).min(events)));
        }
        let (at, after) = (at % events, after % events);
        let mut cloned = stream.clone();
        cloned.events[at] = r#"{"day":1,"kind":"another"}"#.into();
        cloned.events.push(r#"{"day":2,"kind":"more"}"#.into());
        let reply = desk.put(&sharing, cloned.put(after));
        prop_assert_eq!(reply.state, PutState::Forked);
        prop_assert_eq!(reply.common, if at < after { 0 } else { at as u64 });
        prop_assert_eq!(reply.digest, stream.digest(events));
        prop_assert_eq!(desk.fetched(&sharing, &stream), stream.events);
    }
}

#[test]
fn one_piece_of_work_that_fails_leaves_the_others_alone() {
    let desk = Desk::new();
    let fails = |transaction: &mut dyn storage::Transaction| -> Result<(), Failure> {
        transaction.enrol(DeviceId::random(), &[7; 32], 1)?;
        transaction.enrol(DeviceId::random(), &[7; 32], 1)?;
        Ok(())
    };
    let works = |transaction: &mut dyn storage::Transaction| -> Result<(), Failure> {
        Ok(transaction.enrol(DeviceId::random(), &[8; 32], 1)?)
    };
    let there = |hash: [u8; 32]| {
        move |transaction: &mut dyn storage::Transaction| -> Result<bool, Failure> {
            Ok(transaction.device(&hash)?.is_some())
        }
    };
    desk.runtime.block_on(async {
        let (one, other) = tokio::join!(
            storage::ask(&desk.storage, fails),
            storage::ask(&desk.storage, works)
        );
        assert!(matches!(one, Err(Failure::Storage(_))), "{one:?}");
        other.unwrap();
        assert!(!storage::ask(&desk.storage, there([7; 32])).await.unwrap());
        assert!(storage::ask(&desk.storage, there([8; 32])).await.unwrap());
    });
}
