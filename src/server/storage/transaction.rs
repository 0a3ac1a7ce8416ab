//! What the rules of the protocol may ask of a database, within one transaction.

use super::Result;
use crate::domain::ids::{DeviceId, ShareId, StreamId};
use crate::server::exchange::Segment;
use crate::sync::digest::PrefixDigest;
use crate::sync::secret::SecretHash;

/// How a database names a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeviceKey(pub i64);

/// How a database names a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ShareKey(pub i64);

/// How a database names a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StreamKey(pub i64);

/// A device that enrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    /// Which.
    pub key: DeviceKey,
    /// Locked out by the server's operators.
    pub revoked: bool,
}

/// What operators may know of a device, to find one that has to be locked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceFacts {
    /// How other devices of its shares name it.
    pub device: DeviceId,
    /// Day (UTC, since 1970) on which it enrolled.
    pub enrolled: i32,
    /// Locked out.
    pub revoked: bool,
    /// How many shares it is in.
    pub shares: u32,
    /// How many events it sent.
    pub events: u64,
    /// How much room they take.
    pub bytes: u64,
}

/// A share that was heard of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Which.
    pub key: ShareKey,
    /// Open or closed.
    pub state: ShareState,
}

/// Whether a share is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareState {
    /// It is.
    Open {
        /// Hash of the claim on the learner's card.
        claim: SecretHash,
    },
    /// No longer, and never again.
    Closed,
}

/// A device's place in a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The device.
    pub device: DeviceKey,
    /// One of the learner's own, or joined.
    pub own: bool,
    /// Day (UTC) on which it came in.
    pub since: i32,
    /// It was taken out.
    pub removed: bool,
}

/// A stream that has events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stream {
    /// Which.
    pub key: StreamKey,
    /// To which share it belongs.
    pub share: ShareKey,
    /// The device that began it.
    pub writer: DeviceKey,
    /// Number of its last event.
    pub head: u64,
    /// Digest of all its events.
    pub digest: PrefixDigest,
}

/// A code that lets one device in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Into which share.
    pub share: ShareKey,
    /// How that is called.
    pub share_id: ShareId,
    /// Milliseconds since 1970 from which it is worth nothing.
    pub ends: i64,
    /// Who used it.
    pub used_by: Option<DeviceKey>,
}

/// One transaction: everything or nothing of what is written through it stays.
///
/// Every method fails only when the database does.
#[expect(clippy::missing_errors_doc, reason = "said once for all of them")]
pub trait Transaction {
    /// The device with this bearer.
    fn device(&mut self, bearer: &SecretHash) -> Result<Option<Device>>;
    /// Adds a device.
    fn enrol(&mut self, device: DeviceId, bearer: &SecretHash, today: i32) -> Result<()>;
    /// Locks a device out, or lets it in again. Says whether there is such a device.
    fn revoke(&mut self, device: DeviceId, revoked: bool) -> Result<bool>;
    /// Forgets some devices that enrolled before this day and belong to no share.
    fn forget_idle_devices(&mut self, enrolled_before: i32) -> Result<()>;
    /// Forgets a device that belongs to no share. One that was locked out stays locked out.
    fn forget_device(&mut self, device: DeviceKey) -> Result<()>;

    /// The share of this id.
    fn share(&mut self, share: ShareId) -> Result<Option<Share>>;
    /// The newest open share with this claim.
    fn share_of_claim(&mut self, claim: &SecretHash) -> Result<Option<(ShareKey, ShareId)>>;
    /// Adds an open share.
    fn open_share(&mut self, share: ShareId, claim: &SecretHash) -> Result<ShareKey>;
    /// Deletes everything of a share but its id, and keeps that for ever, also if it was never heard of. Gives the
    /// devices that were in it or had sent something to it.
    fn close_share(&mut self, share: ShareId) -> Result<Vec<DeviceKey>>;
    /// Replaces the claim.
    fn set_claim(&mut self, share: ShareKey, claim: &SecretHash) -> Result<()>;

    /// A device's place in a share.
    fn member(&mut self, share: ShareKey, device: DeviceKey) -> Result<Option<Member>>;
    /// Everyone in a share, first in, first listed; those taken out too.
    fn members(&mut self, share: ShareKey) -> Result<Vec<(DeviceId, Member)>>;
    /// Lets a device in, or changes its place.
    fn put_member(&mut self, share: ShareKey, member: &Member) -> Result<()>;
    /// Forgets that a device was in a share.
    fn drop_member(&mut self, share: ShareKey, device: DeviceKey) -> Result<()>;

    /// The stream of this id, in whichever share.
    fn stream(&mut self, stream: StreamId) -> Result<Option<Stream>>;
    /// All streams of a share, in the order in which they began.
    fn streams(&mut self, share: ShareKey) -> Result<Vec<(StreamId, Stream)>>;
    /// Begins a stream without events.
    fn begin_stream(&mut self, stream: StreamId, share: ShareKey, writer: DeviceKey) -> Result<Stream>;
    /// Adds a segment at the end of a stream, whose digest becomes this one.
    fn append(&mut self, stream: StreamKey, segment: &Segment, digest: PrefixDigest) -> Result<()>;
    /// The segment in which the event of this number is.
    fn segment(&mut self, stream: StreamKey, number: u64) -> Result<Option<Segment>>;

    /// Adds a code.
    fn put_code(&mut self, code: &SecretHash, share: ShareKey, ends: i64) -> Result<()>;
    /// The code with this hash, whether it is still worth something or not.
    fn code(&mut self, code: &SecretHash) -> Result<Option<Code>>;
    /// Notes who used a code.
    fn use_code(&mut self, code: &SecretHash, device: DeviceKey) -> Result<()>;
    /// Forgets the oldest unused codes of a share until so many are left.
    fn keep_codes(&mut self, share: ShareKey, newest: u32) -> Result<()>;
    /// Forgets all codes of a share.
    fn drop_codes(&mut self, share: ShareKey) -> Result<()>;
    /// Forgets all codes that ended before this moment.
    fn drop_ended_codes(&mut self, now: i64) -> Result<()>;
}
