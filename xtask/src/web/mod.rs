//! The web app: one module for page and worker, laid out so that every file's name tells its content.

mod bindgen;
mod compile;
mod compress;
mod features;
mod layout;
mod lean;
mod precache;
mod progress;
mod site;
mod small_std;
mod tools;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use progress::Progress;
use site::Site;

/// What `cargo xtask web` was asked.
pub struct Options {
    /// Quick to build rather than small.
    pub dev: bool,
    /// Where the finished web app goes.
    pub out: PathBuf,
}

/// Lints the app as the browser gets it; the same C tools are needed as for building it.
pub fn lint(root: &Path) -> Result<()> {
    let mut clippy = tools::cargo_for_wasm()?;
    clippy
        .current_dir(root)
        .args(["clippy", "--package", "cung-tien", "--lib", "--bin", "cung-tien"])
        .args([
            "--target",
            tools::TARGET,
            "--no-default-features",
            "--features",
            "web",
        ])
        .args(["--", "-D", "warnings"]);
    if !clippy.status().context("start cargo clippy")?.success() {
        bail!("clippy found something, see above");
    }
    Ok(())
}

/// Builds the web app into `options.out`, which is replaced only when everything has succeeded.
pub fn build(root: &Path, options: &Options) -> Result<()> {
    let mut progress = Progress::new(5);
    let profile = if options.dev { "web-dev" } else { "web" };

    let wasm = progress.step(&format!("compile for wasm32 (profile {profile})"), || {
        compile::run(root, profile, options.dev)
    })?;
    let glue = progress.step("join the module to the browser", || {
        bindgen::run(&wasm, options.dev)
    })?;
    let glue = progress.step("make the module smaller", || tools::optimise(glue, options.dev))?;
    features::check(&glue.wasm)?;
    let site = progress.step("name the files by their content", || layout::run(root, glue))?;
    let sizes = progress.step("compress and write", || write(&site, options))?;

    println!(
        "{}: build {}, {} files, {sizes}",
        options.out.display(),
        site.build,
        site.files.len()
    );
    progress.finish();
    Ok(())
}

/// Writes beside the old folder and then changes places, so that a running server never serves half of each.
fn write(site: &Site, options: &Options) -> Result<compress::Sizes> {
    let fresh = beside(&options.out, "new");
    let old = beside(&options.out, "old");
    for leftover in [&fresh, &old] {
        if leftover.exists() {
            std::fs::remove_dir_all(leftover).with_context(|| format!("remove {}", leftover.display()))?;
        }
    }
    let sizes = compress::write_all(site, &fresh, options.dev)?;
    if options.out.exists() {
        std::fs::rename(&options.out, &old)
            .with_context(|| format!("move {} aside", options.out.display()))?;
    }
    std::fs::rename(&fresh, &options.out)
        .with_context(|| format!("move the build to {}", options.out.display()))?;
    if old.exists() {
        std::fs::remove_dir_all(&old).with_context(|| format!("remove {}", old.display()))?;
    }
    Ok(sizes)
}

fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(suffix);
    folder.with_file_name(name)
}
