//! The courier: carries what the core wants sent to the server and brings back the answers, one trip at a time.
//!
//! The same on the web and natively, and in tests over a simulated network. It knows no clock and keeps nothing: what
//! must outlive it lies in the core.

use crate::core::error::CoreError;
use crate::core::handle::Handle;
use crate::core::request::{
    ApplySync, NoteEnrolled, NoteSyncFailure, OpenDoor, OpenSharing, PlanCard, PrepareSync, RenewCard,
    WelcomeLearner,
};
use crate::core::view::{CardView, SyncPlan};
use crate::domain::ids::{LearnerId, ShareId};
use crate::domain::learner::{Avatar, Learner, Preferences};
use crate::sync::answer::{self, Refused};
use crate::sync::secret::{Bearer, Seed};
use crate::sync::spoken;
use crate::sync::transport::{Answer, Call, Method, Transport};
use crate::sync::wire::{
    DevicesReply, GrantReply, JoinRequest, RecoverRequest, RedeemRequest, RemoveRequest, RenewRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::Cell;
use std::rc::Rc;

// What the screens need of the protocol: they name no other part of it.
pub use crate::sync::pace::Trouble;
pub use crate::sync::spoken::{
    CARD_WORDS, JOIN_WORDS, MAX_CHARS, SpokenError, count_words, from_address, in_address, join_words,
};
pub use crate::sync::wire::{JoinReply, LinkedDevice, ProblemCode};

/// Most trips in one go: an honest server is done long before.
const MOST_TRIPS: usize = 200;

/// How a go ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is sent and fetched, or nobody shares.
    Done,
    /// Another go is on its way.
    Running,
    /// Not yet: try again after so many milliseconds.
    Later(u64),
    /// It failed; try again after so many milliseconds.
    Failed(Trouble, u64),
}

/// How far a go is, for a bar: events sent, and all there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Headway {
    /// Sent so far.
    pub sent: usize,
    /// To be sent in all.
    pub of: usize,
}

/// Why something asked of the server by hand did not work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ErrandError {
    /// The core said no.
    #[error(transparent)]
    Core(#[from] CoreError),
    /// The server could not be asked, or said no.
    #[error("the server did not do it: {0:?}")]
    Trouble(Trouble),
    /// It was tried too often: the server wants so many seconds of peace.
    #[error("the server asks to wait {0} s")]
    Wait(u32),
    /// The words were not understood.
    #[error(transparent)]
    Words(#[from] SpokenError),
}

/// How the learner who comes in should be called and shown on this device.
#[derive(Debug, Clone, PartialEq)]
pub struct Newcomer {
    /// As typed.
    pub name: String,
    /// Her face.
    pub avatar: Avatar,
    /// How the app should be for her.
    pub preferences: Preferences,
}

/// What a learner has who comes in from another device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Four words that another device shows.
    Code,
    /// A recovery card.
    Card,
}

/// The server lets this device in. The learner is not here yet: she has still to say how she is called here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admission {
    share: ShareId,
    seed: Option<Seed>,
}

/// Carries things between the core and the server.
#[derive(Clone)]
pub struct Courier {
    core: Handle,
    transport: Rc<dyn Transport>,
    running: Rc<Cell<bool>>,
    dice: Rc<dyn Fn() -> u32>,
}

impl PartialEq for Courier {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.transport, &other.transport) && self.core == other.core
    }
}

/// The courier is on its way until this is dropped, however its trip ends.
struct OnTheWay(Rc<Cell<bool>>);

impl Drop for OnTheWay {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

impl Courier {
    /// A courier between these two. `dice` gives random numbers for the pauses.
    pub fn new(core: Handle, transport: Rc<dyn Transport>, dice: impl Fn() -> u32 + 'static) -> Self {
        Self {
            core,
            transport,
            running: Rc::default(),
            dice: Rc::new(dice),
        }
    }

    /// Sends and fetches until there is nothing left to do. Only one go at a time.
    ///
    /// # Errors
    /// What the core says.
    pub async fn go(&self, by_hand: bool, headway: impl Fn(Headway)) -> Result<Outcome, CoreError> {
        let at_start = false;
        self.trips(PrepareSync { by_hand, at_start }, headway).await
    }

    /// The same when the app has just started: a backoff from a time without any network (she learnt at the market, and
    /// opens the app again at home) has lost its reason, and nobody would hear `online`.
    ///
    /// # Errors
    /// What the core says.
    pub async fn go_at_start(&self, headway: impl Fn(Headway)) -> Result<Outcome, CoreError> {
        let (by_hand, at_start) = (false, true);
        self.trips(PrepareSync { by_hand, at_start }, headway).await
    }

    async fn trips(&self, prepare: PrepareSync, headway: impl Fn(Headway)) -> Result<Outcome, CoreError> {
        if self.running.replace(true) {
            return Ok(Outcome::Running);
        }
        let _on_the_way = OnTheWay(Rc::clone(&self.running));
        let mut sent = 0;
        let mut enrolled = false;
        // The last request that was answered.
        let mut answered: Option<String> = None;
        for _ in 0..MOST_TRIPS {
            match self.core.call(prepare.clone()).await? {
                SyncPlan::Nothing => return Ok(Outcome::Done),
                SyncPlan::Later { millis } => return Ok(Outcome::Later(millis)),
                SyncPlan::Enrol { bearer } => {
                    if std::mem::replace(&mut enrolled, true) {
                        let unknown = Trouble::Refused(ProblemCode::UnknownDevice);
                        return self.failed(unknown, None).await;
                    }
                    match self.enrol(bearer).await {
                        Ok(()) => {}
                        Err(Miss::Core(error)) => return Err(error),
                        Err(Miss::Refused((trouble, pause))) => return self.failed(trouble, pause).await,
                    }
                }
                SyncPlan::Send {
                    bearer,
                    request,
                    asked,
                    sending,
                    left_over,
                } => {
                    if answered.as_ref() == Some(&request) {
                        // The answer changed nothing here, and would not the next time.
                        return self.failed(Trouble::Garbled, None).await;
                    }
                    let of = sent + sending + left_over;
                    headway(Headway { sent, of });
                    let answer = self.send(bearer, Method::Post, "/v1/sync", request.clone()).await;
                    match answer.and_then(answer::judge) {
                        Ok(reply) => {
                            answered = Some(request);
                            let trouble = if answer::is_of_sync(&reply) {
                                Trouble::Garbled
                            } else {
                                Trouble::NotOurs
                            };
                            let Some(done) = self.core.call(ApplySync { asked, reply }).await? else {
                                return self.failed(trouble, None).await;
                            };
                            sent += sending;
                            headway(Headway { sent, of });
                            if !done.again {
                                return Ok(Outcome::Done);
                            }
                        }
                        Err((trouble, pause)) => {
                            answered = None;
                            let outcome = self.failed(trouble, pause).await?;
                            // Enrolled anew or with less in it, the next request is another one.
                            if outcome != Outcome::Failed(trouble, 0) || !goes_on(trouble) {
                                return Ok(outcome);
                            }
                        }
                    }
                }
            }
        }
        Ok(Outcome::Later(0))
    }

    async fn failed(&self, trouble: Trouble, retry_after: Option<u32>) -> Result<Outcome, CoreError> {
        let dice = (self.dice)();
        let wait = NoteSyncFailure {
            trouble,
            retry_after,
            dice,
        };
        Ok(Outcome::Failed(trouble, self.core.call(wait).await?))
    }

    async fn enrol(&self, bearer: Bearer) -> Result<(), Miss> {
        let nothing = serde_json::Map::new();
        let asked = self.ask(bearer, Method::Post, "/v1/devices", &nothing);
        asked.await.and_then(answer::judge).map_err(Miss::Refused)?;
        self.core.call(NoteEnrolled {}).await.map_err(Miss::Core)
    }

    /// Asks the server for four words that let another device in.
    ///
    /// # Errors
    /// What went wrong; nothing was changed.
    pub async fn join_code(&self, share: ShareId) -> Result<JoinReply, ErrandError> {
        self.errand(Method::Post, "/v1/joins", &JoinRequest { share })
            .await
    }

    /// Asks the server to let this device in, with what the learner typed. To be asked again is harmless.
    ///
    /// # Errors
    /// What went wrong; nothing was changed here.
    pub async fn knock(&self, door: Door, words: &str) -> Result<Admission, ErrandError> {
        match door {
            Door::Code => {
                let code = spoken::read_join(words)?;
                let granted: GrantReply = self
                    .errand(Method::Post, "/v1/joins/redeem", &RedeemRequest { code })
                    .await?;
                Ok(Admission {
                    share: granted.share,
                    seed: None,
                })
            }
            Door::Card => {
                let seed = spoken::read_card(words)?;
                let claim = seed.claim();
                let granted: GrantReply = self
                    .errand(Method::Post, "/v1/recover", &RecoverRequest { claim })
                    .await?;
                Ok(Admission {
                    share: granted.share,
                    seed: Some(seed),
                })
            }
        }
    }

    /// The learner who was let in is here from now on.
    ///
    /// # Errors
    /// What the core says.
    pub async fn welcome(&self, admission: Admission, newcomer: Newcomer) -> Result<Learner, CoreError> {
        let Admission { share, seed } = admission;
        let Newcomer {
            name,
            avatar,
            preferences,
        } = newcomer;
        let welcome = WelcomeLearner {
            name,
            avatar,
            preferences,
            share,
            seed,
        };
        self.core.call(welcome).await
    }

    /// Lets a learner in who was read these four words.
    ///
    /// # Errors
    /// What went wrong; nothing was changed here.
    pub async fn join(&self, words: &str, newcomer: Newcomer) -> Result<Learner, ErrandError> {
        let admission = self.knock(Door::Code, words).await?;
        Ok(self.welcome(admission, newcomer).await?)
    }

    /// Brings a learner back who has the words of her card.
    ///
    /// # Errors
    /// What went wrong; nothing was changed here.
    pub async fn recover(&self, words: &str, newcomer: Newcomer) -> Result<Learner, ErrandError> {
        let admission = self.knock(Door::Card, words).await?;
        Ok(self.welcome(admission, newcomer).await?)
    }

    /// Who may read her progress.
    ///
    /// # Errors
    /// What went wrong.
    pub async fn devices(&self, share: ShareId) -> Result<Vec<LinkedDevice>, ErrandError> {
        let path = format!("/v1/shares/{share}/devices");
        let reply: DevicesReply = self.errand(Method::Get, &path, &()).await?;
        Ok(reply.devices)
    }

    /// Takes a device out. One of her own knows her card, which is therefore made anew.
    ///
    /// # Errors
    /// What went wrong; the card is only new if the server knows it.
    pub async fn remove(&self, learner: LearnerId, device: LinkedDevice) -> Result<(), ErrandError> {
        let share = self.share(learner).await?;
        let seed = if device.own {
            Some(self.core.call(PlanCard { learner }).await?)
        } else {
            None
        };
        let path = format!("/v1/shares/{share}/remove");
        let request = RemoveRequest {
            device: device.device,
            claim: seed.map(|seed| seed.claim()),
        };
        self.done(&path, &request).await?;
        if seed.is_some() {
            self.core.call(RenewCard { learner }).await?;
        }
        Ok(())
    }

    /// A new card; the old one is worth nothing. What the new one holds is on the disk before the server hears of it,
    /// so that whatever is cut off can be done again with the same words.
    ///
    /// # Errors
    /// What went wrong; asking again goes on where it was.
    pub async fn renew_card(&self, learner: LearnerId) -> Result<CardView, ErrandError> {
        let share = self.share(learner).await?;
        let seed = self.core.call(PlanCard { learner }).await?;
        let path = format!("/v1/shares/{share}/claim");
        let claim = seed.claim();
        self.done(&path, &RenewRequest { claim }).await?;
        Ok(self.core.call(RenewCard { learner }).await?)
    }

    async fn share(&self, learner: LearnerId) -> Result<ShareId, ErrandError> {
        let view = self.core.call(OpenSharing { learner }).await?;
        let share = view.share.ok_or(CoreError::NotHerOwnDevice)?;
        Ok(share.share)
    }

    /// Something asked for by hand.
    async fn errand<Q: Serialize, A: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        question: &Q,
    ) -> Result<A, ErrandError> {
        let answer = self.answer(method, path, question).await?;
        answer::read(answer).map_err(told)
    }

    /// Something whose answer says nothing but that it is done. What is then thrown away here, such as an old card, is not
    /// thrown away on the word of somebody on the way who answers `{}` to everything.
    async fn done<Q: Serialize>(&self, path: &str, question: &Q) -> Result<(), ErrandError> {
        let answer = self.answer(Method::Post, path, question).await?;
        let marked = answer.marked;
        answer::judge(answer).map_err(told)?;
        if marked {
            Ok(())
        } else {
            Err(ErrandError::Trouble(Trouble::NotOurs))
        }
    }

    /// An answer, enrolling first if the server does not know this device.
    async fn answer<Q: Serialize>(
        &self,
        method: Method,
        path: &str,
        question: &Q,
    ) -> Result<Answer, ErrandError> {
        let bearer = self.core.call(OpenDoor {}).await?;
        let answer = self.ask(bearer, method, path, question).await.map_err(told)?;
        let unknown = Trouble::Refused(ProblemCode::UnknownDevice);
        if !matches!(answer::judge(answer.clone()), Err((trouble, _)) if trouble == unknown) {
            return Ok(answer);
        }
        self.enrol(bearer).await?;
        self.ask(bearer, method, path, question).await.map_err(told)
    }

    async fn ask<Q: Serialize>(
        &self,
        bearer: Bearer,
        method: Method,
        path: &str,
        question: &Q,
    ) -> Result<Answer, Refused> {
        let body = match method {
            Method::Get => String::new(),
            Method::Post => serde_json::to_string(question).map_err(|_| (Trouble::Garbled, None))?,
        };
        self.send(bearer, method, path, body).await
    }

    async fn send(
        &self,
        bearer: Bearer,
        method: Method,
        path: &str,
        body: String,
    ) -> Result<Answer, Refused> {
        let call = Call {
            method,
            path: path.to_owned(),
            bearer,
            body,
        };
        let sent = self.transport.send(call).await;
        sent.map_err(|lost| (lost.into(), None))
    }
}

/// Why a step on the way failed: here, or there.
enum Miss {
    Core(CoreError),
    Refused(Refused),
}

impl From<Miss> for ErrandError {
    fn from(miss: Miss) -> Self {
        match miss {
            Miss::Core(error) => Self::Core(error),
            Miss::Refused(refused) => told(refused),
        }
    }
}

/// A failed errand, with the pause where there is one to tell her.
const fn told((trouble, pause): Refused) -> ErrandError {
    match (trouble, pause) {
        (Trouble::Refused(ProblemCode::TooOften), Some(seconds)) => ErrandError::Wait(seconds),
        _ => ErrandError::Trouble(trouble),
    }
}

/// Whether the same go may go on after this failure: the next request will be a different one.
const fn goes_on(trouble: Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Refused(ProblemCode::UnknownDevice | ProblemCode::TooLarge | ProblemCode::TooMuch)
    )
}
