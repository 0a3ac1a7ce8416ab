//! The event log: append-only, in one stream per learner, with frozen bytes.

use crate::domain::event::{Event, EventRef};
use crate::domain::ids::{LearnerId, StreamId};
use crate::store::Store;
use crate::store::error::{Result, StoreError};
use rusqlite::{Connection, OptionalExtension};

/// An event as it lies in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its place.
    pub place: EventRef,
    /// Its frozen bytes.
    pub bytes: Vec<u8>,
}

impl Store {
    /// Every event of a learner on this device, in order, read or not.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn events(&self, learner: LearnerId) -> Result<Vec<StoredEvent>> {
        list(&self.connection, learner)
    }

    /// Appends one event and folds it into the progress, in one transaction.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn record(&mut self, learner: LearnerId, event: &Event) -> Result<EventRef> {
        let transaction = self.write()?;
        let place = append(&transaction, learner, event)?;
        transaction.commit()?;
        Ok(place)
    }
}

/// Opens a new stream for a learner; from now on it is the one written to.
pub(super) fn open_stream(connection: &Connection, learner: LearnerId) -> Result<StreamId> {
    let id = StreamId::random();
    connection
        .prepare_cached(include_str!("open_stream.sql"))?
        .execute((id.to_string(), learner.to_string()))?;
    Ok(id)
}

/// Appends an event to the learner's current stream and folds it. The caller holds the transaction.
pub(super) fn append(connection: &Connection, learner: LearnerId, event: &Event) -> Result<EventRef> {
    let place = append_bytes(connection, learner, &event.freeze()?)?;
    super::progress::take(connection, learner, event)?;
    Ok(place)
}

/// Appends frozen bytes to the learner's current stream. The caller holds the transaction, and folds.
pub(super) fn append_bytes(connection: &Connection, learner: LearnerId, bytes: &[u8]) -> Result<EventRef> {
    let current = connection
        .prepare_cached(include_str!("current_stream.sql"))?
        .query_row([learner.to_string()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
        })
        .optional()?;
    let (stream, seq) = match current {
        Some((id, seq)) => (parse_stream(&id)?, seq.unsigned_abs()),
        None => (open_stream(connection, learner)?, 1),
    };
    connection.prepare_cached(include_str!("append.sql"))?.execute((
        stream.to_string(),
        i64::try_from(seq).unwrap_or(i64::MAX),
        bytes,
    ))?;
    advance(connection, stream, seq)?;
    Ok(EventRef { stream, seq })
}

/// Event `seq` of a stream was written: the next one comes after it.
pub(super) fn advance(connection: &Connection, stream: StreamId, seq: u64) -> Result<()> {
    let next = i64::try_from(seq.saturating_add(1)).unwrap_or(i64::MAX);
    connection
        .prepare_cached(include_str!("advance.sql"))?
        .execute((stream.to_string(), next))?;
    Ok(())
}

/// Drops what comes after this number. The caller holds the transaction, and has copied what is dropped.
pub(super) fn cut(connection: &Connection, stream: StreamId, through: u64) -> Result<()> {
    let through = i64::try_from(through).unwrap_or(i64::MAX - 1);
    connection
        .prepare_cached(include_str!("cut_events.sql"))?
        .execute((stream.to_string(), through))?;
    connection
        .prepare_cached(include_str!("cut_stream.sql"))?
        .execute((stream.to_string(), through))?;
    Ok(())
}

/// The learner's streams that this device does not write.
pub(super) fn foreign_streams(connection: &Connection, learner: LearnerId) -> Result<Vec<StreamId>> {
    let mut statement = connection.prepare_cached(include_str!("foreign_streams.sql"))?;
    let rows = statement.query_map([learner.to_string()], |row| row.get::<_, String>(0))?;
    let ids = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    ids.iter().map(|id| parse_stream(id)).collect()
}

pub(super) fn list(connection: &Connection, learner: LearnerId) -> Result<Vec<StoredEvent>> {
    let mut statement = connection.prepare_cached(include_str!("list.sql"))?;
    let mut rows = statement.query([learner.to_string()])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let stream: String = row.get(0)?;
        let seq: i64 = row.get(1)?;
        events.push(StoredEvent {
            place: EventRef {
                stream: parse_stream(&stream)?,
                seq: seq.unsigned_abs(),
            },
            bytes: row.get(2)?,
        });
    }
    Ok(events)
}

pub(super) fn parse_stream(id: &str) -> Result<StreamId> {
    id.parse().map_err(|_| StoreError::NotFound("a readable stream"))
}
