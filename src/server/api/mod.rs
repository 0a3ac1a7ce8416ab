//! What devices ask of the server, under `/v1`. `docs/sync-protocol.md` is the specification.
//!
//! [`router`] needs no socket: a test can hand it requests with `tower::ServiceExt::oneshot`.

mod access;
mod answer;
mod body;
mod entrance;
mod flow;
mod guesses;
mod limits;
mod openapi;
mod problem;
mod rate;
mod refusals;
mod settings;
mod shares;
mod state;
mod sync;

use super::storage::Storage;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get, post};
use axum::{Router, middleware};
use std::sync::Arc;
use tower_http::compression::CompressionLayer;

pub use flow::Flow;
pub use guesses::{GuessLimit, GuessLimits};
pub use rate::Rate;
pub use settings::Settings;
use state::Api;

/// The template of every address that is not one; the log shows it instead of what was asked for.
pub const NO_ADDRESS: &str = "/v1/{*rest}";

/// Everything under `/v1`, and `/openapi.json`.
///
/// It must run within a Tokio runtime that has a timer. Time, for everything else, is what the clock in `settings`
/// says; one that stands, such as [`super::clock::ShiftableClock`], must be moved for limits to be over.
///
/// The address of the one who asks is taken from `axum::extract::ConnectInfo<SocketAddr>` if the request carries it;
/// requests without it count as coming from one address.
pub fn router(storage: Arc<dyn Storage>, settings: Settings) -> Router {
    let api = Api::new(storage, settings);
    Router::new()
        .route("/v1/devices", post(shares::enrol))
        .route("/v1/sync", post(sync::sync))
        .route("/v1/joins", post(entrance::create_code))
        .route("/v1/joins/redeem", post(entrance::redeem))
        .route("/v1/recover", post(entrance::recover))
        .route("/v1/shares/{share}/devices", get(shares::devices))
        .route("/v1/shares/{share}/remove", post(shares::remove))
        .route("/v1/shares/{share}/claim", post(shares::renew_claim))
        .route("/v1", any(problem::no_such_address))
        .route("/v1/", any(problem::no_such_address))
        .route(NO_ADDRESS, any(problem::no_such_address))
        .method_not_allowed_fallback(problem::method)
        .layer(middleware::from_fn_with_state(api.clone(), access::admit))
        .layer(middleware::from_fn(answer::not_kept))
        .layer(CompressionLayer::new().gzip(true))
        // The limit of this server is on what is inflated; see `body`.
        .layer(DefaultBodyLimit::disable())
        .route("/openapi.json", get(openapi::document))
        .with_state(api)
}
