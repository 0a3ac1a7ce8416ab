//! Stored progress: a projection of the event log that can be dropped and rebuilt at any time.

use crate::domain::event::{Event, Recorded};
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::progress::{Progress, TutorialProgress};
use crate::store::Store;
use crate::store::error::Result;
use crate::store::{event, learner};
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
            let state: String = row.get(1)?;
            // A projection this build cannot read is as good as none: it can be rebuilt.
            if let Ok(state) = serde_json::from_str(&state) {
                progress.tutorials.insert(TutorialId(tutorial), state);
            }
        }
        Ok(progress)
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
        let mut progress = Progress::default();
        for stored in event::list(connection, learner)? {
            progress.take(&Recorded::read(&stored.bytes));
        }
        for (tutorial, state) in &progress.tutorials {
            put(connection, learner, tutorial, state)?;
        }
    }
    Ok(())
}

/// Folds one more event. The caller holds the transaction.
pub(super) fn take(connection: &Connection, learner: LearnerId, event: &Event) -> Result<()> {
    let Some(tutorial) = event.happening.tutorial() else {
        return Ok(());
    };
    let stored: Option<String> = connection
        .prepare_cached(include_str!("get.sql"))?
        .query_row((learner.to_string(), tutorial.as_str()), |row| row.get(0))
        .optional()?;
    let mut state: TutorialProgress = stored
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
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
