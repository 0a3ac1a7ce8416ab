//! The transaction of one piece of work.

use super::super::{
    Code, Device, DeviceKey, Member, Result, Share, ShareKey, StorageError, Stream, StreamKey, Transaction,
    Usage,
};
use super::{code, device, erase, member, segment, share, stream};
use crate::domain::ids::{DeviceId, ShareId, StreamId};
use crate::server::exchange::Segment;
use crate::sync::digest::PrefixDigest;
use crate::sync::secret::SecretHash;
use rusqlite::Connection;
use uuid::Uuid;

/// Looking for one row.
const LOOK: u64 = 5;
/// Each row of a list.
const ROW: u64 = 1;
/// Writing one row, with its indexes.
const WRITE: u64 = 15;
/// Overwriting one row.
const ERASE: u64 = 8;

/// Open as long as the writer keeps its savepoint.
#[derive(Debug)]
pub(super) struct SqliteTransaction<'c> {
    connection: &'c Connection,
    room: bool,
    erases: bool,
    full: bool,
    spent: u64,
}

impl<'c> SqliteTransaction<'c> {
    pub(super) const fn new(connection: &'c Connection, room: bool) -> Self {
        Self {
            connection,
            room,
            erases: false,
            full: false,
            spent: 0,
        }
    }

    /// Whether something was deleted, or was to be, that nobody may find again.
    pub(super) const fn erases(&self) -> bool {
        self.erases
    }

    /// Whether the disk was full.
    pub(super) const fn found_no_space(&self) -> bool {
        self.full
    }

    /// Charges for something that was done.
    fn did<T>(&mut self, work: u64, outcome: Result<T>) -> Result<T> {
        self.charge(work);
        self.full |= matches!(outcome, Err(StorageError::Full));
        outcome
    }

    /// The same for something that deletes what nobody may find again.
    fn erase<T>(&mut self, erase: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.erases = true;
        let outcome = erase(self.connection).and_then(|done| erase::note(self.connection).map(|()| done));
        self.did(2 * WRITE, outcome)
    }

    fn listed<T>(&mut self, outcome: Result<Vec<T>>) -> Result<Vec<T>> {
        let rows = outcome.as_ref().map_or(0, Vec::len);
        self.did(LOOK + ROW * u64::try_from(rows).unwrap_or(u64::MAX), outcome)
    }
}

/// A number as SQLite keeps it.
pub(super) fn signed(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| StorageError::Failed("a number is too large".into()))
}

/// A number as the rules know it.
pub(super) fn unsigned(number: i64) -> Result<u64> {
    u64::try_from(number).map_err(|_| StorageError::Damaged("a number is below zero".into()))
}

/// Sixteen bytes as an identifier.
pub(super) const fn id(bytes: [u8; 16]) -> Uuid {
    Uuid::from_bytes(bytes)
}

impl Transaction for SqliteTransaction<'_> {
    fn charge(&mut self, work: u64) {
        self.spent = self.spent.saturating_add(work);
    }

    fn spent(&self) -> u64 {
        self.spent
    }

    fn has_room(&self) -> bool {
        self.room
    }

    fn usage_of_share(&mut self, share: ShareKey) -> Result<Usage> {
        let found = stream::usage_of_share(self.connection, share);
        self.did(LOOK, found)
    }

    fn usage_of_device(&mut self, device: DeviceKey) -> Result<Usage> {
        let found = stream::usage_of_device(self.connection, device);
        self.did(LOOK, found)
    }

    fn devices_of_share(&mut self, share: ShareKey) -> Result<u64> {
        let found = member::count_of_share(self.connection, share);
        self.did(LOOK, found)
    }

    fn shares_of_device(&mut self, device: DeviceKey) -> Result<u64> {
        let found = member::count_of_device(self.connection, device);
        self.did(LOOK, found)
    }

    fn device(&mut self, bearer: &SecretHash) -> Result<Option<Device>> {
        let found = device::by_bearer(self.connection, bearer);
        self.did(LOOK, found)
    }

    fn enrol(&mut self, device: DeviceId, bearer: &SecretHash, today: i32) -> Result<()> {
        let written = device::insert(self.connection, device, bearer, today);
        self.did(WRITE, written)
    }

    fn revoke(&mut self, device: DeviceId, revoked: bool) -> Result<bool> {
        let written = device::revoke(self.connection, device, revoked);
        self.did(WRITE, written)
    }

    fn forget_idle_devices(&mut self, enrolled_before: i32) -> Result<()> {
        let written = device::forget_idle(self.connection, enrolled_before);
        self.did(WRITE, written)
    }

    fn forget_device(&mut self, device: DeviceKey) -> Result<()> {
        let forgotten = device::forget(self.connection, device);
        if self.did(WRITE, forgotten)? {
            // Its bearer's hash is gone with it.
            self.erase(|_| Ok(()))?;
        }
        Ok(())
    }

    fn share(&mut self, share: ShareId) -> Result<Option<Share>> {
        let found = share::by_name(self.connection, share);
        self.did(LOOK, found)
    }

    fn share_of_claim(&mut self, claim: &SecretHash) -> Result<Option<(ShareKey, ShareId)>> {
        let found = share::by_claim(self.connection, claim);
        self.did(LOOK, found)
    }

    fn open_share(&mut self, share: ShareId, claim: &SecretHash) -> Result<ShareKey> {
        let written = share::insert(self.connection, share, Some(claim));
        self.did(WRITE, written)
    }

    fn close_share(&mut self, share: ShareId) -> Result<Vec<DeviceKey>> {
        let closed = share::close(self.connection, share);
        // Also where the disk had no space for it: then it is done once more, and may use the reserve.
        self.erases |= !matches!(closed, Ok(None));
        let Some(closed) = self.did(WRITE, closed)? else {
            return Ok(Vec::new());
        };
        self.charge(ERASE.saturating_mul(closed.rows));
        self.erase(|_| Ok(closed.devices))
    }

    fn set_claim(&mut self, share: ShareKey, claim: &SecretHash) -> Result<()> {
        self.erase(|connection| share::set_claim(connection, share, claim))
    }

    fn member(&mut self, share: ShareKey, device: DeviceKey) -> Result<Option<Member>> {
        let found = member::get(self.connection, share, device);
        self.did(LOOK, found)
    }

    fn members(&mut self, share: ShareKey) -> Result<Vec<(DeviceId, Member)>> {
        let found = member::list(self.connection, share);
        self.listed(found)
    }

    fn put_member(&mut self, share: ShareKey, member: &Member) -> Result<()> {
        let written = member::put(self.connection, share, member);
        self.did(WRITE, written)
    }

    fn drop_member(&mut self, share: ShareKey, device: DeviceKey) -> Result<()> {
        self.erase(|connection| member::delete(connection, share, device))
    }

    fn stream(&mut self, stream: StreamId) -> Result<Option<Stream>> {
        let found = stream::by_name(self.connection, stream);
        self.did(LOOK, found)
    }

    fn streams(&mut self, share: ShareKey) -> Result<Vec<(StreamId, Stream)>> {
        let found = stream::of_share(self.connection, share);
        self.listed(found)
    }

    fn begin_stream(&mut self, stream: StreamId, share: ShareKey, writer: DeviceKey) -> Result<Stream> {
        let written = stream::insert(self.connection, stream, share, writer);
        self.did(WRITE, written)
    }

    fn append(&mut self, stream: StreamKey, segment: &Segment, digest: PrefixDigest) -> Result<()> {
        let bytes = segment.stored_bytes();
        let written = segment::insert(self.connection, stream, segment)
            .and_then(|()| stream::advance(self.connection, stream, segment.last(), digest, bytes));
        self.did(2 * WRITE, written)
    }

    fn segment(&mut self, stream: StreamKey, number: u64) -> Result<Option<Segment>> {
        let found = segment::holding(self.connection, stream, number);
        self.did(LOOK, found)
    }

    fn put_code(&mut self, code: &SecretHash, share: ShareKey, ends: i64) -> Result<()> {
        let written = code::insert(self.connection, code, share, ends);
        self.did(WRITE, written)
    }

    fn code(&mut self, code: &SecretHash) -> Result<Option<Code>> {
        let found = code::get(self.connection, code);
        self.did(LOOK, found)
    }

    fn use_code(&mut self, code: &SecretHash, device: DeviceKey) -> Result<()> {
        let written = code::mark_used(self.connection, code, device);
        self.did(WRITE, written)
    }

    fn keep_codes(&mut self, share: ShareKey, newest: u32) -> Result<()> {
        let written = code::keep_newest(self.connection, share, newest);
        self.did(WRITE, written)
    }

    fn drop_codes(&mut self, share: ShareKey) -> Result<()> {
        let written = code::delete_of_share(self.connection, share);
        self.did(WRITE, written)
    }

    fn drop_ended_codes(&mut self, now: i64) -> Result<()> {
        let written = code::delete_ended(self.connection, now);
        self.did(WRITE, written)
    }
}
