//! Answers that are not a success: all of the same shape.

use crate::server::exchange::{Failure, Refusal};
use crate::server::storage::StorageError;
use crate::sync::wire::{Problem, ProblemCode};
use axum::Json;
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// Why a request was not answered as wished.
#[derive(Debug)]
pub(super) struct Failed(Failure);

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self(failure)
    }
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.into())
    }
}

impl From<StorageError> for Failed {
    fn from(error: StorageError) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let refusal = match self.0 {
            Failure::Refused(refusal) => refusal,
            Failure::Storage(error) => of_storage(&error),
        };
        let status = status(refusal.code);
        let problem = Problem {
            code: refusal.code,
            reason: refusal.reason,
        };
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        if let Some(wait) = refusal.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(wait));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// What went wrong in the database is for the log, not for those who ask.
fn of_storage(error: &StorageError) -> Refusal {
    match error {
        StorageError::Busy | StorageError::Stopped => Refusal {
            retry_after: Some(5),
            ..Refusal::new(ProblemCode::Busy, "the server is busy or stopping")
        },
        StorageError::Full => {
            tracing::error!(%error, "a request failed");
            Refusal::new(ProblemCode::Full, "there is no space left; nothing was stored")
        }
        StorageError::Newer { .. }
        | StorageError::Damaged(_)
        | StorageError::Unreachable(_)
        | StorageError::Failed(_) => {
            tracing::error!(%error, "a request failed");
            Refusal::new(ProblemCode::Failed, "the server failed; nothing was stored")
        }
    }
}

/// The status that goes with a code, as the protocol says.
pub(super) const fn status(code: ProblemCode) -> StatusCode {
    match code {
        ProblemCode::Malformed | ProblemCode::WireTooOld | ProblemCode::WireTooNew => StatusCode::BAD_REQUEST,
        ProblemCode::NoToken | ProblemCode::UnknownDevice => StatusCode::UNAUTHORIZED,
        ProblemCode::Revoked | ProblemCode::NotOwn => StatusCode::FORBIDDEN,
        ProblemCode::NoShare
        | ProblemCode::NoSuchCode
        | ProblemCode::NoSuchCard
        | ProblemCode::NoSuchDevice
        | ProblemCode::NoSuchAddress => StatusCode::NOT_FOUND,
        ProblemCode::Method => StatusCode::METHOD_NOT_ALLOWED,
        ProblemCode::TooSlow => StatusCode::REQUEST_TIMEOUT,
        ProblemCode::ClaimNeeded => StatusCode::CONFLICT,
        ProblemCode::TooLarge | ProblemCode::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemCode::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ProblemCode::TooOften => StatusCode::TOO_MANY_REQUESTS,
        ProblemCode::Failed | ProblemCode::Other => StatusCode::INTERNAL_SERVER_ERROR,
        ProblemCode::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ProblemCode::Full => StatusCode::INSUFFICIENT_STORAGE,
    }
}

pub(super) async fn no_such_address() -> Failed {
    Refusal::new(ProblemCode::NoSuchAddress, "no such address").into()
}

pub(super) async fn method() -> Failed {
    Refusal::new(ProblemCode::Method, "not with this method").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::answer::{EVERY_CODE, status_of};

    #[test]
    fn a_phone_believes_a_code_only_with_the_status_that_is_sent_with_it() {
        for code in EVERY_CODE {
            let on_the_phone = status_of(code).unwrap_or(500);
            assert_eq!(on_the_phone, status(code).as_u16(), "{code:?}");
        }
    }
}
