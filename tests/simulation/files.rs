//! Folders with databases in them.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Shared memory of whoever has the database open: it is gone with the process.
const GONE_WITH_THE_PROCESS: &str = "-shm";

pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
    }
}

/// What a kill at this moment leaves: the files as they lie there, with the log that nobody has put in order. Whoever
/// writes to them must keep still meanwhile.
pub fn copy_as_killed(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let name = entry.file_name();
        if entry.path().is_file() && !name.to_string_lossy().ends_with(GONE_WITH_THE_PROCESS) {
            fs::copy(entry.path(), to.join(name)).expect("a copy");
        }
    }
}

/// In memory where there is such a folder: a story is about order, not about disks.
pub fn new_folder() -> TempDir {
    let memory = PathBuf::from("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).expect("a folder")
    } else {
        tempfile::tempdir().expect("a folder")
    }
}
