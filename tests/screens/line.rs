//! The line between the screens and the core, on which a test can listen, hold answers back and refuse.

use cung_tien::core::{Answer, CoreError, Environment, Link, Request};
use cung_tien::domain::day::LearningDay;
use cung_tien::domain::retention::NoFiles;
use cung_tien::platform::bundled;
use cung_tien::platform::clock::Clock;
use cung_tien::platform::native::CoreThread;
use cung_tien::store::StoreError;
use cung_tien::store::files::{DeviceFiles, Folder};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use tokio::sync::watch;

/// The day the app was built in these tests.
pub const BUILT: i32 = 20_700;
/// The day the tests begin.
pub const TODAY: i32 = 20_780;

const MILLIS_PER_DAY: i64 = 86_400_000;

/// A clock that the core reads on its thread and the test moves on its own.
#[derive(Debug, Clone)]
pub struct SharedClock {
    millis: Arc<AtomicI64>,
    broken: Arc<AtomicBool>,
}

impl SharedClock {
    pub fn at_noon(day: i32) -> Self {
        let noon = i64::from(day) * MILLIS_PER_DAY + 5 * 3_600_000;
        Self {
            millis: Arc::new(AtomicI64::new(noon)),
            broken: Arc::default(),
        }
    }

    pub fn shift_days(&self, days: i32) {
        self.millis
            .fetch_add(i64::from(days) * MILLIS_PER_DAY, Ordering::SeqCst);
    }

    /// Whoever reads it falls over.
    pub fn set_broken(&self, broken: bool) {
        self.broken.store(broken, Ordering::SeqCst);
    }
}

impl Clock for SharedClock {
    fn unix_millis(&self) -> i64 {
        assert!(!self.broken.load(Ordering::SeqCst), "the clock fell down");
        self.millis.load(Ordering::SeqCst)
    }

    fn offset_minutes(&self) -> i32 {
        420
    }
}

/// What passes between the screens and the core.
pub struct Traffic {
    asked: Cell<usize>,
    waiting: Cell<usize>,
    open: watch::Sender<bool>,
    refusing: RefCell<Option<CoreError>>,
    refused: Cell<fn(&Request) -> bool>,
}

impl Traffic {
    fn new() -> Rc<Self> {
        Rc::new(Self {
            asked: Cell::new(0),
            waiting: Cell::new(0),
            open: watch::Sender::new(true),
            refusing: RefCell::new(None),
            refused: Cell::new(is_to_be_kept),
        })
    }

    /// From now on the core works, but its answers stay on the way.
    pub fn hold(&self) {
        self.open.send_replace(false);
    }

    /// The answers arrive.
    pub fn release(&self) {
        self.open.send_replace(true);
    }

    /// From now on nothing can be kept, for this reason; `None`: no more.
    pub fn refuse_writes(&self, reason: Option<CoreError>) {
        self.refuse(is_to_be_kept, reason);
    }

    /// From now on the core says no to these; `None`: no more.
    pub fn refuse(&self, which: fn(&Request) -> bool, reason: Option<CoreError>) {
        self.refused.set(which);
        self.refusing.replace(reason);
    }

    /// How much the core was asked so far.
    pub fn asked(&self) -> usize {
        self.asked.get()
    }

    /// Whether an answer is still to come without anybody's doing.
    pub fn is_busy(&self) -> bool {
        self.waiting.get() > 0 && *self.open.borrow()
    }
}

/// Counts a request as waiting until its answer has come or nobody wants it any more.
struct Waiting(Rc<Traffic>);

impl Waiting {
    fn begin(traffic: &Rc<Traffic>) -> Self {
        traffic.waiting.set(traffic.waiting.get() + 1);
        Self(Rc::clone(traffic))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.waiting.set(self.0.waiting.get() - 1);
    }
}

/// A folder as a browser's memory: nothing in it outlives the app.
struct Passing(Folder, NoFiles);

impl DeviceFiles for Passing {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        self.0.names()
    }

    fn path(&self, name: &str) -> String {
        self.0.path(name)
    }

    fn no_files(&self) -> Option<NoFiles> {
        Some(self.1)
    }
}

/// The real core on its own thread, behind [`Traffic`].
pub struct Line {
    core: CoreThread,
    pub traffic: Rc<Traffic>,
}

impl Line {
    pub fn to_core_in(folder: PathBuf, clock: SharedClock, no_files: Option<NoFiles>) -> Self {
        let make = move || Environment {
            files: match no_files {
                Some(why) => Box::new(Passing(Folder(folder.clone()), why)),
                None => Box::new(Folder(folder.clone())),
            },
            clock: Box::new(clock.clone()),
            pack: Cow::Borrowed(bundled::PACK),
            built_on: LearningDay(BUILT),
            build: "test".into(),
        };
        Self {
            core: CoreThread::start(make),
            traffic: Traffic::new(),
        }
    }
}

impl Link for Line {
    fn send(&self, request: Request) -> Answer {
        self.traffic.asked.set(self.traffic.asked.get() + 1);
        let refused = self
            .traffic
            .refusing
            .borrow()
            .clone()
            .filter(|_| (self.traffic.refused.get())(&request));
        if let Some(reason) = refused {
            return Box::pin(async move { Err(reason) });
        }
        let waiting = Waiting::begin(&self.traffic);
        let mut open = self.traffic.open.subscribe();
        let answer = self.core.send(request);
        Box::pin(async move {
            let _waiting = waiting;
            let answer = answer.await;
            open.wait_for(|open| *open).await.expect("the test still runs");
            answer
        })
    }

    fn restart(&self) {
        self.core.restart();
    }
}

/// A core that says the same no to everything.
pub struct Refusing(pub CoreError);

impl Link for Refusing {
    fn send(&self, _: Request) -> Answer {
        let reason = self.0.clone();
        Box::pin(async move { Err(reason) })
    }

    fn restart(&self) {}
}

/// What a full phone refuses, of what the tests try on one.
const fn is_to_be_kept(request: &Request) -> bool {
    matches!(
        request,
        Request::RecordStep(_)
            | Request::MarkTried(_)
            | Request::PurgeLearner(_)
            | Request::TakeBackLearner(_)
            | Request::AddLearner(_)
    )
}
