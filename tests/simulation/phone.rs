//! A phone: a folder with a database, the core over it, and a courier.

use super::Dice;
use super::battery::{Battery, Direct};
use super::files::{copy_as_killed, copy_folder};
use super::line::Line;
use super::network::Network;
use cung_tien::core::courier::Courier;
use cung_tien::core::view::{AttemptView, SharingView};
use cung_tien::core::{
    AddLearner, BeginAttempt, Call, CoreError, Handle, LeaveAttempt, OpenHome, OpenSharing, OpenTutorial,
    RecordStep,
};
use cung_tien::domain::ids::{AttemptId, LearnerId, TutorialId};
use cung_tien::domain::learner::{Avatar, Preferences};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::domain::progress::Progress;
use cung_tien::store::event::StoredEvent;
use cung_tien::sync::digest::EventHash;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The day the app was built in these stories.
pub const BUILT: i32 = 20_700;
/// The day they begin.
pub const TODAY: i32 = 20_780;
/// What is practised: the fewest commits for an event.
pub const LESSON: &str = "fake-police-call";

/// Events, by their hashes.
pub type Events = BTreeSet<[u8; 32]>;

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
    /// A phone over what is in this folder, with dice of its own.
    pub fn start(name: &str, folder: PathBuf, network: &Rc<Network>, dice: &Dice) -> Self {
        fs::create_dir_all(&folder).expect("a folder");
        let battery = Rc::new(Battery::new(folder.clone()));
        let line = Rc::new(Line::new(network, &battery, name, dice.fork()));
        let handle = Handle::new(Direct(Rc::clone(&battery)));
        let rolls = dice.fork();
        let transport: Rc<Line> = Rc::clone(&line);
        Self {
            name: name.to_owned(),
            folder,
            courier: Courier::new(handle, transport, move || rolls.number()),
            battery,
            line,
        }
    }

    /// Asks the core, as a screen does; the battery may fall out at any commit.
    pub fn ask<C: Call>(&self, call: C) -> Result<C::Reply, CoreError> {
        let reply = self.battery.call(|core| core.answer(call.into_request()))?;
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

    /// Goes on with a lesson in this mode, or begins it.
    pub fn try_to_begin(&self, learner: LearnerId, mode: Mode) -> Result<AttemptView, CoreError> {
        self.ask(BeginAttempt {
            learner,
            tutorial: TutorialId::from(LESSON),
            mode,
        })
    }

    /// Does so many steps of a lesson and leaves it, unless that was its end.
    pub fn go_on(&self, learner: LearnerId, begun: &AttemptView, steps: usize) -> Result<(), CoreError> {
        let tutorial = TutorialId::from(LESSON);
        let view = self.ask(OpenTutorial {
            learner,
            tutorial: tutorial.clone(),
        })?;
        for step in view.steps.iter().skip(begun.at).take(steps) {
            self.ask(RecordStep {
                attempt: begun.id,
                learner,
                tutorial: tutorial.clone(),
                step: step.id.clone(),
                tally: Tally::default(),
            })?;
        }
        self.ask(LeaveAttempt { attempt: begun.id })
    }

    /// The same with a battery that lasts.
    pub fn begin(&self, learner: LearnerId, mode: Mode) -> AttemptView {
        self.try_to_begin(learner, mode).expect("begun")
    }

    /// Does so many steps of a lesson and leaves it.
    pub fn practise_some(&self, learner: LearnerId, mode: Mode, steps: usize) -> AttemptView {
        let begun = self.begin(learner, mode);
        self.go_on(learner, &begun, steps).expect("left");
        begun
    }

    /// Finishes a lesson: one event.
    pub fn practise(&self, learner: LearnerId, mode: Mode) -> AttemptId {
        self.practise_some(learner, mode, usize::MAX).id
    }

    /// The lesson that "Học tiếp" goes on with, and how many steps of it are done.
    pub fn in_progress(&self, learner: LearnerId) -> Option<(Mode, u32)> {
        let home = self.ask(OpenHome { learner }).expect("home");
        let (card, mode) = home.resume?;
        Some((mode, card.in_progress.unwrap_or(0)))
    }

    /// Profiles that are not deleted.
    pub fn profiles(&self) -> Vec<Profile> {
        let stored = self
            .battery
            .look(|core| core.store_mut().learners().expect("profiles"));
        let here = stored.into_iter().filter(|stored| stored.deleted_on.is_none());
        here.map(|stored| Profile {
            learner: stored.learner.id,
            name: stored.learner.name,
        })
        .collect()
    }

    pub fn progress(&self, learner: LearnerId) -> Progress {
        self.battery
            .look(|core| core.store_mut().progress(learner).expect("progress"))
    }

    /// Every attempt finished, as counted on this phone.
    pub fn attempts(&self, learner: LearnerId) -> BTreeSet<AttemptId> {
        let progress = self.progress(learner);
        let lessons = progress.tutorials.values();
        lessons
            .flat_map(|lesson| lesson.finished.values().flatten().copied())
            .collect()
    }

    /// Every event here of a learner, of whatever kind and from whichever device.
    pub fn events(&self, learner: LearnerId) -> Events {
        let stored = self
            .battery
            .look(|core| core.store_mut().events(learner).expect("events"));
        let hash = |event: &StoredEvent| EventHash::of(&event.bytes).0;
        stored.iter().map(hash).collect()
    }

    pub fn sharing(&self, learner: LearnerId) -> SharingView {
        let answer = self
            .battery
            .look(|core| core.answer(OpenSharing { learner }.into_request()));
        OpenSharing::reply_from(answer.expect("sharing")).expect("a reply of its own kind")
    }

    /// Puts a copy of everything on the phone into another folder, while the app is open.
    pub fn back_up(&self, to: &Path) {
        copy_as_killed(&self.folder, to);
    }

    /// Everything on the phone becomes what was backed up.
    pub fn restore(&self, from: &Path) {
        self.battery.close();
        fs::remove_dir_all(&self.folder).expect("the old folder goes");
        copy_folder(from, &self.folder);
    }
}
