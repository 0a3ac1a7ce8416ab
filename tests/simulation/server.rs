//! The server: its real router over a real database, without a socket.

use super::network::http_method;
use super::phone::{attempts, copy_folder};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use cung_tien::domain::event::Recorded;
use cung_tien::domain::ids::{AttemptId, ShareId};
use cung_tien::domain::progress::Progress;
use cung_tien::server::api::{Settings, router};
use cung_tien::server::clock::ShiftableClock;
use cung_tien::server::exchange::Moment;
use cung_tien::server::storage::{ShareState, SqliteStorage, Storage, StorageError, Transaction, ask};
use cung_tien::sync::transport::{Answer, Call};
use cung_tien::sync::wire::Item;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower::ServiceExt;

/// Noon of the day on which the stories begin, in UTC.
const BEGINNING: i64 = 20_780 * 86_400_000 + 43_200_000;
const LONGEST_ANSWER: usize = 4 * 1024 * 1024;

/// What the server can say of a share or a stream; a story in which it never does tests nothing of it.
pub const ANSWERS: [&str; 11] = [
    "own",
    "joined",
    "closed",
    "unknown",
    "not-granted",
    "removed",
    "gap",
    "forked",
    "foreign",
    "behind",
    "differs",
];

pub struct Server {
    /// How often it said each of [`ANSWERS`].
    said: RefCell<BTreeMap<&'static str, usize>>,
    folder: PathBuf,
    clock: ShiftableClock,
    /// `None` while it is down.
    running: RefCell<Option<(Arc<dyn Storage>, Router)>>,
}

/// What the server has of some shares.
#[derive(Default)]
pub struct Seen {
    pub open: BTreeSet<ShareId>,
    pub attempts: BTreeMap<ShareId, BTreeSet<AttemptId>>,
}

impl Server {
    pub fn start(folder: PathBuf) -> Self {
        fs::create_dir_all(&folder).expect("a folder");
        let clock = ShiftableClock::at(Moment { millis: BEGINNING });
        let server = Self {
            said: RefCell::default(),
            folder,
            clock,
            running: RefCell::new(None),
        };
        server.run();
        server
    }

    fn run(&self) {
        let storage = SqliteStorage::open(&self.folder.join("server.db")).expect("the database opens");
        let storage: Arc<dyn Storage> = Arc::new(storage);
        let settings = Settings {
            clock: Arc::new(self.clock.clone()),
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

    /// It dies, and is started again by whoever watches over it.
    pub async fn die(&self) {
        self.stop().await;
        self.run();
    }

    pub fn shift(&self, millis: i64) {
        self.clock.shift_millis(millis);
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

    /// Answers a call, unless it is down. It may die while it does.
    pub async fn serve(&self, call: &Call, body: Vec<u8>, gzip: bool) -> Option<Answer> {
        let api = self.running.borrow().as_ref().map(|(_, api)| api.clone())?;
        let mut request = Request::builder()
            .method(http_method(call.method))
            .uri(&call.path)
            .header(AUTHORIZATION, format!("Bearer {}", call.bearer.to_hex()));
        if !body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        if gzip {
            request = request.header(CONTENT_ENCODING, "gzip");
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = api.oneshot(request).await.expect("the router answers");
        let retry_after = response.headers().get(RETRY_AFTER);
        let retry_after = retry_after.and_then(|value| value.to_str().ok()?.parse().ok());
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), LONGEST_ANSWER)
            .await
            .expect("a body");
        let body = body.to_vec();
        self.note(&String::from_utf8_lossy(&body));
        Some(Answer {
            status,
            retry_after,
            body,
        })
    }

    fn note(&self, body: &str) {
        for answer in ANSWERS {
            let times = body.matches(&format!("\"state\":\"{answer}\"")).count();
            *self.said.borrow_mut().entry(answer).or_default() += times;
        }
    }

    /// How often it said each of [`ANSWERS`].
    pub fn said(&self) -> BTreeMap<&'static str, usize> {
        self.said.borrow().clone()
    }

    /// Looks at these shares in the database.
    pub async fn look(&self, shares: Vec<ShareId>) -> Seen {
        let storage = self
            .running
            .borrow()
            .as_ref()
            .map(|(storage, _)| Arc::clone(storage));
        let storage = storage.expect("it runs");
        let looking = ask(storage.as_ref(), move |transaction| {
            let mut seen = Seen::default();
            for share in &shares {
                look_at(transaction, *share, &mut seen)?;
            }
            Ok::<_, StorageError>(seen)
        });
        looking.await.expect("the database can be read")
    }
}

fn look_at(transaction: &mut dyn Transaction, id: ShareId, seen: &mut Seen) -> Result<(), StorageError> {
    let Some(share) = transaction.share(id)? else {
        return Ok(());
    };
    if matches!(share.state, ShareState::Open { .. }) {
        seen.open.insert(id);
    }
    let mut progress = Progress::default();
    for (_, stream) in transaction.streams(share.key)? {
        let mut next = 1;
        while next <= stream.head {
            let segment = transaction.segment(stream.key, next)?.expect("no gaps");
            for item in segment.items()? {
                if let Item::Event(text) = item {
                    progress.take(&Recorded::read(text.as_bytes()));
                }
            }
            next = segment.first + segment.events;
        }
    }
    seen.attempts.insert(id, attempts(&progress));
    Ok(())
}
