//! The one writer. What waits is done in one transaction, each piece in a savepoint of its own, so that one fsync
//! serves everybody; nobody is answered before it.

use super::super::{Job, Outcome, Result, StorageError};
use super::erase::Erasing;
use super::transaction::SqliteTransaction;
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// Pieces of work that may wait. More are refused: devices try again later, and memory stays bounded.
const WAITING: usize = 512;
/// Most pieces of work in one commit.
const TOGETHER: usize = 64;

struct Piece {
    job: Job,
    done: oneshot::Sender<Result<()>>,
}

/// A handle on the thread. Dropped, it waits until all that was sent is done and the database is closed.
#[derive(Debug)]
pub(super) struct Writer {
    work: Option<SyncSender<Piece>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> Result<Self> {
        let erasing = Erasing::of(&connection)?;
        let (work, waiting) = sync_channel(WAITING);
        let thread = std::thread::Builder::new()
            .name("database".into())
            .spawn(move || run(connection, erasing, &waiting))
            .map_err(|error| StorageError::Failed(error.to_string()))?;
        Ok(Self {
            work: Some(work),
            thread: Some(thread),
        })
    }

    pub(super) fn send(&self, job: Job, done: oneshot::Sender<Result<()>>) -> Result<()> {
        let work = self.work.as_ref().ok_or(StorageError::Stopped)?;
        work.try_send(Piece { job, done }).map_err(|error| match error {
            TrySendError::Full(_) => StorageError::Busy,
            TrySendError::Disconnected(_) => StorageError::Stopped,
        })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.work.take());
        // The last handle can be let go of on the thread itself, by an answer that nobody waits for any more: it ends
        // by itself then, and must not wait for itself.
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
            && thread.join().is_err()
        {
            tracing::error!("the database's thread failed");
        }
    }
}

fn run(connection: Connection, mut erasing: Erasing, waiting: &Receiver<Piece>) {
    loop {
        let first = match erasing.patience() {
            None => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(patience) => waiting.recv_timeout(patience),
        };
        match first {
            Ok(first) => {
                let mut pieces = vec![first];
                pieces.extend(waiting.try_iter().take(TOGETHER - 1));
                together(&connection, &mut erasing, pieces);
                if erasing.is_due() {
                    erasing.sweep(&connection);
                }
            }
            Err(RecvTimeoutError::Timeout) => erasing.sweep(&connection),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    erasing.finish(&connection);
    if let Err((_, error)) = connection.close() {
        tracing::error!(%error, "the database could not be closed in order");
    }
}

fn together(connection: &Connection, erasing: &mut Erasing, mut pieces: Vec<Piece>) {
    let outcome = in_one_transaction(connection, &mut pieces);
    if let Err(error) = &outcome {
        tracing::error!(%error, "nothing of {} requests was stored", pieces.len());
        if !connection.is_autocommit()
            && let Err(error) = connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be ended");
        }
    }
    if outcome == Ok(true) {
        // Before the answers: who hears that something is deleted may look.
        erasing.begin(connection);
    }
    let answer = outcome.map(|_| ());
    for piece in pieces {
        // Nobody may be waiting any more; what was done is done.
        let _ = piece.done.send(answer.clone());
    }
}

/// Says whether something was erased.
fn in_one_transaction(connection: &Connection, pieces: &mut [Piece]) -> Result<bool> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let mut erased = false;
    for piece in pieces {
        connection.execute_batch("SAVEPOINT piece")?;
        let mut transaction = SqliteTransaction::new(connection);
        let outcome = catch_unwind(AssertUnwindSafe(|| (piece.job)(&mut transaction)));
        let erases = transaction.erases();
        // A full disk can end the whole transaction, and with it the pieces before this one.
        if connection.is_autocommit() {
            return Err(StorageError::Full);
        }
        if let Ok(Outcome::Keep) = outcome {
            erased |= erases;
        } else {
            connection.execute_batch("ROLLBACK TO piece")?;
        }
        connection.execute_batch("RELEASE piece")?;
    }
    connection.execute_batch("COMMIT")?;
    Ok(erased)
}
