//! Space kept so that erasure always works ("ballast"): a file beside the database that holds nothing and is let go
//! when the disk is full and somebody withdraws. Deleting takes space too at first, for the write-ahead log.

use super::now;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// More than it takes to erase the largest share; see `exchange::Quotas`.
const SIZE: u64 = 16 * 1024 * 1024;
/// On a small disk it may be less, down to this.
const SMALLEST: u64 = 256 * 1024;
/// Once the disk was full, nothing is added for so long: whoever sends something is told so before it is tried.
const PAUSE: Duration = Duration::from_secs(5);
const BLOCK: usize = 64 * 1024;

/// The reserve of one database.
#[derive(Debug)]
pub(super) struct Reserve {
    file: PathBuf,
    /// As large as it ever was here.
    size: u64,
    whole: bool,
    /// Nothing is added before, and nothing kept back anew.
    rest_until: Instant,
}

impl Reserve {
    /// Nothing is kept back.
    pub(super) fn none() -> Self {
        Self {
            file: PathBuf::new(),
            size: 0,
            whole: true,
            rest_until: now(),
        }
    }

    /// Of the database in this file. Kept back at once, as far as there is space.
    pub(super) fn beside(database: &Path) -> Self {
        let mut file = database.as_os_str().to_owned();
        file.push("-reserve");
        // SQLite's name for a database that is in memory only: it takes no disk.
        if database.as_os_str() == ":memory:" {
            return Self::none();
        }
        let mut reserve = Self {
            file: file.into(),
            size: SIZE,
            whole: false,
            rest_until: now(),
        };
        while !reserve.keep() && reserve.size > SMALLEST {
            reserve.size /= 2;
        }
        if !reserve.whole {
            tracing::warn!("the disk is full: only ends of sharing are taken");
        }
        reserve
    }

    /// Whether something may be added.
    pub(super) fn has_room(&self) -> bool {
        self.whole && self.rest_until <= now()
    }

    /// When it is to be looked after again.
    pub(super) fn wake_at(&self) -> Option<Instant> {
        (!self.whole).then_some(self.rest_until)
    }

    /// The disk was full just now.
    pub(super) fn full(&mut self) {
        if self.rest_until <= now() {
            tracing::error!("the disk is full: only ends of sharing are taken");
        }
        self.rest_until = now() + PAUSE;
    }

    /// Lets the space go.
    pub(super) fn release(&mut self) {
        if self.size == 0 {
            return;
        }
        self.whole = false;
        if let Err(error) = OpenOptions::new()
            .write(true)
            .open(&self.file)
            .and_then(|file| file.set_len(0))
        {
            tracing::error!(%error, "the reserve could not be let go");
        }
    }

    /// Keeps it back again, as soon as there is space.
    pub(super) fn tend(&mut self) {
        if !self.whole && self.rest_until <= now() && !self.keep() {
            self.rest_until = now() + PAUSE;
        }
    }

    fn keep(&mut self) -> bool {
        match fill(&self.file, self.size) {
            Ok(()) => self.whole = true,
            Err(error) => {
                tracing::debug!(%error, "no space could be kept back");
                self.release();
            }
        }
        self.whole
    }
}

/// With bytes that no file system compresses away, because it would give back less than was kept.
fn fill(file: &Path, size: u64) -> io::Result<()> {
    let mut open = OpenOptions::new();
    let mut file = private(&mut open).create(true).append(true).open(file)?;
    let length = file.metadata()?.len();
    if length == size {
        return Ok(());
    }
    file.set_len(length.min(size))?;
    let noise: Vec<u8> = std::iter::repeat_with(Uuid::new_v4)
        .flat_map(Uuid::into_bytes)
        .take(BLOCK)
        .collect();
    write_until(&mut file, size, &noise)
}

fn write_until(file: &mut File, size: u64, noise: &[u8]) -> io::Result<()> {
    let mut missing = size.saturating_sub(file.metadata()?.len());
    while missing > 0 {
        let length = usize::try_from(missing).unwrap_or(usize::MAX).min(noise.len());
        let block = noise.get(..length).unwrap_or_default();
        file.write_all(block)?;
        missing = missing.saturating_sub(u64::try_from(length).unwrap_or(missing));
    }
    Ok(())
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(reserve: &Reserve) -> u64 {
        std::fs::metadata(&reserve.file).unwrap().len()
    }

    #[test]
    fn it_is_kept_back_let_go_and_kept_back_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut reserve = Reserve::beside(&folder.path().join("server.db"));
        assert_eq!(length(&reserve), SIZE);
        assert!(reserve.has_room());
        reserve.full();
        reserve.release();
        assert_eq!(length(&reserve), 0);
        assert!(!reserve.has_room(), "nothing is added while the reserve is used");
        reserve.rest_until = now();
        reserve.tend();
        assert_eq!(length(&reserve), SIZE);
        assert!(reserve.has_room());
    }
}
