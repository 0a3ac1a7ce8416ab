//! Says which step is running and how long each took: the first build takes minutes, and silence looks like a
//! fault.

use std::time::Instant;

use anyhow::{Context, Result};

/// Numbered steps on standard output.
pub struct Progress {
    started: Instant,
    done: usize,
    all: usize,
}

impl Progress {
    pub fn new(all: usize) -> Self {
        Self {
            started: Instant::now(),
            done: 0,
            all,
        }
    }

    /// Runs one step; its name joins the error if it fails.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        println!("[{}/{}] {name} …", self.done, self.all);
        let started = Instant::now();
        let result = work().with_context(|| name.to_owned())?;
        println!(
            "[{}/{}] {name}: {:.1} s",
            self.done,
            self.all,
            started.elapsed().as_secs_f32()
        );
        Ok(result)
    }

    pub fn finish(self) {
        println!("web app ready in {:.1} s", self.started.elapsed().as_secs_f32());
    }
}
