//! Deleted means gone from the disk.
//!
//! `secure_delete` overwrites what is deleted. Two places are left: the write-ahead log, and free space inside pages,
//! where SQLite leaves copies of rows that it once moved to another page. The log is emptied before anybody is told
//! that something is deleted. Whoever reads the database at that moment, such as a backup, still needs it; then it is
//! tried again and again with a growing pause (backoff), and never waited for: the one writer has others to serve.
//! The pages go when the database is written anew, in a moment in which nobody asks for anything.
//!
//! That something is still to be done is written down in the transaction that erases, and crossed out when all of it
//! is done, so that it survives a `kill -9`.

use super::super::Result;
use super::now;
use super::queue::Queue;
use rusqlite::Connection;
use std::time::{Duration, Instant};

/// What the table `chore` calls it.
const SWEEP: &str = "sweep";
/// So long nobody must have asked for anything.
const QUIET: Duration = Duration::from_millis(500);
/// Where somebody always asks for something, it is done after this time all the same.
const AT_LAST: Duration = Duration::from_secs(15 * 60);
/// Nothing else is done meanwhile, so it may take one part in so many of the time.
const SHARE_OF_TIME: u32 = 20;
/// After a failure the pages are left alone for so long at least.
const AFTER_FAILURE: Duration = Duration::from_secs(10);
/// First pause before the log is tried again; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(20);
/// The longest: so long after the last reader let go the log is empty.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// When the log is tried next.
#[derive(Debug, Clone, Copy)]
struct Retry {
    at: Instant,
    pause: Duration,
}

impl Retry {
    fn at_once() -> Self {
        Self {
            at: now(),
            pause: FIRST_PAUSE,
        }
    }

    fn later(self) -> Self {
        Self {
            at: now() + self.pause,
            pause: (self.pause * 2).min(LONGEST_PAUSE),
        }
    }
}

/// What is still to be done.
#[derive(Debug)]
pub(super) struct Erasing {
    /// The log is to be emptied.
    log: Option<Retry>,
    /// The database is to be written anew.
    pages: bool,
    /// It is written down that something is to be done.
    noted: bool,
    /// The pages not before.
    rest_until: Instant,
    /// The pages not after.
    at_last: Instant,
    /// When somebody last asked for something.
    last_work: Instant,
}

impl Erasing {
    /// What was left undone when the server last stopped, or was stopped. The log is emptied at once: a device that
    /// repeats its order is told that it is done without anything being erased again.
    pub(super) fn of(connection: &Connection) -> Result<Self> {
        let noted = connection.query_row(include_str!("chore/exists.sql"), [SWEEP], |row| row.get(0))?;
        let mut erasing = Self {
            // Whether it is written down or not: earlier servers crossed it out too early.
            log: Some(Retry::at_once()),
            pages: noted,
            noted,
            rest_until: now(),
            at_last: now() + AT_LAST,
            last_work: now(),
        };
        erasing.empty_log(connection);
        Ok(erasing)
    }

    /// When something of this is to be tried although nobody asks for anything; `None` if nothing is to be done.
    pub(super) fn wake_at(&self) -> Option<Instant> {
        let log = self.log.map(|retry| retry.at);
        // The pages wait for the log: writing them anew makes it longer, as long as somebody reads.
        log.or_else(|| self.pages.then(|| self.quiet_at()))
    }

    fn quiet_at(&self) -> Instant {
        (self.last_work + QUIET).max(self.rest_until)
    }

    /// Nothing that was erased is in the log any more.
    pub(super) const fn log_is_empty(&self) -> bool {
        self.log.is_none()
    }

    /// Somebody asked for something.
    pub(super) fn worked(&mut self) {
        self.last_work = now();
    }

    /// After a commit that erased something.
    pub(super) fn begin(&mut self, connection: &Connection) {
        if !self.pages {
            self.at_last = self.rest_until.max(now()) + AT_LAST;
        }
        self.pages = true;
        self.noted = true;
        self.log = Some(Retry::at_once());
        self.empty_log(connection);
    }

    /// Does what is due.
    pub(super) fn tend(&mut self, connection: &Connection, queue: &Queue) {
        if self.log.is_some_and(|retry| retry.at <= now()) {
            self.empty_log(connection);
        }
        if self.log.is_none() && self.pages {
            if self.at_last <= now() {
                self.sweep(connection, || Some(write_anew(connection)));
            } else if self.quiet_at() <= now() {
                let handle = connection.get_interrupt_handle();
                self.sweep(connection, || queue.giving_way(handle, || write_anew(connection)));
            }
        }
    }

    /// Before the database is closed, which empties the log by itself if nobody reads.
    pub(super) fn finish(&mut self, connection: &Connection) {
        self.empty_log(connection);
        if self.log.is_none() && self.pages {
            self.sweep(connection, || Some(write_anew(connection)));
        }
    }

    fn sweep(&mut self, connection: &Connection, write: impl FnOnce() -> Option<rusqlite::Result<()>>) {
        let began = now();
        match write() {
            Some(Ok(())) => {
                self.pages = false;
                self.log = Some(Retry::at_once());
                self.rest_until = now() + began.elapsed() * SHARE_OF_TIME;
                self.at_last = self.rest_until + AT_LAST;
                self.empty_log(connection);
            }
            // Somebody came.
            None => {}
            Some(Err(error))
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted) =>
            {
                self.worked();
            }
            Some(Err(error)) => {
                tracing::warn!(%error, "the database could not be written anew");
                self.rest_until = now() + (began.elapsed() * SHARE_OF_TIME).max(AFTER_FAILURE);
                self.at_last = self.rest_until + AT_LAST;
            }
        }
    }

    /// A checkpoint that waits for nobody (busy timeout 0).
    fn empty_log(&mut self, connection: &Connection) {
        let Some(retry) = self.log else { return };
        match truncate_log(connection) {
            Ok(true) => {
                self.log = None;
                self.cross_out(connection);
            }
            Ok(false) => {
                if retry.pause == FIRST_PAUSE {
                    tracing::warn!("the log of the database is in use and is emptied later");
                }
                self.log = Some(retry.later());
            }
            Err(error) => {
                tracing::warn!(%error, "the log of the database could not be emptied");
                self.log = Some(retry.later());
            }
        }
    }

    /// All of it is done.
    fn cross_out(&mut self, connection: &Connection) {
        if !self.noted || self.pages {
            return;
        }
        match cross_out(connection) {
            Ok(()) => self.noted = false,
            // It will be done once more after the next start.
            Err(error) => tracing::warn!(%error, "a chore that is done could not be crossed out"),
        }
    }
}

/// Copies the log into the database and cuts it to nothing, unless somebody still reads from it. Waits for nobody.
/// Answers whether it is empty.
pub(super) fn truncate_log(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(Duration::ZERO)?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    connection.busy_timeout(super::connection::PATIENCE)?;
    Ok(busy? == 0)
}

/// Notes, in the transaction that erases something, that it is to be swept.
pub(super) fn note(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached(include_str!("chore/add.sql"))?
        .execute([SWEEP])?;
    Ok(())
}

fn cross_out(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .prepare_cached(include_str!("chore/delete.sql"))?
        .execute([SWEEP])?;
    Ok(())
}

fn write_anew(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("VACUUM")
}
