//! Saving what can still be read of a damaged database.

use crate::domain::ids::{LearnerId, StreamId};
use crate::store::error::Result;
use crate::store::{event, learner, progress};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Transaction, params_from_iter};

/// The tables worth saving, owners before what they own. Content comes from the pack, progress from events.
const TABLES: [(&str, &str, &str); 8] = [
    (
        "learner",
        include_str!("salvage/read_learner.sql"),
        include_str!("salvage/write_learner.sql"),
    ),
    (
        "stream",
        include_str!("salvage/read_stream.sql"),
        include_str!("salvage/write_stream.sql"),
    ),
    (
        "event",
        include_str!("salvage/read_event.sql"),
        include_str!("salvage/write_event.sql"),
    ),
    (
        "attempt",
        include_str!("salvage/read_attempt.sql"),
        include_str!("salvage/write_attempt.sql"),
    ),
    (
        "setting",
        include_str!("salvage/read_setting.sql"),
        include_str!("salvage/write_setting.sql"),
    ),
    (
        "share",
        include_str!("salvage/read_share.sql"),
        include_str!("salvage/write_share.sql"),
    ),
    (
        "ending",
        include_str!("salvage/read_ending.sql"),
        include_str!("salvage/write_ending.sql"),
    ),
    (
        "device",
        include_str!("salvage/read_device.sql"),
        include_str!("salvage/write_device.sql"),
    ),
];

/// Copies every row that can be read and still fits. What cannot be read is left in the damaged file.
pub fn copy_readable(damaged: &str, into: &Transaction<'_>) -> Result<()> {
    let Ok(from) = Connection::open_with_flags(damaged, OpenFlags::SQLITE_OPEN_READ_ONLY) else {
        return Ok(());
    };
    // Without it SQLite reads nothing at all of a file that is shorter than its first page says.
    if let Err(why) = from.pragma_update(None, "writable_schema", true) {
        tracing::warn!(%why, "a shortened file cannot be read");
    }
    for (table, read, write) in TABLES {
        let saved = copy_table(&from, read, into, write)?;
        tracing::info!(table, saved, "rows saved from a damaged database");
    }
    // The tail of a stream may be lost, and its numbers may be known elsewhere: the streams saved are treated as
    // another device's, and writing goes on in a new one.
    for learner in learner::ids(into)? {
        event::open_stream(into, learner)?;
        for stream in event::foreign_streams(into, learner)? {
            close_gaps(into, learner, stream)?;
        }
    }
    progress::rebuild(into)
}

/// What follows the first gap of a stream gets a place in the learner's own one: numbers have no gaps.
fn close_gaps(into: &Transaction<'_>, learner: LearnerId, stream: StreamId) -> Result<()> {
    let events = event::list(into, learner)?;
    let mut length = 0;
    for stored in events.iter().filter(|stored| stored.place.stream == stream) {
        if stored.place.seq == length + 1 {
            length += 1;
        } else if !stored.bytes.is_empty() {
            event::append_bytes(into, learner, &stored.bytes)?;
        }
    }
    event::cut(into, stream, length)
}

fn copy_table(from: &Connection, read: &str, into: &Transaction<'_>, write: &str) -> Result<usize> {
    let Ok(mut reading) = from.prepare(read) else {
        return Ok(0);
    };
    let width = reading.column_count();
    let Ok(mut rows) = reading.query([]) else {
        return Ok(0);
    };
    let mut writing = into.prepare(write)?;
    let mut saved = 0;
    // The first unreadable page ends the table: what came before it is kept.
    while let Ok(Some(row)) = rows.next() {
        let values: std::result::Result<Vec<Value>, _> = (0..width).map(|i| row.get(i)).collect();
        let Ok(values) = values else { continue };
        // A row that no longer fits (its owner was lost, or it is garbage) is left behind.
        if writing.execute(params_from_iter(values)).is_ok() {
            saved += 1;
        }
    }
    Ok(saved)
}
