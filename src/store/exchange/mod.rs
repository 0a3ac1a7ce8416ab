//! One exchange with the server, applied as a whole or not at all.
//!
//! What is decided lies in the core; here are the pieces it is done with, all in one transaction.

mod streams;

use crate::domain::event::Event;
use crate::domain::ids::{LearnerId, ShareId};
use crate::store::error::Result;
use crate::store::share::{self, CLAIM_BYTES, Share};
use crate::store::{Store, event};
use rusqlite::Transaction;

pub use streams::{Mark, StreamRow, Written};

/// A transaction over everything that has to do with sharing. Dropped without commit, it leaves no trace.
pub struct Exchange<'a> {
    transaction: Transaction<'a>,
}

impl Store {
    /// Begins one.
    ///
    /// # Errors
    /// If the database is not to be had.
    pub fn exchange(&mut self) -> Result<Exchange<'_>> {
        Ok(Exchange {
            transaction: self.write()?,
        })
    }
}

impl Exchange<'_> {
    /// Makes everything done since the beginning last.
    ///
    /// # Errors
    /// If it cannot be committed: then nothing of it was done.
    pub fn commit(self) -> Result<()> {
        Ok(self.transaction.commit()?)
    }

    /// Everybody who shares, deleted profiles left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn shares(&self) -> Result<Vec<Share>> {
        share::list(&self.transaction)
    }

    /// How a learner shares, if she does.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn share(&self, learner: LearnerId) -> Result<Option<Share>> {
        share::of(&self.transaction, learner)
    }

    /// Writes a share, new or changed.
    ///
    /// # Errors
    /// If it cannot be written, or the learner shares under another id.
    pub fn put_share(&self, share: &Share) -> Result<()> {
        share::put(&self.transaction, share)
    }

    /// She does not share under this id any more. The marks of her own streams go with it: a new share begins at 1.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn remove_share(&self, share: ShareId, learner: LearnerId) -> Result<()> {
        share::remove(&self.transaction, share)?;
        self.clear_marks(learner)
    }

    /// Notes that the server must hear of the end of this share; with a claim it closes, without it only leaves.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_share(&self, share: ShareId, claim: Option<[u8; CLAIM_BYTES]>) -> Result<()> {
        share::end(&self.transaction, share, claim)
    }

    /// The server said that this end is done, or that it is not.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn confirm_ending(&self, share: ShareId, confirmed: bool) -> Result<()> {
        share::confirm(&self.transaction, share, confirmed)
    }

    /// The server will not hear of this end, or the device came back: it is not repeated any more.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_ending(&self, share: ShareId) -> Result<()> {
        share::forget_ending(&self.transaction, share)
    }

    /// Appends one event to the learner's own stream and folds it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn record(&self, learner: LearnerId, event: &Event) -> Result<()> {
        event::append(&self.transaction, learner, event).map(drop)
    }

    /// Deletes a profile and everything of it, her events too.
    ///
    /// # Errors
    /// If it cannot be written, or there is no such profile.
    pub fn purge_learner(&self, learner: LearnerId) -> Result<()> {
        crate::store::learner::purge(&self.transaction, learner)
    }
}
