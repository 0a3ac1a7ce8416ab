//! Identifiers. Each is its own type, so that a learner can never be passed where a stream is meant.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

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
                Self(Uuid::new_v4())
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
random_id! {
    /// One run through one tutorial in one mode.
    AttemptId
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
