//! A network that loses, doubles, delays and cuts what is sent, with a server at its end that dies now and then.

use super::ledger::Ledger;
use super::mortal::Death;
use super::server::Server;
use super::turns::give_way;
use super::{Dice, Log};
use cung_tien::sync::transport::{Answer, Call, Lost, Method};
use cung_tien::sync::wire::{Problem, ProblemCode, SyncRequest};
use std::cell::{Cell, RefCell};
use std::io::Write;
use std::rc::Rc;

/// What may happen to something sent.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Arrives,
    LostOnTheWay,
    AnswerLost,
    ArrivesTwice,
    ArrivesLater,
    CutInTheMiddle,
    ServerDiesBefore,
    ServerDies(Death),
}

/// The network all phones of a story share.
pub struct Network {
    pub server: Server,
    pub ledger: RefCell<Ledger>,
    pub log: Log,
    dice: Dice,
    /// Nothing goes wrong any more.
    pub kind: Cell<bool>,
    /// A server may take fewer events at once than phones expect.
    most_events: usize,
    late: RefCell<Vec<Call>>,
    /// What should never have been sent, in words.
    pub offences: RefCell<Vec<String>>,
}

impl Network {
    pub fn new(server: Server, dice: Dice, log: &Log) -> Rc<Self> {
        let most_events = [1, 2, 5, 20, 500, 500, 500, 500, 500][dice.below(9)];
        log.note(format!("{most_events} events at once"));
        Rc::new(Self::with(server, most_events, dice, log))
    }

    /// One on which nothing goes wrong.
    pub fn that_works(server: Server, dice: Dice) -> Rc<Self> {
        let network = Self::with(server, usize::MAX, dice, &Log::default());
        network.kind.set(true);
        Rc::new(network)
    }

    fn with(server: Server, most_events: usize, dice: Dice, log: &Log) -> Self {
        Self {
            server,
            ledger: RefCell::default(),
            log: log.clone(),
            dice,
            kind: Cell::new(false),
            most_events,
            late: RefCell::default(),
            offences: RefCell::default(),
        }
    }

    fn fate(&self, dice: &Dice) -> Fate {
        if self.kind.get() {
            return Fate::Arrives;
        }
        match dice.below(26) {
            0 | 1 => Fate::LostOnTheWay,
            2 | 3 => Fate::AnswerLost,
            4 => Fate::ArrivesTwice,
            5 => Fate::ArrivesLater,
            6 => Fate::CutInTheMiddle,
            7 => Fate::ServerDiesBefore,
            8 => Fate::ServerDies(Death::BeforeTheCommit),
            9 | 10 => Fate::ServerDies(Death::AfterTheCommit),
            _ => Fate::Arrives,
        }
    }

    /// What was held up arrives now, in any order, after whatever came since.
    pub async fn deliver_late(&self) {
        while !self.late.borrow().is_empty() {
            let which = self.dice.below(self.late.borrow().len());
            let call = self.late.borrow_mut().swap_remove(which);
            self.log.note("  something comes late");
            let _ = self.arrive(&call, None).await;
        }
    }

    async fn arrive(&self, call: &Call, death: Option<Death>) -> Result<Answer, Lost> {
        let body = call.body.clone().into_bytes();
        self.arrive_with(call, body, false, death).await
    }

    async fn arrive_with(
        &self,
        call: &Call,
        body: Vec<u8>,
        gzip: bool,
        death: Option<Death>,
    ) -> Result<Answer, Lost> {
        if let Some(refused) = self.too_much(call) {
            return Ok(refused);
        }
        self.ledger.borrow_mut().sent(call);
        let answer = self.server.serve(call, body, gzip, death).await;
        answer.ok_or(Lost::Offline)
    }

    /// What a server with smaller limits says.
    fn too_much(&self, call: &Call) -> Option<Answer> {
        let request = serde_json::from_str::<SyncRequest>(&call.body).ok()?;
        let puts = request.shares.iter().flat_map(|share| &share.put);
        let events: usize = puts.map(|put| put.events.len()).sum();
        if events <= self.most_events {
            return None;
        }
        let problem = Problem {
            code: ProblemCode::TooMuch,
            reason: format!("{events} events"),
        };
        let body = serde_json::to_string(&problem).expect("JSON");
        self.server.note(&body);
        self.log.note(format!("    {events} events are too much"));
        Some(Answer {
            status: 413,
            media: "application/json".into(),
            body: body.into_bytes(),
            ..Answer::default()
        })
    }

    /// Carries a call of a phone, whose dice decide what becomes of it.
    pub async fn carry(&self, who: &str, call: Call, dice: &Dice) -> Result<Answer, Lost> {
        // Others may be first.
        for _ in 0..dice.below(4) {
            give_way().await;
        }
        let fate = self.fate(dice);
        let (path, length) = (&call.path, call.body.len());
        self.log
            .note(format!("  {who}: {path}, {length} bytes: {fate:?}"));
        match fate {
            Fate::Arrives => {
                let (body, gzip) = maybe_gzip(&call.body, dice);
                let answer = self.arrive_with(&call, body, gzip, None).await?;
                // And others may be first on the way back.
                for _ in 0..dice.below(3) {
                    give_way().await;
                }
                Ok(answer)
            }
            Fate::LostOnTheWay => Err(Lost::Offline),
            Fate::AnswerLost => {
                let _ = self.arrive(&call, None).await;
                Err(Lost::TimedOut)
            }
            Fate::ArrivesTwice => {
                let _ = self.arrive(&call, None).await;
                give_way().await;
                self.arrive(&call, None).await
            }
            Fate::ArrivesLater => {
                self.late.borrow_mut().push(call);
                Err(Lost::TimedOut)
            }
            Fate::CutInTheMiddle => {
                let mut body = call.body.clone().into_bytes();
                body.truncate(dice.below(body.len()));
                let _ = self.arrive_with(&call, body, false, None).await;
                Err(Lost::Offline)
            }
            Fate::ServerDiesBefore => {
                self.server.die();
                Err(Lost::Offline)
            }
            Fate::ServerDies(death) => {
                let _ = self.arrive(&call, Some(death)).await;
                Err(Lost::Offline)
            }
        }
    }
}

fn maybe_gzip(body: &str, dice: &Dice) -> (Vec<u8>, bool) {
    if body.is_empty() || dice.once_in(2) {
        return (body.as_bytes().to_vec(), false);
    }
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(body.as_bytes()).expect("memory");
    (encoder.finish().expect("memory"), true)
}

/// As axum wants it.
pub fn http_method(method: Method) -> axum::http::Method {
    match method {
        Method::Get => axum::http::Method::GET,
        Method::Post => axum::http::Method::POST,
    }
}
