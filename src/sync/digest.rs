//! Digests of streams: one short number that two sides can compare to know that they hold the same events.
//!
//! `d(0)` is sixteen zero bytes; `d(n)` is the first sixteen bytes of SHA-256 over `d(n-1)` followed by the
//! SHA-256 of the n-th event's frozen bytes. It orders nothing (the numbers do); it only tells a restored or
//! cloned phone, or a restored server, from an honest resend.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Bytes of a prefix digest.
pub const DIGEST_BYTES: usize = 16;
/// Bytes of the hash of one event.
pub const HASH_BYTES: usize = 32;

/// The hash of one event's frozen bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct EventHash(pub [u8; HASH_BYTES]);

impl EventHash {
    /// Of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// The digest of a stream's first events.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PrefixDigest(pub [u8; DIGEST_BYTES]);

impl PrefixDigest {
    /// Of no event at all.
    pub const EMPTY: Self = Self([0; DIGEST_BYTES]);

    /// With one more event.
    #[must_use]
    pub fn then(self, event: EventHash) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(event.0);
        let full: [u8; HASH_BYTES] = hash.finalize().into();
        let mut short = [0; DIGEST_BYTES];
        for (to, from) in short.iter_mut().zip(full) {
            *to = from;
        }
        Self(short)
    }

    /// With one more event of these bytes.
    #[must_use]
    pub fn then_bytes(self, bytes: &[u8]) -> Self {
        self.then(EventHash::of(bytes))
    }
}

fn write_hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

/// Reads exactly `N` bytes of lower- or upper-case hexadecimal.
#[must_use]
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != N * 2 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    // `from_str_radix` would take a sign.
    text.bytes().all(|b| b.is_ascii_hexdigit()).then_some(bytes)
}

macro_rules! hexadecimal {
    ($name:ident, $bytes:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_hex(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_hex(&self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                from_hex::<$bytes>(&text)
                    .map(Self)
                    .ok_or_else(|| de::Error::custom("expected hexadecimal of the right length"))
            }
        }
    };
}

hexadecimal!(EventHash, HASH_BYTES);
hexadecimal!(PrefixDigest, DIGEST_BYTES);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_two_events_never_changes() {
        let digest = PrefixDigest::EMPTY.then_bytes(b"one").then_bytes(b"two");
        assert_eq!(digest.to_string(), "8e98b8851abf705490cc8f30fd2d20a5");
        assert_ne!(digest, PrefixDigest::EMPTY.then_bytes(b"two").then_bytes(b"one"));
    }

    #[test]
    fn it_is_written_as_hexadecimal_and_nothing_else_is_read() {
        let digest = PrefixDigest::EMPTY.then_bytes(b"one");
        let text = serde_json::to_string(&digest).expect("writes");
        assert_eq!(
            serde_json::from_str::<PrefixDigest>(&text).expect("reads"),
            digest
        );
        for wrong in [
            "\"\"",
            "\"00\"",
            "\"+0+0+0+0+0+0+0+0+0+0+0+0+0+0+0+0\"",
            "7",
            "\"ắắắắắắắắ\"",
        ] {
            assert!(serde_json::from_str::<PrefixDigest>(wrong).is_err(), "{wrong}");
        }
    }
}
