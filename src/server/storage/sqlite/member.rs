//! The table `member`.

use super::super::{DeviceKey, Member, Result, ShareKey};
use super::device;
use super::transaction::{id, unsigned};
use crate::domain::ids::DeviceId;
use rusqlite::{Connection, OptionalExtension, Row};

fn read(row: &Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        device: DeviceKey(row.get(0)?),
        own: row.get(1)?,
        since: row.get(2)?,
        removed: row.get(3)?,
    })
}

pub(super) fn get(connection: &Connection, share: ShareKey, device: DeviceKey) -> Result<Option<Member>> {
    let mut statement = connection.prepare_cached(include_str!("member/get.sql"))?;
    let found = statement.query_row([share.0, device.0], read);
    Ok(found.optional()?)
}

pub(super) fn list(connection: &Connection, share: ShareKey) -> Result<Vec<(DeviceId, Member)>> {
    let mut statement = connection.prepare_cached(include_str!("member/list.sql"))?;
    let found = statement.query_map([share.0], |row| Ok((DeviceId(id(row.get(4)?)), read(row)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put(connection: &Connection, share: ShareKey, member: &Member) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("member/put.sql"))?;
    statement.execute((share.0, member.device.0, member.own, member.since, member.removed))?;
    device::mark_used(connection, member.device)
}

/// With the codes it came in by: they would keep its name.
pub(super) fn delete(connection: &Connection, share: ShareKey, device: DeviceKey) -> Result<()> {
    connection
        .prepare_cached(include_str!("code/delete_used.sql"))?
        .execute([share.0, device.0])?;
    let mut statement = connection.prepare_cached(include_str!("member/delete.sql"))?;
    statement.execute([share.0, device.0])?;
    Ok(())
}

/// Everyone counts, those taken out too.
pub(super) fn count_of_share(connection: &Connection, share: ShareKey) -> Result<u64> {
    let mut statement = connection.prepare_cached(include_str!("member/count_of_share.sql"))?;
    unsigned(statement.query_row([share.0], |row| row.get(0))?)
}

pub(super) fn count_of_device(connection: &Connection, device: DeviceKey) -> Result<u64> {
    let mut statement = connection.prepare_cached(include_str!("member/count_of_device.sql"))?;
    unsigned(statement.query_row([device.0], |row| row.get(0))?)
}
