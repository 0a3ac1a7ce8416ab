//! Where database files are, which differs between a folder and a browser's private file system.
//!
//! Files are numbered: `cung-tien.db`, then `cung-tien-2.db` and so on. The highest number is the one in
//! use. A damaged file is moved aside by going on with the next number: nothing is renamed, overwritten or
//! deleted, so a crash at any moment leaves every file whole.

use crate::domain::retention::NoFiles;
use crate::store::error::Result;
#[cfg(not(target_arch = "wasm32"))]
use crate::store::error::StoreError;
use rusqlite::Connection;

/// The place that holds the device's database files.
pub trait DeviceFiles {
    /// Names of the files that are there.
    ///
    /// # Errors
    /// If the place cannot be looked into.
    fn names(&self) -> Result<Vec<String>>;

    /// What SQLite opens for this name.
    fn path(&self, name: &str) -> String;

    /// Why nothing outlives the app here, if nothing does.
    fn no_files(&self) -> Option<NoFiles> {
        None
    }

    /// A database was opened, and nothing was written to it yet. Nothing is to be done, but for tests that watch what
    /// is committed.
    #[doc(hidden)]
    fn opened(&self, _: &mut Connection) {}
}

/// The number of a database file in the sequence, from 1; `None` for other files (journals, strangers).
#[must_use]
pub fn number_of(name: &str) -> Option<u32> {
    let stem = name.strip_suffix(".db")?;
    match stem.strip_prefix("cung-tien")? {
        "" => Some(1),
        rest => rest.strip_prefix('-')?.parse().ok().filter(|n| *n > 1),
    }
}

/// The name of the `number`-th database file.
#[must_use]
pub fn name_of(number: u32) -> String {
    if number <= 1 {
        "cung-tien.db".into()
    } else {
        format!("cung-tien-{number}.db")
    }
}

/// A folder on a native device.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone)]
pub struct Folder(pub std::path::PathBuf);

#[cfg(not(target_arch = "wasm32"))]
impl DeviceFiles for Folder {
    fn names(&self) -> Result<Vec<String>> {
        let unreachable = |e: std::io::Error| StoreError::Unreachable(e.to_string());
        std::fs::create_dir_all(&self.0).map_err(unreachable)?;
        let entries = std::fs::read_dir(&self.0).map_err(unreachable)?;
        Ok(entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect())
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_agree() {
        for number in 1..12 {
            assert_eq!(number_of(&name_of(number)), Some(number));
        }
        for other in ["cung-tien.db-wal", "cung-tien-1.db", "cung-tien-x.db", "x.db", ""] {
            assert_eq!(number_of(other), None, "{other}");
        }
    }
}
