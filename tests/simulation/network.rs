//! A network that loses, doubles, delays and cuts what is sent, and watches what leaves each phone.

use super::Dice;
use super::phone::Battery;
use super::server::Server;
use cung_tien::domain::consent::ShareStanding;
use cung_tien::domain::event::{Event, Happening, Recorded};
use cung_tien::store::event::StoredEvent;
use cung_tien::sync::transport::{Answer, Call, Lost, Method, Sending, Transport};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::io::Write;
use std::rc::Rc;

/// What may happen to something sent.
enum Fate {
    Arrives,
    LostOnTheWay,
    AnswerLost,
    ArrivesTwice,
    ArrivesLater,
    CutInTheMiddle,
    ServerDiesBefore,
    ServerDiesAfter,
}

/// The network all phones of a story share.
pub struct Network {
    pub server: Server,
    pub dice: Dice,
    /// Nothing goes wrong any more.
    pub kind: Cell<bool>,
    late: RefCell<Vec<Call>>,
    /// What should never have been sent, in words.
    pub offences: RefCell<Vec<String>>,
    pub requests: Cell<usize>,
}

impl Network {
    pub fn new(server: Server, dice: Dice) -> Rc<Self> {
        Rc::new(Self {
            server,
            dice,
            kind: Cell::new(false),
            late: RefCell::default(),
            offences: RefCell::default(),
            requests: Cell::new(0),
        })
    }

    fn fate(&self) -> Fate {
        if self.kind.get() {
            return Fate::Arrives;
        }
        match self.dice.below(24) {
            0 | 1 => Fate::LostOnTheWay,
            2 | 3 => Fate::AnswerLost,
            4 => Fate::ArrivesTwice,
            5 => Fate::ArrivesLater,
            6 => Fate::CutInTheMiddle,
            7 => Fate::ServerDiesBefore,
            8 => Fate::ServerDiesAfter,
            _ => Fate::Arrives,
        }
    }

    /// What was held up arrives now, in any order, after whatever came since.
    pub async fn deliver_late(&self) {
        while !self.late.borrow().is_empty() {
            let which = self.dice.below(self.late.borrow().len());
            let call = self.late.borrow_mut().swap_remove(which);
            let _ = self.arrive(call).await;
        }
    }

    async fn arrive(&self, call: Call) -> Result<Answer, Lost> {
        self.requests.set(self.requests.get() + 1);
        let body = call.body.clone().into_bytes();
        self.arrive_with(call, body, false).await
    }

    async fn arrive_with(&self, call: Call, body: Vec<u8>, gzip: bool) -> Result<Answer, Lost> {
        self.server.serve(&call, body, gzip).await.ok_or(Lost::Offline)
    }

    async fn carry(&self, call: Call) -> Result<Answer, Lost> {
        // Others may be first.
        for _ in 0..self.dice.below(4) {
            tokio::task::yield_now().await;
        }
        match self.fate() {
            Fate::Arrives => {
                let (body, gzip) = self.maybe_gzip(&call.body);
                self.arrive_with(call, body, gzip).await
            }
            Fate::LostOnTheWay => Err(Lost::Offline),
            Fate::AnswerLost => {
                let _ = self.arrive(call).await;
                Err(Lost::TimedOut)
            }
            Fate::ArrivesTwice => {
                let _ = self.arrive(call.clone()).await;
                self.arrive(call).await
            }
            Fate::ArrivesLater => {
                self.late.borrow_mut().push(call);
                Err(Lost::TimedOut)
            }
            Fate::CutInTheMiddle => {
                let mut body = call.body.clone().into_bytes();
                body.truncate(self.dice.below(body.len()));
                let _ = self.arrive_with(call, body, false).await;
                Err(Lost::Offline)
            }
            Fate::ServerDiesBefore => {
                self.server.die().await;
                Err(Lost::Offline)
            }
            Fate::ServerDiesAfter => {
                let _ = self.arrive(call).await;
                self.server.die().await;
                Err(Lost::Offline)
            }
        }
    }

    fn maybe_gzip(&self, body: &str) -> (Vec<u8>, bool) {
        if body.is_empty() || self.dice.once_in(2) {
            return (body.as_bytes().to_vec(), false);
        }
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(body.as_bytes()).expect("memory");
        (encoder.finish().expect("memory"), true)
    }
}

/// One phone's way into the network.
pub struct Line {
    network: Rc<Network>,
    battery: Rc<Battery>,
    name: String,
    pub connected: Cell<bool>,
}

impl Line {
    pub fn new(network: &Rc<Network>, battery: &Rc<Battery>, name: &str) -> Self {
        Self {
            network: Rc::clone(network),
            battery: Rc::clone(battery),
            name: name.to_owned(),
            connected: Cell::new(true),
        }
    }

    /// Nothing of a learner whom this phone knows not to have consented may be in a request.
    fn watch(&self, call: &Call) {
        let (mut silent, mut told) = (Vec::new(), BTreeSet::new());
        self.battery.with_core(|core| {
            let store = core.store_mut();
            for stored in store.learners().expect("profiles") {
                let share = store.share(stored.learner.id).expect("a share");
                let shares = share.is_some_and(|share| share.standing == ShareStanding::Open);
                let events = store.events(stored.learner.id).expect("events");
                if shares && stored.deleted_on.is_none() {
                    told.extend(events.iter().filter_map(attempt));
                } else {
                    silent.push((stored.learner, events));
                }
            }
        });
        for (learner, events) in silent {
            let streams = events.iter().map(|event| event.place.stream.to_string());
            // The same attempt can be in a profile that shares: whoever leaves keeps what was done together.
            let attempts = events.iter().filter_map(attempt).filter(|id| !told.contains(id));
            let traces = [learner.id.to_string(), learner.name]
                .into_iter()
                .chain(streams)
                .chain(attempts);
            for trace in traces {
                if !trace.is_empty() && call.body.contains(&trace) {
                    let offence = format!("{} told of {trace}: {} {}", self.name, call.path, call.body);
                    self.network.offences.borrow_mut().push(offence);
                }
            }
        }
    }
}

fn attempt(event: &StoredEvent) -> Option<String> {
    match Recorded::read(&event.bytes) {
        Recorded::Known(Event {
            happening: Happening::AttemptRested(rested),
            ..
        }) => Some(rested.attempt.to_string()),
        _ => None,
    }
}

impl Transport for Line {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(async move {
            if !self.connected.get() {
                return Err(Lost::Offline);
            }
            self.watch(&call);
            self.network.carry(call).await
        })
    }
}

/// As axum wants it.
pub fn http_method(method: Method) -> axum::http::Method {
    match method {
        Method::Get => axum::http::Method::GET,
        Method::Post => axum::http::Method::POST,
    }
}
