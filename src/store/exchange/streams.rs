//! The streams of a learner, as far as an exchange is concerned.

use super::Exchange;
use crate::domain::event::EventRef;
use crate::domain::event::Recorded;
use crate::domain::ids::{LearnerId, StreamId};
use crate::store::error::{Result, StoreError};
use crate::store::{event, progress};
use rusqlite::OptionalExtension;

/// Bytes of a prefix digest.
const DIGEST_BYTES: usize = 16;
/// Bytes of the hash of an event.
const HASH_BYTES: usize = 32;

/// A stream as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamRow {
    /// Which.
    pub id: StreamId,
    /// Whether this device writes it.
    pub ours: bool,
    /// Number of events here.
    pub length: u64,
    /// Of another device's stream: so many first events were copied into one of ours.
    pub copied: u64,
    /// Of ours, how much the server has; of others, how much is here.
    pub mark: Option<Mark>,
}

/// The first events of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// How many.
    pub through: u64,
    /// Their digest.
    pub digest: [u8; DIGEST_BYTES],
}

/// An event as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its number.
    pub seq: u64,
    /// Its frozen bytes; empty where only the hash is known.
    pub bytes: Vec<u8>,
    /// Its hash, where the bytes are not known.
    pub hash: Option<[u8; HASH_BYTES]>,
}

impl Exchange<'_> {
    /// All streams of a learner, in the order in which they came to be here.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn streams(&self, learner: LearnerId) -> Result<Vec<StreamRow>> {
        let mut statement = self.transaction.prepare_cached(include_str!("streams.sql"))?;
        let mut rows = statement.query([learner.to_string()])?;
        let mut streams = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let through: Option<i64> = row.get(4)?;
            let digest: Option<[u8; DIGEST_BYTES]> = row.get(5)?;
            streams.push(StreamRow {
                id: event::parse_stream(&id)?,
                ours: row.get(1)?,
                length: number(row.get(2)?).saturating_sub(1),
                copied: number(row.get(3)?),
                mark: through.zip(digest).map(|(through, digest)| Mark {
                    through: number(through),
                    digest,
                }),
            });
        }
        Ok(streams)
    }

    /// At most `limit` events of a stream after this number, in order.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn events_after(&self, stream: StreamId, after: u64, limit: usize) -> Result<Vec<Written>> {
        let mut statement = self
            .transaction
            .prepare_cached(include_str!("events_after.sql"))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map((stream.to_string(), column(after), limit), |row| {
            Ok(Written {
                seq: number(row.get(0)?),
                bytes: row.get(1)?,
                hash: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes down how far a stream is known.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_mark(&self, stream: StreamId, mark: Mark) -> Result<()> {
        self.transaction
            .prepare_cached(include_str!("put_mark.sql"))?
            .execute((stream.to_string(), column(mark.through), mark.digest))?;
        Ok(())
    }

    /// Nothing is known any more of what a server has of the learner's own streams.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn clear_marks(&self, learner: LearnerId) -> Result<()> {
        self.transaction
            .prepare_cached(include_str!("clear_marks.sql"))?
            .execute([learner.to_string()])?;
        Ok(())
    }

    /// Opens a new stream of ours; from now on it is the one written to.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn open_stream(&self, learner: LearnerId) -> Result<StreamId> {
        event::open_stream(&self.transaction, learner)
    }

    /// From now on another device's.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn disown(&self, stream: StreamId) -> Result<()> {
        self.transaction
            .prepare_cached(include_str!("disown.sql"))?
            .execute([stream.to_string()])?;
        Ok(())
    }

    /// Drops what comes after this number. Only for streams that are not ours, and only after the events were copied.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn cut(&self, stream: StreamId, through: u64) -> Result<()> {
        event::cut(&self.transaction, stream, through)
    }

    /// So many first events of another device's stream are in one of ours now.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_copied(&self, stream: StreamId, copied: u64) -> Result<()> {
        self.transaction
            .prepare_cached(include_str!("set_copied.sql"))?
            .execute((stream.to_string(), column(copied)))?;
        Ok(())
    }

    /// Appends frozen bytes, as they are, to the learner's own stream. They were folded when they first came.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn append_copy(&self, learner: LearnerId, bytes: &[u8]) -> Result<()> {
        event::append_bytes(&self.transaction, learner, bytes).map(drop)
    }

    /// Whose stream this is, and whether this device writes it; `None` if it is not here.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn owner(&self, stream: StreamId) -> Result<Option<(LearnerId, bool)>> {
        let row = self
            .transaction
            .prepare_cached(include_str!("owner.sql"))?
            .query_row([stream.to_string()], |row| {
                Ok((row.get::<_, String>(0)?, row.get(1)?))
            })
            .optional()?;
        row.map(|(learner, ours)| {
            let learner = learner
                .parse()
                .map_err(|_| StoreError::NotFound("a readable stream"))?;
            Ok((learner, ours))
        })
        .transpose()
    }

    /// Gives a stream a new name, under which no server knows it yet.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn rename(&self, stream: StreamId) -> Result<()> {
        // Its events refer to it: both change before this transaction ends.
        self.transaction.pragma_update(None, "defer_foreign_keys", "ON")?;
        let old = [stream.to_string()];
        for forget in [
            include_str!("forget_mark.sql"),
            include_str!("forget_rejected.sql"),
        ] {
            self.transaction.prepare_cached(forget)?.execute(old.clone())?;
        }
        let names = (stream.to_string(), StreamId::random().to_string());
        for rename in [
            include_str!("rename_stream.sql"),
            include_str!("rename_events.sql"),
        ] {
            self.transaction.prepare_cached(rename)?.execute(names.clone())?;
        }
        Ok(())
    }

    /// Makes place for a stream that another device writes.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn open_foreign(&self, stream: StreamId, learner: LearnerId) -> Result<()> {
        self.transaction
            .prepare_cached(include_str!("open_foreign.sql"))?
            .execute((stream.to_string(), learner.to_string()))?;
        Ok(())
    }

    /// Adds an event that another device wrote, and folds it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add_foreign(&self, stream: StreamId, learner: LearnerId, event: &Written) -> Result<()> {
        self.transaction
            .prepare_cached(include_str!("add_foreign.sql"))?
            .execute((stream.to_string(), column(event.seq), &event.bytes, event.hash))?;
        event::advance(&self.transaction, stream, event.seq)?;
        if let Recorded::Known(known) = Recorded::read(&event.bytes) {
            progress::take(&self.transaction, learner, &known)?;
        }
        Ok(())
    }

    /// The server will never take this event. It stays where it is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn reject(&self, stream: StreamId, seq: u64, code: &str) -> Result<()> {
        self.transaction
            .prepare_cached(include_str!("reject.sql"))?
            .execute((stream.to_string(), column(seq), code))?;
        Ok(())
    }

    /// The events of a learner that the server will never take, and why.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn rejected(&self, learner: LearnerId) -> Result<Vec<(EventRef, String)>> {
        let mut statement = self.transaction.prepare_cached(include_str!("rejected.sql"))?;
        let rows = statement.query_map([learner.to_string()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get(2)?))
        })?;
        rows.map(|row| {
            let (stream, seq, code) = row?;
            let stream = event::parse_stream(&stream)?;
            Ok((
                EventRef {
                    stream,
                    seq: number(seq),
                },
                code,
            ))
        })
        .collect()
    }
}

fn number(column: i64) -> u64 {
    u64::try_from(column).unwrap_or(0)
}

fn column(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
