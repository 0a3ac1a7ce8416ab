//! The files of the database are for the server alone: what devices send is nobody else's on this machine.

use std::path::Path;

/// The database itself and what SQLite keeps beside it.
#[cfg(unix)]
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Makes the file, if there is none, so that nobody else could ever open it. What SQLite makes beside it later gets the
/// same mode.
#[cfg(unix)]
pub(super) fn make(path: &Path) {
    use std::os::unix::fs::OpenOptionsExt;
    if path == Path::new(":memory:") {
        return;
    }
    let mut options = std::fs::OpenOptions::new();
    // If it is there already, or cannot be made, SQLite has the last word.
    let _ = options.write(true).create_new(true).mode(0o600).open(path);
}

/// Takes what an earlier server made for everybody to read away from them. Only for what was found to be a database of
/// ours: a mistyped path must not cost another file its mode.
#[cfg(unix)]
pub(super) fn close(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    for ending in BESIDE {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        let Ok(found) = std::fs::metadata(&file) else {
            continue;
        };
        let mode = found.permissions().mode();
        if !found.is_file() || mode & 0o077 == 0 {
            continue;
        }
        let only_owner = std::fs::Permissions::from_mode(mode & 0o700);
        if let Err(error) = std::fs::set_permissions(&file, only_owner) {
            tracing::warn!(%error, "others on this machine can read the database");
        }
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = std::fs::metadata(folder.unwrap_or(Path::new(".")));
    // The sticky bit, as /tmp has it, keeps others from putting another file in its place.
    let open = |mode: u32| mode & 0o002 != 0 && mode & 0o1000 == 0;
    if folder.is_ok_and(|folder| open(folder.permissions().mode())) {
        tracing::warn!("everybody on this machine can replace the database: its folder is writable for all");
    }
}

/// Other systems have other ways.
#[cfg(not(unix))]
pub(super) fn make(_: &Path) {}

/// Other systems have other ways.
#[cfg(not(unix))]
pub(super) fn close(_: &Path) {}
