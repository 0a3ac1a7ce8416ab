//! What came back, judged before anything of it is believed: between a phone and its server stand captive portals,
//! proxies and gateways, and they answer in the server's place.
//!
//! A success must be JSON of the shape that was asked for; a refusal must be a [`Problem`] whose code goes with its
//! status. Everything else is somebody else's, and none of it is obeyed: no `Retry-After`, and nothing counts as sent.

use super::pace::Trouble;
use super::transport::{Answer, Lost};
use super::wire::{Limits, Problem, ProblemCode};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

/// Longest answer that is read, in bytes: several times the longest an honest server gives.
pub const LONGEST: usize = 4 * 1024 * 1024;
/// The header by which a server of this protocol says so, under each of its answers: `{}` has no shape to know it by.
pub const MARK: &str = "cung-tien-wire";

/// Why an answer is of no use, and the seconds of peace that our own server asked for.
pub type Refused = (Trouble, Option<u32>);

impl From<Lost> for Trouble {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::Offline => Self::Offline,
            Lost::Unreachable => Self::Unreachable,
            Lost::Insecure => Self::Insecure,
            Lost::TimedOut => Self::TimedOut,
            Lost::CutOff => Self::CutOff,
        }
    }
}

/// The text of a success, which is JSON as a whole; everything else is trouble.
///
/// # Errors
/// What it is instead.
pub fn judge(answer: Answer) -> Result<String, Refused> {
    if !(200..300).contains(&answer.status) {
        return Err(refusal(&answer));
    }
    if is_page(&answer) {
        return Err((Trouble::Portal, None));
    }
    let text = String::from_utf8(answer.body)
        .ok()
        .filter(|_| answer.media == "application/json")
        .filter(|text| text.trim_start().starts_with('{'))
        .ok_or((Trouble::NotOurs, None))?;
    match serde_json::from_str::<IgnoredAny>(&text) {
        Ok(_) => Ok(text),
        Err(error) if error.is_eof() => Err((Trouble::CutOff, None)),
        Err(_) => Err((Trouble::NotOurs, None)),
    }
}

/// The same, as what was asked for.
///
/// # Errors
/// What it is instead.
pub fn read<T: DeserializeOwned>(answer: Answer) -> Result<T, Refused> {
    serde_json::from_str(&judge(answer)?).map_err(|_| (Trouble::NotOurs, None))
}

/// Whether this text has the shape of an answer to `POST /v1/sync`, whatever else is wrong with it.
#[must_use]
pub fn is_of_sync(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Shape {
        #[serde(rename = "wire")]
        _wire: u32,
        #[serde(rename = "server_time")]
        _server_time: i64,
        #[serde(rename = "limits")]
        _limits: Limits,
    }
    serde_json::from_str::<Shape>(text).is_ok()
}

fn refusal(answer: &Answer) -> Refused {
    match problem(answer) {
        Some(code) => (Trouble::Refused(code), answer.retry_after),
        None => (stranger(answer.status), None),
    }
}

/// The code of a refusal of our own server.
fn problem(answer: &Answer) -> Option<ProblemCode> {
    let said = matches!(
        answer.media.as_str(),
        "application/json" | "application/problem+json"
    );
    let Problem { code, .. } = serde_json::from_slice(&answer.body).ok().filter(|_| said)?;
    let fits = match status_of(code) {
        Some(status) => status == answer.status,
        None => (400..600).contains(&answer.status),
    };
    fits.then_some(code)
}

/// What somebody in between means by a status.
const fn stranger(status: u16) -> Trouble {
    match status {
        // A page to log in to the network: RFC 6585, and what portals did before it.
        511 | 300..=399 => Trouble::Portal,
        401 | 402 | 403 | 407 | 451 => Trouble::Blocked,
        // A gateway with less room than the server: less is sent, which is no harm whoever asked for it.
        413 => Trouble::Refused(ProblemCode::TooLarge),
        507 => Trouble::Full,
        408 | 425 | 429 | 500..=599 => Trouble::Gateway,
        _ => Trouble::NotOurs,
    }
}

/// A page for people, whatever it calls itself.
fn is_page(answer: &Answer) -> bool {
    let begins = |tag: &[u8]| {
        let text = answer.body.trim_ascii_start();
        let text = text
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(text)
            .trim_ascii_start();
        text.get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    };
    matches!(answer.media.as_str(), "text/html" | "application/xhtml+xml")
        || begins(b"<!doctype")
        || begins(b"<html")
        || begins(b"<?xml")
}

/// The status that goes with a code, as the protocol says; none for what only a newer server says.
#[must_use]
pub const fn status_of(code: ProblemCode) -> Option<u16> {
    Some(match code {
        ProblemCode::Malformed | ProblemCode::WireTooOld | ProblemCode::WireTooNew => 400,
        ProblemCode::NoToken | ProblemCode::UnknownDevice => 401,
        ProblemCode::Revoked | ProblemCode::NotOwn => 403,
        ProblemCode::NoShare
        | ProblemCode::NoSuchCode
        | ProblemCode::NoSuchCard
        | ProblemCode::NoSuchDevice
        | ProblemCode::NoSuchAddress => 404,
        ProblemCode::Method => 405,
        ProblemCode::TooSlow => 408,
        ProblemCode::ClaimNeeded => 409,
        ProblemCode::TooLarge | ProblemCode::TooMuch => 413,
        ProblemCode::WrongType => 415,
        ProblemCode::TooOften => 429,
        ProblemCode::Failed => 500,
        ProblemCode::Busy => 503,
        ProblemCode::Full => 507,
        ProblemCode::Other => return None,
    })
}

/// Every code there is.
pub const EVERY_CODE: [ProblemCode; 23] = [
    ProblemCode::Malformed,
    ProblemCode::WireTooOld,
    ProblemCode::WireTooNew,
    ProblemCode::NoToken,
    ProblemCode::UnknownDevice,
    ProblemCode::Revoked,
    ProblemCode::NotOwn,
    ProblemCode::NoShare,
    ProblemCode::NoSuchCode,
    ProblemCode::NoSuchCard,
    ProblemCode::NoSuchDevice,
    ProblemCode::NoSuchAddress,
    ProblemCode::Method,
    ProblemCode::TooSlow,
    ProblemCode::ClaimNeeded,
    ProblemCode::TooLarge,
    ProblemCode::TooMuch,
    ProblemCode::WrongType,
    ProblemCode::TooOften,
    ProblemCode::Failed,
    ProblemCode::Busy,
    ProblemCode::Full,
    ProblemCode::Other,
];
