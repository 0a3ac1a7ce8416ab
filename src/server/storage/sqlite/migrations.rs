//! The schema's versions. `user_version` is the number of migrations applied.

use super::super::{Result, StorageError};
use rusqlite::{Connection, TransactionBehavior};

/// Every migration, oldest first. A released one never changes.
const MIGRATIONS: &[&str] = &[include_str!("../../../../migrations/server-sqlite/0001_init.sql")];

#[expect(clippy::cast_possible_wrap, reason = "a handful of migrations")]
const LATEST: i64 = MIGRATIONS.len() as i64;

/// Refuses a database that a newer server wrote, before anything is written to it.
pub(super) fn refuse_newer(connection: &Connection) -> Result<i64> {
    let found = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > LATEST {
        return Err(StorageError::Newer { found, known: LATEST });
    }
    Ok(found)
}

/// Whether nothing is missing.
pub(super) fn is_current(connection: &Connection) -> Result<bool> {
    Ok(refuse_newer(connection)? == LATEST)
}

/// Applies what is missing, all or nothing. Of two servers that start at once, the second waits and finds it done.
pub(super) fn apply_missing(connection: &mut Connection) -> Result<()> {
    if refuse_newer(connection)? == LATEST {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = usize::try_from(refuse_newer(&transaction)?).unwrap_or(0);
    for migration in MIGRATIONS.iter().skip(from) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", LATEST)?;
    Ok(transaction.commit()?)
}
