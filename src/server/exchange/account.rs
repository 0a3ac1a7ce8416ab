//! What one request may cost: work of the one writer, and space.
//!
//! A request is small and can ask for much: to compare a stream at any place, its events are inflated and hashed from
//! the beginning of a segment on. So the work itself is counted, by the database's side of it
//! ([`Transaction::spent`]) and here, and a request that spent its budget gets what is done so far and `more`.

use super::Segment;
use super::quotas::{Allowance, Quotas};
use crate::server::storage::{
    DeviceKey, Result, ShareKey, StorageError, Stream, StreamKey, Transaction, Usage,
};
use crate::sync::digest::PrefixDigest;
use crate::sync::wire::Item;

/// What a request may spend. Devices need half of it at most: for an answer of 500 events, each in a segment of its own.
pub(super) const BUDGET: u64 = 16_000;
/// Finding the dictionary and setting up for one segment.
const OPEN: u64 = 10;
/// Bytes that are inflated and hashed for one unit of work.
const BYTES_PER_UNIT: u64 = 256;
/// Bytes that are packed for one unit of work.
const PACKED_PER_UNIT: u64 = 50;

/// Why something is not gone on with.
#[derive(Debug)]
pub(super) enum Stop {
    /// The database failed.
    Storage(StorageError),
    /// The budget is spent.
    Spent,
}

impl From<StorageError> for Stop {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// What could not be refused before it was looked at.
pub(super) type Metered<T> = std::result::Result<T, Stop>;

/// A segment as it was last read.
struct Opened {
    stream: StreamKey,
    segment: Segment,
    /// Inflated only when asked for.
    items: Option<Vec<Item>>,
}

/// One request of one device, within one transaction.
pub(super) struct Account<'t> {
    pub transaction: &'t mut dyn Transaction,
    pub device: DeviceKey,
    quotas: &'t Quotas,
    left: Allowance,
    added: Allowance,
    opened: Option<Opened>,
}

impl<'t> Account<'t> {
    pub(super) fn new(
        transaction: &'t mut dyn Transaction,
        device: DeviceKey,
        quotas: &'t Quotas,
        left: Allowance,
    ) -> Self {
        Self {
            transaction,
            device,
            quotas,
            left,
            added: Allowance::default(),
            opened: None,
        }
    }

    /// What was added so far.
    pub(super) const fn added(&self) -> Allowance {
        self.added
    }

    /// Whether the budget is spent.
    pub(super) fn is_spent(&self) -> bool {
        self.transaction.spent() >= BUDGET
    }

    fn go_on(&self) -> Metered<()> {
        if self.is_spent() { Err(Stop::Spent) } else { Ok(()) }
    }

    /// Whether one more id that nobody heard of may be kept. It is counted.
    pub(super) fn takes_id(&mut self) -> bool {
        let takes = self.added.ids < self.left.ids;
        self.added.ids += u64::from(takes);
        takes
    }

    /// Whether this device may begin one more share. Its id is counted.
    pub(super) fn takes_share(&mut self) -> Result<bool> {
        Ok(self.transaction.has_room() && self.takes_place()? && self.takes_id())
    }

    /// Whether this device may come into one more share.
    fn takes_place(&mut self) -> Result<bool> {
        Ok(self.transaction.shares_of_device(self.device)? < self.quotas.shares_of_device)
    }

    /// Whether this device may come into this share.
    pub(super) fn takes_member(&mut self, share: ShareKey) -> Result<bool> {
        Ok(self.transaction.has_room()
            && self.transaction.devices_of_share(share)? < self.quotas.devices_of_share
            && self.takes_place()?)
    }

    /// Whether so much more may be stored. It is counted.
    pub(super) fn takes(&mut self, share: ShareKey, more: Usage) -> Result<bool> {
        let bytes = self.added.bytes.saturating_add(more.bytes);
        if !self.transaction.has_room() || bytes > self.left.bytes {
            return Ok(false);
        }
        let fits = |used: Usage, most: Usage| {
            used.streams.saturating_add(more.streams) <= most.streams
                && used.events.saturating_add(more.events) <= most.events
                && used.bytes.saturating_add(more.bytes) <= most.bytes
        };
        let takes = fits(self.transaction.usage_of_share(share)?, self.quotas.share)
            && fits(self.transaction.usage_of_device(self.device)?, self.quotas.device);
        if takes {
            self.added.bytes = bytes;
        }
        Ok(takes)
    }

    /// Packs events; the work is charged.
    pub(super) fn pack(&mut self, head: u64, digest: PrefixDigest, items: &[Item]) -> Result<Segment> {
        let bytes: usize = items.iter().map(super::event::length).sum();
        self.transaction
            .charge(OPEN + u64::try_from(bytes).unwrap_or(u64::MAX) / PACKED_PER_UNIT);
        Segment::pack(head.saturating_add(1), digest, items)
    }

    /// The segment that holds the event of this number.
    pub(super) fn segment(&mut self, stream: &Stream, number: u64) -> Metered<&Segment> {
        Ok(&self.open(stream, number)?.segment)
    }

    /// The segment that holds the event of this number, with its events.
    pub(super) fn items(&mut self, stream: &Stream, number: u64) -> Metered<(&Segment, &[Item])> {
        let opened = self.open(stream, number)?;
        let mut work = 0;
        if opened.items.is_none() {
            opened.items = Some(opened.segment.items()?);
            work = OPEN;
        }
        let bytes: usize = opened.items.iter().flatten().map(super::event::length).sum();
        work += u64::try_from(bytes).unwrap_or(u64::MAX) / BYTES_PER_UNIT;
        self.transaction.charge(work);
        let opened = self.opened.as_ref();
        let found = opened.and_then(|opened| Some((&opened.segment, opened.items.as_deref()?)));
        found.ok_or_else(hole)
    }

    fn open(&mut self, stream: &Stream, number: u64) -> Metered<&mut Opened> {
        self.go_on()?;
        let holds = |segment: &Segment| segment.first <= number && number <= segment.last();
        let here = |opened: &Opened| opened.stream == stream.key && holds(&opened.segment);
        if !self.opened.as_ref().is_some_and(here) {
            let found = self.transaction.segment(stream.key, number)?;
            self.opened = Some(Opened {
                stream: stream.key,
                segment: found.filter(holds).ok_or_else(hole)?,
                items: None,
            });
        }
        self.opened.as_mut().ok_or_else(hole)
    }
}

fn hole() -> Stop {
    StorageError::Damaged("a stream has a hole".into()).into()
}
