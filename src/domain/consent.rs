//! Consent: whether and how a learner's progress is shared, in the learner's terms.
//!
//! Only she consents, for herself, explicitly, and can take it back as easily (Law 91/2025/QH15; `docs/privacy.md` says
//! what is known of its articles). Off until she says so.

use serde::{Deserialize, Serialize};

/// Which wording of the sentence learners agree to now; `docs/privacy.md` keeps every wording under its number, as proof of
/// what was agreed to. Other words for the same need a new number; a change of what is sent needs consent anew as well.
pub const WORDING: u32 = 2;

/// What this device is to a learner who shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Her own: consent was given here, or it came in with her recovery card. It may end the sharing.
    Own,
    /// It joined with a code: it reads and adds, and may only leave.
    Joined,
}

/// How a share stands on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShareStanding {
    /// Progress is sent.
    Open,
    /// It was closed on another device: nothing is sent, and she is asked whether to keep what is here.
    Closed,
    /// This device was taken out on another one: nothing is sent, and she is asked the same.
    Removed,
    /// The server does not know that this device belongs to it: a new code, or consent anew, is needed.
    NotGranted,
}
