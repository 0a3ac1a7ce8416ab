//! Events of a stream that the device writes.

use super::Segment;
use super::event::Checked;
use super::work::Batch;
use crate::server::storage::{DeviceKey, Result, ShareKey, StorageError, Stream, Transaction};
use crate::sync::digest::PrefixDigest;
use crate::sync::wire::{Item, PutReply, PutState, RejectCode, Rejected};

/// Compares what is there and stores what is new.
pub(super) fn put(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareKey,
    batch: &Batch,
) -> Result<PutReply> {
    let known = transaction.stream(batch.stream)?;
    if known.is_some_and(|stream| stream.share != share || stream.writer != device) {
        return Ok(reply(batch, PutState::Foreign, None, 0));
    }
    let head = known.map_or(0, |stream| stream.head);
    if batch.after > head {
        return Ok(reply(batch, PutState::Gap, known.as_ref(), 0));
    }
    if digest_at(transaction, known.as_ref(), batch.after)? != batch.digest {
        return Ok(reply(batch, PutState::Forked, known.as_ref(), 0));
    }
    let there = items(transaction, known.as_ref(), batch.after, batch.events.len())?;
    for (number, (sent, item)) in (batch.after..).zip(batch.events.iter().zip(&there)) {
        if sent.hash != item.hash() {
            return Ok(reply(batch, PutState::Forked, known.as_ref(), number));
        }
    }
    let new = batch.events.get(there.len()..).unwrap_or_default();
    let stored = match (known, new) {
        (_, []) => known,
        (Some(stream), _) => Some(append(transaction, stream, new)?),
        (None, _) => {
            let stream = transaction.begin_stream(batch.stream, share, device)?;
            Some(append(transaction, stream, new)?)
        }
    };
    let common = batch.after.saturating_add(count(&batch.events));
    let mut reply = reply(batch, PutState::Stored, stored.as_ref(), common);
    reply.rejected = rejected(batch, &there);
    Ok(reply)
}

fn append(transaction: &mut dyn Transaction, stream: Stream, new: &[Checked]) -> Result<Stream> {
    let items: Vec<Item> = new.iter().map(|event| event.item.clone()).collect();
    let segment = Segment::pack(stream.head.saturating_add(1), stream.digest, &items)?;
    let digest = new
        .iter()
        .fold(stream.digest, |digest, event| digest.then(event.hash));
    transaction.append(stream.key, &segment, digest)?;
    Ok(Stream {
        head: segment.last(),
        digest,
        ..stream
    })
}

/// Those of the batch that were not taken, now or when they were first sent. Of those it could not send itself, the
/// device knows.
fn rejected(batch: &Batch, there: &[Item]) -> Vec<Rejected> {
    let mut found = Vec::new();
    for (index, event) in batch.events.iter().enumerate() {
        let earlier = match there.get(index) {
            Some(Item::Gone { .. }) => Some(RejectCode::Malformed),
            Some(Item::Event(_)) => continue,
            None => None,
        };
        if event.was_gone() {
            continue;
        }
        if let Some(code) = event.rejected.or(earlier) {
            let seq = batch
                .after
                .saturating_add(u64::try_from(index).unwrap_or_default());
            found.push(Rejected {
                seq: seq.saturating_add(1),
                code,
            });
        }
    }
    found
}

/// What is said of a stream that belongs to somebody else is nothing: `None`.
fn reply(batch: &Batch, state: PutState, stream: Option<&Stream>, common: u64) -> PutReply {
    PutReply {
        stream: batch.stream,
        state,
        ack_through: stream.map_or(0, |stream| stream.head),
        digest: stream.map_or(PrefixDigest::EMPTY, |stream| stream.digest),
        common,
        rejected: Vec::new(),
    }
}

/// Digest of the first `number` events, at most all that are there. An unknown stream has none.
pub(super) fn digest_at(
    transaction: &mut dyn Transaction,
    stream: Option<&Stream>,
    number: u64,
) -> Result<PrefixDigest> {
    let Some(stream) = stream.filter(|_| number > 0) else {
        return Ok(PrefixDigest::EMPTY);
    };
    if number >= stream.head {
        return Ok(stream.digest);
    }
    let segment = holding(transaction, stream, number.saturating_add(1))?;
    let mut digest = segment.before;
    if number >= segment.first {
        for (_, item) in (segment.first..=number).zip(segment.items()?) {
            digest = digest.then(item.hash());
        }
    }
    Ok(digest)
}

/// At most `most` events after number `after`.
fn items(
    transaction: &mut dyn Transaction,
    stream: Option<&Stream>,
    after: u64,
    most: usize,
) -> Result<Vec<Item>> {
    let mut found = Vec::new();
    let mut reached = after;
    let Some(stream) = stream else { return Ok(found) };
    while found.len() < most && reached < stream.head {
        let next = following(transaction, stream, reached)?;
        reached = reached.saturating_add(u64::try_from(next.len()).unwrap_or_default());
        found.extend(next);
    }
    found.truncate(most);
    Ok(found)
}

/// Those after number `after` that lie in one segment; at least one, if the stream has more.
pub(super) fn following(transaction: &mut dyn Transaction, stream: &Stream, after: u64) -> Result<Vec<Item>> {
    let segment = holding(transaction, stream, after.saturating_add(1))?;
    let items = segment.items()?;
    let numbered = (segment.first..).zip(items);
    Ok(numbered
        .filter(|(number, _)| *number > after)
        .map(|(_, item)| item)
        .collect())
}

fn holding(transaction: &mut dyn Transaction, stream: &Stream, number: u64) -> Result<Segment> {
    transaction
        .segment(stream.key, number)?
        .filter(|segment| segment.first <= number && number <= segment.last())
        .ok_or_else(|| StorageError::Damaged("a stream has a hole".into()))
}

fn count(events: &[Checked]) -> u64 {
    u64::try_from(events.len()).unwrap_or_default()
}
