//! Streams that the device does not write.

use super::account::{Account, Metered, Stop};
use super::event::length;
use super::put::{digest_at, following};
use super::work::ShareWork;
use crate::domain::ids::StreamId;
use crate::server::storage::{Result, ShareKey, Stream};
use crate::sync::digest::PrefixDigest;
use crate::sync::wire::{Have, Item, MAX_EVENT_BYTES, MAX_EVENTS, Pull, PullState};
use std::collections::{HashMap, HashSet};

/// What goes around the events of one stream, in bytes.
const FRAME: usize = 160;

/// How much the answer may still hold, over all its shares.
#[derive(Debug)]
pub(super) struct Room {
    bytes: usize,
    events: usize,
    /// Something was left out, for length or for the work it takes.
    pub short: bool,
}

impl Room {
    pub(super) const fn new() -> Self {
        Self {
            bytes: MAX_EVENT_BYTES,
            events: MAX_EVENTS,
            short: false,
        }
    }

    /// Whether there is room for so many bytes; if so, it is taken.
    fn take(&mut self, bytes: usize, events: usize) -> bool {
        let fits = !self.short && bytes <= self.bytes && events <= self.events;
        if fits {
            self.bytes -= bytes;
            self.events -= events;
        } else {
            self.short = true;
        }
        fits
    }
}

/// Everything of a share that the device has not, as far as there is room.
pub(super) fn pull(
    account: &mut Account<'_>,
    share: ShareKey,
    work: &ShareWork,
    room: &mut Room,
) -> Result<Vec<Pull>> {
    let written: HashSet<StreamId> = work.put.iter().map(|batch| batch.stream).collect();
    let mut listed: HashMap<StreamId, Have> = work.have.iter().map(|have| (have.stream, *have)).collect();
    let mut found = Vec::new();
    for (id, stream) in account.transaction.streams(share)? {
        let have = listed.remove(&id);
        if written.contains(&id) {
            continue;
        }
        match one(account, id, &stream, have, room) {
            Ok(pull) => found.extend(pull),
            Err(Stop::Spent) => room.short = true,
            Err(Stop::Storage(error)) => return Err(error),
        }
    }
    // Listed and not here: this server was restored from a backup.
    for have in &work.have {
        let lost = listed.remove(&have.stream).is_some() && have.through > 0;
        if lost && !written.contains(&have.stream) && room.take(FRAME, 0) {
            found.push(nothing(have.stream, PullState::Behind, 0, PrefixDigest::EMPTY));
        }
    }
    Ok(found)
}

fn one(
    account: &mut Account<'_>,
    id: StreamId,
    stream: &Stream,
    have: Option<Have>,
    room: &mut Room,
) -> Metered<Option<Pull>> {
    let (through, digest) = have.map_or((0, PrefixDigest::EMPTY), |have| (have.through, have.digest));
    if through == stream.head && digest == stream.digest {
        return Ok(None);
    }
    if room.short || !room.take(FRAME, 0) {
        return Ok(None);
    }
    if through > stream.head {
        return Ok(Some(nothing(id, PullState::Behind, stream.head, stream.digest)));
    }
    if digest_at(account, Some(stream), through)? != digest {
        return Ok(Some(nothing(id, PullState::Differs, 0, PrefixDigest::EMPTY)));
    }
    let mut pull = nothing(id, PullState::Next, through, digest);
    pull.events = next(account, stream, through, room)?;
    Ok((!pull.events.is_empty()).then_some(pull))
}

/// The events after this number, as far as there is room.
fn next(account: &mut Account<'_>, stream: &Stream, through: u64, room: &mut Room) -> Result<Vec<Item>> {
    let mut events = Vec::new();
    let mut reached = through;
    while reached < stream.head {
        let following = match following(account, stream, reached) {
            Ok(following) => following,
            Err(Stop::Spent) => {
                room.short = true;
                return Ok(events);
            }
            Err(Stop::Storage(error)) => return Err(error),
        };
        for item in following {
            if !room.take(length(&item), 1) {
                return Ok(events);
            }
            events.push(item);
            reached = reached.saturating_add(1);
        }
    }
    Ok(events)
}

const fn nothing(stream: StreamId, state: PullState, after: u64, digest: PrefixDigest) -> Pull {
    Pull {
        stream,
        state,
        after,
        digest,
        events: Vec::new(),
    }
}
