//! The home screen: one thing to go on with, what is due, and everything else by system.

use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::request::OpenHome;
use crate::core::resume::Resumable;
use crate::core::view::{HomeView, LessonCard, LessonGroup};
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::learner::Learner;
use crate::domain::progress::{Progress, Standing};
use crate::domain::review;
use crate::domain::tutorial::System;
use crate::store::setting::Setting;
use crate::store::tutorial::Listed;
use std::collections::BTreeMap;

/// Most reviews shown in a day: a longer list would weigh on her.
const REVIEWS_A_DAY: usize = 3;

impl Core {
    pub(super) fn open_home(&mut self, request: OpenHome) -> Result<HomeView> {
        let learner = self.store.learner(request.learner)?;
        let last: Option<LearnerId> = self.store.setting(Setting::LastLearner)?;
        if last != Some(learner.id) {
            self.store.set_setting(Setting::LastLearner, &learner.id)?;
        }
        let progress = self.store.progress(learner.id)?;
        let resumable = self.resumable(learner.id, &progress)?;
        let lessons = self.lessons(&learner, &progress, &resumable)?;
        let find = |tutorial: &TutorialId| lessons.iter().find(|(_, lesson)| lesson.tutorial == *tutorial);
        let latest = resumable.latest(|tutorial| find(tutorial).is_some());
        let resume = latest.and_then(|attempt| {
            let (_, card) = find(&attempt.tutorial)?;
            Some((card.clone(), attempt.mode))
        });
        let next = match resume {
            Some(_) => None,
            None => Self::next_lesson(&lessons, None),
        };
        Ok(HomeView {
            reviews: self.reviews(&lessons, &progress),
            groups: grouped(lessons),
            learner,
            resume,
            next,
        })
    }

    /// Every lesson in the order of the home screen, with its system.
    pub(super) fn lessons(
        &self,
        learner: &Learner,
        progress: &Progress,
        resumable: &Resumable,
    ) -> Result<Vec<(System, LessonCard)>> {
        let preferences = learner.preferences;
        let titles = self
            .store
            .word_of_each("title", preferences.lang, preferences.address)?;
        let mut lessons = Vec::new();
        for listed in self.store.tutorials()? {
            let card = card(&listed, progress, resumable, &titles);
            lessons.push((listed.header.system, card));
        }
        Ok(lessons)
    }

    /// The first lesson she has not yet done alone, other than `done`.
    pub(super) fn next_lesson(
        lessons: &[(System, LessonCard)],
        done: Option<&TutorialId>,
    ) -> Option<LessonCard> {
        lessons
            .iter()
            .map(|(_, lesson)| lesson)
            .find(|lesson| lesson.standing < Standing::Alone && Some(&lesson.tutorial) != done)
            .cloned()
    }

    fn reviews(&self, lessons: &[(System, LessonCard)], progress: &Progress) -> Vec<LessonCard> {
        let today = self.today();
        let mut due: Vec<_> = lessons
            .iter()
            .filter_map(|(_, lesson)| {
                let state = progress.tutorials.get(&lesson.tutorial)?;
                let day = review::due_on(state, today)?;
                (day <= today && lesson.in_progress.is_none()).then_some((day, lesson))
            })
            .collect();
        due.sort_by_key(|(day, _)| *day);
        due.into_iter()
            .take(REVIEWS_A_DAY)
            .map(|(_, lesson)| lesson.clone())
            .collect()
    }
}

fn card(
    listed: &Listed,
    progress: &Progress,
    resumable: &Resumable,
    titles: &BTreeMap<TutorialId, String>,
) -> LessonCard {
    let id = &listed.header.id;
    let state = progress.tutorials.get(id).cloned().unwrap_or_default();
    let steps_done = resumable.at(id).map(|attempt| attempt.steps_done);
    LessonCard {
        tutorial: id.clone(),
        title: titles.get(id).cloned().unwrap_or_else(|| id.to_string()),
        minutes: listed.header.minutes,
        standing: state.standing(),
        next_mode: state.next_mode(),
        steps: listed.steps,
        in_progress: steps_done.filter(|done| *done > 0),
    }
}

fn grouped(lessons: Vec<(System, LessonCard)>) -> Vec<LessonGroup> {
    let mut groups: Vec<LessonGroup> = Vec::new();
    for (system, lesson) in lessons {
        match groups.last_mut() {
            Some(group) if group.system == system => group.lessons.push(lesson),
            _ => groups.push(LessonGroup {
                system,
                lessons: vec![lesson],
            }),
        }
    }
    groups
}
