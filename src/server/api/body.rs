//! Reading a body: of the right kind, in time, and never more of it than a request may hold, however it is packed.

use super::problem::Failed;
use super::state::Api;
use crate::server::exchange::{Refusal, check_version};
use crate::sync::wire::{MAX_BODY_BYTES, ProblemCode, SyncRequest};
use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::io::Read;

/// What was said, read as JSON.
pub(super) struct Said<T>(pub T);

/// Something that can be said.
pub(super) trait Sayable: DeserializeOwned {
    /// Looks at the bytes before they are read as a whole.
    fn look(_: &[u8]) -> Result<(), Refusal> {
        Ok(())
    }
}

/// All that any version of the protocol has in common.
#[derive(Deserialize)]
struct Version {
    wire: u64,
}

impl Sayable for SyncRequest {
    /// A newer version may have another shape altogether, and must still be told that it is too new.
    fn look(bytes: &[u8]) -> Result<(), Refusal> {
        check_version(parse::<Version>(bytes)?.wire)
    }
}

impl<T: Sayable> FromRequest<Api> for Said<T> {
    type Rejection = Failed;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Failed> {
        let (parts, body) = request.into_parts();
        check_type(&parts.headers)?;
        let packed = is_packed(&parts.headers)?;
        // What is packed is never longer than what comes out.
        let reading = tokio::time::timeout(api.settings().body_within, to_bytes(body, MAX_BODY_BYTES));
        let bytes = match reading.await {
            Err(_) => {
                let reason = "the body did not come in time";
                return Err(Refusal::new(ProblemCode::TooSlow, reason).into());
            }
            Ok(Err(error)) => return Err(unread(&error).into()),
            Ok(Ok(bytes)) => bytes,
        };
        let bytes = if packed { inflate(&bytes)? } else { bytes };
        T::look(&bytes)?;
        Ok(Self(parse(&bytes)?))
    }
}

fn check_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default();
    if kind.trim().eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Refusal::new(ProblemCode::WrongType, "expected application/json"))
}

fn is_packed(headers: &HeaderMap) -> Result<bool, Refusal> {
    let Some(encoding) = headers.get(CONTENT_ENCODING) else {
        return Ok(false);
    };
    match encoding.to_str().unwrap_or_default().trim() {
        "" | "identity" => Ok(false),
        "gzip" | "x-gzip" => Ok(true),
        _ => Err(Refusal::new(
            ProblemCode::WrongType,
            "gzip is the only compression that is understood",
        )),
    }
}

fn unread(error: &axum::Error) -> Refusal {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if error.is::<http_body_util::LengthLimitError>() {
            return too_large();
        }
        cause = error.source();
    }
    Refusal::new(ProblemCode::Malformed, "the body ended too early")
}

fn too_large() -> Refusal {
    Refusal::new(
        ProblemCode::TooLarge,
        format!("a body holds {MAX_BODY_BYTES} bytes at most"),
    )
}

/// Stops at the limit: a small body can stand for gigabytes.
fn inflate(packed: &[u8]) -> Result<Bytes, Refusal> {
    let most = u64::try_from(MAX_BODY_BYTES).unwrap_or(u64::MAX);
    let mut inflated = Vec::new();
    MultiGzDecoder::new(packed)
        .take(most.saturating_add(1))
        .read_to_end(&mut inflated)
        .map_err(|_| Refusal::new(ProblemCode::Malformed, "the body is not gzip"))?;
    if inflated.len() > MAX_BODY_BYTES {
        return Err(too_large());
    }
    Ok(inflated.into())
}

/// The reason names the place only. Serde would quote what was sent, and that may be a secret.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(bytes).map_err(|error| {
        let reason = format!(
            "the body is not the expected JSON: line {}, column {}",
            error.line(),
            error.column()
        );
        Refusal::new(ProblemCode::Malformed, reason)
    })
}
