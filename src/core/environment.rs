//! The core itself, and what it needs from outside.

use crate::core::error::Result;
use crate::core::request::RestAttempts;
use crate::domain::day::LearningDay;
use crate::domain::retention::NoFiles;
use crate::platform::clock::Clock;
use crate::store::files::DeviceFiles;
use crate::store::setting::Setting;
use crate::store::{Store, open};
use std::borrow::Cow;

/// What the core needs from its shell.
pub struct Environment {
    /// Where the database is.
    pub files: Box<dyn DeviceFiles>,
    /// The device's clock.
    pub clock: Box<dyn Clock>,
    /// The content pack that came with this build.
    pub pack: Cow<'static, [u8]>,
    /// The day this build was made: no clock can rightly be earlier.
    pub built_on: LearningDay,
    /// A name for this build.
    pub build: String,
}

/// The open core.
pub struct Core {
    pub(super) store: Store,
    pub(super) environment: Environment,
}

impl Core {
    /// Opens the database, installs the pack of this build if it is newer, and clears what is overdue.
    ///
    /// # Errors
    /// If the database cannot be opened; nothing is lost by trying again.
    pub fn open(environment: Environment) -> std::result::Result<Self, (Environment, super::CoreError)> {
        match Self::open_store(&environment) {
            Ok(store) => {
                let mut core = Self { store, environment };
                // The app was closed in the middle of a lesson; if it cannot be told now, it is when she leaves it next.
                if let Err(error) = core.rest_attempts(RestAttempts {}) {
                    tracing::warn!(%error, "attempts in progress could not be recorded");
                }
                Ok(core)
            }
            Err(error) => Err((environment, error)),
        }
    }

    fn open_store(environment: &Environment) -> Result<Store> {
        let opened = open(environment.files.as_ref())?;
        let mut store = opened.store;
        if let Some(name) = opened.moved_aside {
            store.set_setting(Setting::MovedAside, &Some(name))?;
        }
        match store.install_pack(&environment.pack) {
            Ok(installed) => tracing::info!(?installed, "content pack"),
            // A full phone can still practise what is installed already.
            Err(error) if store.pack()?.is_some() => {
                tracing::warn!(%error, "the content pack could not be installed");
            }
            Err(error) => return Err(error.into()),
        }
        let today = Self::day(environment);
        if let Err(error) = store.purge_overdue(today) {
            tracing::warn!(%error, "deleted profiles could not be cleared");
        }
        if store.setting(Setting::WriteAnew)? == Some(true) {
            store.write_anew();
        }
        Ok(store)
    }

    /// Gives the environment back, so that the core can be opened again.
    #[must_use]
    pub fn close(self) -> Environment {
        self.environment
    }

    fn day(environment: &Environment) -> LearningDay {
        let clock = &environment.clock;
        LearningDay::from_clock(clock.unix_millis(), clock.offset_minutes()).sane(environment.built_on)
    }

    /// Today, made sane.
    pub(super) fn today(&self) -> LearningDay {
        Self::day(&self.environment)
    }

    /// Why nothing outlives the app, if nothing does.
    #[must_use]
    pub fn no_files(&self) -> Option<NoFiles> {
        self.environment.files.no_files()
    }

    /// The database, for tests that look at or damage what is stored.
    #[doc(hidden)]
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }
}
