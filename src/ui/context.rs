//! What every screen shares.

use crate::core::{Call, CoreError, Handle};
use crate::domain::learner::{Lang, Learner, Pace, Preferences, TextSize, Voice};
use crate::i18n::Tr;
use crate::platform::bridge::{self, Keeping, Spoken, Surroundings};
use crate::ui::sending::{Sending, Server};
use crate::ui::trail::Trail;
use dioxus::prelude::*;

/// What every screen shares. A copy is as good as the original.
#[derive(Clone, Copy, PartialEq)]
pub struct App {
    core: Signal<Handle>,
    /// How the app is now: of the learner chosen, or of the device.
    pub preferences: Signal<Preferences>,
    /// Who was chosen last, for the words of screens outside a learner's own.
    pub learner: Signal<Option<Learner>>,
    /// What was read last, at the normal pace: asked for again, it is read a little slower.
    heard: Signal<Option<String>>,
    /// The device turned out to have no voice for this language.
    pub voice_missing: Signal<bool>,
    /// … and she was told so: once is enough, the words are there anyway.
    pub voice_told: Signal<bool>,
    /// Whether the browser promised to keep the data.
    pub keeping: Signal<Keeping>,
    /// A newer build waits.
    pub update_waits: Signal<bool>,
    /// Another tab took the data over.
    pub moved_away: Signal<bool>,
    /// Where the app is running, once known.
    pub surroundings: Signal<Surroundings>,
    /// The way that led here.
    pub trail: Trail,
    /// Sending and fetching.
    pub sending: Sending,
}

impl App {
    /// Made once, by the shell.
    pub(super) fn new(core: Handle, server: Option<Server>) -> Self {
        Self {
            core: Signal::new(core),
            preferences: Signal::new(Preferences::default()),
            learner: Signal::new(None),
            heard: Signal::new(None),
            voice_missing: Signal::new(false),
            voice_told: Signal::new(false),
            keeping: Signal::new(Keeping::Promised),
            update_waits: Signal::new(false),
            moved_away: Signal::new(false),
            surroundings: Signal::new(Surroundings::default()),
            trail: Trail::new(),
            sending: Sending::new(server),
        }
    }

    /// The words, in the language and address of now.
    #[must_use]
    pub fn tr(self) -> Tr {
        Tr::from(*self.preferences.read())
    }

    /// The core.
    #[must_use]
    pub fn core(self) -> Handle {
        self.core.peek().clone()
    }

    /// Asks the core.
    ///
    /// # Errors
    /// What the core says.
    pub async fn ask<C: Call>(self, call: C) -> Result<C::Reply, CoreError> {
        self.core().call(call).await
    }

    /// Asks the core for what the server is to hear of. It hears of it also if the screen that asked is gone by then.
    ///
    /// # Errors
    /// What the core says.
    pub fn ask_and_send<C: Call>(
        self,
        call: C,
    ) -> impl Future<Output = Result<C::Reply, CoreError>> + use<C> {
        let answer = self.core().call(call);
        // The core does one thing after the other: what goes out is put together after this.
        self.sending.now();
        answer
    }

    /// The app is now for this learner.
    pub fn enter(mut self, learner: &Learner) {
        if *self.preferences.peek() != learner.preferences {
            self.preferences.set(learner.preferences);
        }
        if self.learner.peek().as_ref() != Some(learner) {
            self.learner.set(Some(learner.clone()));
        }
    }

    /// Until the core says how the app is for whom, it looks as it did last: a page may have no core to ask.
    pub(super) fn look_as_before(mut self, here: &Surroundings) {
        let untouched = *self.preferences.peek() == Preferences::default() && self.learner.peek().is_none();
        if !untouched {
            return;
        }
        let lang = Lang::ALL
            .into_iter()
            .find(|lang| here.lang.as_deref() == Some(lang.tag()));
        let size = TextSize::ALL
            .into_iter()
            .find(|size| here.pixels == Some(size.pixels()));
        let mut preferences = self.preferences.write();
        preferences.lang = lang.unwrap_or(preferences.lang);
        preferences.text_size = size.unwrap_or(preferences.text_size);
    }

    /// Reads a text aloud, because it was asked for: the second time in a row a little slower. Comes back when it is
    /// read.
    pub async fn read_aloud(mut self, text: String) -> Spoken {
        let Preferences { lang, pace, .. } = *self.preferences.peek();
        let again = self.heard.peek().as_ref() == Some(&text);
        let slowly = again || pace == Pace::Slow;
        self.heard.set((!again).then(|| text.clone()));
        let rate = if slowly { 0.85 } else { 1.0 };
        let spoken = bridge::speak(&text, lang.tag(), rate).await;
        let missing = spoken == Spoken::NoVoice;
        if missing != *self.voice_missing.peek() && spoken != Spoken::Stopped {
            self.voice_missing.set(missing);
        }
        spoken
    }

    /// Reads a text aloud if she wants everything read.
    pub fn read_if_wanted(self, text: String) {
        if self.preferences.peek().voice == Voice::Auto {
            self.read(text);
        }
    }

    /// Reads a text aloud without waiting for the end.
    pub fn read(self, text: String) {
        spawn(async move {
            self.read_aloud(text).await;
        });
    }
}

/// What every screen shares.
#[must_use]
pub fn use_app() -> App {
    use_context::<App>()
}
