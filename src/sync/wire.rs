//! What is said between a device and the server, version 1. The bytes are frozen: a change that old devices or old
//! servers would misread is a new version. Unknown fields are ignored on both sides.

use super::digest::{EventHash, PrefixDigest};
use super::secret::{Claim, JoinCode};
use crate::domain::ids::{DeviceId, ShareId, StreamId};
use serde::{Deserialize, Serialize};

/// The version spoken here.
pub const WIRE: u32 = 1;
/// Most events in one request.
pub const MAX_EVENTS: usize = 500;
/// Most bytes of events in one request, before compression.
pub const MAX_EVENT_BYTES: usize = 64 * 1024;
/// Longest single event, in bytes.
pub const MAX_ONE_EVENT_BYTES: usize = 4 * 1024;
/// Longest request body after inflating, in bytes: the events, escaped, and what goes around them.
pub const MAX_BODY_BYTES: usize = 256 * 1024;
/// Most shares in one request: a family's device holds a handful.
pub const MAX_SHARES: usize = 64;
/// Most orders in one request.
pub const MAX_ORDERS: usize = 64;
/// Most streams of one learner in one request.
pub const MAX_STREAMS: usize = 256;
/// Most streams of all learners in one request, written here or not.
pub const MAX_STREAMS_IN_ALL: usize = 1024;
/// Longest version of an app, in characters.
pub const MAX_APP_CHARS: usize = 64;

/// `POST /v1/sync`: one stateless round trip for every learner of a device who consented.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SyncRequest {
    /// Must be [`WIRE`].
    pub wire: u32,
    /// Version of the app, for the server's operators; 64 characters at most.
    #[cfg_attr(feature = "server", schema(max_length = 64))]
    pub app: String,
    /// Version of the installed content pack.
    pub pack: u32,
    /// Ends of sharing. They are repeated in every request for as long as the device lives, so that a server
    /// restored from a backup hears of them again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<Order>,
    /// One entry for each learner who shares from this device.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<ShareRequest>,
}

/// An end of sharing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "order", rename_all = "kebab-case")]
pub enum Order {
    /// Delete everything of this share and close its id for good. Withdrawing consent and erasing are the same
    /// to the server; what happens on the devices differs.
    Close {
        /// Which.
        share: ShareId,
        /// Proof that the order comes from one of her own devices, also where the server forgot the grant.
        claim: Claim,
    },
    /// This device no longer belongs to the share. What it sent stays: it is hers.
    Leave {
        /// Which.
        share: ShareId,
    },
}

impl Order {
    /// Of which share.
    #[must_use]
    pub const fn share(&self) -> ShareId {
        match self {
            Self::Close { share, .. } | Self::Leave { share } => *share,
        }
    }
}

/// One learner who shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ShareRequest {
    /// The only name the server knows her by.
    pub share: ShareId,
    /// Sent to create the share, and again when the server does not know that this is one of her own devices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// The streams this device writes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put: Vec<Put>,
    /// The streams of other devices, as far as they are here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub have: Vec<Have>,
}

/// The next events of a stream this device writes. With no events it asks how far the server is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Put {
    /// Which stream.
    pub stream: StreamId,
    /// The number of the event before the first one sent; what the server is believed to have.
    pub after: u64,
    /// Digest of the first `after` events.
    pub digest: PrefixDigest,
    /// Events `after + 1`, `after + 2` …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Item>,
}

/// How much of another device's stream is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Have {
    /// Which stream.
    pub stream: StreamId,
    /// Events 1 to this one.
    pub through: u64,
    /// Digest of them.
    pub digest: PrefixDigest,
}

/// The answer to [`SyncRequest`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SyncReply {
    /// The version spoken.
    pub wire: u32,
    /// The server's clock, milliseconds since 1970. For display only: no event is judged by it.
    pub server_time: i64,
    /// What the next request may hold.
    pub limits: Limits,
    /// Seconds to wait before the next request, if the server wants some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// Newest content pack the server knows.
    pub pack: u32,
    /// Further events wait to be pulled: ask again at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// What became of each order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<OrderReply>,
    /// One entry for each share of the request, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<ShareReply>,
}

/// What a request may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Limits {
    /// Most events.
    pub events: usize,
    /// Most bytes of events before compression.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            events: MAX_EVENTS,
            bytes: MAX_EVENT_BYTES,
        }
    }
}

/// What became of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct OrderReply {
    /// Of which share.
    pub share: ShareId,
    /// What became of it.
    pub result: OrderResult,
}

/// What became of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrderResult {
    /// Deleted and closed, now or earlier.
    Closed,
    /// This device is no longer in it, since now or earlier.
    Left,
    /// The claim is not hers, and this device is not one of her own.
    Refused,
    /// Nothing was done yet: the request asked for too much, or too many ids nobody heard of were named from here.
    /// The device keeps the order and repeats it.
    Later,
    /// A newer server's word.
    #[serde(other)]
    Unknown,
}

/// The answer for one share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ShareReply {
    /// Which.
    pub share: ShareId,
    /// Whether this device may read and append. In every state but `own` and `joined`,
    /// nothing was stored.
    pub state: ShareState,
    /// One entry for each `put`, in the order of the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put: Vec<PutReply>,
    /// Streams of other devices with something to say of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pull: Vec<Pull>,
}

/// Whether a device may use a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ShareState {
    /// It may; the learner's own device.
    Own,
    /// It may; a device that joined.
    Joined,
    /// Closed for good. The device keeps its events, stops, and tells its user.
    Closed,
    /// No such share, and no claim came with the request.
    Unknown,
    /// The share exists and this device does not belong to it, or the claim is not (or no longer) right.
    NotGranted,
    /// This device was taken out.
    Removed,
    /// Nothing was looked at or stored: a quota is used up, the disk is full, or the request asked for too much.
    Later,
    /// A newer server's word: nothing was stored, try later.
    #[serde(other)]
    Other,
}

/// How a stream this device writes stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PutReply {
    /// Which.
    pub stream: StreamId,
    /// Whether the server's events are the device's.
    pub state: PutState,
    /// The server has events 1 to this one; it can be less than was sent, more, or less than ever before.
    pub ack_through: u64,
    /// Digest of them. A device that finds another digest there was restored or cloned.
    pub digest: PrefixDigest,
    /// So many first events were compared and are the same on both sides.
    pub common: u64,
    /// Events that will never be taken. They count as handled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<Rejected>,
}

/// Whether the server's events of a stream are the device's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PutState {
    /// They are.
    Stored,
    /// The server has less than `after`: nothing was stored, send again from `ack_through`.
    Gap,
    /// They are not; nothing was stored. The device opens a new stream.
    Forked,
    /// The stream belongs to another device or another share; nothing was stored. The device opens a new stream.
    Foreign,
    /// Nothing was stored: a quota is used up, the disk is full, or the request asked for too much. Later.
    Later,
    /// A newer server's word: nothing was stored, try later.
    #[serde(other)]
    Other,
}

/// An event that will never be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Rejected {
    /// Its number.
    pub seq: u64,
    /// Why.
    pub code: RejectCode,
}

/// Why an event will never be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RejectCode {
    /// Not a JSON object with a whole-number `day` and a textual `kind`.
    Malformed,
    /// Longer than [`MAX_ONE_EVENT_BYTES`].
    TooLong,
    /// A newer server's word.
    #[serde(other)]
    Other,
}

impl RejectCode {
    /// As it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::TooLong => "too-long",
            Self::Other => "other",
        }
    }
}

/// Events of a stream that another device writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Pull {
    /// Which.
    pub stream: StreamId,
    /// Whether what the device has is the beginning of what the server has.
    pub state: PullState,
    /// The number of the event before the first one sent. For `behind`, how far the server is.
    pub after: u64,
    /// Digest of the first `after` events, as the server has them.
    pub digest: PrefixDigest,
    /// Events `after + 1` and on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Item>,
}

/// Whether what a device has of a stream is the beginning of what the server has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PullState {
    /// It is, and here is what follows.
    Next,
    /// The server has less: it was restored. The device sends what it has more under a stream of its own.
    Behind,
    /// They differ. The device sends all it has under a stream of its own, and takes the server's from the start.
    Differs,
    /// A newer server's word: nothing can be done with it.
    #[serde(other)]
    Other,
}

/// An event on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Item {
    /// Its frozen bytes, as text.
    Event(String),
    /// It was rejected, or its device cannot send it because it is damaged: only its hash is known.
    Gone {
        /// The hash.
        gone: EventHash,
    },
}

impl Item {
    /// The hash of the event.
    #[must_use]
    pub fn hash(&self) -> EventHash {
        match self {
            Self::Event(text) => EventHash::of(text.as_bytes()),
            Self::Gone { gone } => *gone,
        }
    }
}

/// `POST /v1/joins`: one of her own devices asks for a code that lets one other device in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct JoinRequest {
    /// Into which share.
    pub share: ShareId,
}

/// The code: single use, and only for a quarter of an hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct JoinReply {
    /// To be shown as words and as a QR code.
    pub code: JoinCode,
    /// Seconds until it is worth nothing.
    pub expires_in: u32,
}

/// `POST /v1/joins/redeem`: the other device uses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RedeemRequest {
    /// As read out or scanned.
    pub code: JoinCode,
}

/// `POST /v1/recover`: a new device uses the recovery card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RecoverRequest {
    /// Made from the words of the card.
    pub claim: Claim,
}

/// What a device was let into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct GrantReply {
    /// The share.
    pub share: ShareId,
}

/// `GET /v1/shares/{share}/devices`: who may read her progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DevicesReply {
    /// First in, first listed.
    pub devices: Vec<LinkedDevice>,
}

/// A device that may read her progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct LinkedDevice {
    /// To name it when it is taken out.
    pub device: DeviceId,
    /// One of her own, or joined.
    pub own: bool,
    /// The one that asks.
    pub this: bool,
    /// Days since 1970 (UTC) on which it came in, by the server's clock.
    pub since: i32,
}

/// `POST /v1/shares/{share}/remove`: "Gỡ". Only from her own devices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RemoveRequest {
    /// Which device.
    pub device: DeviceId,
    /// A new claim, needed when one of her own devices is taken out: it knows the old one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
}

/// `POST /v1/shares/{share}/claim`: a new recovery card; the old one is worth nothing from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RenewRequest {
    /// Made from the words of the new card.
    pub claim: Claim,
}

/// Every answer that is not a success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Problem {
    /// For programs.
    pub code: ProblemCode,
    /// For people who read logs, in English.
    pub reason: String,
}

/// What was wrong, for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// 400: not JSON, or not of the right shape.
    Malformed,
    /// 400: the version is older than any the server still speaks.
    WireTooOld,
    /// 400: the version is newer than any the server knows.
    WireTooNew,
    /// 401: there is no bearer token of the right form.
    NoToken,
    /// 401: the server does not know this device (any more): enrol again.
    UnknownDevice,
    /// 403: this device was locked out by the server's operators.
    Revoked,
    /// 403: only one of the learner's own devices may do this.
    NotOwn,
    /// 404: no such share, or it is closed.
    NoShare,
    /// 404: no such code: wrong, used up, or too old.
    NoSuchCode,
    /// 404: no such card: wrong words, or a newer card was made.
    NoSuchCard,
    /// 404: no such device in this share.
    NoSuchDevice,
    /// 404: no such address.
    NoSuchAddress,
    /// 405: not with this method.
    Method,
    /// 408: the body did not come in time.
    TooSlow,
    /// 409: a new claim is needed when one of her own devices is taken out.
    ClaimNeeded,
    /// 413: the body, inflated, is too long.
    TooLarge,
    /// 413: too many events, bytes, shares, orders or streams in one request.
    TooMuch,
    /// 415: the body is not JSON, or compressed in a way the server does not know.
    WrongType,
    /// 429: later, please; `Retry-After` says when.
    TooOften,
    /// 500: the server failed; nothing was stored.
    Failed,
    /// 503: the server is busy or stopping; nothing was stored.
    Busy,
    /// 507: a quota is used up, or the disk is full; nothing was stored.
    Full,
    /// A newer server's word.
    #[serde(other)]
    Other,
}
