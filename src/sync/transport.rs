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

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `Retry-After` in seconds, if there was one.
    pub retry_after: Option<u32>,
    /// The body.
    pub body: Vec<u8>,
}

/// Nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    /// No network, or nobody there.
    #[error("the server cannot be reached")]
    Offline,
    /// No answer in time.
    #[error("the server did not answer in time")]
    TimedOut,
}

/// A call on its way.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Answer, Lost>> + 'a>>;

/// The way to the server.
pub trait Transport {
    /// Sends a call and waits for the answer, for half a minute at most.
    fn send(&self, call: Call) -> Sending<'_>;
}
