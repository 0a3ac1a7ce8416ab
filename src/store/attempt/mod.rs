//! The attempt in progress: one row per learner and tutorial, committed at every step.

use crate::domain::event::Event;
use crate::domain::ids::{AttemptId, LearnerId, StepId, TutorialId};
use crate::domain::practice::{Mode, Tally};
use crate::store::error::{Result, StoreError};
use crate::store::learner::{from_word, word};
use crate::store::{Store, event};
use rusqlite::{Connection, OptionalExtension, Row};

/// An attempt that is not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Which attempt.
    pub id: AttemptId,
    /// Whose.
    pub learner: LearnerId,
    /// Of which tutorial.
    pub tutorial: TutorialId,
    /// From which pack.
    pub pack: u32,
    /// In which mode.
    pub mode: Mode,
    /// The last step done, if any.
    pub last_step: Option<StepId>,
    /// How many steps were done.
    pub steps_done: u32,
    /// Mistakes, near misses and hints so far.
    pub tally: Tally,
    /// Steps done when it was last recorded as paused.
    pub paused_at: u32,
}

impl Store {
    /// The attempt in progress of a learner at a tutorial.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn attempt_at(&self, learner: LearnerId, tutorial: &TutorialId) -> Result<Option<Attempt>> {
        let mut statement = self.connection.prepare_cached(include_str!("by_tutorial.sql"))?;
        statement
            .query_row((learner.to_string(), tutorial.as_str()), |row| Ok(read(row)))
            .optional()?
            .transpose()
    }

    /// The attempt with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it is finished or was never begun.
    pub fn attempt(&self, id: AttemptId) -> Result<Attempt> {
        self.connection
            .prepare_cached(include_str!("by_id.sql"))?
            .query_row([id.to_string()], |row| Ok(read(row)))
            .optional()?
            .ok_or(StoreError::NotFound("this attempt"))?
    }

    /// The attempts in progress of a learner; the one she worked on last comes last.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn attempts(&self, learner: LearnerId) -> Result<Vec<Attempt>> {
        let mut statement = self.connection.prepare_cached(include_str!("by_learner.sql"))?;
        let rows = statement.query_map([learner.to_string()], |row| Ok(read(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Saves an attempt: after each step, and when it begins.
    ///
    /// # Errors
    /// If it cannot be committed: then the step does not count as done.
    pub fn save_attempt(&mut self, attempt: &Attempt) -> Result<()> {
        let transaction = self.write()?;
        put(&transaction, attempt)?;
        Ok(transaction.commit()?)
    }

    /// Begins an attempt in place of another at the same tutorial; the other's rest is recorded first.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn replace_attempt(&mut self, old: Option<(&Attempt, Option<&Event>)>, new: &Attempt) -> Result<()> {
        let transaction = self.write()?;
        if let Some((attempt, rest)) = old {
            if let Some(rest) = rest {
                event::append(&transaction, attempt.learner, rest)?;
            }
            remove(&transaction, attempt.id)?;
        }
        put(&transaction, new)?;
        Ok(transaction.commit()?)
    }

    /// Records that an attempt is paused, and how far it got.
    ///
    /// # Errors
    /// If it cannot be committed.
    pub fn pause_attempt(&mut self, attempt: &Attempt, rest: &Event) -> Result<()> {
        let transaction = self.write()?;
        event::append(&transaction, attempt.learner, rest)?;
        put(
            &transaction,
            &Attempt {
                paused_at: attempt.steps_done,
                ..attempt.clone()
            },
        )?;
        Ok(transaction.commit()?)
    }

    /// Ends an attempt with its last step: the row goes, the event stays.
    ///
    /// # Errors
    /// If it cannot be committed: then the last step does not count as done.
    pub fn finish_attempt(&mut self, attempt: &Attempt, rest: &Event) -> Result<()> {
        let transaction = self.write()?;
        event::append(&transaction, attempt.learner, rest)?;
        remove(&transaction, attempt.id)?;
        Ok(transaction.commit()?)
    }
}

fn put(connection: &Connection, attempt: &Attempt) -> Result<()> {
    connection.prepare_cached(include_str!("put.sql"))?.execute((
        attempt.id.to_string(),
        attempt.learner.to_string(),
        attempt.tutorial.as_str(),
        attempt.pack,
        word(&attempt.mode)?,
        attempt.last_step.as_ref().map(StepId::as_str),
        attempt.steps_done,
        attempt.tally.mistakes,
        attempt.tally.near_misses,
        attempt.tally.hints,
        attempt.paused_at,
    ))?;
    Ok(())
}

fn remove(connection: &Connection, id: AttemptId) -> Result<()> {
    connection
        .prepare_cached(include_str!("remove.sql"))?
        .execute([id.to_string()])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Attempt> {
    let unreadable = || StoreError::NotFound("a readable attempt");
    let id: String = row.get("id")?;
    let learner: String = row.get("learner_id")?;
    let mode: String = row.get("mode")?;
    Ok(Attempt {
        id: id.parse().map_err(|_| unreadable())?,
        learner: learner.parse().map_err(|_| unreadable())?,
        tutorial: TutorialId(row.get("tutorial_id")?),
        pack: row.get("pack_version")?,
        mode: from_word(mode)?,
        last_step: row.get::<_, Option<String>>("last_step")?.map(StepId),
        steps_done: row.get("steps_done")?,
        tally: Tally {
            mistakes: row.get("mistakes")?,
            near_misses: row.get("near_misses")?,
            hints: row.get("hints")?,
        },
        paused_at: row.get("paused_at")?,
    })
}
