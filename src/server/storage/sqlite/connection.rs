//! How the database is set up.

use super::super::{Result, StorageError};
use super::{migrations, private};
use rusqlite::{Connection, ErrorCode};
use std::path::Path;
use std::time::Duration;

/// Statements that are kept ready; there are fewer.
const STATEMENTS: usize = 64;

/// | pragma | value | why |
/// |---|---|---|
/// | `journal_mode` | WAL | one fsync a commit; operators can copy the database while it is in use |
/// | `synchronous` | FULL | an acknowledged event survives a power cut |
/// | `foreign_keys` | ON | nothing of a closed share stays by mistake |
/// | `secure_delete` | ON | deleted means overwritten |
pub(super) fn open(path: &Path) -> Result<Connection> {
    private::make(path);
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // Before anything is written, the journal mode included.
    migrations::refuse_newer(&connection)?;
    private::close(path);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    migrations::apply_missing(&mut connection)?;
    Ok(connection)
}

impl From<rusqlite::Error> for StorageError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
                Self::Unreachable(error.to_string())
            }
            _ => Self::Failed(error.to_string()),
        }
    }
}
