//! Headers that every answer carries: what a page of ours may do, and how long a file may be kept.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LAST_MODIFIED, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::static_files::Kept;

/// Scripts only from files of ours, nothing from anywhere else, nobody may frame us.
/// `wasm-unsafe-eval` allows compiling the app's module, and no other evaluation.
/// `style-src-attr` allows the `style` attribute, which the app's elements use; style elements stay
/// forbidden.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
    style-src-attr 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; \
    base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/// The app asks for none of these; a fault in it must not be able to.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
    gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

const ALWAYS: [(HeaderName, &str); 7] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Adds the headers that do not depend on the answer.
pub(super) async fn protect(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in ALWAYS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    name_charset(response.headers_mut());
    response
}

/// Browsers that came by HTTPS once come by HTTPS only, for half a year.
pub(super) async fn stay_on_https(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(
        STRICT_TRANSPORT_SECURITY,
        HeaderValue::from_static("max-age=15552000"),
    );
    response
}

/// Says how long the file may be kept. Nothing is said to be kept that is not there.
pub(super) fn set_caching(response: &mut Response, kept: Kept) {
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let value = match kept {
        Kept::Forever if found => "public, max-age=31536000, immutable",
        Kept::Checked if found => "no-cache",
        _ => "no-store",
    };
    if kept == Kept::Checked {
        // Dates would compare a build with its predecessor: going back to an older build must reach the
        // browsers too.
        response.headers_mut().remove(LAST_MODIFIED);
    }
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(value));
    // Proxies on the way keep one answer for each compressed form.
    response
        .headers_mut()
        .insert(VARY, HeaderValue::from_static("accept-encoding"));
}

/// Vietnamese in a text file is UTF-8, whatever a browser would guess.
fn name_charset(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return;
    };
    if kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(named) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        headers.insert(CONTENT_TYPE, named);
    }
}
