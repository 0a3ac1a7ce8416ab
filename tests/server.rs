//! The server as a browser meets it: a real one on a free port, with a small web build in a temporary folder.
#![cfg(feature = "server")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use cung_tien::server::api::Settings;
use cung_tien::server::storage::DatabaseAddress;
use cung_tien::server::{Config, Running, ServerError, TlsFiles, start};
use reqwest::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, IF_MODIFIED_SINCE,
    STRICT_TRANSPORT_SECURITY, VARY,
};
use reqwest::{Method, StatusCode};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const SCRIPT: &str = "app-0123456789abcdef.js";
const MODULE: &str = "app-0123456789abcdef_bg.wasm";

/// A server with its folder; both go when it is dropped.
struct TestServer {
    running: Running,
    folder: TempDir,
    client: reqwest::Client,
}

impl TestServer {
    async fn new() -> Self {
        let folder = web_build();
        let running = start(&config(folder.path())).await.unwrap();
        Self {
            running,
            folder,
            client: reqwest::Client::builder().no_gzip().build().unwrap(),
        }
    }

    async fn get(&self, path: &str) -> reqwest::Response {
        self.client.get(self.url(path)).send().await.unwrap()
    }

    async fn get_with(&self, path: &str, encodings: &str) -> reqwest::Response {
        self.client
            .get(self.url(path))
            .header(ACCEPT_ENCODING, encodings)
            .send()
            .await
            .unwrap()
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.running.address())
    }

    /// Says exactly these bytes as the request's first line: clients tidy up paths before they send them.
    async fn raw(&self, first_line: &str) -> String {
        let mut stream = tokio::net::TcpStream::connect(self.running.address())
            .await
            .unwrap();
        let request = format!("{first_line}\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }
}

fn config(web: &Path) -> Config {
    Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        web: web.to_path_buf(),
        tls: None,
        database: DatabaseAddress::Sqlite(":memory:".into()),
        settings: Settings::default(),
    }
}

fn web_build() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).unwrap();
    write("index.html", "<!doctype html><title>Cùng Tiến</title>");
    write("sw.js", "// worker");
    write("manifest.webmanifest", "{}");
    write("build.json", r#"{"build":"fedcba9876543210","files":{}}"#);
    write(SCRIPT, "plain");
    write(&format!("{SCRIPT}.br"), "brotli");
    write(&format!("{SCRIPT}.gz"), "gzip");
    write(MODULE, "\0asm");
    fs::create_dir(folder.path().join("fonts")).unwrap();
    write("fonts/a-0123456789abcdef.woff2", "font");
    folder
}

fn value<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_answer_says_what_a_page_may_do() {
    let server = TestServer::new().await;
    for path in [
        "/",
        "/tutorial/x",
        &format!("/{SCRIPT}"),
        "/missing.js",
        "/healthz",
        "/version",
        "/v1/sync",
    ] {
        let headers = server.get(path).await.headers().clone();
        let policy = value(&headers, "content-security-policy");
        for part in [
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval';",
            "object-src 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("'unsafe-eval'"), "{path}: {policy}");
        assert_eq!(value(&headers, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(value(&headers, "referrer-policy"), "no-referrer", "{path}");
        assert_eq!(
            value(&headers, "cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert!(
            value(&headers, "permissions-policy").contains("camera=()"),
            "{path}"
        );
        assert!(
            headers.get(STRICT_TRANSPORT_SECURITY).is_none(),
            "{path}: only for HTTPS"
        );
    }
}

#[tokio::test]
async fn what_stands_in_the_page_may_run_there_and_is_read_anew_with_each_build() {
    let server = TestServer::new().await;
    let policy_at = async |path: &str| {
        let answer = server.get(path).await;
        value(answer.headers(), "content-security-policy").to_owned()
    };
    assert!(!policy_at("/").await.contains("sha256"), "nothing stands in it");
    fs::write(
        server.folder.path().join("index.html"),
        "<style>a</style><script>b</script>",
    )
    .unwrap();
    for path in ["/", "/index.html", "/settings"] {
        let policy = policy_at(path).await;
        assert!(
            policy.contains("'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("script-src 'self' 'unsafe"), "{path}: {policy}");
    }
    assert!(
        !policy_at(&format!("/{SCRIPT}")).await.contains("sha256"),
        "only the page"
    );
}

#[tokio::test]
async fn files_named_by_their_content_are_kept_and_the_rest_is_checked() {
    let server = TestServer::new().await;
    let caching = async |path: &str| value(server.get(path).await.headers(), "cache-control").to_owned();
    for path in [
        &format!("/{SCRIPT}"),
        &format!("/{MODULE}"),
        "/fonts/a-0123456789abcdef.woff2",
    ] {
        assert_eq!(
            caching(path).await,
            "public, max-age=31536000, immutable",
            "{path}"
        );
    }
    for path in [
        "/",
        "/index.html",
        "/tutorial/x",
        "/sw.js",
        "/manifest.webmanifest",
        "/build.json",
    ] {
        assert_eq!(caching(path).await, "no-cache", "{path}");
    }
    // A name of another build: its absence must not be remembered for a year.
    assert_eq!(caching("/app-ffffffffffffffff.js").await, "no-store");
}

#[tokio::test]
async fn an_older_build_put_back_reaches_the_browsers() {
    let server = TestServer::new().await;
    let request = server
        .client
        .get(server.url("/"))
        .header(IF_MODIFIED_SINCE, "Fri, 01 Jan 2100 00:00:00 GMT");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(answer.headers().get("last-modified").is_none());
}

#[tokio::test]
async fn the_smallest_form_the_browser_takes_is_sent() {
    let server = TestServer::new().await;
    let path = format!("/{SCRIPT}");
    for (accepted, encoding, body) in [
        ("gzip, br", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("identity", "", "plain"),
        ("br;q=0, gzip", "gzip", "gzip"),
    ] {
        let answer = server.get_with(&path, accepted).await;
        assert_eq!(
            value(answer.headers(), CONTENT_ENCODING.as_str()),
            encoding,
            "{accepted}"
        );
        assert_eq!(
            value(answer.headers(), CONTENT_TYPE.as_str()),
            "text/javascript; charset=utf-8",
            "{accepted}"
        );
        assert!(
            value(answer.headers(), VARY.as_str())
                .to_lowercase()
                .contains("accept-encoding"),
            "{accepted}"
        );
        assert_eq!(answer.text().await.unwrap(), body, "{accepted}");
    }
}

#[tokio::test]
async fn kinds_are_told_as_browsers_need_them() {
    let server = TestServer::new().await;
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        (&format!("/{MODULE}"), "application/wasm"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/fonts/a-0123456789abcdef.woff2", "font/woff2"),
        ("/build.json", "application/json"),
    ] {
        assert_eq!(
            value(server.get(path).await.headers(), CONTENT_TYPE.as_str()),
            kind,
            "{path}"
        );
    }
}

#[tokio::test]
async fn an_address_of_the_app_opens_the_page_and_a_missing_file_is_missing() {
    let server = TestServer::new().await;
    for path in ["/", "/tutorial/vneid-login", "/settings/", "/a/b/c?d=e.f"] {
        let answer = server.get(path).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert!(answer.text().await.unwrap().contains("Cùng Tiến"), "{path}");
    }
    for path in [
        "/missing.js",
        "/tutorial/missing.png",
        "/fonts/none.woff2",
        "/v1",
        "/v1/a/b",
    ] {
        let answer = server.get(path).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.text().await.unwrap().contains("<!doctype"), "{path}");
    }
}

#[tokio::test]
async fn nothing_outside_the_folder_is_reachable() {
    let server = TestServer::new().await;
    let outside = server
        .folder
        .path()
        .parent()
        .unwrap()
        .join("cung-tien-outside.txt");
    fs::write(&outside, "secret").unwrap();
    for path in [
        "/../cung-tien-outside.txt",
        "/fonts/../../cung-tien-outside.txt",
        "/%2e%2e/cung-tien-outside.txt",
        "/..%2fcung-tien-outside.txt",
        "/fonts/%2e%2e%2f%2e%2e%2fcung-tien-outside.txt",
        "/..%5ccung-tien-outside.txt",
        "//cung-tien-outside.txt",
        "/etc/passwd%00.js",
    ] {
        let answer = server.raw(&format!("GET {path} HTTP/1.1")).await;
        assert!(!answer.contains("secret"), "{path}: {answer}");
        assert!(!answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        assert!(!answer.starts_with("HTTP/1.1 5"), "{path}: {answer}");
    }
    fs::remove_file(outside).unwrap();
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let server = TestServer::new().await;
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let answer = server
            .client
            .request(method.clone(), server.url("/"))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    let head = server
        .client
        .head(server.url("/tutorial/x"))
        .send()
        .await
        .unwrap();
    assert_eq!(head.status(), StatusCode::OK);
}

#[tokio::test]
async fn health_and_version() {
    let server = TestServer::new().await;
    let health = server.get("/healthz").await;
    assert_eq!(health.status(), StatusCode::OK);
    assert_eq!(value(health.headers(), CACHE_CONTROL.as_str()), "no-store");
    assert_eq!(health.text().await.unwrap(), "ok");

    let version = async || {
        server
            .get("/version")
            .await
            .json::<serde_json::Value>()
            .await
            .unwrap()
    };
    assert_eq!(version().await["version"], env!("CARGO_PKG_VERSION"));
    assert!(version().await["build"].is_string());
    assert_eq!(version().await["web_build"], "fedcba9876543210");
    // A new build was put in place while the server runs, then one without the file.
    fs::write(
        server.folder.path().join("build.json"),
        r#"{"build":"0000000000000001"}"#,
    )
    .unwrap();
    assert_eq!(version().await["web_build"], "0000000000000001");
    fs::remove_file(server.folder.path().join("build.json")).unwrap();
    assert!(version().await["web_build"].is_null());
}

#[tokio::test]
async fn https_with_a_certificate_and_nothing_without() {
    let folder = web_build();
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    fs::write(&certificate, made.cert.pem()).unwrap();
    fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let tls = Some(TlsFiles { certificate, key });
    let server = start(&Config {
        tls,
        ..config(folder.path())
    })
    .await
    .unwrap();

    let trusted = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let client = reqwest::Client::builder()
        .add_root_certificate(trusted)
        .build()
        .unwrap();
    assert!(server.url().starts_with("https://localhost:"), "{}", server.url());
    let answer = client.get(server.url()).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(value(answer.headers(), STRICT_TRANSPORT_SECURITY.as_str()).contains("max-age="));

    let stranger = reqwest::Client::new().get(server.url()).send().await;
    assert!(
        stranger.is_err(),
        "a client that does not know the certificate must refuse"
    );
    let plain = reqwest::get(server.url().replace("https", "http")).await;
    assert!(plain.is_err(), "no answer without encryption");
}

#[tokio::test]
async fn what_is_wrong_is_said_before_it_starts() {
    let empty = TempDir::new().unwrap();
    let refused = start(&config(empty.path())).await.unwrap_err();
    assert!(matches!(refused, ServerError::NoWebApp { .. }), "{refused}");
    assert!(refused.to_string().contains("make web"), "{refused}");

    let server = TestServer::new().await;
    let database = DatabaseAddress::Sqlite(server.folder.path().join("server.db"));
    let served = Config {
        database,
        ..config(server.folder.path())
    };
    let refused = start(&served).await.unwrap_err();
    assert!(matches!(refused, ServerError::DatabaseInWebApp), "{refused}");
    let elsewhere = Config {
        database: DatabaseAddress::Sqlite("/nowhere/at/all/server.db".into()),
        ..config(server.folder.path())
    };
    let refused = start(&elsewhere).await.unwrap_err();
    assert!(matches!(refused, ServerError::Database { .. }), "{refused}");

    let taken = Config {
        listen: server.running.address(),
        ..config(server.folder.path())
    };
    let refused = start(&taken).await.unwrap_err();
    assert!(matches!(refused, ServerError::Listen { .. }), "{refused}");

    let page = server.folder.path().join("index.html");
    for (certificate, key) in [(page.clone(), page.clone()), (page.clone(), page.join("none"))] {
        let wrong = Config {
            tls: Some(TlsFiles { certificate, key }),
            ..config(server.folder.path())
        };
        let refused = start(&wrong).await.unwrap_err();
        assert!(matches!(refused, ServerError::TlsFile { .. }), "{refused}");
        assert!(
            !refused.to_string().contains("doctype"),
            "the message must not quote the file: {refused}"
        );
    }
}

#[tokio::test]
async fn it_stops_when_asked_and_then_takes_nothing_more() {
    let mut server = TestServer::new().await;
    assert_eq!(server.get("/healthz").await.status(), StatusCode::OK);
    server.running.stop();
    server.running.wait().await.unwrap();
    assert!(reqwest::get(server.url("/healthz")).await.is_err());
}

#[tokio::test]
async fn who_is_in_the_middle_of_a_question_when_it_stops_still_gets_an_answer() {
    let mut server = TestServer::new().await;
    let mut stream = tokio::net::TcpStream::connect(server.running.address())
        .await
        .unwrap();
    let head = format!(
        "POST /v1/sync HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
         Content-Length: 2\r\nConnection: close\r\n\r\n{{",
        "ab".repeat(32)
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    // It has begun to read.
    tokio::time::sleep(Duration::from_millis(200)).await;
    server.running.stop();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(
        reqwest::get(server.url("/healthz")).await.is_err(),
        "nobody new is let in"
    );
    stream.write_all(b"}").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 4") && answer.contains("\"code\""),
        "{answer}"
    );
    server.running.wait().await.unwrap();
}
