//! A request, checked as far as that needs no database, so that the one writer has less to do.

use super::event::{Checked, length};
use super::refusal::Refusal;
use crate::domain::ids::{ShareId, StreamId};
use crate::sync::digest::PrefixDigest;
use crate::sync::secret::Claim;
use crate::sync::wire::{
    Have, MAX_EVENT_BYTES, MAX_EVENTS, MAX_ORDERS, MAX_SHARES, MAX_STREAMS, MAX_STREAMS_IN_ALL, Order,
    ProblemCode, Put, ShareRequest, SyncRequest, WIRE,
};
use std::collections::HashSet;
use std::hash::Hash;

/// A request for [`super::sync`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    pub(super) orders: Vec<Order>,
    pub(super) shares: Vec<ShareWork>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShareWork {
    pub share: ShareId,
    pub claim: Option<Claim>,
    pub put: Vec<Batch>,
    pub have: Vec<Have>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Batch {
    pub stream: StreamId,
    pub after: u64,
    pub digest: PrefixDigest,
    pub events: Vec<Checked>,
}

impl Work {
    /// Checks the version, the counts and every event.
    ///
    /// # Errors
    /// If there is more in it than a request may hold, or it is of another version.
    pub fn of(request: SyncRequest) -> Result<Self, Refusal> {
        check_version(u64::from(request.wire))?;
        check_counts(&request)?;
        check_names(&request)?;
        Ok(Self {
            orders: request.orders,
            shares: request.shares.into_iter().map(share).collect(),
        })
    }
}

/// Refuses versions that are not spoken here.
///
/// # Errors
/// With which versions are.
pub(in crate::server) fn check_version(wire: u64) -> Result<(), Refusal> {
    match wire.cmp(&u64::from(WIRE)) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(Refusal::new(
            ProblemCode::WireTooOld,
            format!("the oldest version spoken here is {WIRE}"),
        )),
        std::cmp::Ordering::Greater => Err(Refusal::new(
            ProblemCode::WireTooNew,
            format!("the newest version spoken here is {WIRE}"),
        )),
    }
}

fn check_counts(request: &SyncRequest) -> Result<(), Refusal> {
    let puts = || request.shares.iter().flat_map(|share| &share.put);
    let events: usize = puts().map(|put| put.events.len()).sum();
    let bytes: usize = puts().flat_map(|put| &put.events).map(length).sum();
    let streams = request
        .shares
        .iter()
        .map(|share| share.put.len().max(share.have.len()));
    let within = |what: &str, found: usize, most: usize| {
        if found <= most {
            return Ok(());
        }
        let reason = format!("{found} {what} in one request, {most} at most");
        Err(Refusal::new(ProblemCode::TooMuch, reason))
    };
    within("shares", request.shares.len(), MAX_SHARES)?;
    within("orders", request.orders.len(), MAX_ORDERS)?;
    within("streams of a share", streams.max().unwrap_or(0), MAX_STREAMS)?;
    let in_all: usize = request
        .shares
        .iter()
        .map(|share| share.put.len() + share.have.len())
        .sum();
    within("streams", in_all, MAX_STREAMS_IN_ALL)?;
    within("events", events, MAX_EVENTS)?;
    within("bytes of events", bytes, MAX_EVENT_BYTES)
}

/// Nothing is asked twice: each time it would be done again.
fn check_names(request: &SyncRequest) -> Result<(), Refusal> {
    let twice = |what: &str| {
        let reason = format!("a {what} is named twice");
        Err(Refusal::new(ProblemCode::Malformed, reason))
    };
    if has_twins(request.shares.iter().map(|share| share.share)) {
        return twice("share");
    }
    if has_twins(request.orders.iter().map(Order::share)) {
        return twice("share of the orders");
    }
    for share in &request.shares {
        let puts = share.put.iter().map(|put| put.stream);
        let have = share.have.iter().map(|have| have.stream);
        if has_twins(puts) || has_twins(have) {
            return twice("stream");
        }
    }
    Ok(())
}

fn has_twins<T: Eq + Hash>(mut names: impl Iterator<Item = T>) -> bool {
    let mut seen = HashSet::new();
    !names.all(|name| seen.insert(name))
}

fn share(request: ShareRequest) -> ShareWork {
    ShareWork {
        share: request.share,
        claim: request.claim,
        put: request.put.into_iter().map(batch).collect(),
        have: request.have,
    }
}

fn batch(put: Put) -> Batch {
    Batch {
        stream: put.stream,
        after: put.after,
        digest: put.digest,
        events: put.events.into_iter().map(Checked::of).collect(),
    }
}
