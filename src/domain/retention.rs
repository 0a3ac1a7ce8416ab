//! Where what she learns is kept, as far as the app may promise it.

use serde::{Deserialize, Serialize};

/// Every sentence about saving depends on it: `locales/` calls it `$kept`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Retention {
    /// In files that stay until she deletes them.
    Durable,
    /// In files that the browser may clear when the device is full.
    MayBeCleared,
    /// In memory: gone when the window is closed.
    Nowhere(NoFiles),
}

impl Retention {
    /// Every state, each reason for keeping nothing included.
    pub const ALL: [Self; 5] = [
        Self::Durable,
        Self::MayBeCleared,
        Self::Nowhere(NoFiles::PrivateWindow),
        Self::Nowhere(NoFiles::TooOld),
        Self::Nowhere(NoFiles::NotSecure),
    ];

    /// What messages call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Durable => "durable",
            Self::MayBeCleared => "cleared",
            Self::Nowhere(_) => "nowhere",
        }
    }

    /// Why nothing is kept, if nothing is.
    #[must_use]
    pub const fn no_files(self) -> Option<NoFiles> {
        match self {
            Self::Nowhere(reason) => Some(reason),
            Self::Durable | Self::MayBeCleared => None,
        }
    }
}

/// Why a browser gives the app no files. What helps is another window, another browser or another address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoFiles {
    /// Private windows of some browsers have none, nor have windows with site data switched off.
    PrivateWindow,
    /// The browser does not know such files, or not those that a database needs (sync access handles).
    TooOld,
    /// Plain HTTP by a name or a number of the network: browsers keep files for encrypted pages only.
    NotSecure,
}
