//! SQLite moves rows from page to page when many come and go, and leaves copies behind in free space that it never
//! overwrites by itself. Not one of them is left in the end.

use cung_tien::domain::ids::{DeviceId, ShareId, StreamId};
use cung_tien::server::exchange::{Failure, Segment};
use cung_tien::server::storage::{self, ShareKey, SqliteStorage, Storage, StreamKey, Transaction};
use cung_tien::sync::digest::PrefixDigest;
use std::collections::HashSet;
use std::path::Path;

const BEGINNING: usize = 16;

/// The beginning of something that must not be found any more.
type Trace = [u8; BEGINNING];

/// Pseudorandom numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 33) % most as u64).unwrap()
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| u8::try_from(self.roll(256)).unwrap())
    }
}

struct Learner {
    id: ShareId,
    key: ShareKey,

    streams: [(StreamKey, u64); 2],
    traces: Vec<Trace>,
}

fn begin(transaction: &mut dyn Transaction, dice: &mut Dice) -> Result<Learner, Failure> {
    let (id, bearer, claim) = (ShareId::random(), dice.bytes(), dice.bytes::<32>());
    transaction.enrol(DeviceId::random(), &bearer, 1)?;
    let device = transaction.device(&bearer)?.unwrap().key;
    let key = transaction.open_share(id, &claim)?;
    let names = [StreamId::random(), StreamId::random()];
    let mut streams = [(StreamKey(0), 1); 2];
    for (name, stream) in names.iter().zip(&mut streams) {
        stream.0 = transaction.begin_stream(*name, key, device)?.key;
    }
    let traces = vec![
        *claim.first_chunk().unwrap(),
        *names[0].0.as_bytes(),
        *names[1].0.as_bytes(),
    ];
    Ok(Learner {
        id,
        key,

        streams,
        traces,
    })
}

fn learn(transaction: &mut dyn Transaction, dice: &mut Dice, learner: &mut Learner) -> Result<(), Failure> {
    let before = PrefixDigest(dice.bytes());
    let mut body = dice.bytes::<BEGINNING>().to_vec();
    body.resize(BEGINNING + [20, 40, 130, 600, 3000][dice.roll(5)], 7);
    learner.traces.extend([before.0, *body.first_chunk().unwrap()]);
    let (stream, first) = &mut learner.streams[dice.roll(2)];
    let segment = Segment {
        first: *first,
        events: 2,
        before,
        dictionary: 1,
        body,
    };
    *first += 2;
    let digest = PrefixDigest(dice.bytes());
    learner.traces.push(digest.0);
    Ok(transaction.append(*stream, &segment, digest)?)
}

fn renew(transaction: &mut dyn Transaction, dice: &mut Dice, learner: &mut Learner) -> Result<(), Failure> {
    let claim = dice.bytes::<32>();
    learner.traces.push(*claim.first_chunk().unwrap());
    Ok(transaction.set_claim(learner.key, &claim)?)
}

/// Some years of many learners, in one transaction. Answers with what must not be found.
fn years(transaction: &mut dyn Transaction) -> Result<HashSet<Trace>, Failure> {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut learners = Vec::new();
    let mut gone = HashSet::new();
    for _ in 0..30_000 {
        match dice.roll(100) {
            0..=4 => learners.push(begin(transaction, &mut dice)?),
            5..=8 if learners.len() > 20 => {
                let learner: Learner = learners.swap_remove(dice.roll(learners.len()));
                transaction.close_share(learner.id)?;
                gone.extend(learner.traces);
            }
            roll if !learners.is_empty() => {
                let index = dice.roll(learners.len());
                let change = if roll < 12 { renew } else { learn };
                change(transaction, &mut dice, &mut learners[index])?;
            }
            _ => {}
        }
    }
    Ok(gone)
}

fn found(file: &Path, gone: &HashSet<Trace>) -> usize {
    let bytes = std::fs::read(file).unwrap();
    bytes
        .windows(BEGINNING)
        .filter(|window| gone.contains(*window))
        .count()
}

#[tokio::test]
async fn of_thousands_that_came_and_went_nothing_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("server.db");
    let storage = SqliteStorage::open(&file).unwrap();
    let gone: HashSet<Trace> = storage::ask(&storage, years).await.unwrap();
    assert!(gone.len() > 10_000, "{}", gone.len());
    storage.close().await;
    assert_eq!(found(&file, &gone), 0);
}
