//! Opening the device database, whatever state it is in.

use crate::store::connection::Store;
use crate::store::error::{Result, StoreError};
use crate::store::files::{DeviceFiles, name_of, number_of};
use crate::store::{migrations, salvage};
use rusqlite::Connection;

/// An open database, and what the learner should be told about it.
#[derive(Debug)]
pub struct Opened {
    /// The database.
    pub store: Store,
    /// Name of the damaged file that was moved aside, if one was.
    pub moved_aside: Option<String>,
}

/// Opens the database in use, or makes the first one.
///
/// A damaged file stays where it is; what can be read of it goes into a new one. A file of a newer build
/// is left untouched and refused.
///
/// # Errors
/// If the storage is full, in use, unreachable, or the database is newer than this build.
pub fn open(files: &dyn DeviceFiles) -> Result<Opened> {
    let mut numbers: Vec<u32> = files.names()?.iter().filter_map(|n| number_of(n)).collect();
    numbers.sort_unstable();
    let current = numbers.last().copied().unwrap_or(1);
    let earlier = numbers.iter().rev().nth(1).copied();
    let path = files.path(&name_of(current));
    match (open_sound(files, &path), earlier) {
        // A new file was begun for a damaged one, and the app ended before it was filled.
        (Ok((store, 0)), Some(damaged)) => fill(files, store, damaged),
        (Ok((mut store, _)), _) => {
            migrate(&mut store)?;
            // A full phone goes on with what was folded before; what cannot be read is folded whenever it is asked for.
            if let Err(error) = store.bring_progress_up_to_date() {
                tracing::warn!(%error, "progress could not be folded anew");
            }
            Ok(Opened {
                store,
                moved_aside: None,
            })
        }
        (Err(StoreError::Damaged(_)), _) => {
            let next = files.path(&name_of(current + 1));
            let (store, _) = open_sound(files, &next)?;
            fill(files, store, current)
        }
        (Err(other), _) => Err(other),
    }
}

/// Opens a file and makes sure that SQLite can read all of it. Also says its version.
fn open_sound(files: &dyn DeviceFiles, path: &str) -> Result<(Store, i64)> {
    let connection = Connection::open(path)?;
    let version = migrations::refuse_newer(&connection)?;
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::Damaged(verdict));
    }
    let mut store = Store::set_up(connection)?;
    files.opened(&mut store.connection);
    Ok((store, version))
}

fn migrate(store: &mut Store) -> Result<()> {
    if migrations::version(&store.connection)? == migrations::LATEST {
        return Ok(());
    }
    let transaction = store.write()?;
    migrations::apply_missing(&transaction)?;
    Ok(transaction.commit()?)
}

fn fill(files: &dyn DeviceFiles, mut store: Store, damaged: u32) -> Result<Opened> {
    let name = name_of(damaged);
    let transaction = store.write()?;
    migrations::apply_missing(&transaction)?;
    salvage::copy_readable(&files.path(&name), &transaction)?;
    transaction.commit()?;
    Ok(Opened {
        store,
        moved_aside: Some(name),
    })
}
