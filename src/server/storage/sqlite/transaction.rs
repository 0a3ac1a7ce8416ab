//! The transaction of one piece of work.

use super::super::{
    Code, Device, DeviceKey, Member, Result, Share, ShareKey, StorageError, Stream, StreamKey, Transaction,
};
use super::{code, device, erase, member, segment, share, stream};
use crate::domain::ids::{DeviceId, ShareId, StreamId};
use crate::server::exchange::Segment;
use crate::sync::digest::PrefixDigest;
use crate::sync::secret::SecretHash;
use rusqlite::Connection;
use uuid::Uuid;

/// Open as long as the writer keeps its savepoint.
#[derive(Debug)]
pub(super) struct SqliteTransaction<'c> {
    connection: &'c Connection,
    erases: bool,
}

impl<'c> SqliteTransaction<'c> {
    pub(super) const fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            erases: false,
        }
    }

    /// Whether something was deleted that nobody may find again.
    pub(super) const fn erases(&self) -> bool {
        self.erases
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
    fn device(&mut self, bearer: &SecretHash) -> Result<Option<Device>> {
        device::by_bearer(self.connection, bearer)
    }

    fn enrol(&mut self, device: DeviceId, bearer: &SecretHash, today: i32) -> Result<()> {
        device::insert(self.connection, device, bearer, today)
    }

    fn revoke(&mut self, device: DeviceId, revoked: bool) -> Result<bool> {
        device::revoke(self.connection, device, revoked)
    }

    fn forget_idle_devices(&mut self, enrolled_before: i32) -> Result<()> {
        device::forget_idle(self.connection, enrolled_before)
    }

    fn forget_device(&mut self, device: DeviceKey) -> Result<()> {
        device::forget(self.connection, device)
    }

    fn share(&mut self, share: ShareId) -> Result<Option<Share>> {
        share::by_name(self.connection, share)
    }

    fn share_of_claim(&mut self, claim: &SecretHash) -> Result<Option<(ShareKey, ShareId)>> {
        share::by_claim(self.connection, claim)
    }

    fn open_share(&mut self, share: ShareId, claim: &SecretHash) -> Result<ShareKey> {
        share::insert(self.connection, share, Some(claim))
    }

    fn close_share(&mut self, share: ShareId) -> Result<Vec<DeviceKey>> {
        let Some(devices) = share::close(self.connection, share)? else {
            return Ok(Vec::new());
        };
        self.erases = true;
        erase::note(self.connection)?;
        Ok(devices)
    }

    fn set_claim(&mut self, share: ShareKey, claim: &SecretHash) -> Result<()> {
        share::set_claim(self.connection, share, claim)
    }

    fn member(&mut self, share: ShareKey, device: DeviceKey) -> Result<Option<Member>> {
        member::get(self.connection, share, device)
    }

    fn members(&mut self, share: ShareKey) -> Result<Vec<(DeviceId, Member)>> {
        member::list(self.connection, share)
    }

    fn put_member(&mut self, share: ShareKey, member: &Member) -> Result<()> {
        member::put(self.connection, share, member)
    }

    fn drop_member(&mut self, share: ShareKey, device: DeviceKey) -> Result<()> {
        member::delete(self.connection, share, device)
    }

    fn stream(&mut self, stream: StreamId) -> Result<Option<Stream>> {
        stream::by_name(self.connection, stream)
    }

    fn streams(&mut self, share: ShareKey) -> Result<Vec<(StreamId, Stream)>> {
        stream::of_share(self.connection, share)
    }

    fn begin_stream(&mut self, stream: StreamId, share: ShareKey, writer: DeviceKey) -> Result<Stream> {
        stream::insert(self.connection, stream, share, writer)
    }

    fn append(&mut self, stream: StreamKey, segment: &Segment, digest: PrefixDigest) -> Result<()> {
        segment::insert(self.connection, stream, segment)?;
        stream::advance(self.connection, stream, segment.last(), digest)
    }

    fn segment(&mut self, stream: StreamKey, number: u64) -> Result<Option<Segment>> {
        segment::holding(self.connection, stream, number)
    }

    fn put_code(&mut self, code: &SecretHash, share: ShareKey, ends: i64) -> Result<()> {
        code::insert(self.connection, code, share, ends)
    }

    fn code(&mut self, code: &SecretHash) -> Result<Option<Code>> {
        code::get(self.connection, code)
    }

    fn use_code(&mut self, code: &SecretHash, device: DeviceKey) -> Result<()> {
        code::mark_used(self.connection, code, device)
    }

    fn keep_codes(&mut self, share: ShareKey, newest: u32) -> Result<()> {
        code::keep_newest(self.connection, share, newest)
    }

    fn drop_codes(&mut self, share: ShareKey) -> Result<()> {
        code::delete_of_share(self.connection, share)
    }

    fn drop_ended_codes(&mut self, now: i64) -> Result<()> {
        code::delete_ended(self.connection, now)
    }
}
