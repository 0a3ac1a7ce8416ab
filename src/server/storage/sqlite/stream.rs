//! The table `stream`.

use super::super::{DeviceKey, Result, ShareKey, Stream, StreamKey, Usage};
use super::transaction::{id, signed, unsigned};
use crate::domain::ids::StreamId;
use crate::sync::digest::{DIGEST_BYTES, PrefixDigest};
use rusqlite::{Connection, OptionalExtension, Row};

/// As it lies there: the number is not yet checked.
struct Stored {
    stream: Stream,
    head: i64,
}

impl Stored {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let digest: [u8; DIGEST_BYTES] = row.get(4)?;
        Ok(Self {
            stream: Stream {
                key: StreamKey(row.get(0)?),
                share: ShareKey(row.get(1)?),
                writer: DeviceKey(row.get(2)?),
                head: 0,
                digest: PrefixDigest(digest),
            },
            head: row.get(3)?,
        })
    }

    fn checked(self) -> Result<Stream> {
        Ok(Stream {
            head: unsigned(self.head)?,
            ..self.stream
        })
    }
}

pub(super) fn by_name(connection: &Connection, stream: StreamId) -> Result<Option<Stream>> {
    let mut statement = connection.prepare_cached(include_str!("stream/by_name.sql"))?;
    let found = statement.query_row([stream.0.as_bytes()], Stored::read);
    found.optional()?.map(Stored::checked).transpose()
}

pub(super) fn of_share(connection: &Connection, share: ShareKey) -> Result<Vec<(StreamId, Stream)>> {
    let mut statement = connection.prepare_cached(include_str!("stream/of_share.sql"))?;
    let found = statement.query_map([share.0], |row| {
        Ok((StreamId(id(row.get(5)?)), Stored::read(row)?))
    })?;
    found
        .map(|row| {
            let (name, stored) = row?;
            Ok((name, stored.checked()?))
        })
        .collect()
}

pub(super) fn insert(
    connection: &Connection,
    stream: StreamId,
    share: ShareKey,
    writer: DeviceKey,
) -> Result<Stream> {
    let mut statement = connection.prepare_cached(include_str!("stream/insert.sql"))?;
    let key = statement.insert((stream.0.as_bytes(), share.0, writer.0))?;
    Ok(Stream {
        key: StreamKey(key),
        share,
        writer,
        head: 0,
        digest: PrefixDigest::EMPTY,
    })
}

pub(super) fn advance(
    connection: &Connection,
    stream: StreamKey,
    head: u64,
    digest: PrefixDigest,
    more_bytes: u64,
) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("stream/advance.sql"))?;
    statement.execute((stream.0, signed(head)?, digest.0, signed(more_bytes)?))?;
    Ok(())
}

pub(super) fn usage_of_share(connection: &Connection, share: ShareKey) -> Result<Usage> {
    usage(connection, include_str!("stream/usage_of_share.sql"), share.0)
}

pub(super) fn usage_of_device(connection: &Connection, device: DeviceKey) -> Result<Usage> {
    usage(connection, include_str!("stream/usage_of_device.sql"), device.0)
}

fn usage(connection: &Connection, statement: &str, key: i64) -> Result<Usage> {
    let mut statement = connection.prepare_cached(statement)?;
    let (streams, events, bytes) =
        statement.query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(Usage {
        streams: unsigned(streams)?,
        events: unsigned(events)?,
        bytes: unsigned(bytes)?,
    })
}
