//! Build steps that are not `cargo build`: see `cargo xtask help`.
use cung_tien::{content, domain};
#[path = "../../build/content.rs"]
mod content_source;
use std::path::Path;
fn main() -> std::process::ExitCode {
    let here = std::env::current_dir().unwrap_or_default();
    let root = here.ancestors().find(|d| d.join(content_source::STRUCTURES).is_dir()).unwrap_or(Path::new("."));
    match content_source::read(root) {
        Ok(pack) => { println!("{} tutorials, all sound", pack.tutorials.len()); std::process::ExitCode::SUCCESS }
        Err(problems) => { for p in &problems { eprintln!("{p}"); } eprintln!("{} problems", problems.len()); std::process::ExitCode::FAILURE }
    }
}
