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
    /// The files were cleared while the app was open, or between two looks at them.
    #[error("the files are gone")]
    FilesGone,
    /// What is stored is damaged. Opened again, it is put aside, and what can be read goes on.
    #[error("the data is damaged: {0}")]
    Damaged(String),
    /// The part of the app that keeps the data could not be loaded.
    #[error("the worker could not be loaded")]
    WorkerLost,
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
            StoreError::Damaged(text) => Self::Damaged(text),
            other => Self::Failed(other.to_string()),
        }
    }
}

impl CoreError {
    /// Whether the core is worth nothing more, and a fresh one may be.
    #[must_use]
    pub const fn is_cured_by_opening_again(&self) -> bool {
        matches!(
            self,
            Self::Crashed | Self::WorkerLost | Self::OpenElsewhere | Self::Damaged(_)
        )
    }
}

/// Result of a use case.
pub type Result<T> = std::result::Result<T, CoreError>;
