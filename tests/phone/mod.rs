//! A phone with a real database in a folder of its own, and a clock that can be moved.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use cung_tien::core::view::{AttemptView, HomeView, StepSaved, TutorialView};
use cung_tien::core::{
    AddLearner, BeginAttempt, Call, Core, CoreError, Environment, OpenHome, OpenTutorial, RecordStep,
};
use cung_tien::domain::day::LearningDay;
use cung_tien::domain::event::EventRef;
use cung_tien::domain::ids::{LearnerId, TutorialId};
use cung_tien::domain::learner::{Avatar, Learner, Preferences};
use cung_tien::domain::practice::{Mode, Tally};
use cung_tien::platform::bundled;
use cung_tien::platform::clock::ShiftableClock;
use cung_tien::store::files::Folder;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The day the app was built in these tests.
pub const BUILT: i32 = 20_700;
/// The day the tests begin.
pub const TODAY: i32 = 20_780;

pub struct Phone {
    pub folder: TempDir,
    pub clock: ShiftableClock,
    pub pack: Vec<u8>,
    core: Option<Core>,
}

impl Phone {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            clock: ShiftableClock::at_noon(TODAY),
            pack: bundled::PACK.to_vec(),
            core: None,
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn database(&self) -> PathBuf {
        self.path().join("cung-tien.db")
    }

    fn environment(&self) -> Environment {
        Environment {
            files: Box::new(Folder(self.path().to_owned())),
            clock: Box::new(self.clock.clone()),
            pack: Cow::Owned(self.pack.clone()),
            built_on: LearningDay(BUILT),
            build: "test".into(),
        }
    }

    /// Starts the app if it is not running.
    pub fn start(&mut self) -> Result<&mut Core, CoreError> {
        if self.core.is_none() {
            self.core = Some(Core::open(self.environment()).map_err(|(_, error)| error)?);
        }
        Ok(self.core.as_mut().expect("just opened"))
    }

    /// Ends the app; the next request starts it again.
    pub fn stop(&mut self) {
        self.core = None;
    }

    pub fn core(&mut self) -> &mut Core {
        self.start().expect("the app starts")
    }

    pub fn ask<C: Call>(&mut self, call: C) -> Result<C::Reply, CoreError> {
        let reply = self.start()?.answer(call.into_request())?;
        Ok(C::reply_from(reply).expect("a reply of its own kind"))
    }

    pub fn get<C: Call>(&mut self, call: C) -> C::Reply {
        self.ask(call).expect("the core answers")
    }

    pub fn add(&mut self, name: &str) -> Learner {
        self.get(AddLearner {
            name: name.into(),
            avatar: Avatar::Grandmother,
            preferences: Preferences::default(),
        })
    }

    pub fn home(&mut self, learner: LearnerId) -> HomeView {
        self.get(OpenHome { learner })
    }

    pub fn tutorial(&mut self, learner: LearnerId, tutorial: &str) -> TutorialView {
        self.get(OpenTutorial {
            learner,
            tutorial: tutorial.into(),
        })
    }

    pub fn begin(&mut self, learner: LearnerId, tutorial: &str, mode: Mode) -> AttemptView {
        self.get(BeginAttempt {
            learner,
            tutorial: tutorial.into(),
            mode,
        })
    }

    /// Reports the step with this index as done.
    pub fn step(
        &mut self,
        learner: LearnerId,
        tutorial: &str,
        attempt: &AttemptView,
        index: usize,
        tally: Tally,
    ) -> Result<StepSaved, CoreError> {
        let tutorial = TutorialId::from(tutorial);
        let view = self.ask(OpenTutorial {
            learner,
            tutorial: tutorial.clone(),
        })?;
        self.ask(RecordStep {
            attempt: attempt.id,
            learner,
            tutorial,
            step: view.steps[index].id.clone(),
            tally,
        })
    }

    /// Goes through a whole tutorial.
    pub fn finish(&mut self, learner: LearnerId, tutorial: &str, mode: Mode, tally: Tally) {
        let attempt = self.begin(learner, tutorial, mode);
        let total = self.tutorial(learner, tutorial).steps.len();
        for index in attempt.at..total {
            let saved = self
                .step(learner, tutorial, &attempt, index, tally)
                .expect("the step is saved");
            assert_eq!(saved.finished, index + 1 == total);
        }
    }

    /// The events of a learner, as text.
    pub fn events(&mut self, learner: LearnerId) -> Vec<(EventRef, String)> {
        let stored = self.core().store_mut().events(learner).expect("events");
        stored
            .into_iter()
            .map(|e| (e.place, String::from_utf8_lossy(&e.bytes).into_owned()))
            .collect()
    }
}
