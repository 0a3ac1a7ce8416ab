//! Profiles: add, change, delete, take back.

use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::{
    AddLearner, ChangeLearner, DeleteLearner, EnterAsGuest, PurgeLearner, TakeBackLearner,
};
use crate::domain::ids::LearnerId;
use crate::domain::learner::{Avatar, Learner, LearnerKind};
use crate::domain::name::tidy_name;

impl Core {
    pub(super) fn add_learner(&mut self, request: AddLearner) -> Result<Learner> {
        let learner = Learner {
            id: LearnerId::random(),
            kind: LearnerKind::Profile,
            name: tidy_name(&request.name).ok_or(CoreError::EmptyName)?,
            avatar: request.avatar,
            preferences: request.preferences,
        };
        self.store.add_learner(&learner)?;
        Ok(learner)
    }

    pub(super) fn enter_as_guest(&mut self, _: EnterAsGuest) -> Result<Learner> {
        let here = self
            .store
            .learners()?
            .into_iter()
            .find(|stored| stored.learner.kind == LearnerKind::Guest && stored.deleted_on.is_none());
        if let Some(stored) = here {
            return Ok(stored.learner);
        }
        let guest = Learner {
            id: LearnerId::random(),
            kind: LearnerKind::Guest,
            name: String::new(),
            avatar: Avatar::Lotus,
            preferences: self.first_preferences()?,
        };
        self.store.add_learner(&guest)?;
        Ok(guest)
    }

    pub(super) fn change_learner(&mut self, request: ChangeLearner) -> Result<Learner> {
        let before = self.store.learner(request.learner.id)?;
        let name = tidy_name(&request.learner.name);
        let learner = match (before.kind, name) {
            (LearnerKind::Profile, None) => return Err(CoreError::EmptyName),
            (LearnerKind::Guest, None) => Learner {
                kind: LearnerKind::Guest,
                name: String::new(),
                ..request.learner
            },
            (_, Some(name)) => Learner {
                kind: LearnerKind::Profile,
                name,
                ..request.learner
            },
        };
        self.store.update_learner(&learner)?;
        Ok(learner)
    }

    pub(super) fn delete_learner(&mut self, request: DeleteLearner) -> Result<()> {
        let today = self.today();
        Ok(self.store.delete_learner(request.learner, today)?)
    }

    pub(super) fn take_back_learner(&mut self, request: TakeBackLearner) -> Result<()> {
        Ok(self.store.take_back_learner(request.learner)?)
    }

    pub(super) fn purge_learner(&mut self, request: PurgeLearner) -> Result<()> {
        Ok(self.store.purge_learner(request.learner)?)
    }
}
