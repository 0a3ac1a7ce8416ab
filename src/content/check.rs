//! The content checker: everything that must hold of a tutorial before a learner meets it.

use crate::content::words::MessageSources;
use crate::content::{check_structure, check_words};
use crate::domain::learner::Lang;
use crate::domain::tutorial::Tutorial;
use std::collections::BTreeMap;

/// Where a problem is, as something that can be found in the author's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// In the `.toml`, at the first line with this text in quotes.
    Structure(String),
    /// In the words of this language, at this key (or where it should be).
    Words(Lang, String),
    /// In the words of this language, at this line.
    WordsLine(Lang, usize),
}

/// One thing that is wrong, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Where,
    /// What.
    pub message: String,
}

impl Problem {
    /// A problem in the structure file, near this text.
    pub fn structure(near: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: Where::Structure(near.into()),
            message: message.into(),
        }
    }

    /// A problem in the words, at this key.
    pub fn words(lang: Lang, key: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: Where::Words(lang, key.into()),
            message: message.into(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.place {
            Where::Structure(near) => write!(f, "at “{near}”: {}", self.message),
            Where::Words(lang, key) => write!(f, "{} words, “{key}”: {}", lang.tag(), self.message),
            Where::WordsLine(lang, line) => {
                write!(f, "{} words, line {line}: {}", lang.tag(), self.message)
            }
        }
    }
}

/// Checks a tutorial with its words; an empty list means that it is sound.
#[must_use]
pub fn check(tutorial: &Tutorial, words: &BTreeMap<Lang, MessageSources>) -> Vec<Problem> {
    let mut problems = check_structure::check(tutorial);
    problems.extend(check_words::check(tutorial, words));
    problems
}
