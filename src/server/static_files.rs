//! The web app's files, as the build laid them out: compressed beforehand, named by their content.

use std::path::{Path, PathBuf};
use std::{fs, io};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{IF_MODIFIED_SINCE, IF_UNMODIFIED_SINCE};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tower_http::services::ServeDir;

use super::error::ServerError;
use super::headers;

/// The page that opens at every address of the app.
const PAGE: &str = "/index.html";

/// Bytes that are read from a file at a time. Each client that does not read holds so much.
const CHUNK: usize = 32 * 1024;
/// The forms in which the build may have laid down a file: as it is, and compressed.
const FORMS: [&str; 3] = ["", ".br", ".gz"];

/// How long a browser may keep a file without asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// The name tells the content: it can never become another file.
    Forever,
    /// The name is fixed and the content is not.
    Checked,
}

/// A folder with a web build in it.
#[derive(Debug, Clone)]
pub(super) struct WebApp {
    folder: PathBuf,
    files: ServeDir,
}

/// The one field of `build.json` the server speaks of.
#[derive(Deserialize)]
struct BuildFacts {
    build: String,
}

impl WebApp {
    /// Checks that `folder` holds a web build.
    pub(super) fn open(folder: &Path) -> Result<Self, ServerError> {
        for file in ["index.html", "sw.js"] {
            if !folder.join(file).is_file() {
                return Err(ServerError::NoWebApp {
                    folder: folder.to_path_buf(),
                    file,
                });
            }
        }
        let files = ServeDir::new(folder)
            .append_index_html_on_directories(false)
            .with_buf_chunk_size(CHUNK)
            .precompressed_br()
            .precompressed_gzip();
        Ok(Self {
            folder: folder.to_path_buf(),
            files,
        })
    }

    /// Whether the build may have laid this file down. People leave more in such a folder than they wanted to publish: what
    /// begins with a dot (`.git`, `.env`) is not served, nor is what lies elsewhere and is only linked to from here.
    /// The folder itself may be a link: that is how one build is put in the place of another.
    async fn holds(&self, path: &str) -> bool {
        let (folder, path) = (self.folder.clone(), path.to_owned());
        let found = tokio::task::spawn_blocking(move || lies_in(folder, &path));
        found.await.unwrap_or(false)
    }

    /// The build's name, read anew each time: a new build may be put in place while the server runs.
    pub(super) async fn build(&self) -> Option<String> {
        let text = tokio::fs::read(self.folder.join("build.json")).await.ok()?;
        serde_json::from_slice::<BuildFacts>(&text)
            .ok()
            .map(|facts| facts.build)
    }

    /// The page, read anew for the same reason.
    async fn page(&self) -> Option<String> {
        let file = self.folder.join(PAGE.trim_start_matches('/'));
        tokio::fs::read_to_string(file).await.ok()
    }
}

/// Answers with a file; an address of the app, which has no dot in its last part, opens the page.
pub(super) async fn serve(State(web): State<WebApp>, mut request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if is_address_of_the_app(request.uri().path()) {
        *request.uri_mut() = Uri::from_static(PAGE);
    }
    let is_page = request.uri().path() == PAGE;
    let kept = how_long(request.uri().path());
    if kept == Kept::Checked {
        request.headers_mut().remove(IF_MODIFIED_SINCE);
        request.headers_mut().remove(IF_UNMODIFIED_SINCE);
    }
    if !web.holds(request.uri().path()).await {
        return missing(kept);
    }
    let mut files = web.files.clone();
    let mut response = match files.try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(error) => {
            tracing::warn!(%error, "a file of the web app could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    };
    if response.status() == StatusCode::NOT_FOUND {
        return missing(kept);
    }
    headers::set_caching(&mut response, kept);
    if is_page && let Some(page) = web.page().await {
        headers::allow_own_words(&mut response, &page);
    }
    response
}

fn lies_in(folder: PathBuf, path: &str) -> bool {
    // No file of a build needs an escape, and one could hide a dot or a way out.
    if path.contains(['%', '\\', '\0']) {
        return false;
    }
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut place = folder;
    for part in folders.split('/').filter(|part| !part.is_empty()) {
        place.push(part);
        let is_folder = fs::symlink_metadata(&place).is_ok_and(|found| found.is_dir());
        if part.starts_with('.') || !is_folder {
            return false;
        }
    }
    if name.is_empty() || name.starts_with('.') {
        return false;
    }
    let forms = FORMS.map(|form| fs::symlink_metadata(place.join(format!("{name}{form}"))));
    let files = |found: &io::Result<fs::Metadata>| found.as_ref().is_ok_and(fs::Metadata::is_file);
    forms.iter().any(files) && forms.iter().all(|found| found.is_err() || files(found))
}

fn missing(kept: Kept) -> Response {
    let words = "Không có tệp này. / There is no such file.\n";
    let mut response = (StatusCode::NOT_FOUND, words).into_response();
    headers::set_caching(&mut response, kept);
    response
}

/// Whether a screen of the app is meant, and not a file.
pub(super) fn is_address_of_the_app(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    // A percent sign could hide a dot, and no address of the app has one.
    !last.contains(['.', '%'])
}

fn how_long(path: &str) -> Kept {
    if path.split('/').any(carries_hash) {
        Kept::Forever
    } else {
        Kept::Checked
    }
}

/// Whether a part of a path carries the hash that the build puts into names: `app-0123456789abcdef.js`.
fn carries_hash(part: &str) -> bool {
    const HASH_CHARS: usize = 16;
    let stem = part.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(name, hash)| {
        !name.is_empty()
            && hash.len() == HASH_CHARS
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_tell_their_content_are_kept_forever() {
        for path in [
            "/app-0123456789abcdef.js",
            "/app-0123456789abcdef_bg.wasm",
            "/fonts/be-vietnam-pro-400-0123456789abcdef.woff2",
            "/snippets-0123456789abcdef/crate/inline0.js",
        ] {
            assert_eq!(how_long(path), Kept::Forever, "{path}");
        }
        for path in [
            "/index.html",
            "/sw.js",
            "/manifest.webmanifest",
            "/build.json",
            "/app-0123.js",
            "/app-0123456789ABCDEF.js",
            "/",
        ] {
            assert_eq!(how_long(path), Kept::Checked, "{path}");
        }
    }

    #[test]
    fn addresses_of_the_app_have_no_dot() {
        for path in ["/", "/tutorial/vneid-login", "/settings/", "/v2.1/about"] {
            assert!(is_address_of_the_app(path), "{path}");
        }
        for path in ["/missing.js", "/a/b.png", "/..", "/%2e%2e", "/.env"] {
            assert!(!is_address_of_the_app(path), "{path}");
        }
    }
}
