//! The screens, one file each.

mod about;
mod checklist;
mod failure;
mod finished;
mod first_start;
mod gallery;
mod home;
mod intro;
mod moved_away;
mod new_learner;
mod nowhere;
mod open_in_browser;
mod practice;
mod settings;
mod who;

pub use about::About;
pub use checklist::ChecklistScreen;
pub use failure::Failure;
pub use finished::Finished;
pub use first_start::{FirstStart, Question};
pub use gallery::GalleryScreen;
pub use home::Home;
pub use intro::Intro;
pub use moved_away::MovedAway;
pub use new_learner::NewLearner;
pub use nowhere::Nowhere;
pub use open_in_browser::OpenInBrowser;
pub use practice::Practice;
pub use settings::Settings;
pub use who::Who;
