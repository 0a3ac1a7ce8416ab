//! The values the practice machine works on.

use crate::domain::ids::{ElementId, ScreenId, StepId};
use crate::domain::tutorial::{Action, Tutorial};
use serde::{Deserialize, Serialize};

/// How a tutorial is gone through: I do, we do, you do, and again later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// *Xem*: the app plays the steps itself.
    Watch,
    /// *Làm theo*: the target glows.
    Guided,
    /// *Tự làm*: alone, with help on request.
    Alone,
    /// *Ôn lại*: alone, on a later day.
    Review,
}

impl Mode {
    /// Every mode, in the order they are learnt in.
    pub const ALL: [Self; 4] = [Self::Watch, Self::Guided, Self::Alone, Self::Review];

    /// Whether the learner finds the target herself.
    #[must_use]
    pub const fn is_unaided(self) -> bool {
        matches!(self, Self::Alone | Self::Review)
    }
}

/// A word that names no mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a way to practise")]
pub struct UnknownMode;

impl std::fmt::Display for Mode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Watch => "watch",
            Self::Guided => "guided",
            Self::Alone => "alone",
            Self::Review => "review",
        })
    }
}

impl std::str::FromStr for Mode {
    type Err = UnknownMode;
    fn from_str(word: &str) -> Result<Self, UnknownMode> {
        Self::ALL
            .into_iter()
            .find(|mode| mode.to_string() == word)
            .ok_or(UnknownMode)
    }
}

/// What is counted in a run. Near misses are kept apart: they are the finger's, not the learner's.
///
/// Written as `[mistakes, near_misses, hints]`: three numbers side by side compress better than three fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(from = "WrittenTally", into = "[u32; 3]")]
pub struct Tally {
    /// Taps on something else, and wrong keys.
    pub mistakes: u32,
    /// Taps within [`super::NEAR_PIXELS`] of the target.
    pub near_misses: u32,
    /// Hints asked for, and times the target showed itself.
    pub hints: u32,
}

/// A tally as it is read. The first builds wrote it by name.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenTally {
    Numbers([u32; 3]),
    Named {
        mistakes: u32,
        near_misses: u32,
        hints: u32,
    },
}

impl From<WrittenTally> for Tally {
    fn from(written: WrittenTally) -> Self {
        let (WrittenTally::Numbers([mistakes, near_misses, hints])
        | WrittenTally::Named {
            mistakes,
            near_misses,
            hints,
        }) = written;
        Self {
            mistakes,
            near_misses,
            hints,
        }
    }
}

impl From<Tally> for [u32; 3] {
    fn from(tally: Tally) -> Self {
        [tally.mistakes, tally.near_misses, tally.hints]
    }
}

/// A step as the machine needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// Which step.
    pub id: StepId,
    /// On which screen.
    pub screen: ScreenId,
    /// What to do.
    pub action: Action,
}

/// The steps of one tutorial, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The steps.
    pub steps: Vec<PlanStep>,
}

impl Plan {
    /// The plan of a tutorial.
    #[must_use]
    pub fn of(tutorial: &Tutorial) -> Self {
        let steps = tutorial.steps.iter().map(|step| PlanStep {
            id: step.id.clone(),
            screen: step.screen.clone(),
            action: step.action.clone(),
        });
        Self {
            steps: steps.collect(),
        }
    }

    /// Where to go on after `last_done`: by the step's stable id; if a content update removed it, by the
    /// number of steps done, so that nobody is sent back to the start.
    #[must_use]
    pub fn resume_at(&self, last_done: Option<&StepId>, steps_done: usize) -> usize {
        last_done
            .and_then(|id| self.steps.iter().position(|step| step.id == *id))
            .map_or_else(
                || steps_done.min(self.steps.len().saturating_sub(1)),
                |index| index + 1,
            )
    }
}

/// Where a finger came down on the simulated screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tap {
    /// On this element.
    On(ElementId),
    /// On nothing.
    Nothing,
}

/// What the screen tells the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A tap; `near` if it fell within [`super::NEAR_PIXELS`] of the target without hitting it.
    Tap {
        /// What was hit.
        on: Tap,
        /// Close to the target.
        near: bool,
    },
    /// One of our own keys.
    Key {
        /// Its letter or figure.
        letter: char,
        /// Close to the right key.
        near: bool,
    },
    /// The erasing key.
    Erase,
    /// "Điền chữ mẫu".
    FillSample,
    /// "Gợi ý".
    Hint,
    /// The element came into view by going down the screen.
    Scrolled(ElementId),
    /// The next step, please (watching only).
    Next,
    /// "Quay lại".
    Back,
    /// The step is committed.
    Saved,
    /// The step could not be committed.
    SaveFailed,
    /// "Thử lại" after a failed commit.
    Retry,
}

/// What the machine asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Commit this step, then send [`Input::Saved`] or [`Input::SaveFailed`].
    Commit {
        /// The step that was done.
        step: StepId,
        /// Everything counted so far.
        tally: Tally,
    },
    /// Read the current step's instruction aloud.
    SayStep,
    /// Read the feedback aloud.
    SayFeedback,
    /// Go back to where the run was started from.
    Leave,
    /// The tutorial is finished and everything is committed.
    Finish,
}

/// What the learner is being told about her last input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feedback {
    /// "Gần đúng rồi": close to the target.
    Near,
    /// A gentle word about the wrong element, if the tutorial has one for it.
    Wrong(Option<ElementId>),
    /// A wrong key: the next letter is this one.
    WrongKey(char),
    /// Two misses: the step's hint in words.
    Nudge,
    /// The hint she asked for.
    Hint,
    /// The target shows itself.
    Shown,
    /// She taps while the app is showing.
    JustWatch,
}

/// Where a run is with respect to the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Waiting for the learner.
    Active,
    /// Waiting for the commit of the current step.
    Saving,
    /// The commit failed; waiting for "Thử lại".
    NotSaved,
    /// All steps done and committed.
    Finished,
}

/// One run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// How it is gone through.
    pub mode: Mode,
    /// Index of the current step; equal to the number of steps once finished.
    pub at: usize,
    /// How many letters of the sample are entered.
    pub entered: usize,
    /// Whether the field of a typing step has been tapped, so that the keys are shown.
    pub keys_open: bool,
    /// Misses on this step.
    pub misses: u8,
    /// Whether the target shows itself on this step.
    pub target_shown: bool,
    /// Counted over the whole run.
    pub tally: Tally,
    /// With respect to the storage.
    pub phase: Phase,
    /// About the last input.
    pub feedback: Option<Feedback>,
    /// Input before this moment is ignored.
    pub quiet_until: u64,
}

impl Run {
    /// A run that goes on at step `at` with what was counted before.
    #[must_use]
    pub fn start(plan: &Plan, mode: Mode, at: usize, tally: Tally, now: u64) -> Self {
        Self {
            mode,
            at: at.min(plan.steps.len()),
            entered: 0,
            keys_open: false,
            misses: 0,
            target_shown: false,
            tally,
            phase: if at >= plan.steps.len() {
                Phase::Finished
            } else {
                Phase::Active
            },
            feedback: None,
            quiet_until: now.saturating_add(super::QUIET_MILLIS),
        }
    }

    /// The step it is at, unless finished.
    #[must_use]
    pub fn step<'p>(&self, plan: &'p Plan) -> Option<&'p PlanStep> {
        plan.steps.get(self.at)
    }

    /// Whether the target glows.
    #[must_use]
    pub fn glows(&self) -> bool {
        self.target_shown || matches!(self.mode, Mode::Guided | Mode::Watch)
    }
}
