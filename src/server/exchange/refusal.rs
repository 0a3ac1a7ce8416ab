//! Why a request is refused as a whole.

use crate::server::storage::StorageError;
use crate::sync::wire::ProblemCode;

/// A request that is refused; nothing of it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// For programs.
    pub code: ProblemCode,
    /// For people who read logs. Never holds anything that was sent.
    pub reason: String,
    /// Seconds after which it may be tried again.
    pub retry_after: Option<u64>,
}

impl Refusal {
    /// With this reason.
    pub fn new(code: ProblemCode, reason: impl Into<String>) -> Self {
        Self {
            code,
            reason: reason.into(),
            retry_after: None,
        }
    }

    pub(super) fn no_share() -> Self {
        Self::new(ProblemCode::NoShare, "this device is in no open share of this id")
    }

    pub(super) fn not_own() -> Self {
        Self::new(
            ProblemCode::NotOwn,
            "only one of the learner's own devices may do this",
        )
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The request is refused.
    Refused(Refusal),
    /// The database failed.
    Storage(StorageError),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}
