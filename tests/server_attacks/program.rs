//! The real program, as an operator runs it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A file of the web app that takes a while to send.
pub const MODULE: &str = "/app-0123456789abcdef_bg.wasm";
pub const MODULE_BYTES: usize = 4 << 20;

/// A folder with a web app in `web`.
pub fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let web = folder.path().join("web");
    std::fs::create_dir(&web).unwrap();
    std::fs::write(web.join("index.html"), "<!doctype html>").unwrap();
    std::fs::write(web.join("sw.js"), "//").unwrap();
    std::fs::write(web.join(MODULE.trim_start_matches('/')), vec![7; MODULE_BYTES]).unwrap();
    folder
}

/// A running program; killed when it is dropped.
pub struct Program {
    pub process: Child,
    pub url: String,
    written: Arc<Mutex<String>>,
}

impl Program {
    /// With these arguments, and at most so many descriptors.
    pub fn start(folder: &Path, more: &[&str], descriptors: Option<u32>) -> Self {
        let limit = descriptors.map_or(String::new(), |most| format!("ulimit -n {most} && "));
        let mut process = Command::new("sh")
            .arg("-c")
            .arg(format!("{limit}exec \"$0\" \"$@\""))
            .arg(env!("CARGO_BIN_EXE_cung-tien-server"))
            .args(["--listen", "127.0.0.1:0", "--web"])
            .arg(folder.join("web"))
            .arg("--database")
            .arg(format!("sqlite:{}", Self::database(folder).display()))
            .args(more)
            .env("NO_COLOR", "1")
            .env("RUST_LOG", "debug")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let written = Arc::new(Mutex::new(String::new()));
        let inside = Arc::clone(&written);
        std::thread::spawn(move || {
            while let Some(Ok(line)) = lines.next() {
                let mut written = inside.lock().unwrap();
                written.push_str(&line);
                written.push('\n');
            }
        });
        let mut program = Self {
            process,
            url: String::new(),
            written,
        };
        let ready = program.wait_for("ready at ");
        let url = ready.split("ready at ").nth(1).unwrap();
        url.split_whitespace()
            .next()
            .unwrap()
            .clone_into(&mut program.url);
        program
    }

    pub fn database(folder: &Path) -> PathBuf {
        folder.join("server.db")
    }

    /// All that was written, once it has this in it.
    pub fn wait_for(&mut self, words: &str) -> String {
        let began = Instant::now();
        loop {
            let written = self.written.lock().unwrap().clone();
            if written.contains(words) {
                return written;
            }
            assert!(
                began.elapsed() < Duration::from_secs(20) && self.process.try_wait().unwrap().is_none(),
                "it did not say {words:?}: {written}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn address(&self) -> String {
        let (_, rest) = self.url.split_once("://").unwrap();
        rest.replace("localhost", "127.0.0.1")
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args(["-s", name, &self.process.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Megabytes of memory it uses; `None` where the system does not tell.
    pub fn megabytes(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes / 1024)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
