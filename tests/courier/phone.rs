//! A phone whose app is closed and opened again, and whose clock is moved by the millisecond.

use super::server::{Server, copy_folder};
use super::way::{Step, Way};
use cung_tien::core::courier::{Courier, Headway, Outcome};
use cung_tien::core::{
    AddLearner, Answer, Call, Core, CoreError, Environment, GiveConsent, Handle, Link, Request,
};
use cung_tien::domain::day::LearningDay;
use cung_tien::domain::ids::{LearnerId, StreamId};
use cung_tien::domain::learner::{Avatar, Preferences};
use cung_tien::platform::bundled;
use cung_tien::platform::clock::Clock;
use cung_tien::store::files::Folder;
use cung_tien::store::share::Share;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::future::ready;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tempfile::TempDir;

/// The day the app was built in these tests.
const BUILT: i32 = 20_700;
/// The day they begin.
const TODAY: i32 = 20_780;

#[derive(Clone)]
struct Watch(Rc<Cell<i64>>);

impl Clock for Watch {
    fn unix_millis(&self) -> i64 {
        self.0.get()
    }

    fn offset_minutes(&self) -> i32 {
        420
    }
}

/// The core, and what it is opened with.
#[derive(Clone)]
struct Device {
    folder: PathBuf,
    watch: Watch,
    core: Rc<RefCell<Option<Core>>>,
}

impl Device {
    fn with_core<T>(&self, run: impl FnOnce(&mut Core) -> T) -> T {
        let mut core = self.core.borrow_mut();
        let open = || {
            let environment = Environment {
                files: Box::new(Folder(self.folder.clone())),
                clock: Box::new(self.watch.clone()),
                pack: Cow::Borrowed(bundled::PACK),
                built_on: LearningDay(BUILT),
                build: "test".into(),
            };
            Core::open(environment)
                .map_err(|(_, error)| error)
                .expect("the app starts")
        };
        run(core.get_or_insert_with(open))
    }
}

impl Link for Device {
    fn send(&self, request: Request) -> Answer {
        Box::pin(ready(self.with_core(|core| core.answer(request))))
    }

    fn restart(&self) {}
}

/// Bà Tư's phone, and the server it knows.
pub struct Phone {
    device: Device,
    pub way: Rc<Way>,
    pub courier: Courier,
    /// What the next number for a pause will be.
    pub dice: Rc<Cell<u32>>,
    written: usize,
    home: TempDir,
}

impl Phone {
    pub fn new() -> Self {
        let home = folder();
        let way = Rc::new(Way::to(Server::start(home.path().join("server"))));
        let noon = i64::from(TODAY) * 86_400_000 + 5 * 3_600_000;
        let device = Device {
            folder: home.path().join("phone"),
            watch: Watch(Rc::new(Cell::new(noon))),
            core: Rc::default(),
        };
        fs::create_dir(&device.folder).expect("a folder");
        let dice = Rc::new(Cell::new(0));
        Self {
            courier: courier(&device, &way, &dice),
            device,
            way,
            dice,
            written: 0,
            home,
        }
    }

    /// Bà Tư shares, and the server knows it.
    pub async fn of_ba_tu() -> (Self, LearnerId) {
        let phone = Self::new();
        let learner = phone.sharing("Bà Tư");
        assert_eq!(phone.go().await, Outcome::Done);
        phone.way.asked();
        (phone, learner)
    }

    pub fn sharing(&self, name: &str) -> LearnerId {
        let learner = self.ask(AddLearner {
            name: name.into(),
            avatar: Avatar::Grandmother,
            preferences: Preferences::default(),
        });
        let learner = learner.expect("a profile").id;
        self.ask(GiveConsent { learner }).expect("consent");
        learner
    }

    fn ask<C: Call>(&self, call: C) -> Result<C::Reply, CoreError> {
        let reply = self.device.with_core(|core| core.answer(call.into_request()))?;
        Ok(C::reply_from(reply).expect("a reply of its own kind"))
    }

    /// The app is closed and opened again.
    pub fn reopen(&mut self) {
        self.device.core.replace(None);
        self.courier = courier(&self.device, &self.way, &self.dice);
    }

    pub fn pass(&self, millis: u64) {
        let now = self.device.watch.0.get();
        self.device
            .watch
            .0
            .set(now + i64::try_from(millis).expect("a while"));
    }

    /// So many outcomes more, each with exactly so many bytes and unlike all others.
    pub fn write(&mut self, learner: LearnerId, count: usize, bytes: usize) {
        let numbers = self.written..self.written + count;
        self.written += count;
        self.device.with_core(|core| {
            let exchange = core.store_mut().exchange().expect("a transaction");
            for number in numbers {
                let bare = format!(r#"{{"day":{TODAY},"kind":"note","number":{number},"text":""}}"#);
                let text = "x".repeat(bytes.checked_sub(bare.len()).expect("room"));
                let event = bare.replace(r#""""#, &format!(r#""{text}""#));
                exchange.append_copy(learner, event.as_bytes()).expect("written");
            }
            exchange.commit().expect("on the disk");
        });
    }

    /// A few, of the usual length.
    pub fn write_some(&mut self, learner: LearnerId, count: usize) {
        self.write(learner, count, 180);
    }

    pub async fn go(&self) -> Outcome {
        self.courier.go(false, |_| {}).await.expect("the core answers")
    }

    /// "Gửi ngay", or the network is back.
    pub async fn go_by_hand(&self) -> Outcome {
        self.courier.go(true, |_| {}).await.expect("the core answers")
    }

    /// What a bar would have shown.
    pub async fn go_with_headway(&self) -> (Outcome, Vec<Headway>) {
        let seen = RefCell::new(Vec::new());
        let going = self.courier.go(false, |headway| seen.borrow_mut().push(headway));
        let outcome = going.await.expect("the core answers");
        (outcome, seen.into_inner())
    }

    /// One go that comes to this.
    pub async fn go_through(&self, step: Step) -> Outcome {
        self.way.script([step]);
        self.go_by_hand().await
    }

    pub fn share(&self, learner: LearnerId) -> Share {
        let share = self.device.with_core(|core| core.store_mut().share(learner));
        share.expect("a share").expect("she shares")
    }

    /// The events here, by stream.
    pub fn events(&self, learner: LearnerId) -> BTreeMap<StreamId, Vec<String>> {
        let events = self.device.with_core(|core| core.store_mut().events(learner));
        let mut streams: BTreeMap<StreamId, Vec<String>> = BTreeMap::new();
        for event in events.expect("events") {
            let stream = streams.entry(event.place.stream).or_default();
            stream.push(String::from_utf8(event.bytes).expect("text"));
            assert_eq!(event.place.seq, stream.len() as u64, "no gaps");
        }
        streams
    }

    /// Every event of hers is here, and on the server in the same place.
    pub async fn all_arrived(&self, learner: LearnerId) -> BTreeMap<StreamId, Vec<String>> {
        let here = self.events(learner);
        let there = self.way.stored(&self.share(learner)).await;
        let count = |streams: &BTreeMap<_, Vec<_>>| streams.values().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(count(&there), count(&here), "events in each stream");
        assert!(there == here, "the same events in the same order");
        here
    }

    /// Puts a copy of everything on the phone aside.
    pub fn back_up(&self) -> PathBuf {
        self.device.core.replace(None);
        let copy = self.home.path().join("copy");
        copy_folder(&self.device.folder, &copy);
        copy
    }

    pub fn restore(&mut self, copy: &Path) {
        self.device.core.replace(None);
        fs::remove_dir_all(&self.device.folder).expect("the old folder goes");
        copy_folder(copy, &self.device.folder);
        self.reopen();
    }

    /// For copies of the server.
    pub fn shelf(&self) -> PathBuf {
        self.home.path().join("shelf")
    }
}

fn courier(device: &Device, way: &Rc<Way>, dice: &Rc<Cell<u32>>) -> Courier {
    let dice = Rc::clone(dice);
    let transport: Rc<Way> = Rc::clone(way);
    Courier::new(Handle::new(device.clone()), transport, move || dice.get())
}

/// In memory where there is such a folder: this is not about disks.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    folder.expect("a folder")
}
