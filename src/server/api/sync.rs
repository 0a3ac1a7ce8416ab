//! `POST /v1/sync`.

use super::access::{Asker, From};
use super::body::Said;
use super::problem::Failed;
use super::refusals;
use super::state::Api;
use crate::server::exchange::{self, Terms, Work};
use crate::sync::wire::{SyncReply, SyncRequest};
use axum::extract::State;
use axum::{Extension, Json};

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
    Extension(address): From,
    Asker(bearer): Asker,
    Said(request): Said<SyncRequest>,
) -> Result<Json<SyncReply>, Failed> {
    let work = Work::of(request)?;
    let now = api.now();
    let (pack, quotas) = (api.settings().pack, api.settings().quotas);
    let inside = api.clone();
    let answer = api.ask_as(bearer, move |transaction, device| {
        let limits = inside.limits();
        let left = limits
            .device_flow
            .left(&device)
            .and(limits.address_flow.left(&address));
        let terms = Terms {
            now,
            pack,
            quotas,
            left,
        };
        let (reply, added) = exchange::sync_within(transaction, device, &work, &terms)?;
        limits.device_flow.charge(device, added);
        limits.address_flow.charge(address, added);
        Ok(reply)
    });
    Ok(Json(answer.await?))
}
