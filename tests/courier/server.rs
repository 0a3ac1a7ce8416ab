//! The server: its real router over a real database, without a socket.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{Method as HttpMethod, Request};
use cung_tien::server::api::{Settings, router};
use cung_tien::server::clock::ShiftableClock;
use cung_tien::server::exchange::Moment;
use cung_tien::server::storage::{SqliteStorage, Storage};
use cung_tien::sync::answer::MARK;
use cung_tien::sync::transport::{Answer, Call, Method, media};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower::ServiceExt;

/// Noon of a day in 2026, in UTC.
const NOON: i64 = 20_780 * 86_400_000 + 43_200_000;
const LONGEST_ANSWER: usize = 4 * 1024 * 1024;

pub struct Server {
    folder: PathBuf,
    /// `None` while it is down.
    running: RefCell<Option<(Arc<dyn Storage>, Router)>>,
}

impl Server {
    pub fn start(folder: PathBuf) -> Self {
        fs::create_dir_all(&folder).expect("a folder");
        let server = Self {
            folder,
            running: RefCell::new(None),
        };
        server.run();
        server
    }

    fn run(&self) {
        let storage = SqliteStorage::open(&self.folder.join("server.db")).expect("the database opens");
        let storage: Arc<dyn Storage> = Arc::new(storage);
        let settings = Settings {
            clock: Arc::new(ShiftableClock::at(Moment { millis: NOON })),
            ..Settings::without_limits()
        };
        let api = router(Arc::clone(&storage), settings);
        self.running.replace(Some((storage, api)));
    }

    async fn stop(&self) {
        let running = self.running.take();
        if let Some((storage, _)) = running {
            storage.close().await;
        }
    }

    pub async fn back_up(&self, to: &Path) {
        self.stop().await;
        copy_folder(&self.folder, to);
        self.run();
    }

    pub async fn restore(&self, from: &Path) {
        self.stop().await;
        fs::remove_dir_all(&self.folder).expect("the old one goes");
        copy_folder(from, &self.folder);
        self.run();
    }

    pub async fn serve(&self, call: &Call) -> Answer {
        let api = self.running.borrow().as_ref().map(|(_, api)| api.clone());
        let method = match call.method {
            Method::Get => HttpMethod::GET,
            Method::Post => HttpMethod::POST,
        };
        let mut request = Request::builder()
            .method(method)
            .uri(&call.path)
            .header(AUTHORIZATION, format!("Bearer {}", call.bearer.to_hex()));
        if !call.body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let request = request.body(Body::from(call.body.clone())).expect("a request");
        let response = api.expect("it runs").oneshot(request).await;
        let response = response.expect("the router answers");
        let retry_after = response.headers().get(RETRY_AFTER);
        let retry_after = retry_after.and_then(|value| value.to_str().ok()?.parse().ok());
        let status = response.status().as_u16();
        let said = response
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let media = said.map(media).unwrap_or_default();
        let marked = response.headers().contains_key(MARK);
        let body = to_bytes(response.into_body(), LONGEST_ANSWER).await;
        Answer {
            status,
            retry_after,
            media,
            marked,
            body: body.expect("a body").to_vec(),
        }
    }
}

pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
    }
}
