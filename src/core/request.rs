//! Every request the core answers, and the type of its reply.

use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::view::{
    AttemptView, ExportFile, FinishedView, HomeView, StartView, StepSaved, TutorialView,
};
use crate::domain::ids::{AttemptId, LearnerId, StepId, TutorialId};
use crate::domain::learner::{Avatar, Learner, Preferences};
use crate::domain::practice::{Mode, Tally};
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
    /// What the first screen needs.
    Start => start -> StartView;
    /// The first start is behind us: remember language, address, size and voice for new profiles.
    FinishFirstStart {
        /// As chosen, or the defaults if skipped.
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
    /// What the finished screen says.
    OpenFinished {
        /// Who.
        learner: LearnerId,
        /// What was finished.
        tutorial: TutorialId,
    } => open_finished -> FinishedView;
    /// She says that she did it in the real app.
    MarkTried {
        /// Who.
        learner: LearnerId,
        /// What.
        tutorial: TutorialId,
    } => mark_tried -> ();
}
