//! The pack as it travels: one JSON document.

use crate::content::check::{Problem, check};
use crate::content::words::MessageSources;
use crate::domain::learner::Lang;
use crate::domain::tutorial::Tutorial;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One tutorial in a pack. Its structure is kept untyped, so that one broken tutorial cannot spoil the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedTutorial {
    /// A [`Tutorial`], as JSON.
    pub structure: serde_json::Value,
    /// Fluent source, by language.
    pub words: BTreeMap<Lang, String>,
}

/// Everything an app can learn from, at one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Rises with every change of content.
    pub version: u32,
    /// The tutorials.
    pub tutorials: Vec<PackedTutorial>,
}

/// A pack that cannot be read at all.
#[derive(Debug, thiserror::Error)]
#[error("this is not a content pack: {0}")]
pub enum PackError {
    /// It is no text at all.
    Text(#[from] std::str::Utf8Error),
    /// It is no such document.
    Document(#[from] serde_json::Error),
}

/// A tutorial that passed every check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoundTutorial {
    /// Its structure.
    pub tutorial: Tutorial,
    /// Its words, message by message.
    pub words: BTreeMap<Lang, MessageSources>,
}

/// A tutorial that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenTutorial {
    /// Its id, as far as it could be read.
    pub id: String,
    /// Its Vietnamese title, which a learner knows it by; its id where there is none.
    pub name: String,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// If the document as a whole is not a pack. A broken tutorial inside is no error here.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        Ok(serde_json::from_str(std::str::from_utf8(bytes)?)?)
    }
}

impl PackedTutorial {
    /// Reads and checks one tutorial.
    ///
    /// # Errors
    /// What is wrong with it, in plain words.
    pub fn open(&self) -> Result<SoundTutorial, BrokenTutorial> {
        let id = self
            .structure
            .get("id")
            .and_then(serde_json::Value::as_str)
            .unwrap_or("?")
            .to_owned();
        // Through text: the code that reads a tutorial from a string is there anyway, and phones load none twice.
        let read = serde_json::from_str(&self.structure.to_string());
        let (words, mut problems) = MessageSources::read_all(&self.words);
        let broken = |problems| BrokenTutorial {
            name: title(&words).unwrap_or_else(|| id.clone()),
            id: id.clone(),
            problems,
        };
        let tutorial: Tutorial =
            read.map_err(|why| broken(vec![Problem::structure("id", why.to_string())]))?;
        if problems.is_empty() {
            problems = check(&tutorial, &words);
        }
        if problems.is_empty() {
            Ok(SoundTutorial { tutorial, words })
        } else {
            Err(broken(problems))
        }
    }
}

/// The Vietnamese title.
fn title(words: &BTreeMap<Lang, MessageSources>) -> Option<String> {
    let messages = words.get(&Lang::Vi)?.0.get("title")?;
    let (_, title) = messages.fluent.split_once('=')?;
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}
