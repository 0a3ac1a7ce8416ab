//! The table `device`.

use super::super::{Device, DeviceFacts, DeviceKey, Result, ShareKey};
use super::transaction::{id, unsigned};
use crate::domain::ids::{DeviceId, ShareId};
use crate::sync::secret::SecretHash;
use rusqlite::{Connection, OptionalExtension};

pub(super) fn by_bearer(connection: &Connection, bearer: &SecretHash) -> Result<Option<Device>> {
    let mut statement = connection.prepare_cached(include_str!("device/by_bearer.sql"))?;
    let found = statement.query_row([bearer], |row| {
        Ok(Device {
            key: DeviceKey(row.get(0)?),
            revoked: row.get(1)?,
        })
    });
    Ok(found.optional()?)
}

pub(super) fn insert(
    connection: &Connection,
    device: DeviceId,
    bearer: &SecretHash,
    today: i32,
) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("device/insert.sql"))?;
    statement.execute((device.0.as_bytes(), bearer, today))?;
    Ok(())
}

pub(super) fn revoke(connection: &Connection, device: DeviceId, revoked: bool) -> Result<bool> {
    let mut statement = connection.prepare_cached(include_str!("device/revoke.sql"))?;
    Ok(statement.execute((device.0.as_bytes(), revoked))? > 0)
}

/// Devices, of one share or of all, those that keep most first.
pub(super) fn list(connection: &Connection, share: Option<ShareId>, most: u32) -> Result<Vec<DeviceFacts>> {
    let mut statement = connection.prepare_cached(include_str!("device/list.sql"))?;
    let share = share.map(|share| *share.0.as_bytes());
    let mut rows = statement.query((share, most))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(DeviceFacts {
            device: DeviceId(id(row.get(0)?)),
            enrolled: row.get(1)?,
            revoked: row.get(2)?,
            shares: row.get(3)?,
            events: unsigned(row.get(4)?)?,
            bytes: unsigned(row.get(5)?)?,
        });
    }
    Ok(found)
}

/// Everyone in a share, and whoever sent something and left.
pub(super) fn of_share(connection: &Connection, share: ShareKey) -> Result<Vec<DeviceKey>> {
    let mut statement = connection.prepare_cached(include_str!("device/of_share.sql"))?;
    let found = statement.query_map([share.0], |row| Ok(DeviceKey(row.get(0)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn forget(connection: &Connection, device: DeviceKey) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("device/forget.sql"))?;
    statement.execute([device.0])?;
    Ok(())
}

pub(super) fn forget_idle(connection: &Connection, enrolled_before: i32) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("device/forget_idle.sql"))?;
    statement.execute([enrolled_before])?;
    Ok(())
}

pub(super) fn mark_used(connection: &Connection, device: DeviceKey) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("device/mark_used.sql"))?;
    statement.execute([device.0])?;
    Ok(())
}
