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
    let current = connection
        .prepare_cached(include_str!("current_stream.sql"))?
        .query_row([learner.to_string()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
        })
        .optional()?;
    let (stream, seq) = match current {
        Some((id, seq)) => (parse_stream(&id)?, seq),
        None => (open_stream(connection, learner)?, 1),
    };
    connection.prepare_cached(include_str!("append.sql"))?.execute((
        stream.to_string(),
        seq,
        event.freeze()?,
    ))?;
    connection
        .prepare_cached(include_str!("advance.sql"))?
        .execute((stream.to_string(), seq + 1))?;
    super::progress::take(connection, learner, event)?;
    Ok(EventRef {
        stream,
        seq: seq.unsigned_abs(),
    })
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

fn parse_stream(id: &str) -> Result<StreamId> {
    id.parse().map_err(|_| StoreError::NotFound("a readable stream"))
}
