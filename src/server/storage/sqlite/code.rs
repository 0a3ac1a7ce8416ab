//! The table `code`.

use super::super::{Code, DeviceKey, Result, ShareKey};
use super::transaction::id;
use crate::domain::ids::ShareId;
use crate::sync::secret::SecretHash;
use rusqlite::{Connection, OptionalExtension};

pub(super) fn get(connection: &Connection, code: &SecretHash) -> Result<Option<Code>> {
    let mut statement = connection.prepare_cached(include_str!("code/get.sql"))?;
    let found = statement.query_row([code], |row| {
        Ok(Code {
            share: ShareKey(row.get(0)?),
            share_id: ShareId(id(row.get(1)?)),
            ends: row.get(2)?,
            used_by: row.get::<_, Option<i64>>(3)?.map(DeviceKey),
        })
    });
    Ok(found.optional()?)
}

pub(super) fn insert(connection: &Connection, code: &SecretHash, share: ShareKey, ends: i64) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("code/insert.sql"))?;
    statement.execute((code, share.0, ends))?;
    Ok(())
}

pub(super) fn mark_used(connection: &Connection, code: &SecretHash, device: DeviceKey) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("code/use.sql"))?;
    statement.execute((code, device.0))?;
    Ok(())
}

pub(super) fn keep_newest(connection: &Connection, share: ShareKey, newest: u32) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("code/keep_newest.sql"))?;
    statement.execute((share.0, newest))?;
    Ok(())
}

pub(super) fn delete_of_share(connection: &Connection, share: ShareKey) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("code/delete_of_share.sql"))?;
    statement.execute([share.0])?;
    Ok(())
}

pub(super) fn delete_ended(connection: &Connection, now: i64) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("code/delete_ended.sql"))?;
    statement.execute([now])?;
    Ok(())
}
