//! Stored progress: a projection of the event log that can be dropped and rebuilt at any time.
//!
//! It is rebuilt at opening when another fold made it, which may have known fewer kinds of events, or when it cannot be
//! read. An unreadable state is never gone on from: it is folded from the events again.

use crate::domain::event::{Event, Recorded};
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::progress::{FOLD, Progress, TutorialProgress};
use crate::store::Store;
use crate::store::error::Result;
use crate::store::{event, learner};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

impl Store {
    /// A learner's progress.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn progress(&self, learner: LearnerId) -> Result<Progress> {
        let mut statement = self.connection.prepare_cached(include_str!("list.sql"))?;
        let mut rows = statement.query([learner.to_string()])?;
        let mut progress = Progress::default();
        while let Some(row) = rows.next()? {
            let tutorial: String = row.get(0)?;
            match read(row.get_ref(1)?) {
                Some(state) => progress.tutorials.insert(TutorialId(tutorial), state),
                None => return fold(&self.connection, learner),
            };
        }
        Ok(progress)
    }

    /// Folds again what another fold made, or what cannot be read. Where all is well it only looks.
    pub(super) fn bring_progress_up_to_date(&mut self) -> Result<()> {
        if is_up_to_date(&self.connection)? {
            return Ok(());
        }
        tracing::info!(version = FOLD, "progress is folded anew");
        self.rebuild_progress()
    }

    /// Drops all progress and folds it again from the events.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn rebuild_progress(&mut self) -> Result<()> {
        let transaction = self.write()?;
        rebuild(&transaction)?;
        Ok(transaction.commit()?)
    }
}

/// Folds every event again. The caller holds the transaction.
pub(super) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute(include_str!("clear.sql"), [])?;
    for learner in learner::ids(connection)? {
        for (tutorial, state) in &fold(connection, learner)?.tutorials {
            put(connection, learner, tutorial, state)?;
        }
    }
    connection.execute(include_str!("note_fold.sql"), [FOLD])?;
    Ok(())
}

/// All of a learner's events, folded.
fn fold(connection: &Connection, learner: LearnerId) -> Result<Progress> {
    let mut progress = Progress::default();
    for stored in event::list(connection, learner)? {
        progress.take(&Recorded::read(&stored.bytes));
    }
    Ok(progress)
}

/// Whether this build's fold made what is stored, and all of it can be read.
fn is_up_to_date(connection: &Connection) -> Result<bool> {
    let made_by: Option<u32> = connection
        .query_row(include_str!("fold_version.sql"), [], |row| row.get(0))
        .optional()?;
    if made_by != Some(FOLD) {
        return Ok(false);
    }
    let mut statement = connection.prepare(include_str!("all_states.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if read(row.get_ref(0)?).is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A stored state; `None` if this build cannot read it. Damaged text may not even be text. One with nothing in it is never
/// written: every field may be missing, so `{}` would read well.
fn read(stored: ValueRef<'_>) -> Option<TutorialProgress> {
    let state = serde_json::from_slice(stored.as_bytes().ok()?).ok()?;
    (state != TutorialProgress::default()).then_some(state)
}

/// Folds one more event. The caller holds the transaction.
pub(super) fn take(connection: &Connection, learner: LearnerId, event: &Event) -> Result<()> {
    let Some(tutorial) = event.happening.tutorial() else {
        return Ok(());
    };
    let stored = connection
        .prepare_cached(include_str!("get.sql"))?
        .query_row((learner.to_string(), tutorial.as_str()), |row| {
            Ok(read(row.get_ref(0)?))
        })
        .optional()?;
    let mut state = match stored {
        Some(Some(state)) => state,
        // What was there is not lost with it: this event is in the log already, and all the others are.
        Some(None) => fold(connection, learner)?
            .tutorials
            .remove(tutorial)
            .unwrap_or_default(),
        None => TutorialProgress::default(),
    };
    state.take(event.day, &event.happening);
    put(connection, learner, tutorial, &state)
}

fn put(
    connection: &Connection,
    learner: LearnerId,
    tutorial: &TutorialId,
    state: &TutorialProgress,
) -> Result<()> {
    connection.prepare_cached(include_str!("put.sql"))?.execute((
        learner.to_string(),
        tutorial.as_str(),
        serde_json::to_string(state)?,
    ))?;
    Ok(())
}
