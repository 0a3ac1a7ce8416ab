//! The server is killed while many devices send; no acknowledged event may be lost.
//!
//! `SERVER_KILLS` sets how often; `make soak` kills 200 times.
#![cfg(feature = "server")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it says what it counted, and waits"
)]

use cung_tien::domain::ids::{ShareId, StreamId};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::secret::{Bearer, Seed};
use cung_tien::sync::wire::{
    Item, Order, OrderResult, Put, PutReply, PutState, ShareRequest, SyncReply, SyncRequest, WIRE,
};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const DEVICES: usize = 8;
/// A device may ask so often at once, and one more would be told to wait.
const REQUESTS: usize = 28;

/// A request that the dying server swallowed is given up, as phones do.
const PATIENCE: Duration = Duration::from_secs(10);

/// The real program, on a free port.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_cung-tien-server"))
            .args(["--listen", "127.0.0.1:0", "--log-json", "--web"])
            .arg(folder.join("web"))
            .arg("--database")
            .arg(format!("sqlite:{}", folder.join("server.db").display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(process.stdout.take().unwrap()).lines();
        let ready = log
            .by_ref()
            .map(Result::unwrap)
            .find(|line| line.contains("ready at"));
        let ready = ready.unwrap_or_else(|| panic!("the server did not start"));
        let (_, url) = ready.split_once("ready at ").unwrap();
        let url = url.split('"').next().unwrap().to_owned();
        // What it writes must be read, or it would wait for that.
        std::thread::spawn(move || log.for_each(drop));
        Self { process, url }
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// A phone with one learner.
struct Phone {
    client: reqwest::Client,
    bearer: Bearer,
    share: ShareId,
    seed: Seed,
    stream: StreamId,
    events: Vec<String>,
    /// What the server said it had.
    acknowledged: usize,
}

impl Phone {
    fn new() -> Self {
        Self {
            client: reqwest::Client::builder().timeout(PATIENCE).build().unwrap(),
            bearer: Bearer::random(),
            share: ShareId::random(),
            seed: Seed::random(),
            stream: StreamId::random(),
            events: Vec::new(),
            acknowledged: 0,
        }
    }

    fn digest(&self, number: usize) -> PrefixDigest {
        let first = self.events.iter().take(number);
        first.fold(PrefixDigest::EMPTY, |digest, event| {
            digest.then_bytes(event.as_bytes())
        })
    }

    /// Sends all that is not acknowledged. `None` if there was no answer.
    async fn sync(&self, url: &str) -> Option<PutReply> {
        let request = SyncRequest {
            wire: WIRE,
            app: "0.1.0".into(),
            pack: 1,
            orders: Vec::new(),
            shares: vec![ShareRequest {
                share: self.share,
                claim: Some(self.seed.claim()),
                put: vec![Put {
                    stream: self.stream,
                    after: self.acknowledged as u64,
                    digest: self.digest(self.acknowledged),
                    events: self
                        .events
                        .iter()
                        .skip(self.acknowledged)
                        .cloned()
                        .map(Item::Event)
                        .collect(),
                }],
                have: Vec::new(),
            }],
        };
        let sent = self
            .client
            .post(format!("{url}/v1/sync"))
            .bearer_auth(self.bearer.to_hex());
        let answer = sent.json(&request).send().await.ok()?;
        let status = answer.status();
        let text = answer.text().await.ok()?;
        assert!(status.is_success(), "{status}: {text}");
        let reply: SyncReply = serde_json::from_str(&text).unwrap();
        reply.shares.first().unwrap().put.first().cloned()
    }

    /// Again is harmless. Says whether there was an answer.
    async fn enrol(&self, url: &str) -> bool {
        let enrol = self
            .client
            .post(format!("{url}/v1/devices"))
            .bearer_auth(self.bearer.to_hex());
        enrol.send().await.is_ok()
    }

    /// Learns and sends until the server is gone. Says whether a request was on its way then.
    async fn run(mut self, url: String, answered: Arc<AtomicUsize>) -> (Self, bool) {
        if !self.enrol(&url).await {
            return (self, true);
        }
        for round in 0..REQUESTS {
            for _ in 0..=round % 4 {
                let day = self.events.len();
                self.events
                    .push(format!(r#"{{"day":{day},"kind":"of {}"}}"#, self.stream));
            }
            let Some(reply) = self.sync(&url).await else {
                return (self, true);
            };
            answered.fetch_add(1, Ordering::SeqCst);
            assert_eq!(reply.state, PutState::Stored);
            assert_eq!(reply.ack_through, self.events.len() as u64);
            self.acknowledged = self.events.len();
        }
        (self, false)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_event_is_lost_when_the_server_is_killed() {
    let kills: u64 = std::env::var("SERVER_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(3);
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("web")).unwrap();
    for file in ["index.html", "sw.js"] {
        std::fs::write(folder.path().join("web").join(file), "").unwrap();
    }
    let mut phones: Vec<Phone> = (0..DEVICES).map(|_| Phone::new()).collect();
    let (mut acknowledged, mut unheard, mut at_work) = (0, 0, 0);
    for kill in 0..kills {
        let server = Server::start(folder.path());
        let answered = Arc::new(AtomicUsize::new(0));
        let running: Vec<_> = phones
            .drain(..)
            .map(|phone| tokio::spawn(phone.run(server.url.clone(), Arc::clone(&answered))))
            .collect();
        // At another moment each time, while all of them are sending.
        let enough = usize::try_from(kill * 7_919 % 150).unwrap();
        while answered.load(Ordering::SeqCst) < enough && running.iter().any(|phone| !phone.is_finished()) {
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        tokio::time::sleep(Duration::from_micros(kill * 313 % 2_000)).await;
        server.kill();
        let mut cut = 0;
        for phone in running {
            let (phone, on_its_way) = phone.await.unwrap();
            phones.push(phone);
            cut += usize::from(on_its_way);
        }
        at_work += u64::from(cut >= DEVICES / 2);

        let server = Server::start(folder.path());
        for phone in &mut phones {
            assert!(phone.enrol(&server.url).await);
            let reply = phone.sync(&server.url).await.unwrap();
            assert_eq!(
                reply.state,
                PutState::Stored,
                "kill {kill}: an acknowledged event is lost or another"
            );
            assert_eq!(reply.digest, phone.digest(phone.events.len()), "kill {kill}");
            unheard += phone.events.len() - phone.acknowledged;
            phone.acknowledged = phone.events.len();
        }
        server.kill();
        acknowledged = phones.iter().map(|phone| phone.acknowledged).sum();
    }
    assert!(acknowledged > 0, "something was sent");
    assert!(
        at_work * 10 >= kills * 9,
        "only {at_work} of {kills} kills met a server at work"
    );
    println!(
        "{kills} kills, {at_work} of a server at work, {acknowledged} events acknowledged, {unheard} sent again, 0 lost"
    );
}

/// Everything in the files of the database.
fn on_disk(folder: &Path, secret: &[u8]) -> bool {
    ["server.db", "server.db-wal"].iter().any(|file| {
        let bytes = std::fs::read(folder.join(file)).unwrap_or_default();
        memchr::memmem::find(&bytes, secret).is_some()
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_withdrawn_goes_after_a_kill_with_a_reader_about_and_nobody_else_withdraws() {
    for wait in [0, 1500] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("web")).unwrap();
        for file in ["index.html", "sw.js"] {
            std::fs::write(folder.path().join("web").join(file), "").unwrap();
        }
        let server = Server::start(folder.path());
        let mut phone = Phone::new();
        assert!(phone.enrol(&server.url).await);
        for day in 0..40 {
            phone
                .events
                .push(format!(r#"{{"day":{day},"kind":"of {}"}}"#, phone.stream));
        }
        assert_eq!(phone.sync(&server.url).await.unwrap().state, PutState::Stored);
        let secrets = [
            ("claim", phone.seed.claim().hash().to_vec()),
            ("bearer", phone.bearer.hash().to_vec()),
            ("stream", phone.stream.0.as_bytes().to_vec()),
        ];
        let found = || {
            let there = secrets.iter().filter(|(_, bytes)| on_disk(folder.path(), bytes));
            there.map(|(name, _)| *name).collect::<Vec<_>>()
        };

        let reader = rusqlite::Connection::open(folder.path().join("server.db")).unwrap();
        reader.execute_batch("BEGIN").unwrap();
        let _: i64 = reader
            .query_row("SELECT count(*) FROM segment", [], |row| row.get(0))
            .unwrap();
        let withdraw = SyncRequest {
            wire: WIRE,
            app: "0.1.0".into(),
            pack: 1,
            orders: vec![Order::Close {
                share: phone.share,
                claim: phone.seed.claim(),
            }],
            shares: Vec::new(),
        };
        let sent = phone.client.post(format!("{}/v1/sync", server.url));
        let sent = sent.bearer_auth(phone.bearer.to_hex()).json(&withdraw);
        let reply: SyncReply = sent.send().await.unwrap().json().await.unwrap();
        assert_eq!(reply.orders.first().unwrap().result, OrderResult::Closed);
        assert_eq!(
            found(),
            ["claim", "bearer", "stream"],
            "the reader still needs them"
        );
        // Also once the database was to be written anew.
        tokio::time::sleep(Duration::from_millis(wait)).await;
        server.kill();

        let server = Server::start(folder.path());
        let other = Phone::new();
        let asked = std::time::Instant::now();
        assert!(other.enrol(&server.url).await);
        assert!(
            asked.elapsed() < Duration::from_millis(500),
            "{:?}",
            asked.elapsed()
        );
        assert!(!found().is_empty());
        drop(reader);
        let let_go = std::time::Instant::now();
        while !found().is_empty() {
            assert!(
                let_go.elapsed() < Duration::from_secs(8),
                "they stay: {:?}",
                found()
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        server.kill();
        assert_eq!(found(), Vec::<&str>::new());
    }
}
