//! What can go wrong, as far as a learner has to know it.

use crate::store::StoreError;
use serde::{Deserialize, Serialize};

/// A failure that the screens turn into a sentence with a next action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum CoreError {
    /// Nothing was saved because the device is full.
    #[error("the storage is full")]
    StorageFull,
    /// Another window or tab has the database.
    #[error("the app is open elsewhere")]
    OpenElsewhere,
    /// The database was written by a newer build; it was not touched.
    #[error("the data is from a newer version of the app")]
    NewerData,
    /// What was asked for is not there.
    #[error("not found: {0}")]
    NotFound(String),
    /// A step was reported that cannot come next.
    #[error("this step cannot come next")]
    OutOfOrder,
    /// A name with nothing in it.
    #[error("the name is empty")]
    EmptyName,
    /// The guest of a device shares nothing: there is nobody who could consent.
    #[error("a guest shares nothing")]
    GuestsDoNotShare,
    /// Only one of the learner's own devices may do this.
    #[error("only one of the learner's own devices may do this")]
    NotHerOwnDevice,
    /// The core failed inside; it starts again with the next request.
    #[error("the app failed inside")]
    Crashed,
    /// Anything else; the text is for a log, not for a learner.
    #[error("{0}")]
    Failed(String),
}

impl From<StoreError> for CoreError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::StorageFull,
            StoreError::InUse => Self::OpenElsewhere,
            StoreError::Newer { .. } => Self::NewerData,
            StoreError::NotFound(what) => Self::NotFound(what.to_owned()),
            other => Self::Failed(other.to_string()),
        }
    }
}

/// Result of a use case.
pub type Result<T> = std::result::Result<T, CoreError>;
