//! What can go wrong with the device database, sorted by what can be done about it.

use crate::content::pack::PackError;
use rusqlite::ErrorCode;

/// A failure of the device database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The storage is full: nothing was written; it works again when there is space.
    #[error("the storage is full")]
    Full,
    /// Another window of the app has the database.
    #[error("the database is in use elsewhere")]
    InUse,
    /// Written by a newer build of the app; left untouched.
    #[error("the database is of version {found}, this app knows {known}")]
    Newer {
        /// Version of the database.
        found: i64,
        /// Newest version this build knows.
        known: i64,
    },
    /// The file is damaged.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// What was asked for is not there (any more).
    #[error("{0} is not here")]
    NotFound(&'static str),
    /// A stored value cannot be read.
    #[error("a stored value cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// What should be installed is no content pack.
    #[error(transparent)]
    NoPack(#[from] PackError),
    /// The operating system refused.
    #[error("the storage cannot be reached: {0}")]
    Unreachable(String),
    /// Anything else SQLite says.
    #[error("the database failed: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::Unreachable(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

/// Result of a store operation.
pub type Result<T> = std::result::Result<T, StoreError>;
