//! Deleted means gone from the disk.
//!
//! `secure_delete` overwrites what is deleted. Two places are left: the write-ahead log, which is emptied before
//! anybody is told that something is deleted; and free space inside pages, where SQLite leaves copies of rows that
//! it once moved to another page. Those go when the database is written anew, which takes longer and is done when
//! nobody waits. That it is still to be done is written down, so that it survives a restart.

use super::super::Result;
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

/// What is still to be done.
#[derive(Debug)]
pub(super) struct Erasing {
    log: bool,
    pages: bool,
    /// Not before.
    rest_until: Instant,
    /// Not after.
    at_last: Instant,
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long it takes, whatever the clock of the server says"
)]
fn now() -> Instant {
    Instant::now()
}

impl Erasing {
    /// What was left undone when the database was last closed. The log is emptied at once: a device that repeats its
    /// order is told that it is done without anything being erased again.
    pub(super) fn of(connection: &Connection) -> Result<Self> {
        let pages = connection.query_row(include_str!("chore/exists.sql"), [SWEEP], |row| row.get(0))?;
        let mut erasing = Self {
            log: pages,
            pages,
            rest_until: now(),
            at_last: now() + AT_LAST,
        };
        erasing.empty_log(connection);
        Ok(erasing)
    }

    /// How long to wait for work before something of this is done; `None` if nothing is to be done.
    pub(super) fn patience(&self) -> Option<Duration> {
        let rest = self.rest_until.saturating_duration_since(now());
        (self.log || self.pages).then_some(QUIET.max(rest))
    }

    /// It has waited long enough for a quiet moment.
    pub(super) fn is_due(&self) -> bool {
        self.pages && self.at_last <= now()
    }

    /// After a commit that erased something.
    pub(super) fn begin(&mut self, connection: &Connection) {
        if !self.pages {
            self.at_last = self.rest_until.max(now()) + AT_LAST;
        }
        self.pages = true;
        self.log = true;
        self.empty_log(connection);
    }

    /// When nobody waits.
    pub(super) fn sweep(&mut self, connection: &Connection) {
        if self.pages {
            let began = now();
            match write_anew(connection) {
                Ok(()) => self.pages = false,
                Err(error) => tracing::warn!(%error, "the database could not be written anew"),
            }
            self.log = true;
            self.rest_until = now() + began.elapsed() * SHARE_OF_TIME;
            self.at_last = self.rest_until + AT_LAST;
        }
        self.empty_log(connection);
    }

    /// Before the database is closed, which empties the log by itself.
    pub(super) fn finish(&mut self, connection: &Connection) {
        if self.pages {
            self.sweep(connection);
        }
    }

    /// Somebody who reads the database at this moment, such as a backup, can prevent it; then it is tried again.
    fn empty_log(&mut self, connection: &Connection) {
        if !self.log {
            return;
        }
        match connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)) {
            Ok(0) => self.log = false,
            Ok(_) => tracing::warn!("the log of the database is in use and could not be emptied"),
            Err(error) => tracing::warn!(%error, "the log of the database could not be emptied"),
        }
    }
}

/// Notes, in the transaction that erases something, that the pages are to be swept.
pub(super) fn note(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached(include_str!("chore/add.sql"))?
        .execute([SWEEP])?;
    Ok(())
}

fn write_anew(connection: &Connection) -> Result<()> {
    connection.execute_batch("VACUUM")?;
    connection
        .prepare_cached(include_str!("chore/delete.sql"))?
        .execute([SWEEP])?;
    Ok(())
}
