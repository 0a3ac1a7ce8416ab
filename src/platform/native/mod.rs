//! Native shells: a folder for the database, a thread for the core.

pub mod exports;
#[cfg(feature = "ui")]
pub(crate) mod network;
mod thread;

use crate::core::{Environment, Handle};
use crate::platform::bundled;
use crate::platform::clock::DeviceClock;
use crate::store::files::Folder;
use std::borrow::Cow;
use std::path::PathBuf;

pub use thread::CoreThread;

/// Names another folder for the data; for tests and developers.
pub const DATA_VARIABLE: &str = "CUNG_TIEN_DATA";

/// The environment of a native app that keeps its data in `folder`.
#[must_use]
pub fn environment(folder: PathBuf) -> Environment {
    Environment {
        files: Box::new(Folder(folder)),
        clock: Box::new(DeviceClock),
        pack: Cow::Borrowed(bundled::PACK),
        built_on: bundled::built_on(),
        build: bundled::BUILD.into(),
    }
}

/// Starts the core on a thread of its own, with the data where this device keeps an app's data.
#[must_use]
pub fn start_core() -> Handle {
    let folder = data_folder();
    Handle::new(CoreThread::start(move || environment(folder.clone())))
}

/// Where this device keeps an app's data.
#[must_use]
pub fn data_folder() -> PathBuf {
    if let Some(folder) = std::env::var_os(DATA_VARIABLE) {
        return folder.into();
    }
    #[cfg(target_os = "android")]
    if let Some(folder) = super::android::files_dir() {
        return folder;
    }
    directories::ProjectDirs::from("vn", "", "cung-tien").map_or_else(
        || PathBuf::from("cung-tien-data"),
        |dirs| dirs.data_dir().to_owned(),
    )
}
