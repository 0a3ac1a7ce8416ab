//! `/v1/devices` and `/v1/shares/{share}/…`.

use super::access::Asker;
use super::answer::Done;
use super::body::{Said, Sayable};
use super::limits::too_often;
use super::problem::Failed;
use super::refusals;
use super::state::Api;
use crate::domain::ids::ShareId;
use crate::server::exchange::{self, Refusal};
use crate::sync::wire::{DevicesReply, ProblemCode, RemoveRequest, RenewRequest};
use axum::Json;
use axum::extract::{Path, State};

impl Sayable for RemoveRequest {}
impl Sayable for RenewRequest {}

/// Enrol the bearer in the header. Again is harmless.
#[utoipa::path(
    post,
    path = "/v1/devices",
    responses((status = 200, body = Done), refusals::Enrol),
    security(("bearer" = []))
)]
pub(super) async fn enrol(State(api): State<Api>, asker: Asker) -> Result<Json<Done>, Failed> {
    let now = api.now();
    let inside = api.clone();
    let answer = api.ask(move |transaction| {
        let admit = || inside.limits().enrolments.count(asker.address).map_err(too_often);
        exchange::enrol(transaction, &asker.bearer, now, &admit)
    });
    answer.await?;
    Ok(Json(Done {}))
}

/// Who may read a learner's progress.
#[utoipa::path(
    get,
    path = "/v1/shares/{share}/devices",
    params(("share" = ShareId, Path, description = "The share")),
    responses((status = 200, body = DevicesReply), refusals::List),
    security(("bearer" = []))
)]
pub(super) async fn devices(
    State(api): State<Api>,
    Path(share): Path<String>,
    asker: Asker,
) -> Result<Json<DevicesReply>, Failed> {
    let share = named(&share)?;
    let answer = api.ask_as(asker, move |transaction, device| {
        exchange::list(transaction, device, share)
    });
    Ok(Json(answer.await?))
}

/// Take a device out. Only for the learner's own devices.
#[utoipa::path(
    post,
    path = "/v1/shares/{share}/remove",
    params(("share" = ShareId, Path, description = "The share")),
    request_body = RemoveRequest,
    responses((status = 200, body = Done), refusals::Remove),
    security(("bearer" = []))
)]
pub(super) async fn remove(
    State(api): State<Api>,
    Path(share): Path<String>,
    asker: Asker,
    Said(request): Said<RemoveRequest>,
) -> Result<Json<Done>, Failed> {
    let share = named(&share)?;
    let answer = api.ask_as(asker, move |transaction, device| {
        exchange::remove(transaction, device, share, &request)
    });
    answer.await?;
    Ok(Json(Done {}))
}

/// Make a new recovery card; the old one is void. Only for the learner's own devices.
#[utoipa::path(
    post,
    path = "/v1/shares/{share}/claim",
    params(("share" = ShareId, Path, description = "The share")),
    request_body = RenewRequest,
    responses((status = 200, body = Done), refusals::Own),
    security(("bearer" = []))
)]
pub(super) async fn renew_claim(
    State(api): State<Api>,
    Path(share): Path<String>,
    asker: Asker,
    Said(request): Said<RenewRequest>,
) -> Result<Json<Done>, Failed> {
    let share = named(&share)?;
    let answer = api.ask_as(asker, move |transaction, device| {
        exchange::renew_claim(transaction, device, share, &request)
    });
    answer.await?;
    Ok(Json(Done {}))
}

/// What is no id names no share.
fn named(share: &str) -> Result<ShareId, Refusal> {
    share
        .parse()
        .map_err(|_| Refusal::new(ProblemCode::NoShare, "this is not the id of a share"))
}
