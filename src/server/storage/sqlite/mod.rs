//! SQLite: one file, one writer on a thread of its own, one `.sql` file per statement.

mod code;
mod connection;
mod device;
mod erase;
mod member;
mod migrations;
pub(super) mod operator;
mod private;
mod queue;
mod reserve;
mod segment;
mod share;
mod stream;
mod transaction;
mod writer;

use super::{Job, Payer, Result, Storage, StorageError};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reserve::Reserve;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use tokio::sync::oneshot;
use writer::Writer;

#[expect(
    clippy::disallowed_methods,
    reason = "how long something takes, whatever the clock of the server says"
)]
fn now() -> Instant {
    Instant::now()
}

/// A SQLite database. Dropping it closes it.
#[derive(Debug)]
pub struct SqliteStorage {
    writer: Mutex<Option<Writer>>,
}

impl SqliteStorage {
    /// Opens the database in this file, or makes it. Nothing in it is looked through: this takes no longer for a
    /// large one.
    ///
    /// # Errors
    /// If it cannot be opened, is not a database, or was written by a newer server; it is left untouched then.
    pub fn open(path: &Path) -> Result<Self> {
        Self::with(connection::open(path)?, Reserve::none())
    }

    /// The same, with space kept back beside it so that erasing works on a full disk too.
    ///
    /// # Errors
    /// If it cannot be opened, is not a database, or was written by a newer server; it is left untouched then.
    pub fn open_with_reserve(path: &Path) -> Result<Self> {
        let connection = connection::open(path)?;
        Self::with(connection, Reserve::beside(path))
    }

    fn with(connection: rusqlite::Connection, reserve: Reserve) -> Result<Self> {
        Ok(Self {
            writer: Mutex::new(Some(Writer::start(connection, reserve)?)),
        })
    }

    fn writer(&self) -> std::sync::MutexGuard<'_, Option<Writer>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Storage for SqliteStorage {
    fn transact(&self, job: Job) -> BoxFuture<'_, Result<()>> {
        self.transact_for(Payer::default(), job)
    }

    fn transact_for(&self, payer: Payer, job: Job) -> BoxFuture<'_, Result<()>> {
        let (done, answer) = oneshot::channel();
        let sent = match self.writer().as_ref() {
            Some(writer) => writer.send(payer, job, done),
            None => Err(StorageError::Stopped),
        };
        async move {
            sent?;
            answer.await.unwrap_or(Err(StorageError::Stopped))
        }
        .boxed()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        let writer = self.writer().take();
        async move {
            if let Some(writer) = writer {
                // It may still have a commit to finish, and waiting for it blocks.
                let joined = tokio::task::spawn_blocking(move || drop(writer)).await;
                if joined.is_err() {
                    tracing::error!("the database could not be closed in order");
                }
            }
        }
        .boxed()
    }
}
