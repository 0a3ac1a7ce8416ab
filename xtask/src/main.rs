//! Build steps that are not `cargo build`: see `cargo xtask help`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command talks to the person who gave it"
)]

// build/content.rs is shared with the build script and finds these rooms at its crate's root.
use cung_tien::{content, domain};
#[path = "../../build/content.rs"]
mod content_source;
mod web;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask content [--out FILE] check every tutorial and its words; write the pack to FILE
cargo xtask web [--dev] [--out DIR]
                                 build the web app into DIR (default: dist); --dev: quickly, and larger
cargo xtask lint-web             clippy for the app as the browser gets it";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        // Nothing said means the check that authors run all day.
        None | Some("content") => check_content(&root(), arguments.get(1..).unwrap_or_default()),
        Some("web") => build_web(&root(), arguments.get(1..).unwrap_or_default()),
        Some("lint-web") => told(web::lint(&root())),
        Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        Some(other) => refuse(&format!("there is no `{other}`")),
    }
}

/// The repository's folder, from wherever inside it the command was given.
fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors()
        .find(|folder| folder.join(content_source::STRUCTURES).is_dir())
        .unwrap_or(Path::new("."))
        .to_path_buf()
}

fn check_content(root: &Path, arguments: &[String]) -> ExitCode {
    let out = match arguments {
        [] => None,
        [flag, file] if flag == "--out" => Some(file),
        _ => return refuse("`content` knows only --out FILE"),
    };
    match content_source::read(root) {
        Ok(pack) => {
            println!("{} tutorials, all sound", pack.tutorials.len());
            told(out.map_or(Ok(()), |file| write_pack(&pack, Path::new(file))))
        }
        Err(problems) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            eprintln!("{} problems", problems.len());
            ExitCode::FAILURE
        }
    }
}

fn write_pack(pack: &content::pack::Pack, file: &Path) -> anyhow::Result<()> {
    Ok(std::fs::write(file, serde_json::to_vec(pack)?)?)
}

fn build_web(root: &Path, arguments: &[String]) -> ExitCode {
    let mut options = web::Options {
        dev: false,
        out: root.join("dist"),
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dev" => options.dev = true,
            "--out" => match rest.next() {
                Some(folder) => options.out = PathBuf::from(folder),
                None => return refuse("--out needs a folder"),
            },
            other => return refuse(&format!("`web` knows no `{other}`")),
        }
    }
    told(web::build(root, &options))
}

fn told(outcome: anyhow::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}\n\n{HELP}");
    ExitCode::from(2)
}
