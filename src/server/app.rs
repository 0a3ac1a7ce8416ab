//! Which address leads where.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router, middleware};
use serde::Serialize;
use tower_http::trace::TraceLayer;
use tracing::Span;

use super::health::Health;
use super::static_files::{self, WebApp};
use super::storage::Storage;
use super::{api, headers};

/// What `GET /version` tells.
#[derive(Serialize)]
struct Version {
    /// The server's version.
    version: &'static str,
    /// The server's own build.
    build: &'static str,
    /// The build of the web app it serves now.
    web_build: Option<String>,
}

/// Everything the server answers.
pub(super) fn router(web: WebApp, devices: Router, storage: Arc<dyn Storage>, https: bool) -> Router {
    let health = Router::new()
        .route("/healthz", get(healthz))
        .with_state(Health::of(storage));
    let router = Router::new()
        .route("/version", get(version))
        .fallback(static_files::serve)
        .with_state(web)
        .merge(health)
        .merge(devices)
        .layer(middleware::from_fn(headers::protect))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_response(log));
    if https {
        router.layer(middleware::from_fn(headers::stay_on_https))
    } else {
        router
    }
}

/// Whether devices are served: for supervisors, and for people.
async fn healthz(State(health): State<Arc<Health>>) -> Response {
    if health.is_well().await {
        return ([(CACHE_CONTROL, "no-store")], "ok").into_response();
    }
    let headers = [(CACHE_CONTROL, "no-store"), (RETRY_AFTER, "5")];
    (
        StatusCode::SERVICE_UNAVAILABLE,
        headers,
        "the database does not answer",
    )
        .into_response()
}

async fn version(State(web): State<WebApp>) -> Response {
    let version = Version {
        version: env!("CARGO_PKG_VERSION"),
        build: env!("CUNG_TIEN_BUILD_ID"),
        web_build: web.build().await,
    };
    ([(CACHE_CONTROL, "no-store")], Json(version)).into_response()
}

/// What the log says of a request: never who asked, and nothing that was sent, however it was sent. A mistyped address
/// can hold a name or a secret, and so can a method, which may be any word.
fn span(request: &Request) -> Span {
    let path = request.uri().path();
    let template = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let shown = match template {
        Some(template) => template,
        None if path.starts_with("/v1") => api::NO_ADDRESS,
        None if static_files::is_address_of_the_app(path) => "a screen",
        None => "a file",
    };
    tracing::info_span!("request", method = known(request.method()), path = shown)
}

const fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::PATCH => "PATCH",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn log(response: &Response, took: Duration, _: &Span) {
    tracing::info!(
        status = response.status().as_u16(),
        ms = took.as_secs_f64() * 1000.0,
        "answered"
    );
}
