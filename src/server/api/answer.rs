//! Answers.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

/// Done; there is nothing to say.
#[derive(Serialize, ToSchema)]
pub(super) struct Done {}

/// Whatever is said under `/v1`, nobody on the way keeps it.
pub(super) async fn not_kept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
