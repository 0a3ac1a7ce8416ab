//! Digests of what is here, and copies of events from one stream into another.

use crate::core::error::Result;
use crate::domain::ids::{LearnerId, StreamId};
use crate::store::exchange::{Exchange, Mark, StreamRow, Written};
use crate::sync::digest::{EventHash, PrefixDigest};

/// The hash of an event, also where only the hash is here.
pub(super) fn hash(event: &Written) -> EventHash {
    event.hash.map_or_else(|| EventHash::of(&event.bytes), EventHash)
}

/// The digest of a stream's first `through` events.
pub(super) fn digest_at(exchange: &Exchange<'_>, stream: &StreamRow, through: u64) -> Result<PrefixDigest> {
    let known = stream
        .mark
        .filter(|mark| mark.through <= through)
        .unwrap_or_default();
    let missing = usize::try_from(through - known.through).unwrap_or(usize::MAX);
    let mut digest = PrefixDigest(known.digest);
    for event in exchange.events_after(stream.id, known.through, missing)? {
        digest = digest.then(hash(&event));
    }
    Ok(digest)
}

/// Copies the events after this number into the learner's own stream, with the bytes as they are.
pub(super) fn copy_after(
    exchange: &Exchange<'_>,
    learner: LearnerId,
    stream: StreamId,
    after: u64,
) -> Result<()> {
    for event in exchange.events_after(stream, after, usize::MAX)? {
        // Of a rejected one only the hash is known: there is nothing to copy.
        if event.hash.is_none() {
            exchange.append_copy(learner, &event.bytes)?;
        }
    }
    Ok(())
}

/// This phone was restored from a backup, or cloned: what the server may not have goes into a stream of its own, and the
/// old stream is another device's from now on.
pub(super) fn fork(
    exchange: &Exchange<'_>,
    learner: LearnerId,
    stream: &StreamRow,
    common: u64,
) -> Result<()> {
    let common = common.min(stream.length);
    let digest = digest_at(exchange, stream, common)?;
    exchange.disown(stream.id)?;
    exchange.open_stream(learner)?;
    copy_after(exchange, learner, stream.id, common)?;
    exchange.cut(stream.id, common)?;
    let mark = Mark {
        through: common,
        digest: digest.0,
    };
    Ok(exchange.set_mark(stream.id, mark)?)
}

/// Another device's stream of which the server has less, or something else: what is here is sent in a stream of ours.
///
/// All of it from the first event that was never copied, also what the server has now: it may lose that as well, and
/// `copied` says only how many *first* events are safe.
pub(in crate::core) fn rescue(exchange: &Exchange<'_>, learner: LearnerId, stream: &StreamRow) -> Result<()> {
    copy_after(exchange, learner, stream.id, stream.copied)?;
    Ok(exchange.set_copied(stream.id, stream.length)?)
}
