//! Files a learner asked for, written where she finds them.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

/// So many files of one day and name are told apart.
const MOST_OF_ONE_NAME: u32 = 1000;

/// Writes a file under this name, or the name with a number where there is one already. Answers where it is.
///
/// # Errors
/// If it cannot be written.
pub fn save(name: &str, text: &str) -> Result<PathBuf> {
    save_in(&folder(), name, text)
}

/// The folder for downloads. Where the data was put elsewhere, and where there are no downloads, beside the data.
fn folder() -> PathBuf {
    let downloads = || directories::UserDirs::new()?.download_dir().map(Path::to_owned);
    let moved = std::env::var_os(super::DATA_VARIABLE).is_some();
    let found = if moved { None } else { downloads() };
    found.unwrap_or_else(|| super::data_folder().join("exports"))
}

fn save_in(folder: &Path, name: &str, text: &str) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for number in 1..=MOST_OF_ONE_NAME {
        let path = folder.join(numbered(name, number));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(path);
            }
            // Somebody else's data, or hers of this morning: never written over.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn numbered(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        _ if number == 1 => name.to_owned(),
        Some((stem, extension)) => format!("{stem}-{number}.{extension}"),
        None => format!("{name}-{number}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_same_name_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("not/yet/there");
        let first = save_in(&below, "dữ-liệu.json", "một").unwrap();
        let second = save_in(&below, "dữ-liệu.json", "hai").unwrap();
        assert_eq!(first, below.join("dữ-liệu.json"));
        assert_eq!(second, below.join("dữ-liệu-2.json"));
        assert_eq!(fs::read_to_string(first).unwrap(), "một");
        assert_eq!(fs::read_to_string(second).unwrap(), "hai");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(save_in(&file, "a.json", "").is_err());
    }
}
