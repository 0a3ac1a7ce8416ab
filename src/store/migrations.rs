//! The schema's versions. `user_version` is the number of migrations applied.

use crate::store::error::{Result, StoreError};
use rusqlite::Connection;

/// Every migration, oldest first. A released one never changes.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/device/0001_init.sql"),
    include_str!("../../migrations/device/0002_sync.sql"),
    include_str!("../../migrations/device/0003_fold.sql"),
];

/// The version this build writes.
#[expect(clippy::cast_possible_wrap, reason = "a handful of migrations")]
pub const LATEST: i64 = MIGRATIONS.len() as i64;

/// The version of a database; 0 if nothing was ever committed to it.
pub fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Refuses a database that a newer build wrote, before anything is written to it.
pub fn refuse_newer(connection: &Connection) -> Result<i64> {
    let found = version(connection)?;
    if found > LATEST {
        return Err(StoreError::Newer { found, known: LATEST });
    }
    Ok(found)
}

/// Applies what is missing. The caller holds the transaction, so that it is all or nothing.
pub fn apply_missing(connection: &Connection) -> Result<()> {
    let from = usize::try_from(refuse_newer(connection)?).unwrap_or(0);
    for migration in MIGRATIONS.iter().skip(from) {
        connection.execute_batch(migration)?;
    }
    connection.pragma_update(None, "user_version", LATEST)?;
    Ok(())
}
