//! The table `segment`.

use super::super::{Result, StreamKey};
use super::transaction::{signed, unsigned};
use crate::server::exchange::Segment;
use crate::sync::digest::{DIGEST_BYTES, PrefixDigest};
use rusqlite::{Connection, OptionalExtension};

pub(super) fn insert(connection: &Connection, stream: StreamKey, segment: &Segment) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("segment/insert.sql"))?;
    statement.execute((
        stream.0,
        signed(segment.first)?,
        signed(segment.events)?,
        segment.before.0,
        segment.dictionary,
        &segment.body,
    ))?;
    Ok(())
}

/// The one with the event of this number, if the stream has one so far.
pub(super) fn holding(connection: &Connection, stream: StreamKey, number: u64) -> Result<Option<Segment>> {
    let mut statement = connection.prepare_cached(include_str!("segment/holding.sql"))?;
    let found = statement.query_row((stream.0, signed(number)?), |row| {
        let before: [u8; DIGEST_BYTES] = row.get(2)?;
        let segment = Segment {
            first: 0,
            events: 0,
            before: PrefixDigest(before),
            dictionary: row.get(3)?,
            body: row.get(4)?,
        };
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, segment))
    });
    let Some((first, events, segment)) = found.optional()? else {
        return Ok(None);
    };
    Ok(Some(Segment {
        first: unsigned(first)?,
        events: unsigned(events)?,
        ..segment
    }))
}
