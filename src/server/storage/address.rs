//! Which database, and where: the only place that chooses among them.

use super::sqlite::operator;
use super::{DeviceFacts, Result, SqliteStorage, Storage};
use crate::domain::ids::{DeviceId, ShareId};
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

/// Where a database is, as operators write it: `sqlite:PATH`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseAddress {
    /// A file of this machine.
    Sqlite(PathBuf),
}

/// The argument was not `sqlite:` and a path.
#[derive(Debug, thiserror::Error)]
#[error("expected sqlite: and a path, as in sqlite:/var/lib/cung-tien/server.db")]
pub struct NotADatabaseAddress;

impl DatabaseAddress {
    /// Opens it, or makes it.
    ///
    /// # Errors
    /// If it cannot be used; it is left untouched then.
    pub fn open(&self) -> Result<Arc<dyn Storage>> {
        match self {
            Self::Sqlite(path) => Ok(Arc::new(SqliteStorage::open_with_reserve(path)?)),
        }
    }

    /// Devices, of one share or of all, those that keep most first: for operators, also beside a running server.
    ///
    /// # Errors
    /// If there is no database, or it is of another version.
    pub fn devices(&self, share: Option<ShareId>, most: u32) -> Result<Vec<DeviceFacts>> {
        match self {
            Self::Sqlite(path) => operator::devices(path, share, most),
        }
    }

    /// Locks a device out, or lets it in again; a running server obeys from its next request on. Says whether there is
    /// such a device.
    ///
    /// # Errors
    /// If there is no database, or it is of another version.
    pub fn revoke(&self, device: DeviceId, revoked: bool) -> Result<bool> {
        match self {
            Self::Sqlite(path) => operator::revoke(path, device, revoked),
        }
    }

    /// The folder it lies in, if it lies on this machine.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(path) => path.parent(),
        }
    }
}

impl FromStr for DatabaseAddress {
    type Err = NotADatabaseAddress;

    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Self::Sqlite(path.into())),
            _ => Err(NotADatabaseAddress),
        }
    }
}

impl Display for DatabaseAddress {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "{}", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_word_and_a_path() {
        let address: DatabaseAddress = "sqlite:/a/b.db".parse().unwrap();
        assert_eq!(address, DatabaseAddress::Sqlite("/a/b.db".into()));
        for wrong in ["", "/a/b.db", "sqlite:", "postgres://a"] {
            assert!(wrong.parse::<DatabaseAddress>().is_err(), "{wrong}");
        }
    }
}
