//! Checks the content and the app's words, and makes what is built in: the pack and the typed messages.
#![allow(
    dead_code,
    unused_imports,
    reason = "the rooms are the app's; the build uses part of them"
)]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a build script talks to cargo, and no learner waits for it"
)]

#[path = "src/content/mod.rs"]
mod content;
#[path = "build/content.rs"]
mod content_source;
#[path = "src/domain/mod.rs"]
mod domain;
#[path = "build/messages.rs"]
mod messages;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_PER_DAY: u64 = 86_400;

fn main() -> ExitCode {
    for watched in [
        "assets/fonts",
        "assets/styles",
        "assets/tutorials",
        "build",
        "locales",
        "src/content",
        "src/domain",
    ] {
        println!("cargo:rerun-if-changed={watched}");
    }
    println!("cargo:rerun-if-env-changed=SOURCE_DATE_EPOCH");
    println!("cargo:rerun-if-env-changed=CUNG_TIEN_BUILD");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default());
    println!("cargo:rustc-env=CUNG_TIEN_BUILT_ON={}", built_on());
    println!("cargo:rustc-env=CUNG_TIEN_BUILD_ID={}", build_id());
    match make(&root, &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn make(root: &Path, out: &Path) -> Result<(), Vec<String>> {
    let pack = content_source::read(root)?;
    let json = serde_json::to_vec(&pack).map_err(|e| vec![e.to_string()])?;
    let messages = messages::generate(root)?;
    std::fs::write(out.join("pack.json"), json).map_err(|e| vec![e.to_string()])?;
    std::fs::write(out.join("messages.rs"), messages).map_err(|e| vec![e.to_string()])?;
    looks(root, out).map_err(|e| vec![format!("assets: {e}")])
}

/// What a native window has to be given along: all styles in one, with the fonts inside. A window that asked for its
/// fonts as files was at times refused the larger ones, and did not ask again. The web build serves files.
fn looks(root: &Path, out: &Path) -> std::io::Result<()> {
    let mut styles = String::new();
    for file in sorted(&root.join("assets/styles"), "css")? {
        styles.push_str(&std::fs::read_to_string(file)?);
    }
    for file in sorted(&root.join("assets/fonts"), "woff2")? {
        let name = file.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        let font = BASE64.encode(std::fs::read(&file)?);
        let inside = format!("data:font/woff2;base64,{font}");
        styles = styles.replace(&format!("/fonts/{name}"), &inside);
    }
    std::fs::write(out.join("styles.css"), styles)
}

fn sorted(folder: &Path, extension: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect();
    files.sort();
    Ok(files)
}

/// Days since 1970: no phone can have run this build earlier.
fn built_on() -> u64 {
    let fixed = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|s| s.parse::<u64>().ok());
    let now = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |d| d.as_secs())
    };
    fixed.unwrap_or_else(now) / SECONDS_PER_DAY
}

/// A name for this build, shown on the About screen; the release process sets it.
fn build_id() -> String {
    std::env::var("CUNG_TIEN_BUILD").unwrap_or_else(|_| "dev".into())
}
