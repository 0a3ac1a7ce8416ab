//! Compiles the app for the browser and reports where the module lies.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::{small_std, tools};

/// The app's module, as rustc wrote it.
pub fn run(root: &Path, profile: &str, dev: bool) -> Result<PathBuf> {
    let mut cargo = tools::cargo_for_wasm()?;
    if !dev {
        small_std::apply(&mut cargo);
    }
    cargo
        .current_dir(root)
        .args([
            "build",
            "--package",
            "cung-tien",
            "--bin",
            "cung-tien",
            "--target",
            tools::TARGET,
        ])
        .args(["--no-default-features", "--profile", profile])
        .args(["--features", if dev { "web,gallery" } else { "web" }])
        .arg("--message-format=json-render-diagnostics")
        .stdout(Stdio::piped());
    let mut child = cargo.spawn().context("start cargo")?;
    let output = child.stdout.take().context("read what cargo says")?;
    let mut module = None;
    for line in BufReader::new(output).lines() {
        let message: serde_json::Value = serde_json::from_str(&line?).unwrap_or_default();
        module = wasm_of(&message).or(module);
    }
    if !child.wait()?.success() {
        bail!("cargo build failed, see above");
    }
    module.context("cargo built no wasm module")
}

fn wasm_of(message: &serde_json::Value) -> Option<PathBuf> {
    let target = message.get("target")?;
    let is_app = message.get("reason")? == "compiler-artifact" && target.get("name")? == "cung-tien";
    let files = message.get("filenames")?.as_array()?;
    let wasm = files
        .iter()
        .filter_map(|file| file.as_str())
        .find(|file| file.ends_with(".wasm"))?;
    is_app.then(|| PathBuf::from(wasm))
}
