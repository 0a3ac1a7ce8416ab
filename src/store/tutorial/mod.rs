//! Tutorials, installed from a pack. The app reads them from here and never from files.

mod install;

use crate::content::words::Words;
use crate::domain::ids::TutorialId;
use crate::domain::learner::{Address, Lang};
use crate::domain::tutorial::Tutorial;
use crate::store::Store;
use crate::store::error::{Result, StoreError};
use rusqlite::OptionalExtension;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

pub use install::Installed;

/// Which pack is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackInfo {
    /// Its version.
    pub version: u32,
    /// SHA-256 of the document, in hexadecimal.
    pub digest: String,
}

/// A tutorial as listed: its header, without screens and steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The header; its screens and steps are empty.
    pub header: Tutorial,
    /// How many steps it has.
    pub steps: u32,
}

impl Store {
    /// The installed pack, if any.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn pack(&self) -> Result<Option<PackInfo>> {
        let mut statement = self.connection.prepare_cached(include_str!("pack.sql"))?;
        let row = statement.query_row([], |row| {
            Ok(PackInfo {
                version: row.get(0)?,
                digest: row.get(1)?,
            })
        });
        Ok(row.optional()?)
    }

    /// Every tutorial, in the order of the home screen.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn tutorials(&self) -> Result<Vec<Listed>> {
        let mut statement = self.connection.prepare_cached(include_str!("list.sql"))?;
        let mut rows = statement.query([])?;
        let mut listed = Vec::new();
        while let Some(row) = rows.next()? {
            let header: String = row.get(1)?;
            match serde_json::from_str(&header) {
                Ok(header) => listed.push(Listed {
                    header,
                    steps: row.get(2)?,
                }),
                Err(error) => tracing::warn!(%error, "a tutorial cannot be read"),
            }
        }
        listed.sort_by(|a: &Listed, b: &Listed| {
            let key = |l: &Listed| (l.header.system, l.header.position, l.header.id.clone());
            key(a).cmp(&key(b))
        });
        Ok(listed)
    }

    /// One tutorial, whole.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it is not in the installed pack.
    pub fn tutorial(&self, id: &TutorialId) -> Result<Tutorial> {
        let header: String = self
            .connection
            .prepare_cached(include_str!("header.sql"))?
            .query_row([id.as_str()], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound("this tutorial"))?;
        let mut tutorial: Tutorial = serde_json::from_str(&header)?;
        tutorial.steps = self.bodies(include_str!("steps.sql"), id)?;
        tutorial.screens = self.bodies(include_str!("screens.sql"), id)?;
        Ok(tutorial)
    }

    fn bodies<T: DeserializeOwned>(&self, sql: &'static str, id: &TutorialId) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([id.as_str()], |row| row.get::<_, String>(0))?;
        let mut bodies = Vec::new();
        for body in rows {
            bodies.push(serde_json::from_str(&body?)?);
        }
        Ok(bodies)
    }

    /// The words of one tutorial, ready to be spoken.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn words(&self, id: &TutorialId, lang: Lang, address: Address) -> Result<Words> {
        let mut statement = self.connection.prepare_cached(include_str!("words.sql"))?;
        let rows = statement.query_map((id.as_str(), lang.tag()), |row| row.get::<_, String>(0))?;
        let messages = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(Words::new(lang, address, messages.iter().map(String::as_str)))
    }

    /// One sentence of every tutorial, such as all titles.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn word_of_each(
        &self,
        key: &str,
        lang: Lang,
        address: Address,
    ) -> Result<BTreeMap<TutorialId, String>> {
        let mut statement = self.connection.prepare_cached(include_str!("word.sql"))?;
        let mut rows = statement.query((lang.tag(), key))?;
        let mut words = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let fluent: String = row.get(1)?;
            if let Some(text) = Words::new(lang, address, [fluent.as_str()]).get(key) {
                words.insert(TutorialId(id), text);
            }
        }
        Ok(words)
    }

    /// Tutorials of the installed pack that were left out, with the reason.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn left_out(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self.connection.prepare_cached(include_str!("left_out.sql"))?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
