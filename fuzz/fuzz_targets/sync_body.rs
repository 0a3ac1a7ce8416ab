//! Any bytes as the body of `POST /v1/sync`, to a server that already knows the shares and streams of the seeds:
//! whatever comes, it answers, and never that it failed.
#![no_main]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use cung_tien::server::api::{Settings, router};
use cung_tien::server::storage::SqliteStorage;
use cung_tien::sync::secret::Bearer;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// After so many requests it begins anew, so that memory does not grow.
const LIFE: u32 = 2000;

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
        assert_eq!(server.post("/v1/devices", Vec::new()), StatusCode::OK);
        server
    }

    fn post(&self, path: &str, body: Vec<u8>) -> StatusCode {
        let request = Request::post(path)
            .header("authorization", format!("Bearer {}", self.bearer))
            .header("content-type", "application/json")
            .body(Body::from(body))
            .expect("a request");
        let answer = self.runtime.block_on(self.router.clone().oneshot(request));
        answer.expect("an answer").status()
    }
}

thread_local! {
    static SERVER: RefCell<Server> = RefCell::new(Server::new());
}

fuzz_target!(|body: &[u8]| {
    SERVER.with_borrow_mut(|server| {
        let status = server.post("/v1/sync", body.to_vec());
        assert!(!status.is_server_error(), "{status}");
        server.answered += 1;
        if server.answered == LIFE {
            *server = Server::new();
        }
    });
});
