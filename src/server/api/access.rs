//! Who asks: from which address, and with which bearer.

use super::super::address::Address;
use super::limits::too_often;
use super::problem::Failed;
use super::state::Api;
use crate::server::exchange::Refusal;
use crate::sync::secret::{Bearer, SecretHash};
use crate::sync::wire::ProblemCode;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

/// Counts the request for its address, before anything else is done for it.
pub(super) async fn admit(
    State(api): State<Api>,
    mut request: Request,
    next: Next,
) -> Result<Response, Failed> {
    let address = Address::of(&request, api.settings().behind_proxy);
    api.limits().address.count(address).map_err(too_often)?;
    request.extensions_mut().insert(address);
    Ok(next.run(request).await)
}

/// Who asks.
#[derive(Clone, Copy)]
pub(super) struct Asker {
    /// The hash of the bearer. It is looked up as it is: how long that takes tells nothing of the bearer.
    pub(super) bearer: SecretHash,
    /// From where.
    pub(super) address: Address,
}

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failed> {
        let bearer = bearer(parts).map(|bearer| bearer.hash());
        let address = parts.extensions.get().copied();
        // Every request got an address when it was admitted.
        match bearer.zip(address) {
            Some((bearer, address)) => Ok(Self { bearer, address }),
            None => {
                let reason = "expected Authorization: Bearer and 64 hexadecimal digits";
                Err(Refusal::new(ProblemCode::NoToken, reason).into())
            }
        }
    }
}

fn bearer(parts: &Parts) -> Option<Bearer> {
    let value = parts.headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let right = scheme.eq_ignore_ascii_case("bearer");
    right.then(|| Bearer::from_hex(token.trim())).flatten()
}
