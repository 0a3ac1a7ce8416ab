//! The server's real database, and its death: what a kill leaves of it is copied while it is open, and it is never
//! asked to close first.

use super::files::copy_as_killed;
use super::turns::wait;
use cung_tien::server::storage::{Job, Outcome, SqliteStorage, Storage, StorageError};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// When it dies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Death {
    /// Everything of the next transaction is written, and it is not committed.
    BeforeTheCommit,
    /// The next transaction is committed, and nobody is told.
    AfterTheCommit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Life {
    Lives,
    Dies(Death),
    Dead,
}

/// A database that can die.
#[derive(Debug)]
pub struct Mortal {
    storage: SqliteStorage,
    folder: PathBuf,
    /// Where its remains are.
    remains: PathBuf,
    life: Mutex<Life>,
}

impl Mortal {
    pub fn open(folder: PathBuf, remains: PathBuf) -> Self {
        let storage = SqliteStorage::open(&folder.join("server.db")).expect("the database opens");
        Self {
            storage,
            folder,
            remains,
            life: Mutex::new(Life::Lives),
        }
    }

    fn life(&self) -> Life {
        *self.life.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, life: Life) {
        *self.life.lock().unwrap_or_else(PoisonError::into_inner) = life;
    }

    /// It dies in the next transaction.
    pub fn dies(&self, death: Death) {
        self.set(Life::Dies(death));
    }

    /// It dies now, unless it did. Gives the folder with what is left.
    pub fn die(&self) -> PathBuf {
        if self.life() != Life::Dead {
            self.copy_to(self.remains.clone());
            self.set(Life::Dead);
        }
        self.remains.clone()
    }

    /// The files as they lie there between two transactions.
    ///
    /// Copied by the thread that writes to them, in a transaction in which nothing is written: no sweep of the log or
    /// of the pages can be half done at that moment.
    pub fn copy_to(&self, to: PathBuf) {
        let from = self.folder.clone();
        let copy: Job = Box::new(move |_| {
            copy_as_killed(&from, &to);
            Outcome::Undo
        });
        wait(self.storage.transact(copy)).expect("a copy");
    }

    /// The same within the transaction of this work.
    fn die_after(&self, mut job: Job) -> Job {
        let (from, to) = (self.folder.clone(), self.remains.clone());
        Box::new(move |transaction| {
            let _ = job(transaction);
            copy_as_killed(&from, &to);
            Outcome::Undo
        })
    }
}

impl Storage for Mortal {
    fn transact(&self, job: Job) -> BoxFuture<'_, Result<(), StorageError>> {
        let answer = match self.life() {
            Life::Lives => wait(self.storage.transact(job)),
            Life::Dead => Err(StorageError::Stopped),
            Life::Dies(Death::BeforeTheCommit) => {
                let last = self.die_after(job);
                wait(self.storage.transact(last)).expect("a copy");
                self.set(Life::Dead);
                Err(StorageError::Stopped)
            }
            Life::Dies(Death::AfterTheCommit) => {
                let _ = wait(self.storage.transact(job));
                self.die();
                Err(StorageError::Stopped)
            }
        };
        ready(answer).boxed()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.storage.close()
    }
}
