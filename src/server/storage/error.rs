//! What can go wrong with the database, sorted by what can be done about it.

/// A failure of the database. Nothing was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// Too much waits to be written already.
    #[error("the database has more to do than it can")]
    Busy,
    /// It was closed.
    #[error("the database is closed")]
    Stopped,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Written by a newer server; left untouched.
    #[error("the database is of version {found}, this server knows {known}")]
    Newer {
        /// Version of the database.
        found: i64,
        /// Newest version this build knows.
        known: i64,
    },
    /// What is stored cannot be read.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// It cannot be opened.
    #[error("the database cannot be opened: {0}")]
    Unreachable(String),
    /// Anything else.
    #[error("the database failed: {0}")]
    Failed(String),
}
