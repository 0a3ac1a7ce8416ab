//! Settings of the device.

use crate::store::Store;
use crate::store::error::Result;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What can be set for the device as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Preferences before anybody has a profile.
    FirstPreferences,
    /// Whether the first start is behind us.
    FirstStartDone,
    /// Who learnt last.
    LastLearner,
    /// The lines ticked on the checklist last looked at: she goes back and forth between it and the real app.
    Checklist,
    /// The damaged file that was moved aside and not yet told about.
    MovedAside,
    /// When the next exchange with the server may be tried.
    SyncPace,
    /// When the server was last told of ends of sharing, by the device's clock, milliseconds since 1970.
    EndingsRepeated,
    /// Whether something was deleted of which copies may still lie in the files.
    WriteAnew,
}

impl Setting {
    const fn key(self) -> &'static str {
        match self {
            Self::FirstPreferences => "first-preferences",
            Self::FirstStartDone => "first-start-done",
            Self::LastLearner => "last-learner",
            Self::Checklist => "checklist",
            Self::MovedAside => "moved-aside",
            Self::SyncPace => "sync-pace",
            Self::EndingsRepeated => "endings-repeated",
            Self::WriteAnew => "write-anew",
        }
    }
}

impl Store {
    /// Reads a setting; one that is missing or cannot be read is `None`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn setting<T: DeserializeOwned>(&self, setting: Setting) -> Result<Option<T>> {
        let stored: Option<String> = self
            .connection
            .prepare_cached(include_str!("get.sql"))?
            .query_row([setting.key()], |row| row.get(0))
            .optional()?;
        Ok(stored.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Writes a setting.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn set_setting<T: Serialize>(&mut self, setting: Setting, value: &T) -> Result<()> {
        let transaction = self.write()?;
        put(&transaction, setting, value)?;
        Ok(transaction.commit()?)
    }
}

/// Removes what names a profile that is no longer there. The caller holds the transaction.
pub(super) fn forget_purged(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached(include_str!("forget_purged.sql"))?
        .execute([])?;
    Ok(())
}

/// Writes a setting. The caller holds the transaction.
pub(super) fn put<T: Serialize>(connection: &Connection, setting: Setting, value: &T) -> Result<()> {
    connection
        .prepare_cached(include_str!("put.sql"))?
        .execute((setting.key(), serde_json::to_string(value)?))?;
    Ok(())
}
