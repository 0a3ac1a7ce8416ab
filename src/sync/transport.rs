//! How a request gets to the server: a trait, so that a simulated network drives the real thing.

use super::secret::Bearer;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// How long an answer may take.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A request to the server of this app. Its address is not part of it: nobody can name another server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// How.
    pub method: Method,
    /// Path below the server's address, such as `/v1/sync`.
    pub path: String,
    /// Who asks.
    pub bearer: Bearer,
    /// JSON; empty where there is none.
    pub body: String,
}

/// How something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To read.
    Get,
    /// To do.
    Post,
}

/// What came back, from whomever: [`super::answer`] judges it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// HTTP status. A redirect that was not followed is 302 where the browser hides which one it was.
    pub status: u16,
    /// `Retry-After` in seconds, if there was one; a date is none.
    pub retry_after: Option<u32>,
    /// What the body is said to be, such as `application/json`, in small letters and without parameters.
    pub media: String,
    /// Whether a server of this protocol says that it is one: [`super::answer::MARK`].
    pub marked: bool,
    /// The body; empty if it is longer than [`super::answer::LONGEST`].
    pub body: Vec<u8>,
}

/// `application/json` of `Application/JSON; charset=utf-8`.
#[must_use]
pub fn media(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Nothing came back, or not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Lost {
    /// No network, as far as the device knows.
    #[error("there is no network")]
    Offline,
    /// There is a network, and no way to the server. A browser does not say why: nobody there, a network that lets nobody
    /// out before a login, or a certificate that is not the server's.
    #[error("the server cannot be reached")]
    Unreachable,
    /// Somebody is there who cannot prove to be the server (TLS).
    #[error("who answers is not the server")]
    Insecure,
    /// No answer in time.
    #[error("the server did not answer in time")]
    TimedOut,
    /// The answer began and did not end.
    #[error("the answer was cut off")]
    CutOff,
}

impl Lost {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Offline,
        Self::Unreachable,
        Self::Insecure,
        Self::TimedOut,
        Self::CutOff,
    ];
}

/// A call on its way.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Answer, Lost>> + 'a>>;

/// The way to the server.
pub trait Transport {
    /// Sends a call and waits for the answer, for half a minute at most.
    fn send(&self, call: Call) -> Sending<'_>;
}
