//! Any bytes as the body of `POST /v1/sync`, plain, packed, or called packed, to a server that knows the share and the
//! stream of the seeds: whatever comes, it answers, and never that it failed.
#![no_main]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use cung_tien::server::api::{Settings, router};
use cung_tien::server::storage::SqliteStorage;
use cung_tien::sync::secret::Bearer;
use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// After so many requests it begins anew, so that memory does not grow.
const LIFE: u32 = 2000;
/// Makes the share and the stream that the other seeds speak of.
const BEGINS: &[u8] = include_bytes!("../seeds/sync_body/begins.json");

struct Server {
    runtime: Runtime,
    router: Router,
    bearer: String,
    answered: u32,
}

impl Server {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime");
        let storage = SqliteStorage::open(Path::new(":memory:")).expect("a database");
        let server = Self {
            runtime,
            router: router(Arc::new(storage), Settings::without_limits()),
            bearer: Bearer::random().to_hex(),
            answered: 0,
        };
        assert_eq!(server.post("/v1/devices", Vec::new(), None), StatusCode::OK);
        assert_eq!(server.post("/v1/sync", BEGINS.to_vec(), None), StatusCode::OK);
        server
    }

    fn post(&self, path: &str, body: Vec<u8>, encoding: Option<&str>) -> StatusCode {
        let mut request = Request::post(path)
            .header("authorization", format!("Bearer {}", self.bearer))
            .header("content-type", "application/json");
        if let Some(encoding) = encoding {
            request = request.header("content-encoding", encoding);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let answer = self.runtime.block_on(self.router.clone().oneshot(request));
        answer.expect("an answer").status()
    }
}

thread_local! {
    static SERVER: RefCell<Server> = RefCell::new(Server::new());
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(body).expect("memory takes it");
    packed.finish().expect("memory takes it")
}

/// The first byte says how the rest is sent; a `{` of a seed goes as it is.
fuzz_target!(|bytes: &[u8]| {
    let (body, encoding) = match bytes.split_first() {
        Some((0, rest)) => (gzip(rest), Some("gzip")),
        Some((1, rest)) => (rest.to_vec(), Some("gzip")),
        Some((2, rest)) => (rest.to_vec(), Some("zstd")),
        _ => (bytes.to_vec(), None),
    };
    SERVER.with_borrow_mut(|server| {
        let status = server.post("/v1/sync", body, encoding);
        assert!(!status.is_server_error(), "{status}");
        server.answered += 1;
        if server.answered == LIFE {
            *server = Server::new();
        }
    });
});
