//! The table `share`.

use super::super::{DeviceKey, Result, Share, ShareKey, ShareState};
use super::device;
use super::transaction::id;
use crate::domain::ids::ShareId;
use crate::sync::secret::SecretHash;
use rusqlite::{Connection, OptionalExtension};

pub(super) fn by_name(connection: &Connection, share: ShareId) -> Result<Option<Share>> {
    let mut statement = connection.prepare_cached(include_str!("share/by_name.sql"))?;
    let found = statement.query_row([share.0.as_bytes()], |row| {
        let claim: Option<SecretHash> = row.get(1)?;
        Ok(Share {
            key: ShareKey(row.get(0)?),
            state: claim.map_or(ShareState::Closed, |claim| ShareState::Open { claim }),
        })
    });
    Ok(found.optional()?)
}

pub(super) fn by_claim(connection: &Connection, claim: &SecretHash) -> Result<Option<(ShareKey, ShareId)>> {
    let mut statement = connection.prepare_cached(include_str!("share/by_claim.sql"))?;
    let found = statement.query_row([claim], |row| {
        Ok((ShareKey(row.get(0)?), ShareId(id(row.get(1)?))))
    });
    Ok(found.optional()?)
}

/// Without a claim it is closed.
pub(super) fn insert(
    connection: &Connection,
    share: ShareId,
    claim: Option<&SecretHash>,
) -> Result<ShareKey> {
    let mut statement = connection.prepare_cached(include_str!("share/insert.sql"))?;
    Ok(ShareKey(statement.insert((share.0.as_bytes(), claim))?))
}

pub(super) fn set_claim(connection: &Connection, share: ShareKey, claim: &SecretHash) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("share/set_claim.sql"))?;
    statement.execute((share.0, claim))?;
    Ok(())
}

/// What was deleted with a share.
pub(super) struct Closed {
    /// The devices that were in it, or had sent something to it.
    pub devices: Vec<DeviceKey>,
    /// How many rows.
    pub rows: u64,
}

/// `None` if there was nothing to delete.
pub(super) fn close(connection: &Connection, share: ShareId) -> Result<Option<Closed>> {
    let Some(known) = by_name(connection, share)? else {
        insert(connection, share, None)?;
        return Ok(None);
    };
    let devices = device::of_share(connection, known.key)?;
    let mut rows = 0_usize;
    // In this order: each names the next.
    for statement in [
        include_str!("segment/delete_of_share.sql"),
        include_str!("stream/delete_of_share.sql"),
        include_str!("code/delete_of_share.sql"),
        include_str!("member/delete_of_share.sql"),
        include_str!("share/close.sql"),
    ] {
        let mut statement = connection.prepare_cached(statement)?;
        rows = rows.saturating_add(statement.execute([known.key.0])?);
    }
    let rows = u64::try_from(rows).unwrap_or(u64::MAX);
    Ok(Some(Closed { devices, rows }))
}
