//! Headers that every answer carries: what a page of ours may do, and how long a file may be kept.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LAST_MODIFIED, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::static_files::Kept;

/// Scripts only from files of ours, nothing from anywhere else, nobody may frame us. What stands in the page itself is
/// named by its hash, see [`allow_own_words`].
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
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
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

/// Allows the script and the style that stand in the page itself, so that its first words and its watchdog wait for no
/// second file. Only these very bytes: whatever else got into a page would not run. The page is a file of the build like
/// the scripts are, and nothing is ever written into it.
pub(super) fn allow_own_words(response: &mut Response, page: &str) {
    let mut policy = POLICY.to_owned();
    for (element, directive) in [
        ("script", "script-src 'self' 'wasm-unsafe-eval'"),
        ("style", "style-src 'self'"),
    ] {
        let hashes: String = between(page, element)
            .map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text))))
            .collect();
        policy = policy.replace(directive, &format!("{directive}{hashes}"));
    }
    if let Ok(value) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, value);
    }
}

/// The contents of the elements of this name that have no attributes.
fn between<'t>(page: &'t str, element: &str) -> impl Iterator<Item = &'t str> {
    let (begin, end) = (format!("<{element}>"), format!("</{element}>"));
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&begin)?;
        let (text, after) = after.split_once(&end)?;
        rest = after;
        Some(text)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_in_the_page_is_allowed_by_its_hash() {
        let mut response = Response::default();
        allow_own_words(
            &mut response,
            "<style>a</style><script>b</script><script src=c></script>",
        );
        let policy = response.headers().get(CONTENT_SECURITY_POLICY).unwrap();
        let policy = policy.to_str().unwrap();
        let (a, b) = (
            "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=",
            "PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=",
        );
        assert!(
            policy.contains(&format!("style-src 'self' 'sha256-{a}'; style-src-attr")),
            "{policy}"
        );
        assert!(
            policy.contains(&format!(
                "script-src 'self' 'wasm-unsafe-eval' 'sha256-{b}'; worker-src"
            )),
            "{policy}"
        );
    }
}
