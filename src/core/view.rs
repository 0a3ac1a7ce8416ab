//! What the core tells the screens: plain data, every sentence already in the learner's words.

use crate::domain::consent::{Role, ShareStanding};
use crate::domain::day::LearningDay;
use crate::domain::ids::{AttemptId, ElementId, LearnerId, ShareId, StepId, TutorialId};
use crate::domain::learner::{Learner, Preferences};
use crate::domain::practice::{Mode, Tally};
use crate::domain::progress::Standing;
use crate::domain::tutorial::{System, Tutorial};
use crate::sync::pace::Trouble;
use crate::sync::secret::Bearer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One profile on the "who is learning" screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnerCard {
    /// The profile.
    pub learner: Learner,
    /// Title of the tutorial in progress.
    pub doing: Option<String>,
    /// How many reviews are due today.
    pub due: usize,
}

/// A deleted profile that can still be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletedCard {
    /// The profile.
    pub learner: Learner,
    /// For so many more days.
    pub days_left: i32,
    /// What this device is to her, if she shares: removing her for good ends that too.
    pub sharing: Option<Role>,
}

/// Something the app owes an honest word about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// The database was damaged; it lies aside under this name, and what could be read was kept.
    MovedAside(String),
    /// A tutorial of the pack is broken and was left out.
    LeftOut {
        /// Its id.
        name: String,
        /// Why, in the checker's words.
        reason: String,
    },
}

/// What the first screen needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartView {
    /// Nobody has used the app on this device yet.
    pub first_start: bool,
    /// For screens before anybody is chosen.
    pub preferences: Preferences,
    /// Who can be chosen.
    pub learners: Vec<LearnerCard>,
    /// Who was deleted lately.
    pub deleted: Vec<DeletedCard>,
    /// Who learnt last.
    pub last: Option<LearnerId>,
    /// Honest words owed.
    pub notices: Vec<Notice>,
    /// Name of this build.
    pub build: String,
    /// Day of this build.
    pub built_on: LearningDay,
    /// Version of the installed content.
    pub pack: u32,
}

/// A tutorial as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonCard {
    /// Which.
    pub tutorial: TutorialId,
    /// Its title.
    pub title: String,
    /// How long it takes.
    pub minutes: u8,
    /// Where she stands with it.
    pub standing: Standing,
    /// The mode to offer.
    pub next_mode: Mode,
    /// How many steps it has.
    pub steps: u32,
    /// Steps done of the attempt in progress, if there is one.
    pub in_progress: Option<u32>,
}

/// The tutorials of one system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonGroup {
    /// Which system.
    pub system: System,
    /// In order.
    pub lessons: Vec<LessonCard>,
}

/// The home screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    /// Whose.
    pub learner: Learner,
    /// What she was in the middle of.
    pub resume: Option<(LessonCard, Mode)>,
    /// What to begin, if she was in the middle of nothing.
    pub next: Option<LessonCard>,
    /// Due today, longest overdue first, at most three.
    pub reviews: Vec<LessonCard>,
    /// Everything, by system.
    pub groups: Vec<LessonGroup>,
}

/// The words of one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepWords {
    /// Which.
    pub id: StepId,
    /// The instruction.
    pub say: String,
    /// The instruction as spoken.
    pub spoken: String,
    /// The hint.
    pub hint: String,
    /// The gentle word for any wrong tap.
    pub wrong: String,
    /// … and for particular elements.
    pub wrong_on: BTreeMap<ElementId, String>,
}

/// An attempt in progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttemptView {
    /// Which.
    pub id: AttemptId,
    /// How.
    pub mode: Mode,
    /// The index of the step to go on with.
    pub at: usize,
    /// Counted so far.
    pub tally: Tally,
}

/// A tutorial in the learner's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TutorialView {
    /// Structure, with every text on the screens filled in.
    pub tutorial: Tutorial,
    /// Title.
    pub title: String,
    /// What she will be able to do.
    pub goal: String,
    /// One thing to keep in mind.
    pub remember: String,
    /// The way without a phone.
    pub without_phone: String,
    /// Which old names or closed services it stands in for, and what to use now.
    pub renamed: Option<String>,
    /// Why nobody vouches for the labels, if so.
    pub unverified: Option<String>,
    /// The *Làm thật* checklist.
    pub real: Vec<String>,
    /// The lines of it that she ticked.
    pub ticked: Ticks,
    /// The steps' words, in order.
    pub steps: Vec<StepWords>,
    /// Where she stands.
    pub standing: Standing,
    /// The mode to offer.
    pub next_mode: Mode,
    /// The attempt in progress.
    pub attempt: Option<AttemptView>,
    /// Whether she said she did it for real.
    pub tried: bool,
}

/// The ticked lines of a checklist, by their place. No checklist has more than 64 lines; a later one is never ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ticks(u64);

impl Ticks {
    /// Whether this line is ticked.
    #[must_use]
    pub fn has(self, line: usize) -> bool {
        self.0 & Self::bit(line) != 0
    }

    /// With this line ticked if it was not, and the other way round.
    #[must_use]
    pub fn toggled(self, line: usize) -> Self {
        Self(self.0 ^ Self::bit(line))
    }

    fn bit(line: usize) -> u64 {
        u32::try_from(line)
            .ok()
            .and_then(|line| 1_u64.checked_shl(line))
            .unwrap_or(0)
    }
}

/// A committed step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepSaved {
    /// How many steps are done now.
    pub steps_done: u32,
    /// Whether that was all of them.
    pub finished: bool,
}

/// The finished screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedView {
    /// Which tutorial.
    pub tutorial: TutorialId,
    /// Its title.
    pub title: String,
    /// What she did, on the practice screen.
    pub can_do: String,
    /// One thing to keep in mind.
    pub remember: String,
    /// Where she stands now.
    pub standing: Standing,
    /// The mode to go on with.
    pub next_mode: Mode,
    /// Days until the next review.
    pub review_in: Option<i32>,
    /// Another tutorial to go on with.
    pub next: Option<LessonCard>,
    /// Whether there is a *Làm thật* checklist.
    pub has_checklist: bool,
}

/// A file to be saved by the learner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportFile {
    /// Suggested name.
    pub name: String,
    /// Contents: JSON.
    pub text: String,
}

/// What the device should do next about the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncPlan {
    /// Nobody shares, and nothing is left to say.
    Nothing,
    /// Not yet.
    Later {
        /// So many milliseconds to wait.
        millis: u64,
    },
    /// Enrol this device first.
    Enrol {
        /// With this.
        bearer: Bearer,
    },
    /// Send this.
    Send {
        /// As this device.
        bearer: Bearer,
        /// A [`crate::sync::wire::SyncRequest`] as it goes out: nobody on the way has to understand it.
        request: String,
        /// What an answer to it must speak of, for [`crate::core::ApplySync`].
        asked: String,
        /// Events in it.
        sending: usize,
        /// Events for which there was no room in it.
        left_over: usize,
    },
}

/// What an answer of the server led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncDone {
    /// There is more to send or to fetch: go on at once.
    pub again: bool,
    /// Events not yet known to be on the server.
    pub waiting: u64,
}

/// A time of day in the learner's own time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentAt {
    /// The day.
    pub day: LearningDay,
    /// It was today.
    pub today: bool,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
}

/// How a learner's sharing stands, for the calm line and its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharingView {
    /// Whose.
    pub learner: Learner,
    /// Her share; `None` if she never agreed, or took it back.
    pub share: Option<ShareView>,
    /// Ends of sharing, hers or others', that the server has not heard of yet.
    pub endings_waiting: usize,
}

/// A learner's share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareView {
    /// The only name the server knows her by.
    pub share: ShareId,
    /// What this device is to her.
    pub role: Role,
    /// How it stands.
    pub standing: ShareStanding,
    /// The day on which it began here.
    pub since: LearningDay,
    /// Different lessons with something not yet sent.
    pub unsent_lessons: usize,
    /// Events not yet sent.
    pub unsent_events: u64,
    /// Events that the server will never take: they stay on the device, and in the export.
    pub rejected: usize,
    /// When everything was last known to be sent.
    pub sent_at: Option<SentAt>,
    /// Why the last try failed, if it did.
    pub trouble: Option<Trouble>,
    /// The server asked for peace until then, also from what is sent by hand.
    pub wait_until: Option<SentAt>,
}

/// A recovery card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardView {
    /// Whose.
    pub learner: Learner,
    /// The words, in order.
    pub words: Vec<String>,
    /// A new card was begun and the server may know it already: these words may be worth nothing until it is finished.
    pub unfinished: bool,
}
