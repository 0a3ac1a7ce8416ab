//! Identifiers. Each is its own type, so that a learner can never be passed where a stream is meant.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use uuid::Uuid;

fn fresh() -> Uuid {
    #[cfg(debug_assertions)]
    if let Some(random) = seeded::next() {
        return uuid::Builder::from_random_bytes(random.to_be_bytes()).into_uuid();
    }
    Uuid::new_v4()
}

/// Ids from a seed: ids break ties and order rows, so that a simulation told again needs the same ones. Not in the app
/// as shipped.
#[cfg(debug_assertions)]
#[doc(hidden)]
pub mod seeded {
    use std::cell::RefCell;

    /// Gives random numbers.
    pub type Source = Box<dyn FnMut() -> u128>;

    thread_local! {
        static SOURCE: RefCell<Option<Source>> = const { RefCell::new(None) };
    }

    /// Where ids of this thread come from, from now on; `None` for the operating system.
    pub fn take_from(source: Option<Source>) {
        SOURCE.replace(source);
    }

    pub(super) fn next() -> Option<u128> {
        SOURCE.with_borrow_mut(|source| source.as_mut().map(|next| next()))
    }
}

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new random id (UUID version 4: it tells nothing about the phone or the time).
            #[must_use]
            pub fn random() -> Self {
                Self(fresh())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

random_id! {
    /// A profile on this device. Never leaves it.
    LearnerId
}
/// One run through one tutorial in one mode.
///
/// 40 random bits, written as 10 hexadecimal digits: they are only told apart within one learner's attempts, so that
/// more would only cost her data (`docs/decisions/0010-short-attempt-ids-and-words.md` has the arithmetic). The first builds wrote
/// whole UUIDs; those are read, and written back as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttemptId(pub Uuid);

impl AttemptId {
    /// A new random id.
    #[must_use]
    pub fn random() -> Self {
        // The first 48 bits of a random UUID are random.
        let random = fresh().as_u128() >> (u128::BITS - Self::BITS);
        Self(Uuid::from_u128(random))
    }

    const BITS: u32 = 40;
    /// Four bits each.
    const DIGITS: usize = 10;
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_u128() {
            short if short >> Self::BITS == 0 => write!(f, "{short:0width$x}", width = Self::DIGITS),
            _ => self.0.fmt(f),
        }
    }
}

impl std::str::FromStr for AttemptId {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() == Self::DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let short = u128::from_str_radix(text, 16).unwrap_or_default();
            return Ok(Self(Uuid::from_u128(short)));
        }
        text.parse().map(Self)
    }
}

impl Serialize for AttemptId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AttemptId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
random_id! {
    /// One learner on one device: the unit of ordering for events.
    StreamId
}
random_id! {
    /// The only name a server knows a learner by; a new one each time she consents.
    ShareId
}
random_id! {
    /// A device, as a server knows it. Given by the server.
    DeviceId
}

macro_rules! content_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as written in the content files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(text.to_owned()))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

content_id! {
    /// A tutorial, such as `vneid-login`. Stable for ever: progress hangs on it.
    TutorialId
}
content_id! {
    /// A step within its tutorial. Stable for ever: a run resumes at it.
    StepId
}
content_id! {
    /// A simulated screen within its tutorial.
    ScreenId
}
content_id! {
    /// Something on a simulated screen that can be tapped.
    ElementId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_are_short_and_the_long_ones_of_the_first_builds_stay_as_they_are() {
        for text in ["00000000ff", "1b4e28ba-2fa1-4d3b-8a3f-ef19b5a7633b"] {
            assert_eq!(text.parse::<AttemptId>().expect("an id").to_string(), text);
        }
        assert_eq!(AttemptId::random().to_string().len(), 10);
        assert_ne!(AttemptId::random(), AttemptId::random());
        for wrong in ["", "+0000000ff", "00000000000000ff", "xyz"] {
            assert!(wrong.parse::<AttemptId>().is_err(), "{wrong}");
        }
    }
}
