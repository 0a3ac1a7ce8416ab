//! The server: its real router over a real database, without a socket.

use super::files::copy_folder;
use super::mortal::{Death, Mortal};
use super::network::http_method;
use super::phone::Events;
use super::turns::wait;
use super::{Dice, Log};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use cung_tien::domain::ids::ShareId;
use cung_tien::server::api::{Rate, Settings, router};
use cung_tien::server::clock::ShiftableClock;
use cung_tien::server::exchange::Moment;
use cung_tien::server::storage::{ShareState, Storage, StorageError, Transaction, ask};
use cung_tien::sync::answer::MARK;
use cung_tien::sync::transport::{Answer, Call, media};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceExt;

/// Noon of the day on which the stories begin, in UTC.
const BEGINNING: i64 = 20_780 * 86_400_000 + 43_200_000;
const LONGEST_ANSWER: usize = 4 * 1024 * 1024;

/// What the server can say of a share or a stream, or why it refuses something; a story in which it never does tests
/// nothing of it.
pub const ANSWERS: [&str; 13] = [
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
    "too-often",
    "too-much",
];

/// How often somebody may come.
#[derive(Debug, Clone, Copy)]
struct Limits {
    device: Rate,
    enrolments: Rate,
}

struct Running {
    storage: Arc<Mortal>,
    api: Router,
}

pub struct Server {
    /// How often it said each of [`ANSWERS`].
    said: RefCell<BTreeMap<&'static str, usize>>,
    home: PathBuf,
    /// Each life has a folder of its own.
    lives: Cell<usize>,
    clock: ShiftableClock,
    limits: Option<Limits>,
    running: RefCell<Option<Running>>,
    log: Log,
    /// It was asked something, or is another one, since somebody looked.
    pub touched: Cell<bool>,
    /// How often it died.
    pub deaths: Cell<usize>,
}

/// What the server has of some shares.
#[derive(Default)]
pub struct Seen {
    pub open: BTreeSet<ShareId>,
    pub closed: BTreeSet<ShareId>,
    pub events: BTreeMap<ShareId, Events>,
}

impl Server {
    /// In one story of three it has little patience.
    pub fn start(home: PathBuf, dice: &Dice, log: &Log) -> Self {
        let number = |most: u32| 1 + dice.number() % most;
        let rate = |most, longest| Rate::new(number(most), Duration::from_secs(number(longest).into()));
        let limits = dice.once_in(3).then(|| Limits {
            device: rate(8, 120),
            enrolments: rate(3, 600),
        });
        log.note(format!("the server's limits: {limits:?}"));
        Self::with(home, limits, log)
    }

    /// With all the patience in the world.
    pub fn patient(home: PathBuf) -> Self {
        Self::with(home, None, &Log::default())
    }

    fn with(home: PathBuf, limits: Option<Limits>, log: &Log) -> Self {
        let server = Self {
            said: RefCell::default(),
            home,
            lives: Cell::new(0),
            clock: ShiftableClock::at(Moment { millis: BEGINNING }),
            limits,
            running: RefCell::new(None),
            log: log.clone(),
            touched: Cell::new(false),
            deaths: Cell::new(0),
        };
        fs::create_dir_all(server.folder(0)).expect("a folder");
        server.run();
        server
    }

    fn folder(&self, life: usize) -> PathBuf {
        self.home.join(format!("server-{life}"))
    }

    fn run(&self) {
        let life = self.lives.get();
        let storage = Arc::new(Mortal::open(self.folder(life), self.folder(life + 1)));
        let settings = Settings {
            clock: Arc::new(self.clock.clone()),
            ..Settings::without_limits()
        };
        let settings = match self.limits {
            Some(limits) => Settings {
                device: limits.device,
                enrolments: limits.enrolments,
                ..settings
            },
            None => settings,
        };
        let api = router(Arc::clone(&storage) as Arc<dyn Storage>, settings);
        self.running.replace(Some(Running { storage, api }));
        self.touched.set(true);
    }

    fn storage(&self) -> Arc<Mortal> {
        let running = self.running.borrow();
        Arc::clone(&running.as_ref().expect("it runs").storage)
    }

    /// It is killed, if it did not die by itself, and started again over what is left by whoever watches over it.
    pub fn die(&self) {
        let Running { storage, api } = self.running.take().expect("it runs");
        drop(api);
        storage.die();
        // Only now, and in a folder that is used no more: it puts its files in order.
        drop(storage);
        let life = self.lives.get();
        fs::remove_dir_all(self.folder(life)).expect("the old one goes");
        self.lives.set(life + 1);
        self.deaths.set(self.deaths.get() + 1);
        self.run();
    }

    /// Sets the wall clock.
    pub fn shift(&self, millis: i64) {
        self.clock.shift_millis(millis);
    }

    /// Lets time go by.
    pub fn pass(&self, time: Duration) {
        self.clock.pass(time);
    }

    /// While it runs, as operators do.
    pub fn back_up(&self, to: &Path) {
        self.storage().copy_to(to.to_owned());
    }

    /// It is stopped in order, and what was backed up is put in its place.
    pub async fn restore(&self, from: &Path) {
        let Running { storage, api } = self.running.take().expect("it runs");
        drop(api);
        storage.close().await;
        drop(storage);
        let folder = self.folder(self.lives.get());
        fs::remove_dir_all(&folder).expect("the old one goes");
        copy_folder(from, &folder);
        self.run();
    }

    /// Answers a call. It may die while it does: then there is no answer, and it is started again.
    pub async fn serve(
        &self,
        call: &Call,
        body: Vec<u8>,
        gzip: bool,
        death: Option<Death>,
    ) -> Option<Answer> {
        self.touched.set(true);
        let api = self
            .running
            .borrow()
            .as_ref()
            .map(|running| running.api.clone())?;
        if let Some(death) = death {
            self.storage().dies(death);
        }
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
        if death.is_some() {
            self.die();
            return None;
        }
        let retry_after = response.headers().get(RETRY_AFTER);
        let retry_after = retry_after.and_then(|value| value.to_str().ok()?.parse().ok());
        let status = response.status().as_u16();
        let said = response
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let media = said.map(media).unwrap_or_default();
        let marked = response.headers().contains_key(MARK);
        let body = to_bytes(response.into_body(), LONGEST_ANSWER)
            .await
            .expect("a body");
        let body = body.to_vec();
        self.note(&String::from_utf8_lossy(&body));
        self.log
            .note(format!("    answered with {status}, {retry_after:?}"));
        Some(Answer {
            status,
            retry_after,
            media,
            marked,
            body,
        })
    }

    /// Counts what is said.
    pub fn note(&self, body: &str) {
        for answer in ANSWERS {
            let times = ["state", "code"].map(|key| body.matches(&format!("\"{key}\":\"{answer}\"")).count());
            *self.said.borrow_mut().entry(answer).or_default() += times.iter().sum::<usize>();
        }
    }

    /// How often it said each of [`ANSWERS`].
    pub fn said(&self) -> BTreeMap<&'static str, usize> {
        self.said.borrow().clone()
    }

    /// Looks at these shares in the database.
    pub fn look(&self, shares: BTreeSet<ShareId>) -> Seen {
        let storage = self.storage();
        let looking = ask(&*storage, move |transaction| {
            let mut seen = Seen::default();
            for share in &shares {
                look_at(transaction, *share, &mut seen)?;
            }
            Ok::<_, StorageError>(seen)
        });
        wait(looking).expect("the database can be read")
    }
}

fn look_at(transaction: &mut dyn Transaction, id: ShareId, seen: &mut Seen) -> Result<(), StorageError> {
    let Some(share) = transaction.share(id)? else {
        return Ok(());
    };
    if share.state == ShareState::Closed {
        seen.closed.insert(id);
        assert!(transaction.streams(share.key)?.is_empty(), "{id} is deleted");
        return Ok(());
    }
    seen.open.insert(id);
    let mut events = Events::default();
    for (_, stream) in transaction.streams(share.key)? {
        let mut next = 1;
        while next <= stream.head {
            let segment = transaction.segment(stream.key, next)?.expect("no gaps");
            events.extend(segment.items()?.iter().map(|item| item.hash().0));
            next = segment.first + segment.events;
        }
    }
    seen.events.insert(id, events);
    Ok(())
}
