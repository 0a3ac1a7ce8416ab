//! A server as a process of its own, and devices that talk to it.

use super::Learner;
use cung_tien::domain::ids::{DeviceId, ShareId, StreamId};
use cung_tien::server::api::Settings;
use cung_tien::server::exchange::Failure;
use cung_tien::server::storage::DatabaseAddress;
use cung_tien::server::storage::{self, SqliteStorage, Storage, Transaction};
use cung_tien::server::{Config, start};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::secret::{Bearer, Seed};
use cung_tien::sync::wire::{Item, Put, ShareRequest, SyncRequest, WIRE};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const ASKED_FOR: &str = "CUNG_TIEN_BENCH_SERVER";

/// Whether this process is to be the server.
pub fn is_asked_for() -> bool {
    std::env::var_os(ASKED_FOR).is_some()
}

/// Is the server until nobody listens any more.
pub fn serve() {
    let folder = PathBuf::from(std::env::var_os(ASKED_FOR).unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            web: folder.join("web"),
            tls: None,
            database: DatabaseAddress::Sqlite(folder.join("server.db")),
            settings: Settings::without_limits(),
        };
        let mut server = start(&config).await.unwrap();
        println!("{}", server.address());
        let ended = tokio::task::spawn_blocking(|| std::io::stdin().read(&mut [0]));
        ended.await.unwrap().unwrap();
        server.stop();
        server.wait().await.unwrap();
    });
}

pub struct Server {
    process: Child,
    url: String,
}

impl Server {
    /// Starts one and waits until it listens.
    pub fn start(folder: &Path) -> Self {
        std::fs::create_dir_all(folder.join("web")).unwrap();
        for file in ["index.html", "sw.js"] {
            std::fs::write(folder.join("web").join(file), "").unwrap();
        }
        let mut process = Command::new(std::env::current_exe().unwrap())
            .env(ASKED_FOR, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        Self {
            process,
            url: format!("http://{}", line.trim()),
        }
    }

    /// What it has in memory.
    pub fn memory_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut input) = self.process.stdin.take() {
            input.write_all(b"\n").unwrap();
        }
        self.process.wait().unwrap();
    }
}

/// A learner's phone.
pub struct Client {
    client: reqwest::Client,
    url: String,
    bearer: Bearer,
    seed: Seed,
    share: ShareId,
    stream: StreamId,
    learner: Learner,
    sent: u64,
    digest: PrefixDigest,
}

impl Client {
    /// One that talks to nobody.
    pub fn unknown(number: u64) -> Self {
        Self {
            client: reqwest::Client::new(),
            url: String::new(),
            bearer: Bearer::random(),
            seed: Seed::random(),
            share: ShareId::random(),
            stream: StreamId::random(),
            learner: Learner::new(number),
            sent: 0,
            digest: PrefixDigest::EMPTY,
        }
    }

    pub async fn enrolled(server: &Server, number: u64) -> Self {
        let mut client = Self {
            url: server.url.clone(),
            ..Self::unknown(number)
        };
        let enrol = client.client.post(format!("{}/v1/devices", client.url));
        let answer = enrol.bearer_auth(client.bearer.to_hex()).send().await.unwrap();
        assert!(answer.status().is_success());
        let mut hello = client.request(0);
        hello.shares[0].claim = Some(client.seed.claim());
        client.send(&serde_json::to_vec(&hello).unwrap()).await;
        client
    }

    /// The body of a request with the next so many events.
    pub fn batch(&mut self, events: usize) -> Vec<u8> {
        serde_json::to_vec(&self.request(events)).unwrap()
    }

    fn request(&mut self, events: usize) -> SyncRequest {
        let (after, digest) = (self.sent, self.digest);
        let mut items = Vec::new();
        for _ in 0..events {
            let event = self.learner.next_event();
            self.digest = self.digest.then_bytes(event.as_bytes());
            self.sent += 1;
            items.push(Item::Event(event));
        }
        SyncRequest {
            wire: WIRE,
            app: "0.1.0".into(),
            pack: 1,
            orders: Vec::new(),
            shares: vec![ShareRequest {
                share: self.share,
                claim: None,
                put: vec![Put {
                    stream: self.stream,
                    after,
                    digest,
                    events: items,
                }],
                have: Vec::new(),
            }],
        }
    }

    pub async fn send(&self, body: &[u8]) {
        let request = self.client.post(format!("{}/v1/sync", self.url));
        let request = request.bearer_auth(self.bearer.to_hex());
        let request = request.header("content-type", "application/json");
        let answer = request.body(body.to_vec()).send().await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.status());
        let text = answer.text().await.unwrap();
        assert!(text.contains(r#""state":"own""#), "{text}");
        assert!(!text.contains("gap") && !text.contains("forked"), "{text}");
    }
}

/// A database with so many devices in it.
pub async fn fill(folder: &Path, devices: u32) {
    let storage = SqliteStorage::open(&folder.join("server.db")).unwrap();
    let work = move |transaction: &mut dyn Transaction| -> Result<(), Failure> {
        for _ in 0..devices {
            transaction.enrol(DeviceId::random(), &Bearer::random().hash(), 1)?;
        }
        Ok(())
    };
    storage::ask(&storage, work).await.unwrap();
    storage.close().await;
}
