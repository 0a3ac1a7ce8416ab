//! Secrets of the protocol. None of them is ever printed: `Debug` shows only what kind it is.

use super::digest::from_hex;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Bytes of a bearer token and of a claim.
pub const SECRET_BYTES: usize = 32;
/// Bytes of the seed on a recovery card.
pub const SEED_BYTES: usize = 11;
/// What a claim is made with, so that a seed used for anything else gives nothing away.
const CLAIM_CONTEXT: &[u8] = b"cung-tien recovery 1";

/// Only its hash is kept by the server.
pub type SecretHash = [u8; SECRET_BYTES];

macro_rules! secret {
    ($(#[$doc:meta])* $name:ident, $bytes:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub struct $name(pub [u8; $bytes]);

        impl $name {
            /// What is kept of it where it must not be known.
            #[must_use]
            pub fn hash(&self) -> SecretHash {
                Sha256::digest(self.0).into()
            }

            /// As lower-case hexadecimal.
            #[must_use]
            pub fn to_hex(&self) -> String {
                self.0.iter().fold(String::new(), |mut text, byte| {
                    text.push_str(&format!("{byte:02x}"));
                    text
                })
            }

            /// From hexadecimal of the right length.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                from_hex(text).map(Self)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.to_hex())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                // The text itself is not repeated in the error: it is nearly a secret.
                Self::from_hex(&text)
                    .ok_or_else(|| de::Error::custom("expected hexadecimal of the right length"))
            }
        }
    };
}

secret! {
    /// What a device shows the server to be known again. Random, made on the device.
    Bearer, SECRET_BYTES
}
secret! {
    /// Proof that a device is one of the learner's own; made from the seed of her recovery card.
    Claim, SECRET_BYTES
}
secret! {
    /// What a recovery card holds.
    Seed, SEED_BYTES
}
secret! {
    /// What a learner's own device shows to let another one in.
    JoinCode, 4
}

impl Bearer {
    /// A new random one.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }
}

impl Seed {
    /// A new random one.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }

    /// The claim that the server knows the hash of.
    #[must_use]
    pub fn claim(&self) -> Claim {
        let mut hash = Sha256::new();
        hash.update(CLAIM_CONTEXT);
        hash.update(self.0);
        Claim(hash.finalize().into())
    }

    /// One byte that tells a slip of the pen from a card of somebody else.
    #[must_use]
    pub fn check_byte(&self) -> u8 {
        let [first, ..] = self.hash();
        first
    }
}

impl JoinCode {
    /// A new random one.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }
}

/// From the operating system's source, through the random bits of version 4 identifiers: 122 bits of each.
fn random<const N: usize>() -> [u8; N] {
    let mut hash = Sha256::new();
    for _ in 0..3 {
        hash.update(uuid::Uuid::new_v4().as_bytes());
    }
    let full: [u8; SECRET_BYTES] = hash.finalize().into();
    let mut bytes = [0; N];
    for (to, from) in bytes.iter_mut().zip(full) {
        *to = from;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_printed() {
        let seed = Seed([7; SEED_BYTES]);
        assert_eq!(format!("{seed:?} {:?}", seed.claim()), "Seed(…) Claim(…)");
    }

    #[test]
    fn the_claim_of_a_card_never_changes() {
        let claim = Seed([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).claim();
        assert_eq!(
            claim.to_hex(),
            "7fbbad4fdd201adf69e0ae47829def61a7ffc2f66c2562334b4281a1e67c7b5c"
        );
    }

    #[test]
    fn two_are_never_the_same() {
        assert_ne!(Bearer::random(), Bearer::random());
        assert_ne!(Seed::random(), Seed::random());
    }
}
