//! The table `device`.

use super::super::{Device, DeviceKey, Result, ShareKey};
use crate::domain::ids::DeviceId;
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

/// Everyone in a share, and whoever sent something and left.
pub(super) fn of_share(connection: &Connection, share: ShareKey) -> Result<Vec<DeviceKey>> {
    let mut statement = connection.prepare_cached(include_str!("device/of_share.sql"))?;
    let found = statement.query_map([share.0], |row| Ok(DeviceKey(row.get(0)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Says whether it was forgotten.
pub(super) fn forget(connection: &Connection, device: DeviceKey) -> Result<bool> {
    let mut statement = connection.prepare_cached(include_str!("device/forget.sql"))?;
    Ok(statement.execute([device.0])? > 0)
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
