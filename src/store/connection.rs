//! The one connection, and how it is set up.

use crate::store::error::Result;
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// The open device database.
///
/// There is one writer, and no other reader: the core owns it, and every other part asks the core.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
}

impl Store {
    /// Sets up a connection. Nothing is written to the database's content here.
    ///
    /// | pragma | value | why |
    /// |---|---|---|
    /// | `synchronous` | FULL | an acknowledged step survives a pulled battery |
    /// | `journal_mode` | WAL (native) | one fsync a commit |
    /// | `journal_mode` | TRUNCATE (browser) | no shared memory there; emptying the journal costs two flushes less than deleting it |
    /// | `foreign_keys` | ON | deleting a profile deletes all of it |
    /// | `secure_delete` | ON | deleted means overwritten |
    /// | `temp_store` | MEMORY | some phones have no temporary folder |
    pub(super) fn set_up(connection: Connection) -> Result<Self> {
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        connection.pragma_update(None, "secure_delete", "ON")?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        #[cfg(not(target_arch = "wasm32"))]
        {
            connection.busy_timeout(std::time::Duration::from_secs(2))?;
            connection.pragma_update(None, "journal_mode", "WAL")?;
        }
        #[cfg(target_arch = "wasm32")]
        connection.pragma_update(None, "journal_mode", "TRUNCATE")?;
        Ok(Self { connection })
    }

    /// A write transaction. Dropped without commit, it leaves no trace.
    pub(super) fn write(&mut self) -> Result<Transaction<'_>> {
        Ok(self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    /// The connection itself, for tests that look at or damage what is stored.
    #[doc(hidden)]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}
