//! `/v1/joins`, `/v1/joins/redeem` and `/v1/recover`.

use super::access::Asker;
use super::body::{Said, Sayable};
use super::guesses::Secret;
use super::problem::Failed;
use super::refusals;
use super::state::Api;
use crate::server::exchange;
use crate::sync::wire::{GrantReply, JoinReply, JoinRequest, RecoverRequest, RedeemRequest};
use axum::Json;
use axum::extract::State;

impl Sayable for JoinRequest {}
impl Sayable for RedeemRequest {}
impl Sayable for RecoverRequest {}

/// Make a code that lets one other device in. Only for the learner's own devices.
#[utoipa::path(
    post,
    path = "/v1/joins",
    request_body = JoinRequest,
    responses((status = 200, body = JoinReply), refusals::Own),
    security(("bearer" = []))
)]
pub(super) async fn create_code(
    State(api): State<Api>,
    asker: Asker,
    Said(request): Said<JoinRequest>,
) -> Result<Json<JoinReply>, Failed> {
    let now = api.now();
    let answer = api.ask_as(asker, move |transaction, device| {
        exchange::create_code(transaction, device, request.share, now)
    });
    Ok(Json(answer.await?))
}

/// Use a code.
#[utoipa::path(
    post,
    path = "/v1/joins/redeem",
    request_body = RedeemRequest,
    responses((status = 200, body = GrantReply), refusals::Redeem),
    security(("bearer" = []))
)]
pub(super) async fn redeem(
    State(api): State<Api>,
    asker: Asker,
    Said(request): Said<RedeemRequest>,
) -> Result<Json<GrantReply>, Failed> {
    let (now, quotas) = (api.now(), api.settings().quotas);
    let answer = api.guess_as(Secret::Code, asker, move |transaction, device| {
        exchange::redeem(transaction, device, &request.code, now, &quotas)
    });
    Ok(Json(answer.await?))
}

/// Use a recovery card.
#[utoipa::path(
    post,
    path = "/v1/recover",
    request_body = RecoverRequest,
    responses((status = 200, body = GrantReply), refusals::Recover),
    security(("bearer" = []))
)]
pub(super) async fn recover(
    State(api): State<Api>,
    asker: Asker,
    Said(request): Said<RecoverRequest>,
) -> Result<Json<GrantReply>, Failed> {
    let (now, quotas) = (api.now(), api.settings().quotas);
    let answer = api.guess_as(Secret::Card, asker, move |transaction, device| {
        exchange::recover(transaction, device, &request.claim, now, &quotas)
    });
    Ok(Json(answer.await?))
}
