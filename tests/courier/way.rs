//! The way to the server: the test says beforehand what happens to each request, and looks at the requests afterwards.

use super::server::Server;
use cung_tien::domain::ids::StreamId;
use cung_tien::store::share::Share;
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::secret::{Bearer, Claim};
use cung_tien::sync::transport::{Answer, Call, Lost, Method, Sending, Transport};
use cung_tien::sync::wire::{Have, Item, Put, ShareRequest, SyncReply, SyncRequest, WIRE};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use tokio::sync::Notify;

/// What happens to a request.
pub enum Step {
    /// The server answers.
    Serve,
    /// The server never hears of it.
    Lose(Lost),
    /// The server does it, and its answer is lost.
    LoseAnswer(Lost),
    /// Somebody answers this; the server never hears of it.
    Say(Answer),
    /// The server does it, and its answer is changed.
    Change(fn(&mut SyncReply)),
    /// It waits until the test says so; then the server answers.
    Hold(Rc<Notify>),
}

/// An answer that is not a success.
pub fn problem(status: u16, code: &str) -> Answer {
    say(status, format!(r#"{{"code":"{code}","reason":"for the test"}}"#))
}

pub fn say(status: u16, body: impl AsRef<[u8]>) -> Answer {
    Answer {
        status,
        media: "application/json".into(),
        body: body.as_ref().to_vec(),
        ..Answer::default()
    }
}

/// A request as it left the phone.
pub struct Asked {
    pub path: String,
    pub body: String,
    /// The status of the answer; 0 where there was none.
    pub status: u16,
}

impl Asked {
    fn shares(&self) -> Vec<ShareRequest> {
        let request: SyncRequest = serde_json::from_str(&self.body).expect("a request");
        request.shares
    }

    pub fn puts(&self) -> Vec<Put> {
        self.shares().into_iter().flat_map(|share| share.put).collect()
    }

    /// Events in it.
    pub fn events(&self) -> usize {
        self.puts().iter().map(|put| put.events.len()).sum()
    }

    /// Bytes of the events in it.
    pub fn bytes(&self) -> usize {
        let puts = self.puts();
        let items = puts.iter().flat_map(|put| &put.events);
        items
            .map(|item| match item {
                Item::Event(text) => text.len(),
                Item::Gone { .. } => 0,
            })
            .sum()
    }
}

pub struct Way {
    pub server: Server,
    /// A gateway before the server takes no request with more events.
    pub room: Cell<usize>,
    script: RefCell<VecDeque<Step>>,
    asked: RefCell<Vec<Asked>>,
}

impl Way {
    pub fn to(server: Server) -> Self {
        Self {
            server,
            room: Cell::new(usize::MAX),
            script: RefCell::default(),
            asked: RefCell::default(),
        }
    }

    /// What happens to the next requests, one after another; all after them are served.
    pub fn script(&self, steps: impl IntoIterator<Item = Step>) {
        self.script.borrow_mut().extend(steps);
    }

    /// From now on all are served.
    pub fn forget_script(&self) {
        self.script.borrow_mut().clear();
    }

    /// The requests since this was last called.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.take()
    }

    /// The same, as paths.
    pub fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.path).collect()
    }

    async fn carry(&self, call: Call) -> Result<Answer, Lost> {
        let asked = Asked {
            path: call.path.clone(),
            body: call.body.clone(),
            status: 0,
        };
        let too_large = asked.path == "/v1/sync" && asked.events() > self.room.get();
        let number = self.asked.borrow().len();
        self.asked.borrow_mut().push(asked);
        let step = self.script.borrow_mut().pop_front().unwrap_or(Step::Serve);
        let answer = match step {
            _ if too_large => Ok(problem(413, "too-large")),
            Step::Serve => Ok(self.server.serve(&call).await),
            Step::Lose(lost) => Err(lost),
            Step::LoseAnswer(lost) => {
                self.server.serve(&call).await;
                Err(lost)
            }
            Step::Say(answer) => Ok(answer),
            Step::Change(change) => {
                let mut answer = self.server.serve(&call).await;
                let mut reply: SyncReply = serde_json::from_slice(&answer.body).expect("a reply");
                change(&mut reply);
                answer.body = serde_json::to_vec(&reply).expect("it writes");
                Ok(answer)
            }
            Step::Hold(until) => {
                until.notified().await;
                Ok(self.server.serve(&call).await)
            }
        };
        if let (Ok(answer), Some(asked)) = (&answer, self.asked.borrow_mut().get_mut(number)) {
            asked.status = answer.status;
        }
        answer
    }

    /// All events of a share, as another device with her card gets them; of some only the hash.
    pub async fn stored(&self, share: &Share) -> BTreeMap<StreamId, Vec<String>> {
        let mut call = Call {
            method: Method::Post,
            path: "/v1/devices".into(),
            bearer: Bearer::random(),
            body: String::new(),
        };
        assert_eq!(self.server.serve(&call).await.status, 200);
        call.path = "/v1/sync".into();
        let mut streams: BTreeMap<StreamId, Vec<String>> = BTreeMap::new();
        loop {
            let request = SyncRequest {
                wire: WIRE,
                app: "test".into(),
                pack: 1,
                orders: Vec::new(),
                shares: vec![ShareRequest {
                    share: share.id,
                    claim: share.claim.map(Claim),
                    put: Vec::new(),
                    have: streams.iter().map(have).collect(),
                }],
            };
            call.body = serde_json::to_string(&request).expect("it writes");
            let answer = self.server.serve(&call).await;
            let reply: SyncReply = serde_json::from_slice(&answer.body).expect("a reply");
            for pull in reply.shares.into_iter().flat_map(|share| share.pull) {
                let events = pull.events.into_iter().map(|item| match item {
                    Item::Event(text) => text,
                    Item::Gone { gone } => gone.to_string(),
                });
                streams.entry(pull.stream).or_default().extend(events);
            }
            if !reply.more {
                return streams;
            }
        }
    }
}

fn have((stream, events): (&StreamId, &Vec<String>)) -> Have {
    Have {
        stream: *stream,
        through: events.len() as u64,
        digest: events.iter().fold(PrefixDigest::EMPTY, |digest, event| {
            digest.then_bytes(event.as_bytes())
        }),
    }
}

impl Transport for Way {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(self.carry(call))
    }
}
