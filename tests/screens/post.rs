//! A server behind the screens: says what a real one says of an honest device, and what the test wants it to say.

use cung_tien::domain::ids::{DeviceId, ShareId};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::secret::JoinCode;
use cung_tien::sync::transport::{Answer, Call, Lost, Sending, Transport};
use cung_tien::sync::wire::{
    DevicesReply, GrantReply, JoinReply, Limits, LinkedDevice, Order, OrderReply, OrderResult, Problem,
    ProblemCode, Put, PutReply, PutState, RejectCode, Rejected, ShareReply, ShareRequest, ShareState,
    SyncReply, SyncRequest, WIRE,
};
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use uuid::Uuid;

/// The share that every code and every card of the tests leads to.
pub const SHARE: ShareId = ShareId(Uuid::from_u128(9));

/// The server.
pub struct Post {
    trouble: RefCell<Option<Trouble>>,
    state: Cell<ShareState>,
    rejecting: Cell<bool>,
    /// Milliseconds until it answers.
    delay: Cell<u64>,
    limits: Cell<Limits>,
    devices: RefCell<Vec<LinkedDevice>>,
    orders: RefCell<Vec<Order>>,
    asked: RefCell<Vec<String>>,
}

#[derive(Clone, Copy)]
enum Trouble {
    Lost(Lost),
    Refused(u16, ProblemCode, Option<u32>),
}

impl Post {
    pub fn new() -> Rc<Self> {
        let device = |number, own, this| LinkedDevice {
            device: DeviceId(Uuid::from_u128(number)),
            own,
            this,
            since: 20_780,
        };
        Rc::new(Self {
            trouble: RefCell::new(None),
            state: Cell::new(ShareState::Own),
            rejecting: Cell::new(false),
            delay: Cell::new(0),
            limits: Cell::new(Limits::default()),
            devices: RefCell::new(vec![
                device(1, true, true),
                device(2, true, false),
                device(3, false, false),
            ]),
            orders: RefCell::new(Vec::new()),
            asked: RefCell::new(Vec::new()),
        })
    }

    /// From now on nothing comes back.
    pub fn lose(&self, lost: Lost) {
        self.trouble.replace(Some(Trouble::Lost(lost)));
    }

    /// From now on everything is refused like this.
    pub fn refuse(&self, status: u16, code: ProblemCode, retry_after: Option<u32>) {
        self.trouble
            .replace(Some(Trouble::Refused(status, code, retry_after)));
    }

    /// All is well again.
    pub fn recover(&self) {
        self.trouble.replace(None);
    }

    /// What is said of every share from now on.
    pub fn say(&self, state: ShareState) {
        self.state.set(state);
    }

    /// From now on the first event of everything sent is rejected.
    pub fn reject(&self) {
        self.rejecting.set(true);
    }

    /// From now on it takes one event at a time.
    pub fn take_one_at_a_time(&self) {
        self.limits.set(Limits {
            events: 1,
            ..Limits::default()
        });
    }

    /// From now on it takes so long to answer.
    pub fn answer_after(&self, millis: u64) {
        self.delay.set(millis);
    }

    /// The ends of sharing it has heard of.
    pub fn orders(&self) -> Vec<Order> {
        self.orders.borrow().clone()
    }

    /// The paths asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.borrow().clone()
    }

    fn answer(&self, call: &Call) -> Result<Answer, Lost> {
        self.asked.borrow_mut().push(call.path.clone());
        match *self.trouble.borrow() {
            Some(Trouble::Lost(lost)) => return Err(lost),
            Some(Trouble::Refused(status, code, retry_after)) => {
                let reason = "the test says so".to_owned();
                return Ok(answer(status, retry_after, &Problem { code, reason }));
            }
            None => {}
        }
        Ok(match call.path.as_str() {
            "/v1/sync" => {
                let request: SyncRequest = serde_json::from_str(&call.body).expect("a sync request");
                answer(200, None, &self.sync(request))
            }
            "/v1/joins" => answer(
                200,
                None,
                &JoinReply {
                    code: JoinCode([1, 2, 3, 4]),
                    expires_in: 900,
                },
            ),
            "/v1/joins/redeem" | "/v1/recover" => answer(200, None, &GrantReply { share: SHARE }),
            path if path.ends_with("/devices") && path != "/v1/devices" => {
                let devices = self.devices.borrow().clone();
                answer(200, None, &DevicesReply { devices })
            }
            path if path.ends_with("/remove") => {
                self.devices
                    .borrow_mut()
                    .retain(|device| !call.body.contains(&device.device.to_string()));
                answer(200, None, &serde_json::Map::new())
            }
            _ => answer(200, None, &serde_json::Map::new()),
        })
    }

    fn sync(&self, request: SyncRequest) -> SyncReply {
        let orders = request.orders.iter().map(|order| OrderReply {
            share: order.share(),
            result: match order {
                Order::Close { .. } => OrderResult::Closed,
                Order::Leave { .. } => OrderResult::Left,
            },
        });
        let orders = orders.collect();
        self.orders.replace(request.orders);
        SyncReply {
            wire: WIRE,
            server_time: 0,
            limits: self.limits.get(),
            retry_after: None,
            pack: 1,
            more: false,
            orders,
            shares: request
                .shares
                .into_iter()
                .map(|share| self.share(share))
                .collect(),
        }
    }

    fn share(&self, request: ShareRequest) -> ShareReply {
        let state = self.state.get();
        let open = matches!(state, ShareState::Own | ShareState::Joined);
        ShareReply {
            share: request.share,
            state,
            put: if open {
                request.put.iter().map(|put| self.store(put)).collect()
            } else {
                Vec::new()
            },
            pull: Vec::new(),
        }
    }

    fn store(&self, put: &Put) -> PutReply {
        let fold = |digest: PrefixDigest, item: &cung_tien::sync::wire::Item| digest.then(item.hash());
        let sent = u64::try_from(put.events.len()).expect("few events");
        let rejected = self.rejecting.get() && sent > 0;
        PutReply {
            stream: put.stream,
            state: PutState::Stored,
            ack_through: put.after + sent,
            digest: put.events.iter().fold(put.digest, fold),
            common: put.after + sent,
            rejected: rejected
                .then_some(Rejected {
                    seq: put.after + 1,
                    code: RejectCode::Malformed,
                })
                .into_iter()
                .collect(),
        }
    }
}

impl Transport for Post {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(async move {
            if self.delay.get() > 0 {
                tokio::time::sleep(Duration::from_millis(self.delay.get())).await;
            }
            self.answer(&call)
        })
    }
}

fn answer<T: Serialize>(status: u16, retry_after: Option<u32>, body: &T) -> Answer {
    Answer {
        status,
        retry_after,
        media: "application/json".into(),
        marked: true,
        body: serde_json::to_vec(body).expect("JSON"),
    }
}
