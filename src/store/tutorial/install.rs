//! Installing a pack: every tutorial is checked again, and all of it happens in one transaction.

use crate::content::pack::{Pack, SoundTutorial};
use crate::domain::tutorial::Tutorial;
use crate::store::Store;
use crate::store::error::Result;
use crate::store::learner::word;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// What came of offering a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Installed {
    /// This very pack was installed already.
    AlreadyThere,
    /// An older one is never put over a newer one.
    OlderThanInstalled,
    /// Installed; so many tutorials were left out.
    Done {
        /// Broken tutorials.
        left_out: usize,
    },
}

impl Store {
    /// Installs a pack from its bytes, unless it is there already or older.
    ///
    /// # Errors
    /// If it cannot be committed, or the document is no pack at all; then nothing has changed.
    pub fn install_pack(&mut self, bytes: &[u8]) -> Result<Installed> {
        let digest: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
        let installed = self.pack()?;
        if installed.as_ref().is_some_and(|info| info.digest == digest) {
            return Ok(Installed::AlreadyThere);
        }
        let pack = Pack::read(bytes)?;
        if installed.is_some_and(|info| pack.version < info.version) {
            return Ok(Installed::OlderThanInstalled);
        }
        let transaction = self.write()?;
        transaction.execute(include_str!("clear.sql"), [])?;
        transaction.execute(include_str!("clear_left_out.sql"), [])?;
        let mut left_out = 0;
        for packed in &pack.tutorials {
            match packed.open() {
                Ok(sound) => put(&transaction, &sound)?,
                Err(broken) => {
                    left_out += 1;
                    let reasons: Vec<String> = broken.problems.iter().map(ToString::to_string).collect();
                    transaction
                        .prepare_cached(include_str!("put_left_out.sql"))?
                        .execute((broken.name, format!("{}: {}", broken.id, reasons.join("; "))))?;
                }
            }
        }
        transaction
            .prepare_cached(include_str!("put_pack.sql"))?
            .execute((pack.version, digest))?;
        transaction.commit()?;
        Ok(Installed::Done { left_out })
    }
}

fn put(connection: &Connection, sound: &SoundTutorial) -> Result<()> {
    let tutorial = &sound.tutorial;
    let id = tutorial.id.as_str();
    let header = Tutorial {
        screens: Vec::new(),
        steps: Vec::new(),
        ..tutorial.clone()
    };
    connection.prepare_cached(include_str!("put.sql"))?.execute((
        id,
        word(&tutorial.system)?,
        tutorial.position,
        serde_json::to_string(&header)?,
    ))?;
    for (position, step) in (0_i64..).zip(&tutorial.steps) {
        connection
            .prepare_cached(include_str!("put_step.sql"))?
            .execute((id, position, serde_json::to_string(step)?))?;
    }
    for (position, screen) in (0_i64..).zip(&tutorial.screens) {
        connection
            .prepare_cached(include_str!("put_screen.sql"))?
            .execute((id, position, serde_json::to_string(screen)?))?;
    }
    for (lang, messages) in &sound.words {
        for (key, message) in &messages.0 {
            connection
                .prepare_cached(include_str!("put_word.sql"))?
                .execute((id, lang.tag(), key, &message.fluent))?;
        }
    }
    Ok(())
}
