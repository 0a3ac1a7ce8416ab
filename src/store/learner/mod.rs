//! Profiles of this device.

use crate::domain::day::LearningDay;
use crate::domain::ids::LearnerId;
use crate::domain::learner::Learner;
use crate::store::error::{Result, StoreError};
use crate::store::setting::{self, Setting};
use crate::store::share::{self, Share};
use crate::store::{Store, event};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Days during which a deleted profile can be taken back.
pub const DAYS_TO_TAKE_BACK: i32 = 7;

/// A profile as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLearner {
    /// The profile.
    pub learner: Learner,
    /// When it was deleted, if it was.
    pub deleted_on: Option<LearningDay>,
}

impl Store {
    /// Every profile, deleted ones included, in order of creation.
    ///
    /// # Errors
    /// If the database cannot be read. A single unreadable profile is left out, not an error.
    pub fn learners(&self) -> Result<Vec<StoredLearner>> {
        let mut statement = self.connection.prepare_cached(include_str!("list.sql"))?;
        let rows = statement.query_map([], |row| Ok(read(row)))?;
        let mut learners = Vec::new();
        for row in rows {
            match row? {
                Ok(learner) => learners.push(learner),
                Err(error) => tracing::warn!(%error, "a profile cannot be read"),
            }
        }
        Ok(learners)
    }

    /// One profile that is not deleted.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is none.
    pub fn learner(&self, id: LearnerId) -> Result<Learner> {
        let stored = self
            .connection
            .prepare_cached(include_str!("get.sql"))?
            .query_row([id.to_string()], |row| Ok(read(row)))
            .optional()?
            .ok_or(StoreError::NotFound("this profile"))??;
        match stored.deleted_on {
            None => Ok(stored.learner),
            Some(_) => Err(StoreError::NotFound("this profile")),
        }
    }

    /// Adds a profile and opens its first stream.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn add_learner(&mut self, learner: &Learner) -> Result<()> {
        let transaction = self.write()?;
        add(&transaction, learner)?;
        Ok(transaction.commit()?)
    }

    /// Adds a profile that shares from the beginning: she came in from another device.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn welcome(&mut self, learner: &Learner, share: &Share) -> Result<()> {
        let transaction = self.write()?;
        add(&transaction, learner)?;
        // She may have left this share here before: that is over.
        share::forget_ending(&transaction, share.id)?;
        share::put(&transaction, share)?;
        Ok(transaction.commit()?)
    }

    /// Changes name, face and preferences.
    ///
    /// # Errors
    /// If it cannot be committed, or there is no such profile.
    pub fn update_learner(&mut self, learner: &Learner) -> Result<()> {
        let transaction = self.write()?;
        let changed = transaction.prepare_cached(include_str!("update.sql"))?.execute((
            learner.id.to_string(),
            &learner.name,
            word(&learner.avatar)?,
            serde_json::to_string(&learner.preferences)?,
            word(&learner.kind)?,
        ))?;
        require(changed)?;
        Ok(transaction.commit()?)
    }

    /// Marks a profile as deleted; it can be taken back for [`DAYS_TO_TAKE_BACK`] days.
    ///
    /// # Errors
    /// If it cannot be committed, or there is no such profile.
    pub fn delete_learner(&mut self, id: LearnerId, today: LearningDay) -> Result<()> {
        let transaction = self.write()?;
        let changed = transaction
            .prepare_cached(include_str!("mark_deleted.sql"))?
            .execute((id.to_string(), today.0))?;
        require(changed)?;
        Ok(transaction.commit()?)
    }

    /// "Lấy lại": undoes a deletion.
    ///
    /// # Errors
    /// If it cannot be committed, or the profile is gone for good.
    pub fn take_back_learner(&mut self, id: LearnerId) -> Result<()> {
        let transaction = self.write()?;
        let changed = transaction
            .prepare_cached(include_str!("take_back.sql"))?
            .execute([id.to_string()])?;
        require(changed)?;
        Ok(transaction.commit()?)
    }

    /// "Xóa ngay": removes a deleted profile and everything of it, from the file's free pages too.
    ///
    /// # Errors
    /// If it cannot be committed, or the profile was not deleted first.
    pub fn purge_learner(&mut self, id: LearnerId) -> Result<()> {
        let transaction = self.write()?;
        purge(&transaction, id)?;
        transaction.commit()?;
        self.write_anew();
        Ok(())
    }

    /// Removes profiles whose 7 days are over. Being over must be seen on two different days: a clock that
    /// is once wrong by a year deletes nothing.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn purge_overdue(&mut self, today: LearningDay) -> Result<usize> {
        let last = today.plus(-DAYS_TO_TAKE_BACK).0;
        let transaction = self.write()?;
        share::end_overdue(&transaction, today, LearningDay(last))?;
        let purged = transaction
            .prepare_cached(include_str!("purge_overdue.sql"))?
            .execute((today.0, last))?;
        transaction
            .prepare_cached(include_str!("note_overdue.sql"))?
            .execute((today.0, last))?;
        if purged > 0 {
            setting::forget_purged(&transaction)?;
            setting::put(&transaction, Setting::WriteAnew, &true)?;
        }
        transaction.commit()?;
        if purged > 0 {
            self.write_anew();
        }
        Ok(purged)
    }

    /// Writes the whole database anew: SQLite overwrites deleted rows, but not the copies it made when it moved them,
    /// nor the write-ahead log. What cannot be done now, on a full phone or with a dead battery, is done at the next
    /// start; the rows themselves are gone in any case.
    pub(crate) fn write_anew(&mut self) {
        if let Err(error) = self.try_to_write_anew() {
            tracing::warn!(%error, "what was deleted may still lie in the files");
        }
    }

    fn try_to_write_anew(&mut self) -> Result<()> {
        self.connection.execute_batch("VACUUM")?;
        #[cfg(not(target_arch = "wasm32"))]
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.set_setting(Setting::WriteAnew, &false)
    }
}

/// Removes a profile that was marked as deleted; the server hears of it. The caller holds the transaction.
pub(super) fn purge(connection: &Connection, id: LearnerId) -> Result<()> {
    share::end_with_learner(connection, id)?;
    let changed = connection
        .prepare_cached(include_str!("purge.sql"))?
        .execute([id.to_string()])?;
    require(changed)?;
    setting::forget_purged(connection)?;
    setting::put(connection, Setting::WriteAnew, &true)
}

fn add(connection: &Connection, learner: &Learner) -> Result<()> {
    connection.prepare_cached(include_str!("insert.sql"))?.execute((
        learner.id.to_string(),
        word(&learner.kind)?,
        &learner.name,
        word(&learner.avatar)?,
        serde_json::to_string(&learner.preferences)?,
    ))?;
    event::open_stream(connection, learner.id).map(drop)
}

/// Ids of every learner, deleted ones included.
pub(super) fn ids(connection: &Connection) -> Result<Vec<LearnerId>> {
    let mut statement = connection.prepare_cached(include_str!("list.sql"))?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    let texts = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(texts.iter().filter_map(|id| id.parse().ok()).collect())
}

fn require(changed: usize) -> Result<()> {
    if changed == 0 {
        Err(StoreError::NotFound("this profile"))
    } else {
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<StoredLearner> {
    let id: String = row.get("id")?;
    let kind: String = row.get("kind")?;
    let avatar: String = row.get("avatar")?;
    let preferences: String = row.get("preferences")?;
    Ok(StoredLearner {
        learner: Learner {
            id: id
                .parse()
                .map_err(|_| StoreError::NotFound("a readable profile"))?,
            kind: from_word(kind)?,
            name: row.get("name")?,
            avatar: from_word(avatar).unwrap_or_default(),
            // A preference this build does not know must not lock the profile out.
            preferences: serde_json::from_str(&preferences).unwrap_or_default(),
        },
        deleted_on: row.get::<_, Option<i32>>("deleted_on")?.map(LearningDay),
    })
}

/// The word a unit variant is written as.
pub(super) fn word<T: Serialize>(value: &T) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}

/// The variant of a word.
pub(super) fn from_word<T: DeserializeOwned>(word: String) -> Result<T> {
    Ok(serde_json::from_str(
        &serde_json::Value::String(word).to_string(),
    )?)
}
