//! What an operator asks of the database by hand, beside a server that is running: on a connection of its own, for as
//! short as it takes, without migrating, sweeping or making anything.

use super::super::{DeviceFacts, Result, StorageError};
use super::{device, migrations};
use crate::domain::ids::{DeviceId, ShareId};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// The server may be writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// Devices, those that keep most first.
pub(in crate::server::storage) fn devices(
    path: &Path,
    share: Option<ShareId>,
    most: u32,
) -> Result<Vec<DeviceFacts>> {
    device::list(&open(path)?, share, most)
}

/// Locks a device out, or lets it in again. Says whether there is such a device.
pub(in crate::server::storage) fn revoke(path: &Path, device: DeviceId, revoked: bool) -> Result<bool> {
    device::revoke(&open(path)?, device, revoked)
}

fn open(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    if migrations::is_current(&connection)? {
        return Ok(connection);
    }
    let reason = "it is older than this program, or no database of the server; a server that is started on it renews it";
    Err(StorageError::Unreachable(reason.into()))
}
