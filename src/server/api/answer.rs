//! Answers.

use crate::sync::answer::MARK;
use crate::sync::wire::WIRE;
use axum::extract::Request;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

/// Done; there is nothing to say.
#[derive(Serialize, ToSchema)]
pub(super) struct Done {}

/// Whatever is said under `/v1`, nobody on the way keeps it, and it says whose it is.
pub(super) async fn not_kept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static(MARK), HeaderValue::from(WIRE));
    response
}
