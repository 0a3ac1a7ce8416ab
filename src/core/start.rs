//! The first screen: who is learning, and what the app owes an honest word about.

use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::request::{DismissNotices, FinishFirstStart, Start};
use crate::core::view::{DeletedCard, LearnerCard, Notice, StartView};
use crate::domain::consent::ShareStanding;
use crate::domain::learner::{Learner, LearnerKind, Preferences};
use crate::domain::review;
use crate::store::learner::DAYS_TO_TAKE_BACK;
use crate::store::setting::Setting;

impl Core {
    pub(super) fn start(&mut self, _: Start) -> Result<StartView> {
        let today = self.today();
        let mut learners = Vec::new();
        let mut deleted = Vec::new();
        for stored in self.store.learners()? {
            match stored.deleted_on {
                None if stored.learner.kind == LearnerKind::Profile => {
                    learners.push(self.learner_card(stored.learner)?);
                }
                Some(day) => {
                    let share = self.store.share(stored.learner.id)?;
                    let open = share.filter(|share| share.standing == ShareStanding::Open);
                    deleted.push(DeletedCard {
                        learner: stored.learner,
                        days_left: (DAYS_TO_TAKE_BACK - today.days_since(day)).clamp(0, DAYS_TO_TAKE_BACK),
                        sharing: open.map(|share| share.role),
                    });
                }
                None => {}
            }
        }
        let done: bool = self.store.setting(Setting::FirstStartDone)?.unwrap_or(false);
        Ok(StartView {
            first_start: !done && learners.is_empty(),
            preferences: self.first_preferences()?,
            learners,
            deleted,
            last: self.store.setting(Setting::LastLearner)?,
            notices: self.notices()?,
            build: self.environment.build.clone(),
            built_on: self.environment.built_on,
            pack: self.store.pack()?.map_or(0, |pack| pack.version),
        })
    }

    pub(super) fn first_preferences(&self) -> Result<Preferences> {
        Ok(self.store.setting(Setting::FirstPreferences)?.unwrap_or_default())
    }

    fn learner_card(&self, learner: Learner) -> Result<LearnerCard> {
        let preferences = learner.preferences;
        let titles = self
            .store
            .word_of_each("title", preferences.lang, preferences.address)?;
        let today = self.today();
        let progress = self.store.progress(learner.id)?;
        let resumable = self.resumable(learner.id, &progress)?;
        let latest = resumable.latest(|tutorial| titles.contains_key(tutorial));
        let doing = latest.and_then(|attempt| titles.get(&attempt.tutorial).cloned());
        let due = progress
            .tutorials
            .iter()
            .filter(|(id, state)| titles.contains_key(id) && review::is_due(state, today))
            .count();
        Ok(LearnerCard { learner, doing, due })
    }

    fn notices(&self) -> Result<Vec<Notice>> {
        let moved: Option<Option<String>> = self.store.setting(Setting::MovedAside)?;
        let mut notices: Vec<Notice> = moved.flatten().map(Notice::MovedAside).into_iter().collect();
        for (name, reason) in self.store.left_out()? {
            notices.push(Notice::LeftOut { name, reason });
        }
        Ok(notices)
    }

    pub(super) fn dismiss_notices(&mut self, _: DismissNotices) -> Result<()> {
        Ok(self
            .store
            .set_setting(Setting::MovedAside, &Option::<String>::None)?)
    }

    pub(super) fn finish_first_start(&mut self, request: FinishFirstStart) -> Result<()> {
        self.store
            .set_setting(Setting::FirstPreferences, &request.preferences)?;
        Ok(self.store.set_setting(Setting::FirstStartDone, &true)?)
    }
}
