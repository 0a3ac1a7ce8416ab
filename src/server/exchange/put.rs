//! Events of a stream that the device writes.

use super::account::{Account, Metered, Stop};
use super::event::Checked;
use super::work::Batch;
use crate::server::storage::{Result, ShareKey, Stream, Usage};
use crate::sync::digest::PrefixDigest;
use crate::sync::wire::{Item, PutReply, PutState, RejectCode, Rejected};

/// Compares what is there and stores what is new. With a spent budget or at the end of a quota nothing is stored, and
/// the device is told to come back later.
pub(super) fn put(account: &mut Account<'_>, share: ShareKey, batch: &Batch) -> Result<PutReply> {
    match compare_and_store(account, share, batch) {
        Ok(reply) => Ok(reply),
        Err(Stop::Spent) => Ok(reply(batch, PutState::Later, None, 0)),
        Err(Stop::Storage(error)) => Err(error),
    }
}

fn compare_and_store(account: &mut Account<'_>, share: ShareKey, batch: &Batch) -> Metered<PutReply> {
    if account.is_spent() {
        return Err(Stop::Spent);
    }
    let device = account.device;
    let known = account.transaction.stream(batch.stream)?;
    if known.is_some_and(|stream| stream.share != share || stream.writer != device) {
        return Ok(reply(batch, PutState::Foreign, None, 0));
    }
    let head = known.map_or(0, |stream| stream.head);
    if batch.after > head {
        return Ok(reply(batch, PutState::Gap, known.as_ref(), 0));
    }
    if digest_at(account, known.as_ref(), batch.after)? != batch.digest {
        return Ok(reply(batch, PutState::Forked, known.as_ref(), 0));
    }
    let there = items(account, known.as_ref(), batch.after, batch.events.len())?;
    for (number, (sent, item)) in (batch.after..).zip(batch.events.iter().zip(&there)) {
        if sent.hash != item.hash() {
            return Ok(reply(batch, PutState::Forked, known.as_ref(), number));
        }
    }
    let new = batch.events.get(there.len()..).unwrap_or_default();
    let stored = if new.is_empty() {
        known
    } else {
        let appended = append(account, share, batch, known, new)?;
        if appended.is_none() {
            return Ok(reply(batch, PutState::Later, known.as_ref(), 0));
        }
        appended
    };
    let common = batch.after.saturating_add(count(&batch.events));
    let mut reply = reply(batch, PutState::Stored, stored.as_ref(), common);
    reply.rejected = rejected(batch, &there);
    Ok(reply)
}

/// `None` if so much may not be stored.
fn append(
    account: &mut Account<'_>,
    share: ShareKey,
    batch: &Batch,
    known: Option<Stream>,
    new: &[Checked],
) -> Result<Option<Stream>> {
    let items: Vec<Item> = new.iter().map(|event| event.item.clone()).collect();
    let (head, digest) = known.map_or((0, PrefixDigest::EMPTY), |stream| (stream.head, stream.digest));
    let segment = account.pack(head, digest, &items)?;
    let more = Usage {
        streams: u64::from(known.is_none()),
        events: segment.events,
        bytes: segment.stored_bytes(),
    };
    if !account.takes(share, more)? {
        return Ok(None);
    }
    let device = account.device;
    let stream = match known {
        Some(stream) => stream,
        None => account.transaction.begin_stream(batch.stream, share, device)?,
    };
    let digest = new
        .iter()
        .fold(stream.digest, |digest, event| digest.then(event.hash));
    account.transaction.append(stream.key, &segment, digest)?;
    Ok(Some(Stream {
        head: segment.last(),
        digest,
        ..stream
    }))
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
    account: &mut Account<'_>,
    stream: Option<&Stream>,
    number: u64,
) -> Metered<PrefixDigest> {
    let Some(stream) = stream.filter(|_| number > 0) else {
        return Ok(PrefixDigest::EMPTY);
    };
    if number >= stream.head {
        return Ok(stream.digest);
    }
    let segment = account.segment(stream, number.saturating_add(1))?;
    if number < segment.first {
        return Ok(segment.before);
    }
    let (segment, items) = account.items(stream, number.saturating_add(1))?;
    let before = (segment.first..=number).zip(items);
    Ok(before.fold(segment.before, |digest, (_, item)| digest.then(item.hash())))
}

/// At most `most` events after number `after`.
fn items(account: &mut Account<'_>, stream: Option<&Stream>, after: u64, most: usize) -> Metered<Vec<Item>> {
    let mut found = Vec::new();
    let mut reached = after;
    let Some(stream) = stream else { return Ok(found) };
    while found.len() < most && reached < stream.head {
        let next = following(account, stream, reached)?;
        reached = reached.saturating_add(u64::try_from(next.len()).unwrap_or_default());
        found.extend(next);
    }
    found.truncate(most);
    Ok(found)
}

/// Those after number `after` that lie in one segment; at least one, if the stream has more.
pub(super) fn following(account: &mut Account<'_>, stream: &Stream, after: u64) -> Metered<Vec<Item>> {
    let (segment, items) = account.items(stream, after.saturating_add(1))?;
    let numbered = (segment.first..).zip(items);
    Ok(numbered
        .filter(|(number, _)| *number > after)
        .map(|(_, item)| item.clone())
        .collect())
}

fn count(events: &[Checked]) -> u64 {
    u64::try_from(events.len()).unwrap_or_default()
}
