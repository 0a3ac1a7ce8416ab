//! Which address leads where.

use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router, middleware};
use serde::Serialize;
use tower_http::trace::TraceLayer;
use tracing::Span;

use super::static_files::{self, WebApp};
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
pub(super) fn router(web: WebApp, devices: Router, https: bool) -> Router {
    let router = Router::new()
        .route("/healthz", get(health))
        .route("/version", get(version))
        .fallback(static_files::serve)
        .with_state(web)
        .merge(devices)
        .layer(middleware::from_fn(headers::protect))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_response(log));
    if https {
        router.layer(middleware::from_fn(headers::stay_on_https))
    } else {
        router
    }
}

async fn health() -> Response {
    ([(CACHE_CONTROL, "no-store")], "ok").into_response()
}

async fn version(State(web): State<WebApp>) -> Response {
    let version = Version {
        version: env!("CARGO_PKG_VERSION"),
        build: env!("CUNG_TIEN_BUILD_ID"),
        web_build: web.build().await,
    };
    ([(CACHE_CONTROL, "no-store")], Json(version)).into_response()
}

/// What the log says of a request: never who asked, no id that is part of the address, and nothing after a question
/// mark.
fn span(request: &Request) -> Span {
    let path = request.uri().path();
    let template = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let shown = match template {
        Some(template) => template,
        None if path.starts_with("/v1") => api::NO_ADDRESS,
        // An old or mistyped address of a screen may say whose it is; files have a dot in their name.
        None if !path.contains('.') => "a screen",
        None => path,
    };
    tracing::info_span!("request", method = %request.method(), path = shown)
}

fn log(response: &Response, took: Duration, _: &Span) {
    tracing::info!(
        status = response.status().as_u16(),
        ms = took.as_secs_f64() * 1000.0,
        "answered"
    );
}
