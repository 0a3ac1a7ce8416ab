//! `POST /v1/sync`.

use super::access::Asker;
use super::body::Said;
use super::problem::Failed;
use super::refusals;
use super::state::Api;
use crate::server::exchange::{self, Refusal, Terms, Work};
use crate::sync::wire::{MAX_APP_CHARS, ProblemCode, SyncReply, SyncRequest};
use axum::Json;
use axum::extract::State;

/// Send, fetch, and give orders: one stateless round trip.
#[utoipa::path(
    post,
    path = "/v1/sync",
    request_body = SyncRequest,
    responses((status = 200, body = SyncReply), refusals::Sync),
    security(("bearer" = []))
)]
pub(super) async fn sync(
    State(api): State<Api>,
    asker: Asker,
    Said(request): Said<SyncRequest>,
) -> Result<Json<SyncReply>, Failed> {
    check_app(&request.app)?;
    let work = Work::of(request)?;
    let now = api.now();
    let (pack, quotas) = (api.settings().pack, api.settings().quotas);
    let inside = api.clone();
    let answer = api.ask_as(asker, move |transaction, device| {
        let limits = inside.limits();
        let left = limits
            .device_flow
            .left(&device)
            .and(limits.address_flow.left(&asker.address));
        let terms = Terms {
            now,
            pack,
            quotas,
            left,
        };
        let (reply, added) = exchange::sync_within(transaction, device, &work, &terms)?;
        limits.device_flow.charge(device, added);
        limits.address_flow.charge(asker.address, added);
        Ok(reply)
    });
    Ok(Json(answer.await?))
}

/// A version of an app, and no place for anything else.
fn check_app(app: &str) -> Result<(), Refusal> {
    if app.chars().count() <= MAX_APP_CHARS {
        return Ok(());
    }
    let reason = format!("`app` has {MAX_APP_CHARS} characters at most");
    Err(Refusal::new(ProblemCode::Malformed, reason))
}
