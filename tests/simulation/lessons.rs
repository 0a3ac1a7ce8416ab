//! Lessons in a story.

use super::phone::{LESSON, Profile};
use super::story::Story;
use cung_tien::core::{CoreError, MarkTried};
use cung_tien::domain::ids::TutorialId;
use cung_tien::domain::practice::Mode;

/// `None` if the battery fell out; nothing else may go wrong.
fn unless_dead<T>(answer: Result<T, CoreError>) -> Option<T> {
    match answer {
        Ok(answer) => Some(answer),
        Err(CoreError::Crashed) => None,
        Err(error) => panic!("a lesson fails: {error}"),
    }
}

impl Story {
    pub fn practise(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let modes = [Mode::Watch, Mode::Guided, Mode::Alone];
        let times = 1 + if self.dice.once_in(8) {
            8
        } else {
            self.dice.below(2)
        };
        for _ in 0..times {
            let mode = modes[self.dice.below(modes.len())];
            let steps = if self.dice.once_in(5) {
                1 + self.dice.below(2)
            } else {
                usize::MAX
            };
            self.practise_once(phone, &profile, mode, steps);
        }
        if self.dice.once_in(5) {
            let tried = self.phones[phone].ask(MarkTried {
                learner: profile.learner,
                tutorial: TutorialId::from(LESSON),
            });
            let told = unless_dead(tried).is_some();
            self.note(format!("{phone}: {} tried it for real: {told}", profile.name));
        }
    }

    fn practise_once(&mut self, phone: usize, profile: &Profile, mode: Mode, steps: usize) {
        let Some(begun) = unless_dead(self.phones[phone].try_to_begin(profile.learner, mode)) else {
            self.note(format!("{phone}: the lesson of {} does not begin", profile.name));
            return;
        };
        let told = unless_dead(self.phones[phone].go_on(profile.learner, &begun, steps)).is_some();
        // With a dead battery she does not know; what was committed counts.
        let finished = self.phones[phone].attempts(profile.learner).contains(&begun.id);
        assert!(finished || !told || steps != usize::MAX, "it is finished");
        if finished {
            let done = self.done.entry(profile.name.clone()).or_default();
            done.insert(begun.id);
        }
        self.note(format!(
            "{phone}: {} at {} in {mode:?}: finished: {finished}, told: {told}",
            profile.name, begun.id
        ));
    }
}
