//! Every request the core answers, and the type of its reply.

use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::view::{
    AttemptView, CardView, ExportFile, FinishedView, HomeView, SentAt, SharingView, StartView, StepSaved,
    SyncDone, SyncPlan, Ticks, TutorialView,
};
use crate::domain::ids::{AttemptId, LearnerId, ShareId, StepId, TutorialId};
use crate::domain::learner::{Avatar, Learner, Preferences};
use crate::domain::practice::{Mode, Tally};
use crate::domain::retention::NoFiles;
use crate::sync::pace::Trouble;
use crate::sync::secret::{Bearer, Seed};
use serde::{Deserialize, Serialize};

/// A request with the type of its reply.
pub trait Call: Sized {
    /// What a successful reply holds.
    type Reply;
    /// As one of all requests.
    fn into_request(self) -> Request;
    /// Its reply out of all replies; `None` if it is somebody else's.
    fn reply_from(reply: Reply) -> Option<Self::Reply>;
}

macro_rules! requests {
    ($(
        $(#[$doc:meta])*
        $name:ident $({ $( $(#[$field_doc:meta])* $field:ident : $type:ty ),+ $(,)? })? => $method:ident -> $reply:ty;
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
            pub struct $name { $($( $(#[$field_doc])* pub $field: $type, )+)? }

            impl Call for $name {
                type Reply = $reply;
                fn into_request(self) -> Request {
                    Request::$name(self)
                }
                fn reply_from(reply: Reply) -> Option<$reply> {
                    match reply {
                        Reply::$name(value) => Some(value),
                        _ => None,
                    }
                }
            }
        )+

        /// Any request.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each variant is the request of that name")]
        pub enum Request { $( $name($name), )+ }

        /// Any reply.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each variant answers the request of that name")]
        #[allow(clippy::large_enum_variant, reason = "replies are moved once, not stored")]
        pub enum Reply { $( $name($reply), )+ }

        impl Core {
            /// Answers a request. What a reply says is done is on the disk.
            ///
            /// # Errors
            /// What went wrong, with nothing half done.
            pub fn answer(&mut self, request: Request) -> Result<Reply> {
                match request {
                    $( Request::$name(request) => self.$method(request).map(Reply::$name), )+
                }
            }
        }
    };
}

requests! {
    /// Why nothing is kept here; `None` where it is.
    WhereKept => where_kept -> Option<NoFiles>;
    /// What the first screen needs.
    Start => start -> StartView;
    /// The first start is behind us: remember language, address, size and voice for new profiles.
    FinishFirstStart {
        /// As chosen; what was skipped is as it was.
        preferences: Preferences,
    } => finish_first_start -> ();
    /// The notices of the start were read.
    DismissNotices => dismiss_notices -> ();
    /// Adds a profile.
    AddLearner {
        /// As typed.
        name: String,
        /// Her face.
        avatar: Avatar,
        /// How the app should be for her.
        preferences: Preferences,
    } => add_learner -> Learner;
    /// The guest of this device, made if there is none.
    EnterAsGuest => enter_as_guest -> Learner;
    /// Changes a profile; a guest that gets a name becomes a profile.
    ChangeLearner {
        /// As it should be.
        learner: Learner,
    } => change_learner -> Learner;
    /// Deletes a profile; it can be taken back for 7 days.
    DeleteLearner {
        /// Whom.
        learner: LearnerId,
    } => delete_learner -> ();
    /// Undoes a deletion.
    TakeBackLearner {
        /// Whom.
        learner: LearnerId,
    } => take_back_learner -> ();
    /// Removes a deleted profile for good, now.
    PurgeLearner {
        /// Whom.
        learner: LearnerId,
    } => purge_learner -> ();
    /// Everything this device has of a learner, as a readable file.
    Export {
        /// Whom.
        learner: LearnerId,
    } => export -> ExportFile;
    /// The home screen of a learner.
    OpenHome {
        /// Whose.
        learner: LearnerId,
    } => open_home -> HomeView;
    /// A tutorial in her language and address.
    OpenTutorial {
        /// For whom.
        learner: LearnerId,
        /// Which.
        tutorial: TutorialId,
    } => open_tutorial -> TutorialView;
    /// Goes on with the attempt in progress in this mode, or begins one.
    BeginAttempt {
        /// Who.
        learner: LearnerId,
        /// At what.
        tutorial: TutorialId,
        /// How.
        mode: Mode,
    } => begin_attempt -> AttemptView;
    /// A step was done. The last one finishes the attempt.
    RecordStep {
        /// Which attempt.
        attempt: AttemptId,
        /// Whose, so that a repeated report of a finished attempt is recognised.
        learner: LearnerId,
        /// Of which tutorial.
        tutorial: TutorialId,
        /// The step that was done.
        step: StepId,
        /// Everything counted so far.
        tally: Tally,
    } => record_step -> StepSaved;
    /// She leaves the practice screen for now.
    LeaveAttempt {
        /// Which attempt.
        attempt: AttemptId,
    } => leave_attempt -> ();
    /// The app is put away: what is in progress may go on elsewhere.
    RestAttempts => rest_attempts -> ();
    /// What the finished screen says.
    OpenFinished {
        /// Who.
        learner: LearnerId,
        /// What was finished.
        tutorial: TutorialId,
    } => open_finished -> FinishedView;
    /// Which lines of the checklist are ticked.
    KeepTicks {
        /// Whose.
        learner: LearnerId,
        /// Of which tutorial.
        tutorial: TutorialId,
        /// Which.
        ticked: Ticks,
    } => keep_ticks -> ();
    /// She says that she did it in the real app.
    MarkTried {
        /// Who.
        learner: LearnerId,
        /// What.
        tutorial: TutorialId,
    } => mark_tried -> ();
    /// How her sharing stands.
    OpenSharing {
        /// Whose.
        learner: LearnerId,
    } => open_sharing -> SharingView;
    /// She agrees that her progress is sent, the earlier too.
    GiveConsent {
        /// Who.
        learner: LearnerId,
    } => give_consent -> SharingView;
    /// She takes it back: the server's copy goes, what is here stays. On a device that joined: it leaves.
    WithdrawConsent {
        /// Who.
        learner: LearnerId,
    } => withdraw_consent -> SharingView;
    /// Sharing ended on another device: keep what is here, or delete it with the profile.
    SettleEnded {
        /// Whose.
        learner: LearnerId,
        /// Keep it.
        keep: bool,
    } => settle_ended -> ();
    /// What is on her recovery card.
    OpenCard {
        /// Whose.
        learner: LearnerId,
    } => open_card -> CardView;
    /// A new card is wanted: answers what it will hold. It is not hers before the server knows it.
    PlanCard {
        /// Whose.
        learner: LearnerId,
    } => plan_card -> Seed;
    /// The server knows the new card: the old one is worth nothing.
    RenewCard {
        /// Whose.
        learner: LearnerId,
    } => renew_card -> CardView;
    /// A learner comes in from another device, with a code or with her card.
    WelcomeLearner {
        /// As typed here: names do not travel.
        name: String,
        /// Her face here.
        avatar: Avatar,
        /// How the app should be for her here.
        preferences: Preferences,
        /// What the server let this device into.
        share: ShareId,
        /// What the card holds, if it was one.
        seed: Option<Seed>,
    } => welcome_learner -> Learner;
    /// What time it will be here after a while, to tell her until when something is good.
    TellTime {
        /// So many seconds from now.
        seconds: u32,
    } => tell_time -> SentAt;
    /// The bearer of this device, made if there is none.
    OpenDoor => open_door -> Bearer;
    /// The server knows this device now.
    NoteEnrolled => note_enrolled -> ();
    /// What to send next.
    PrepareSync {
        /// She asked for it: no pause but the server's own.
        by_hand: bool,
        /// The app has just started: the pause of a device that had no network then is over.
        at_start: bool,
    } => prepare_sync -> SyncPlan;
    /// Takes the server's answer into account; `None` if it cannot be understood.
    ApplySync {
        /// What was asked, as [`SyncPlan::Send`] has it.
        asked: String,
        /// The answer, as it came.
        reply: String,
    } => apply_sync -> Option<SyncDone>;
    /// A try failed; answers the milliseconds to wait.
    NoteSyncFailure {
        /// Why.
        trouble: Trouble,
        /// Seconds the server asked to wait.
        retry_after: Option<u32>,
        /// Any random number.
        dice: u32,
    } => note_sync_failure -> u64;
}

impl Request {
    /// Whether it may be asked twice: nothing is done by it, or the second time is recognised. Only such a request is
    /// sent again when nobody knows whether the first one was answered.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        matches!(
            self,
            Self::WhereKept(_)
                | Self::Start(_)
                | Self::Export(_)
                | Self::OpenHome(_)
                | Self::OpenTutorial(_)
                | Self::BeginAttempt(_)
                | Self::RecordStep(_)
                | Self::LeaveAttempt(_)
                | Self::RestAttempts(_)
                | Self::OpenFinished(_)
                | Self::KeepTicks(_)
                | Self::OpenSharing(_)
                | Self::OpenCard(_)
                | Self::TellTime(_)
                | Self::PrepareSync(_)
        )
    }
}
