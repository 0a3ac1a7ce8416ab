//! The one writer. What waits is done in one transaction, each piece in a savepoint of its own, so that one fsync
//! serves everybody; nobody is answered before it. A transaction takes no more pieces once it has lasted a while, so
//! that nobody waits for the work of many; who comes next, `queue` says.

use super::super::{Job, Outcome, Payer, Result, StorageError};
use super::erase::{Erasing, truncate_log};
use super::now;
use super::queue::{Arrival, Piece, Queue};
use super::reserve::Reserve;
use super::transaction::SqliteTransaction;
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Most pieces of work in one commit.
const TOGETHER: usize = 64;
/// After this time no further piece is begun.
const SLICE: Duration = Duration::from_millis(10);
/// So long the answer to an erasure waits for a reader who keeps the log from being emptied. The others do not wait.
const HELD: Duration = Duration::from_millis(500);

/// A handle on the thread. Dropped, it waits until all that was sent is done and the database is closed.
#[derive(Debug)]
pub(super) struct Writer {
    queue: Arc<Queue>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(connection: Connection, reserve: Reserve) -> Result<Self> {
        let queue = Arc::new(Queue::default());
        let mut at_work = AtWork {
            erasing: Erasing::of(&connection)?,
            connection,
            reserve,
            queue: Arc::clone(&queue),
            held: Vec::new(),
        };
        let thread = std::thread::Builder::new()
            .name("database".into())
            .spawn(move || {
                at_work.run();
                at_work.finish();
            })
            .map_err(|error| StorageError::Failed(error.to_string()))?;
        Ok(Self {
            queue,
            thread: Some(thread),
        })
    }

    pub(super) fn send(&self, payer: Payer, job: Job, done: oneshot::Sender<Result<()>>) -> Result<()> {
        self.queue.push(payer, job, done)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue.close();
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

/// A piece that was done, and whether it erased something.
struct Done {
    piece: Piece,
    erased: bool,
}

/// What came of one piece.
struct Tried {
    /// It erases something, or tried to.
    erases: bool,
    /// Whether what it wrote stays.
    kept: Result<bool>,
}

/// An answer that waits until the log is empty.
struct Held {
    done: oneshot::Sender<Result<()>>,
    until: Instant,
}

/// The thread's own.
struct AtWork {
    connection: Connection,
    erasing: Erasing,
    reserve: Reserve,
    queue: Arc<Queue>,
    held: Vec<Held>,
}

impl AtWork {
    fn run(&mut self) {
        loop {
            match self.queue.wait(self.wake_at()) {
                Arrival::Work => {
                    self.batch();
                    self.erasing.worked();
                }
                Arrival::Nothing => {}
                Arrival::Closed => break,
            }
            self.erasing.tend(&self.connection, &self.queue);
            self.reserve.tend();
            self.let_go(now());
        }
    }

    fn wake_at(&self) -> Option<Instant> {
        let held = self.held.iter().map(|held| held.until).min();
        [self.erasing.wake_at(), self.reserve.wake_at(), held]
            .into_iter()
            .flatten()
            .min()
    }

    fn finish(mut self) {
        self.erasing.finish(&self.connection);
        for held in self.held.drain(..) {
            let _ = held.done.send(Ok(()));
        }
        if let Err((_, error)) = self.connection.close() {
            tracing::error!(%error, "the database could not be closed in order");
        }
    }

    /// Answers those who waited for the log, or waited long enough: what they had erased is overwritten in the
    /// database and out of everybody's reach, and the log is emptied as soon as whoever reads it lets go.
    fn let_go(&mut self, now: Instant) {
        let empty = self.erasing.log_is_empty();
        let (ready, waiting) = self
            .held
            .drain(..)
            .partition(|held: &Held| empty || held.until <= now);
        self.held = waiting;
        for held in ready {
            let _ = held.done.send(Ok(()));
        }
    }

    fn batch(&mut self) {
        let mut pieces = Vec::new();
        let mut outcome = self.begin();
        let overdue = self.queue.overdue();
        // One that is overdue comes besides the others, and not instead of them.
        let mut began = overdue.is_none().then(now);
        let mut next = overdue.or_else(|| self.queue.next());
        while let Some(mut piece) = next {
            let mut erased = false;
            if outcome.is_ok() {
                let tried = self.one(&mut piece, self.reserve.has_room());
                erased = tried.erases && tried.kept == Ok(true);
                outcome = tried.kept.map(|_| ());
            }
            pieces.push(Done { piece, erased });
            let more =
                outcome.is_ok() && pieces.len() < TOGETHER && began.get_or_insert_with(now).elapsed() < SLICE;
            next = more.then(|| self.queue.next()).flatten();
        }
        match outcome.and_then(|()| self.commit()) {
            Ok(()) => self.answer(pieces),
            Err(StorageError::Full) => {
                self.roll_back();
                self.one_by_one(pieces);
            }
            Err(error) => {
                tracing::error!(%error, "nothing of {} requests was stored", pieces.len());
                self.roll_back();
                for done in pieces {
                    // Nobody may be waiting any more.
                    let _ = done.piece.done.send(Err(error.clone()));
                }
            }
        }
    }

    fn answer(&mut self, pieces: Vec<Done>) {
        if pieces.iter().any(|done| done.erased) {
            // Before the answers: who hears that something is deleted may look.
            self.erasing.begin(&self.connection);
        }
        for done in pieces {
            if done.erased && !self.erasing.log_is_empty() {
                self.held.push(Held {
                    done: done.piece.done,
                    until: now() + HELD,
                });
            } else {
                let _ = done.piece.done.send(Ok(()));
            }
        }
    }

    /// On a full disk. Nothing is added any more, and what erases something may use the reserve.
    fn one_by_one(&mut self, pieces: Vec<Done>) {
        self.reserve.full();
        if let Err(error) = truncate_log(&self.connection) {
            tracing::warn!(%error, "the log of the database could not be emptied");
        }
        for Done { mut piece, .. } in pieces {
            let mut tried = self.alone(&mut piece);
            if tried.erases && tried.kept == Err(StorageError::Full) {
                self.reserve.release();
                tried = self.alone(&mut piece);
            }
            match tried.kept {
                Ok(kept) => self.answer(vec![Done {
                    piece,
                    erased: tried.erases && kept,
                }]),
                Err(error) => {
                    tracing::error!(%error, "a request was not stored");
                    let _ = piece.done.send(Err(error));
                }
            }
        }
    }

    /// One piece in a transaction of its own that adds nothing.
    fn alone(&mut self, piece: &mut Piece) -> Tried {
        let mut tried = Tried {
            erases: false,
            kept: self.begin().map(|()| false),
        };
        if tried.kept.is_ok() {
            tried = self.one(piece, false);
        }
        if tried.kept.is_ok()
            && let Err(error) = self.commit()
        {
            tried.kept = Err(error);
        }
        if tried.kept.is_err() {
            self.roll_back();
        }
        tried
    }

    fn begin(&self) -> Result<()> {
        Ok(self.connection.execute_batch("BEGIN IMMEDIATE")?)
    }

    fn commit(&self) -> Result<()> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    fn roll_back(&self) {
        if !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be ended");
        }
    }

    /// Does one piece inside the transaction.
    fn one(&self, piece: &mut Piece, room: bool) -> Tried {
        let mut transaction = SqliteTransaction::new(&self.connection, room);
        let kept = self.in_savepoint(piece, &mut transaction);
        Tried {
            erases: transaction.erases(),
            kept,
        }
    }

    fn in_savepoint(&self, piece: &mut Piece, transaction: &mut SqliteTransaction<'_>) -> Result<bool> {
        let began = now();
        self.connection.execute_batch("SAVEPOINT piece")?;
        let outcome = catch_unwind(AssertUnwindSafe(|| (piece.job)(transaction)));
        self.queue.charge(piece.payer, began.elapsed());
        // A full disk can end the whole transaction, and with it the pieces before this one.
        if transaction.found_no_space() || self.connection.is_autocommit() {
            return Err(StorageError::Full);
        }
        let kept = matches!(outcome, Ok(Outcome::Keep));
        if !kept {
            self.connection.execute_batch("ROLLBACK TO piece")?;
        }
        self.connection.execute_batch("RELEASE piece")?;
        Ok(kept)
    }
}
