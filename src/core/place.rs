//! What a browser says of its place for files, and what each of its errors means for the learner.

use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::WhereKept;
use crate::domain::retention::NoFiles;

/// What there is to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Files.
    Files,
    /// Nothing: what is learned lasts as long as the page.
    Nowhere(NoFiles),
    /// Files perhaps, but they cannot be reached.
    Closed(CoreError),
}

impl Place {
    /// Reads what `worker.js` found out: its own words, or the name of the error that a browser gave when it was asked
    /// for the place. Whoever has `kept` lessons in files before must never be shown an empty app instead.
    #[must_use]
    pub fn found(word: &str, kept: bool) -> Self {
        match word {
            "files" => Self::Files,
            "not-secure" => Self::Nowhere(NoFiles::NotSecure),
            "too-old" => Self::Nowhere(NoFiles::TooOld),
            // Private windows, or site data switched off.
            "SecurityError" | "NotAllowedError" | "NotSupportedError" => {
                Self::Nowhere(NoFiles::PrivateWindow)
            }
            // Private windows of Safari say so, and a browser that has a bad moment, too.
            "UnknownError" | "TypeError" | "InvalidStateError" | "Error" if !kept => {
                Self::Nowhere(NoFiles::PrivateWindow)
            }
            name => Self::Closed(CoreError::of_browser(name, name)),
        }
    }
}

impl CoreError {
    /// What an error means that a browser gives when files are opened or used, by its name.
    #[must_use]
    pub fn of_browser(name: &str, text: &str) -> Self {
        match name {
            // WebKit says the second where the others say the first.
            "NoModificationAllowedError" | "InvalidStateError" => Self::OpenElsewhere,
            "QuotaExceededError" => Self::StorageFull,
            "NotFoundError" => Self::FilesGone,
            _ => Self::Failed(text.to_owned()),
        }
    }
}

impl Core {
    #[allow(clippy::unnecessary_wraps, reason = "as every request")]
    pub(super) fn where_kept(&mut self, _: WhereKept) -> Result<Option<NoFiles>> {
        Ok(self.no_files())
    }
}
