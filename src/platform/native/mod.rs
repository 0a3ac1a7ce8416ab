//! Native shells: a folder for the database, a thread for the core.

mod thread;

use crate::core::Environment;
use crate::platform::bundled;
use crate::platform::clock::DeviceClock;
use crate::store::files::Folder;
use std::borrow::Cow;
use std::path::PathBuf;

pub use thread::CoreThread;

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
