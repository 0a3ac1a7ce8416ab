//! Why nothing is to be heard: a closed set, so that each cause is told with what helps against it.

/// Why nothing was read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Silence {
    /// The device, or its browser, cannot speak at all.
    NoEngine,
    /// It speaks, and not this language.
    NoVoice,
    /// The only voice for the language lives in the network, and there is none.
    NeedsNetwork,
    /// The browser wants her to tap first (autoplay policy).
    NotAllowed,
    /// Something else has the loudspeaker, such as a call.
    Busy,
    /// There is no loudspeaker, or it does not work.
    NoSound,
    /// The voice never began.
    Late,
    /// The text is too long for the voice.
    TooLong,
    /// The voice gave up, and does not say why.
    Failed,
}

impl Silence {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::NoEngine,
        Self::NoVoice,
        Self::NeedsNetwork,
        Self::NotAllowed,
        Self::Busy,
        Self::NoSound,
        Self::Late,
        Self::TooLong,
        Self::Failed,
    ];

    /// As `assets/web/bridge.js` says it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoEngine => "no-engine",
            Self::NoVoice => "no-voice",
            Self::NeedsNetwork => "needs-network",
            Self::NotAllowed => "not-allowed",
            Self::Busy => "busy",
            Self::NoSound => "no-sound",
            Self::Late => "late",
            Self::TooLong => "too-long",
            Self::Failed => "failed",
        }
    }

    /// What the bridge says; whatever else it may say, the voice failed.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|silence| silence.word() == word);
        found.unwrap_or(Self::Failed)
    }
}

/// Whose settings hold the voices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum System {
    /// A phone or tablet with Android.
    Android,
    /// An iPhone or an iPad.
    Ios,
    /// Anything else.
    #[default]
    Other,
}
