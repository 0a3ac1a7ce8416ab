//! A server, and devices that talk to it as the protocol says.

use super::learner::Learner;
use cung_tien::domain::ids::{DeviceId, ShareId, StreamId};
use cung_tien::server::api::Settings;
use cung_tien::server::clock::ShiftableClock;
use cung_tien::server::exchange::Moment;
use cung_tien::server::storage::DatabaseAddress;
use cung_tien::server::{Config, Running, start};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::secret::{Bearer, Claim, Seed};
use cung_tien::sync::wire::{
    DevicesReply, GrantReply, Have, Item, JoinReply, JoinRequest, Order, Problem, ProblemCode, Pull, Put,
    PutReply, RedeemRequest, ShareReply, ShareRequest, SyncReply, SyncRequest, WIRE,
};
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// Noon of a day in 2026.
pub const NOON: Moment = Moment {
    millis: 1_795_608_000_000,
};

/// A server with its folder; both go when it is dropped.
pub struct TestServer {
    pub running: Running,
    pub clock: ShiftableClock,
    pub folder: TempDir,
}

impl TestServer {
    /// With limits that nobody meets.
    pub async fn new() -> Self {
        Self::with(Settings::without_limits()).await
    }

    pub async fn with(settings: Settings) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::create_dir(folder.path().join("web")).unwrap();
        for file in ["index.html", "sw.js"] {
            std::fs::write(folder.path().join("web").join(file), "").unwrap();
        }
        Self::on(folder, settings).await
    }

    /// On a folder that a server was on before.
    pub async fn on(folder: TempDir, settings: Settings) -> Self {
        let clock = ShiftableClock::at(NOON);
        let config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            web: folder.path().join("web"),
            tls: None,
            database: DatabaseAddress::Sqlite(folder.path().join("server.db")),
            settings: Settings {
                clock: Arc::new(clock.clone()),
                ..settings
            },
        };
        Self {
            running: start(&config).await.unwrap(),
            clock,
            folder,
        }
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("server.db")
    }

    /// Stops it; the folder stays.
    pub async fn stop(mut self) -> TempDir {
        self.running.stop();
        self.running.wait().await.unwrap();
        self.folder
    }

    /// A device that is not enrolled yet.
    pub fn stranger(&self) -> Device {
        Device {
            client: reqwest::Client::builder().no_gzip().build().unwrap(),
            url: format!("http://{}", self.running.address()),
            bearer: Bearer::random(),
        }
    }

    /// The same device, when the server has another address.
    pub fn reached_by(&self, device: &Device) -> Device {
        Device {
            bearer: device.bearer,
            ..self.stranger()
        }
    }

    /// A device that is.
    pub async fn device(&self) -> Device {
        let device = self.stranger();
        assert_eq!(device.enrol().await.status, 200);
        device
    }

    /// Asserts that it still works, for a device that has nothing to do with what happened.
    pub async fn is_well(&self) {
        let device = self.device().await;
        let learner = Sharing::begin(&device).await;
        let mut stream = Stream::new(99);
        stream.write(2);
        let reply = device.put(&learner, stream.put(0)).await;
        assert_eq!(reply.ack_through, 2);
    }
}

/// A device's side of the conversation.
#[derive(Clone)]
pub struct Device {
    pub client: reqwest::Client,
    pub url: String,
    pub bearer: Bearer,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn read<T: DeserializeOwned>(&self) -> T {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.status, 200, "{text}");
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// Status and code of an answer that is not a success.
    pub fn problem(&self) -> (u16, ProblemCode) {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.headers["content-type"], "application/json", "{text}");
        assert_eq!(self.headers["cache-control"], "no-store", "{text}");
        let problem: Problem =
            serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_ne!(problem.code, ProblemCode::Other, "{text}");
        (self.status, problem.code)
    }
}

impl Device {
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.url));
        request.bearer_auth(self.bearer.to_hex())
    }

    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap().to_vec(),
        }
    }

    pub async fn post<T: Serialize + ?Sized>(&self, path: &str, body: &T) -> Answer {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    /// Posts exactly this text.
    pub async fn post_text(&self, path: &str, body: impl Into<reqwest::Body>) -> Answer {
        let request = self.request(Method::POST, path);
        self.send(request.header("content-type", "application/json").body(body))
            .await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn enrol(&self) -> Answer {
        self.send(self.request(Method::POST, "/v1/devices")).await
    }

    /// As every device does it: one that the server forgot enrols again, once.
    pub async fn sync(&self, orders: Vec<Order>, shares: Vec<ShareRequest>) -> SyncReply {
        let request = request(orders, shares);
        let mut answer = self.post("/v1/sync", &request).await;
        if answer.status == 401 {
            assert_eq!(answer.problem().1, ProblemCode::UnknownDevice);
            assert_eq!(self.enrol().await.status, 200);
            answer = self.post("/v1/sync", &request).await;
        }
        answer.read()
    }

    /// Syncs one share.
    pub async fn share(&self, share: ShareRequest) -> ShareReply {
        let mut reply = self.sync(Vec::new(), vec![share]).await;
        assert_eq!(reply.shares.len(), 1);
        reply.shares.remove(0)
    }

    /// Sends events of one stream.
    pub async fn put(&self, sharing: &Sharing, put: Put) -> PutReply {
        let mut reply = self.share(sharing.ask(vec![put], Vec::new())).await;
        assert_eq!(reply.put.len(), 1, "{:?}", reply.state);
        reply.put.remove(0)
    }

    /// Asks for what it has not.
    pub async fn pull(&self, sharing: &Sharing, have: Vec<Have>) -> Vec<Pull> {
        self.share(sharing.ask(Vec::new(), have)).await.pull
    }

    pub async fn code(&self, sharing: &Sharing) -> JoinReply {
        self.post("/v1/joins", &JoinRequest { share: sharing.id })
            .await
            .read()
    }

    pub async fn redeem(&self, code: &JoinReply) -> Answer {
        let request = RedeemRequest { code: code.code };
        self.post("/v1/joins/redeem", &request).await
    }

    /// Comes in with a code that `host` makes.
    pub async fn join(&self, host: &Self, sharing: &Sharing) -> Sharing {
        let code = host.code(sharing).await;
        let granted: GrantReply = self.redeem(&code).await.read();
        assert_eq!(granted.share, sharing.id);
        Sharing {
            id: sharing.id,
            seed: None,
        }
    }

    pub async fn devices(&self, sharing: &Sharing) -> DevicesReply {
        self.get(&format!("/v1/shares/{}/devices", sharing.id))
            .await
            .read()
    }

    /// How the server calls this device.
    pub async fn id(&self, sharing: &Sharing) -> DeviceId {
        let devices = self.devices(sharing).await.devices;
        devices.iter().find(|device| device.this).unwrap().device
    }
}

pub fn request(orders: Vec<Order>, shares: Vec<ShareRequest>) -> SyncRequest {
    SyncRequest {
        wire: WIRE,
        app: "0.1.0".into(),
        pack: 1,
        orders,
        shares,
    }
}

/// A learner's consent, as a device knows it.
#[derive(Debug, Clone)]
pub struct Sharing {
    pub id: ShareId,
    /// On her own devices only.
    pub seed: Option<Seed>,
}

impl Sharing {
    /// One that the server has not heard of.
    pub fn new() -> Self {
        Self {
            id: ShareId::random(),
            seed: Some(Seed::random()),
        }
    }

    /// One that this device has just told the server of.
    pub async fn begin(device: &Device) -> Self {
        let sharing = Self::new();
        let reply = device.share(sharing.claiming()).await;
        assert_eq!(reply.state, cung_tien::sync::wire::ShareState::Own);
        sharing
    }

    pub fn claim(&self) -> Claim {
        self.seed.as_ref().unwrap().claim()
    }

    pub fn ask(&self, put: Vec<Put>, have: Vec<Have>) -> ShareRequest {
        ShareRequest {
            share: self.id,
            claim: None,
            put,
            have,
        }
    }

    /// A request that carries the claim and nothing else.
    pub fn claiming(&self) -> ShareRequest {
        ShareRequest {
            claim: Some(self.claim()),
            ..self.ask(Vec::new(), Vec::new())
        }
    }

    pub fn close(&self) -> Order {
        Order::Close {
            share: self.id,
            claim: self.claim(),
        }
    }
}

/// One learner on one device.
#[derive(Clone)]
pub struct Stream {
    pub id: StreamId,
    pub events: Vec<String>,
    learner: u64,
}

impl Stream {
    pub fn new(learner: u64) -> Self {
        Self {
            id: StreamId::random(),
            events: Vec::new(),
            learner,
        }
    }

    /// Adds so many events.
    pub fn write(&mut self, events: usize) {
        let mut learner = Learner::new(self.learner);
        let all = (0..self.events.len() + events).map(|_| learner.next_event());
        let new: Vec<String> = all.skip(self.events.len()).collect();
        self.events.extend(new);
    }

    /// Digest of the first so many.
    pub fn digest(&self, number: usize) -> PrefixDigest {
        digest(&self.events[..number])
    }

    /// All after this number.
    pub fn put(&self, after: usize) -> Put {
        self.put_to(after, self.events.len())
    }

    /// Those after this number, up to that one.
    pub fn put_to(&self, after: usize, through: usize) -> Put {
        Put {
            stream: self.id,
            after: after as u64,
            digest: self.digest(after),
            events: self.events[after..through]
                .iter()
                .cloned()
                .map(Item::Event)
                .collect(),
        }
    }

    /// The first so many, as a device that did not write them has them.
    pub fn have(&self, number: usize) -> Have {
        Have {
            stream: self.id,
            through: number as u64,
            digest: self.digest(number),
        }
    }
}

pub fn digest(events: &[String]) -> PrefixDigest {
    let empty = PrefixDigest::EMPTY;
    events
        .iter()
        .fold(empty, |digest, event| digest.then_bytes(event.as_bytes()))
}

/// The texts of events that were all taken.
pub fn texts(items: &[Item]) -> Vec<String> {
    let text = |item: &Item| match item {
        Item::Event(text) => text.clone(),
        Item::Gone { gone } => panic!("gone: {gone}"),
    };
    items.iter().map(text).collect()
}
