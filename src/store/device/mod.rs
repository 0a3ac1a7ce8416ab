//! This device, as the server knows it.

use crate::store::Store;
use crate::store::error::Result;
use rusqlite::{Connection, OptionalExtension};

/// Bytes of a bearer token.
pub const BEARER_BYTES: usize = 32;

/// This device, as the server knows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Device {
    /// What it shows to be known again. A secret.
    pub bearer: [u8; BEARER_BYTES],
    /// Whether the server knows it.
    pub enrolled: bool,
}

impl Store {
    /// This device, if it ever had something to send.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn device(&self) -> Result<Option<Device>> {
        let mut statement = self.connection.prepare_cached(include_str!("get.sql"))?;
        let row = statement.query_row([], |row| {
            Ok(Device {
                bearer: row.get(0)?,
                enrolled: row.get(1)?,
            })
        });
        Ok(row.optional()?)
    }

    /// Remembers what this device is to the server.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn set_device(&mut self, device: &Device) -> Result<()> {
        let transaction = self.write()?;
        put(&transaction, device)?;
        Ok(transaction.commit()?)
    }
}

pub(super) fn put(connection: &Connection, device: &Device) -> Result<()> {
    connection
        .prepare_cached(include_str!("put.sql"))?
        .execute((device.bearer, device.enrolled))?;
    Ok(())
}
