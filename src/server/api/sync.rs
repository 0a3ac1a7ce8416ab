//! `POST /v1/sync`.

use super::access::Asker;
use super::body::Said;
use super::problem::Failed;
use super::refusals;
use super::state::Api;
use crate::server::exchange::{self, Work};
use crate::sync::wire::{SyncReply, SyncRequest};
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
    Asker(bearer): Asker,
    Said(request): Said<SyncRequest>,
) -> Result<Json<SyncReply>, Failed> {
    let work = Work::of(request)?;
    let now = api.now();
    let pack = api.settings().pack;
    let answer = api.ask_as(bearer, move |transaction, device| {
        Ok(exchange::sync(transaction, device, &work, now, pack)?)
    });
    Ok(Json(answer.await?))
}
