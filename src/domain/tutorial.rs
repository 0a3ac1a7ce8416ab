//! A tutorial: data about one thing a person can learn to do.

use super::ids::{ElementId, ScreenId, StepId, TutorialId};
use super::screen::Screen;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Most steps a tutorial may have: more does not fit a calm three to five minutes.
pub const MAX_STEPS: usize = 8;

/// The service a tutorial belongs to; the home screen groups by it, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum System {
    /// Recognising and refusing fraud.
    Fraud,
    /// The phone itself.
    Device,
    /// The national electronic identity app.
    Vneid,
    /// The national public-service portal.
    PublicService,
}

impl System {
    /// Every system, in the order of the home screen.
    pub const ALL: [Self; 4] = [Self::Fraud, Self::Device, Self::Vneid, Self::PublicService];
}

/// How much a learner should already know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing.
    First,
    /// Can tap and type.
    Next,
}

/// Whether somebody has compared the tutorial with the real app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verification {
    /// Compared on a real phone on that day.
    VerifiedOn(#[serde(with = "super::iso_date")] Date),
    /// Not compared; the tutorial's words tell the learner why and since when the labels are known.
    Unverified,
}

/// Where the labels and rules of a tutorial come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Page title.
    pub title: String,
    /// Its address, shown as text and never opened.
    pub address: String,
}

/// The one thing to do in a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Action {
    /// Tap something.
    Tap {
        /// What.
        target: ElementId,
    },
    /// Fill a field with the shown sample; nothing else is accepted.
    Type {
        /// Which field.
        target: ElementId,
        /// The only text accepted. Fictional.
        sample: String,
    },
    /// Enter the shown figures on a pad.
    EnterPin {
        /// Which pad.
        target: ElementId,
        /// The only figures accepted. Fictional.
        sample: String,
    },
    /// Choose one answer.
    Choose {
        /// Which answer.
        target: ElementId,
    },
    /// Tick a box.
    Toggle {
        /// Which box.
        target: ElementId,
    },
    /// Go down the screen until something comes into view.
    ScrollTo {
        /// What.
        target: ElementId,
    },
    /// Answer the phone.
    AnswerCall {
        /// The answering button.
        target: ElementId,
    },
    /// Refuse or end a call.
    HangUp {
        /// The button that does it.
        target: ElementId,
    },
    /// Say yes to a dialog or a summary.
    Confirm {
        /// The button that does it.
        target: ElementId,
    },
}

impl Action {
    /// What must be reached.
    #[must_use]
    pub const fn target(&self) -> &ElementId {
        match self {
            Self::Tap { target }
            | Self::Type { target, .. }
            | Self::EnterPin { target, .. }
            | Self::Choose { target }
            | Self::Toggle { target }
            | Self::ScrollTo { target }
            | Self::AnswerCall { target }
            | Self::HangUp { target }
            | Self::Confirm { target } => target,
        }
    }

    /// The sample to be entered, for the two actions that have one.
    #[must_use]
    pub fn sample(&self) -> Option<&str> {
        match self {
            Self::Type { sample, .. } | Self::EnterPin { sample, .. } => Some(sample),
            _ => None,
        }
    }
}

/// One instruction, one action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable for ever.
    pub id: StepId,
    /// The screen it happens on.
    pub screen: ScreenId,
    /// What to do.
    pub action: Action,
}

/// A tutorial's structure. Its words are in `.ftl` files, one per language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tutorial {
    /// Stable for ever.
    pub id: TutorialId,
    /// Where it is listed.
    pub system: System,
    /// Order within its system.
    pub position: u32,
    /// What it presumes.
    pub level: Level,
    /// How long it takes, three to five.
    pub minutes: u8,
    /// Name of the skill, our own; not an official code.
    pub skill: String,
    /// Version of the real app that the labels are from, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_version: Option<String>,
    /// Compared with the real thing?
    pub verification: Verification,
    /// A rehearsal of fraud: danger colours, and the spoken lines begin by saying that it is an exercise.
    #[serde(default)]
    pub role_play: bool,
    /// How many lines the *Làm thật* checklist has (`real-1` … in the words); 0 where there is nothing to do for real.
    #[serde(default)]
    pub real_lines: u8,
    /// Where its facts come from.
    pub sources: Vec<Source>,
    /// Its screens.
    pub screens: Vec<Screen>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

impl Tutorial {
    /// The screen with this id.
    #[must_use]
    pub fn screen(&self, id: &ScreenId) -> Option<&Screen> {
        self.screens.iter().find(|s| s.id == *id)
    }
}
