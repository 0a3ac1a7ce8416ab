//! Who is learning, and how the app should speak to her.

use super::ids::LearnerId;
use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Tiếng Việt, the language the product is written in.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Every language, the first being the one to fall back to.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// BCP 47 tag, as used for the `lang` attribute, folders and voices.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// The Vietnamese form of address the learner chose for herself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Address {
    /// For someone as old as one's parents or older; the safe, respectful default.
    #[default]
    Bac,
    /// A woman of about one's parents' age or younger, or a teacher.
    Co,
    /// A man a little younger than one's father.
    Chu,
    /// A grandfather.
    Ong,
    /// A grandmother.
    Ba,
    /// A young man.
    Anh,
    /// A young woman.
    Chi,
}

impl Address {
    /// In the order in which the app offers them.
    pub const ALL: [Self; 7] = [
        Self::Bac,
        Self::Co,
        Self::Chu,
        Self::Ong,
        Self::Ba,
        Self::Anh,
        Self::Chi,
    ];

    /// The word inside a sentence.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bac => "bác",
            Self::Co => "cô",
            Self::Chu => "chú",
            Self::Ong => "ông",
            Self::Ba => "bà",
            Self::Anh => "anh",
            Self::Chi => "chị",
        }
    }

    /// The word at the start of a sentence.
    #[must_use]
    pub const fn capitalised(self) -> &'static str {
        match self {
            Self::Bac => "Bác",
            Self::Co => "Cô",
            Self::Chu => "Chú",
            Self::Ong => "Ông",
            Self::Ba => "Bà",
            Self::Anh => "Anh",
            Self::Chi => "Chị",
        }
    }
}

/// Body text size. Three steps only: beyond a critical size reading gets worse again (domain facts, §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// 20 px.
    #[default]
    Normal,
    /// 24 px.
    Large,
    /// 32 px.
    Largest,
}

impl TextSize {
    /// Smallest first.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Largest];

    /// Body size in CSS pixels.
    #[must_use]
    pub const fn pixels(self) -> u32 {
        match self {
            Self::Normal => 20,
            Self::Large => 24,
            Self::Largest => 32,
        }
    }
}

/// Whether and how the app reads aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// Read each instruction when it appears.
    #[default]
    Auto,
    /// Read only when "Nghe" is tapped.
    OnTap,
}

/// How fast the voice speaks. Normal suits most; strong slowing worsens word recognition (domain facts, §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pace {
    /// 1.0.
    #[default]
    Normal,
    /// 0.85.
    Slow,
}

/// A drawn face to pick oneself out by, without reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Avatar {
    /// An elderly woman with a bun.
    #[default]
    Grandmother,
    /// An elderly man.
    Grandfather,
    /// A woman.
    Woman,
    /// A man.
    Man,
    /// A lotus.
    Lotus,
    /// A fish.
    Fish,
    /// A bird.
    Bird,
    /// A house.
    House,
}

impl Avatar {
    /// In the order in which the app offers them.
    pub const ALL: [Self; 8] = [
        Self::Grandmother,
        Self::Grandfather,
        Self::Woman,
        Self::Man,
        Self::Lotus,
        Self::Fish,
        Self::Bird,
        Self::House,
    ];
}

/// How one learner wants the app to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Preferences {
    /// Language of the interface.
    pub lang: Lang,
    /// Form of address in Vietnamese sentences.
    pub address: Address,
    /// Body text size.
    pub text_size: TextSize,
    /// When the app reads aloud.
    pub voice: Voice,
    /// How fast it reads.
    pub pace: Pace,
}

/// Named profile or passing guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LearnerKind {
    /// Chosen from the list by face and name.
    Profile,
    /// "Học thử": practises without a profile; one per device.
    Guest,
}

/// A profile on this device. Name, face and preferences never leave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learner {
    /// This profile.
    pub id: LearnerId,
    /// Profile or guest.
    pub kind: LearnerKind,
    /// What the family calls her; empty for a guest.
    pub name: String,
    /// Her face on the list.
    pub avatar: Avatar,
    /// How the app should be for her.
    pub preferences: Preferences,
}
