//! Who shares her progress from this device, and which ends of sharing the server must hear of.

use crate::domain::consent::{Role, ShareStanding};
use crate::domain::day::LearningDay;
use crate::domain::ids::{LearnerId, ShareId};
use crate::store::Store;
use crate::store::error::{Result, StoreError};
use crate::store::learner::{from_word, word};
use crate::store::setting::{self, Setting};
use rusqlite::{Connection, OptionalExtension, Row};

/// Bytes of the seed of a recovery card.
pub const SEED_BYTES: usize = 11;
/// Bytes of a claim.
pub const CLAIM_BYTES: usize = 32;

/// Whether the proof that this is one of her own devices has to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimDue {
    /// No: the server knows.
    No,
    /// With the next request.
    Yes,
    /// It went with the last one: if the server still says no, it is worth nothing any more.
    Tried,
}

/// A learner who shares, as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Share {
    /// The only name the server knows her by.
    pub id: ShareId,
    /// Whose it is here.
    pub learner: LearnerId,
    /// What this device is to her.
    pub role: Role,
    /// How it stands.
    pub standing: ShareStanding,
    /// What her recovery card holds; on her own devices.
    pub seed: Option<[u8; SEED_BYTES]>,
    /// The proof made from it.
    pub claim: Option<[u8; CLAIM_BYTES]>,
    /// What a new card will hold that the server may or may not know yet.
    pub next_seed: Option<[u8; SEED_BYTES]>,
    /// Whether the proof has to be sent.
    pub claim_due: ClaimDue,
    /// The learning day on which sharing began here.
    pub since: LearningDay,
}

/// An end of sharing, as it is stored. It outlives the profile.
#[derive(Clone, PartialEq, Eq)]
pub struct Ending {
    /// Of which share.
    pub share: ShareId,
    /// The proof that goes with closing it; none where this device only leaves.
    pub claim: Option<[u8; CLAIM_BYTES]>,
    /// The server said that it is done. It is told all the same: it may be restored from a backup.
    pub confirmed: bool,
}

impl Store {
    /// How a learner shares, if she does.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn share(&self, learner: LearnerId) -> Result<Option<Share>> {
        of(&self.connection, learner)
    }

    /// Everybody who shares, deleted profiles left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn shares(&self) -> Result<Vec<Share>> {
        list(&self.connection)
    }

    /// Every end of sharing, those not yet confirmed first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn endings(&self) -> Result<Vec<Ending>> {
        endings(&self.connection)
    }
}

pub(super) fn of(connection: &Connection, learner: LearnerId) -> Result<Option<Share>> {
    connection
        .prepare_cached(include_str!("get.sql"))?
        .query_row([learner.to_string()], |row| Ok(read(row)))
        .optional()?
        .transpose()
}

pub(super) fn list(connection: &Connection) -> Result<Vec<Share>> {
    let mut statement = connection.prepare_cached(include_str!("list.sql"))?;
    let rows = statement.query_map([], |row| Ok(read(row)))?;
    let mut shares = Vec::new();
    for row in rows {
        shares.push(row??);
    }
    Ok(shares)
}

pub(super) fn put(connection: &Connection, share: &Share) -> Result<()> {
    connection.prepare_cached(include_str!("put.sql"))?.execute((
        share.id.to_string(),
        share.learner.to_string(),
        word(&share.role)?,
        word(&share.standing)?,
        share.seed,
        share.claim,
        share.next_seed,
        match share.claim_due {
            ClaimDue::No => 0,
            ClaimDue::Yes => 1,
            ClaimDue::Tried => 2,
        },
        share.since.0,
    ))?;
    Ok(())
}

pub(super) fn remove(connection: &Connection, share: ShareId) -> Result<()> {
    connection
        .prepare_cached(include_str!("remove.sql"))?
        .execute([share.to_string()])?;
    // Its secrets must not live on in the files, either.
    setting::put(connection, Setting::WriteAnew, &true)
}

/// Notes that the server must hear of the end of this share.
pub(super) fn end(connection: &Connection, share: ShareId, claim: Option<[u8; CLAIM_BYTES]>) -> Result<()> {
    connection
        .prepare_cached(include_str!("end.sql"))?
        .execute((share.to_string(), claim))?;
    Ok(())
}

/// The same, for whatever a learner shares whose profile is about to be removed.
pub(super) fn end_with_learner(connection: &Connection, learner: LearnerId) -> Result<()> {
    connection
        .prepare_cached(include_str!("end_with_learner.sql"))?
        .execute([learner.to_string()])?;
    Ok(())
}

/// The same, for the profiles that are about to be removed because their 7 days are over.
pub(super) fn end_overdue(connection: &Connection, today: LearningDay, last: LearningDay) -> Result<()> {
    connection
        .prepare_cached(include_str!("end_overdue.sql"))?
        .execute((today.0, last.0))?;
    Ok(())
}

pub(super) fn confirm(connection: &Connection, share: ShareId, confirmed: bool) -> Result<()> {
    connection
        .prepare_cached(include_str!("confirm.sql"))?
        .execute((share.to_string(), confirmed))?;
    Ok(())
}

pub(super) fn forget_ending(connection: &Connection, share: ShareId) -> Result<()> {
    connection
        .prepare_cached(include_str!("forget_ending.sql"))?
        .execute([share.to_string()])?;
    Ok(())
}

pub(super) fn endings(connection: &Connection) -> Result<Vec<Ending>> {
    let mut statement = connection.prepare_cached(include_str!("endings.sql"))?;
    let mut rows = statement.query([])?;
    let mut endings = Vec::new();
    while let Some(row) = rows.next()? {
        let share: String = row.get(0)?;
        endings.push(Ending {
            share: share.parse().map_err(|_| unreadable())?,
            claim: row.get(1)?,
            confirmed: row.get(2)?,
        });
    }
    Ok(endings)
}

fn unreadable() -> StoreError {
    StoreError::NotFound("a readable share")
}

fn read(row: &Row<'_>) -> Result<Share> {
    let id: String = row.get("id")?;
    let learner: String = row.get("learner_id")?;
    Ok(Share {
        id: id.parse().map_err(|_| unreadable())?,
        learner: learner.parse().map_err(|_| unreadable())?,
        role: from_word(row.get("role")?)?,
        standing: from_word(row.get("standing")?)?,
        seed: row.get("seed")?,
        claim: row.get("claim")?,
        next_seed: row.get("next_seed")?,
        claim_due: match row.get::<_, i64>("claim_due")? {
            0 => ClaimDue::No,
            1 => ClaimDue::Yes,
            _ => ClaimDue::Tried,
        },
        since: LearningDay(row.get("since")?),
    })
}
