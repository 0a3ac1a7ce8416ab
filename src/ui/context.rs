//! What every screen shares.

use crate::core::{Call, CoreError, Handle, WhereKept};
use crate::domain::learner::{Lang, Learner, Pace, Preferences, TextSize, Voice};
use crate::domain::retention::{NoFiles, Retention};
use crate::i18n::Tr;
use crate::platform::bridge::{self, Silence, Spoken, Surroundings};
use crate::ui::sending::{Sending, Server};
use crate::ui::trail::Trail;
use dioxus::core::spawn_forever;
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
    /// Why the last text was not to be heard.
    pub silence: Signal<Option<Silence>>,
    /// … and she was told so: once is enough, the words are there anyway.
    pub voice_told: Signal<bool>,
    /// Where what she learns is kept.
    pub kept: Signal<Retention>,
    /// The core has no files, and nothing of it outlives its worker.
    in_memory: Signal<bool>,
    /// Somebody has begun to learn here: the browser is to be asked to keep it, when the screen is there.
    pub to_be_kept: Signal<bool>,
    /// A newer build waits.
    pub update_waits: Signal<bool>,
    /// Another tab was asked to let go of the data, and it is not known yet whether it did.
    pub asked_other_tab: Signal<bool>,
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
            silence: Signal::new(None),
            voice_told: Signal::new(false),
            kept: Signal::new(bridge::retention_of_files()),
            in_memory: Signal::new(false),
            to_be_kept: Signal::new(false),
            update_waits: Signal::new(false),
            asked_other_tab: Signal::new(false),
            moved_away: Signal::new(false),
            surroundings: Signal::new(Surroundings::default()),
            trail: Trail::new(),
            sending: Sending::new(server),
        }
    }

    /// The words, in the language and address of now.
    #[must_use]
    pub fn tr(self) -> Tr {
        self.tr_for(*self.preferences.read())
    }

    /// The words for somebody's language and address.
    #[must_use]
    pub fn tr_for(self, preferences: Preferences) -> Tr {
        Tr::new(preferences, *self.kept.read())
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

    /// Asks the core where it keeps what she learns, from now on on its way.
    ///
    /// # Errors
    /// If the core cannot be had: then nothing new is known of it.
    pub fn look_where_kept(mut self) -> impl Future<Output = Result<(), CoreError>> {
        let answer = self.core().call(WhereKept {});
        async move {
            match answer.await? {
                Some(reason) => {
                    self.in_memory.set(true);
                    self.kept.set(Retention::Nowhere(reason));
                }
                None => {
                    let kept = bridge::kept_so_far().await;
                    self.kept.set(kept);
                    self.note_passing();
                }
            }
            self.asked_other_tab.set(false);
            Ok(())
        }
    }

    /// In a private window that has files, they lie in memory, too.
    pub(super) fn note_passing(mut self) {
        if self.surroundings.peek().private_mode && *self.kept.peek() == Retention::MayBeCleared {
            self.kept.set(Retention::Nowhere(NoFiles::PrivateWindow));
        }
    }

    /// Asks the browser to keep what she learns, once for everybody who begins here. Nobody waits for the answer: some
    /// browsers ask her first.
    pub fn ask_to_keep(mut self) {
        if !self.to_be_kept.take() || self.kept.peek().no_files().is_some() {
            return;
        }
        bridge::ask_to_keep(move |promised| {
            if self.kept.peek().no_files().is_none() {
                self.kept.set(promised);
            }
        });
    }

    /// "Thử lại": gives the core a fresh start.
    pub fn reopen(self) {
        self.core().restart();
        self.look_again();
    }

    /// "Dùng ở đây": the same, and takes the data from another tab.
    pub async fn take_over(mut self) {
        self.asked_other_tab.set(true);
        bridge::announce_take_over().await;
        self.core().take_over();
        self.look_again();
    }

    fn look_again(self) {
        let looking = self.look_where_kept();
        // The screen that asked may be gone by then.
        spawn_forever(async move {
            let _ = looking.await;
        });
    }

    /// The page is left, and may come back as it was: the data is free for whoever opens the app meanwhile. What lies in
    /// memory only is nobody else's, and would be lost.
    pub(super) fn leave(self) {
        if !*self.in_memory.peek() {
            self.core().suspend();
        }
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
        let silence = match spoken {
            Spoken::ToTheEnd => None,
            Spoken::Silent(why) => Some(why),
            // It says nothing of the voice.
            Spoken::Stopped => return spoken,
        };
        if silence != *self.silence.peek() {
            self.silence.set(silence);
            // She was told of another cause.
            self.voice_told.set(false);
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
