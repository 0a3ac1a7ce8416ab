//! A phone: a folder with a database, the core over it, and a courier.

use super::Dice;
use super::network::{Line, Network};
use cung_tien::core::courier::Courier;
use cung_tien::core::view::{AttemptView, SharingView};
use cung_tien::core::{
    AddLearner, Answer, BeginAttempt, Call, Core, CoreError, Environment, Handle, LeaveAttempt, Link,
    OpenHome, OpenSharing, OpenTutorial, RecordStep, Request, Start,
};
use cung_tien::domain::day::LearningDay;
use cung_tien::domain::ids::{AttemptId, LearnerId, TutorialId};
use cung_tien::domain::learner::{Avatar, Preferences};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::domain::progress::Progress;
use cung_tien::platform::bundled;
use cung_tien::platform::clock::ShiftableClock;
use cung_tien::store::files::Folder;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fs;
use std::future::ready;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The day the app was built in these stories.
pub const BUILT: i32 = 20_700;
/// The day they begin.
pub const TODAY: i32 = 20_780;
/// What is practised: the fewest commits for an event.
const LESSON: &str = "fake-police-call";

/// The core without a thread, with a battery that can fall out before or after any request.
pub struct Battery {
    folder: PathBuf,
    pub clock: ShiftableClock,
    core: RefCell<Option<Core>>,
    /// Requests until the battery falls out; negative for never.
    fuse: Cell<i64>,
}

impl Battery {
    fn environment(&self) -> Environment {
        Environment {
            files: Box::new(Folder(self.folder.clone())),
            clock: Box::new(self.clock.clone()),
            pack: Cow::Borrowed(bundled::PACK),
            built_on: LearningDay(BUILT),
            build: "simulation".into(),
        }
    }

    /// The app is gone; the next request starts it again.
    pub fn pull_out(&self) {
        self.core.replace(None);
    }

    /// Runs with the open core.
    pub fn with_core<T>(&self, run: impl FnOnce(&mut Core) -> T) -> T {
        let mut core = self.core.borrow_mut();
        let open = core.get_or_insert_with(|| {
            Core::open(self.environment())
                .map_err(|(_, error)| error)
                .expect("the app starts")
        });
        run(open)
    }

    fn burns(&self) -> bool {
        let left = self.fuse.get();
        if left < 0 {
            return false;
        }
        self.fuse.set(left - 1);
        left == 0
    }
}

/// A link straight to the core.
#[derive(Clone)]
pub struct Direct(pub Rc<Battery>);

impl Link for Direct {
    fn send(&self, request: Request) -> Answer {
        let battery = &self.0;
        let before = battery.burns();
        if before {
            battery.pull_out();
            return Box::pin(ready(Err(CoreError::Crashed)));
        }
        let answer = battery.with_core(|core| core.answer(request));
        if battery.burns() {
            // Committed, and nobody hears of it.
            battery.pull_out();
            return Box::pin(ready(Err(CoreError::Crashed)));
        }
        Box::pin(ready(answer))
    }

    fn restart(&self) {}
}

/// A phone or a tablet.
pub struct Phone {
    pub name: String,
    pub folder: PathBuf,
    pub battery: Rc<Battery>,
    pub courier: Courier,
    pub line: Rc<Line>,
}

/// A profile on this phone, by the person it is about.
#[derive(Debug, Clone)]
pub struct Profile {
    pub learner: LearnerId,
    pub name: String,
}

impl Phone {
    /// A phone over what is in this folder.
    pub fn start(name: &str, folder: PathBuf, network: &Rc<Network>, dice: &Dice) -> Self {
        fs::create_dir_all(&folder).expect("a folder");
        let battery = Rc::new(Battery {
            folder: folder.clone(),
            clock: ShiftableClock::at_noon(TODAY),
            core: RefCell::new(None),
            fuse: Cell::new(-1),
        });
        let line = Rc::new(Line::new(network, &battery, name));
        let handle = Handle::new(Direct(Rc::clone(&battery)));
        let rolls = dice.clone();
        let transport: Rc<Line> = Rc::clone(&line);
        Self {
            name: name.to_owned(),
            folder,
            courier: Courier::new(handle, transport, move || rolls.number()),
            battery,
            line,
        }
    }

    /// The battery falls out somewhere in the next requests.
    pub fn light_fuse(&self, requests: usize) {
        self.battery.fuse.set(i64::try_from(requests).unwrap_or(0));
    }

    pub fn put_out_fuse(&self) {
        self.battery.fuse.set(-1);
    }

    pub fn ask<C: Call>(&self, call: C) -> Result<C::Reply, CoreError> {
        let reply = self.battery.with_core(|core| core.answer(call.into_request()))?;
        Ok(C::reply_from(reply).expect("a reply of its own kind"))
    }

    pub fn add(&self, name: &str) -> LearnerId {
        let added = AddLearner {
            name: name.into(),
            avatar: Avatar::Grandmother,
            preferences: Preferences::default(),
        };
        self.ask(added).expect("a profile").id
    }

    /// Profiles that are not deleted.
    pub fn profiles(&self) -> Vec<Profile> {
        let start = self.ask(Start {}).expect("the start");
        let cards = start.learners.into_iter();
        cards
            .map(|card| Profile {
                learner: card.learner.id,
                name: card.learner.name,
            })
            .collect()
    }

    /// Goes on with a lesson in this mode, or begins it.
    pub fn begin(&self, learner: LearnerId, mode: Mode) -> AttemptView {
        let tutorial = TutorialId::from(LESSON);
        self.ask(BeginAttempt {
            learner,
            tutorial,
            mode,
        })
        .expect("begun")
    }

    /// Finishes a lesson: one event.
    pub fn practise(&self, learner: LearnerId, mode: Mode) -> AttemptId {
        let begun = self.begin(learner, mode);
        self.go_on(learner, &begun, usize::MAX);
        begun.id
    }

    /// Does so many steps of a lesson and leaves it, unless that was its end.
    pub fn practise_some(&self, learner: LearnerId, mode: Mode, steps: usize) -> AttemptView {
        let begun = self.begin(learner, mode);
        self.go_on(learner, &begun, steps);
        self.ask(LeaveAttempt { attempt: begun.id }).expect("left");
        begun
    }

    fn go_on(&self, learner: LearnerId, begun: &AttemptView, steps: usize) {
        let tutorial = TutorialId::from(LESSON);
        let view = self
            .ask(OpenTutorial {
                learner,
                tutorial: tutorial.clone(),
            })
            .expect("a tutorial");
        for step in view.steps.iter().skip(begun.at).take(steps) {
            self.ask(RecordStep {
                attempt: begun.id,
                learner,
                tutorial: tutorial.clone(),
                step: step.id.clone(),
                tally: Tally::default(),
            })
            .expect("a step");
        }
    }

    /// The lesson that "Học tiếp" goes on with, and how many steps of it are done.
    pub fn in_progress(&self, learner: LearnerId) -> Option<(Mode, u32)> {
        let home = self.ask(OpenHome { learner }).expect("home");
        let (card, mode) = home.resume?;
        Some((mode, card.in_progress.unwrap_or(0)))
    }

    pub fn progress(&self, learner: LearnerId) -> Progress {
        self.battery
            .with_core(|core| core.store_mut().progress(learner).expect("progress"))
    }

    /// Every attempt finished, as counted on this phone.
    pub fn attempts(&self, learner: LearnerId) -> BTreeSet<AttemptId> {
        attempts(&self.progress(learner))
    }

    pub fn sharing(&self, learner: LearnerId) -> SharingView {
        self.ask(OpenSharing { learner }).expect("sharing")
    }

    /// Puts a copy of everything on the phone into another folder.
    pub fn back_up(&self, to: &Path) {
        self.battery.pull_out();
        copy_folder(&self.folder, to);
    }

    /// Everything on the phone becomes what was backed up.
    pub fn restore(&self, from: &Path) {
        self.battery.pull_out();
        fs::remove_dir_all(&self.folder).expect("the old folder goes");
        copy_folder(from, &self.folder);
    }
}

pub fn attempts(progress: &Progress) -> BTreeSet<AttemptId> {
    let lessons = progress.tutorials.values();
    lessons
        .flat_map(|lesson| lesson.finished.values().flatten().copied())
        .collect()
}

pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
    }
}
