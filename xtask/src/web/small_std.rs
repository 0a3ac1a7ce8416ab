//! A standard library without what a phone never shows: where in the source a panic was, and what values look like to
//! a programmer. A panic then stops the module at once, and the page says so as before.
//!
//! The compiler's flags for it are not promised to anybody yet. Where this compiler does not take them, or has no
//! source of the standard library, the app is built with the library as it comes, and is about five per cent larger.

use std::path::Path;
use std::process::{Command, Stdio};

/// What is built from source.
pub const CRATES: &str = "std,panic_abort";

const FLAGS: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=shallow",
];

/// Makes `cargo` build the small library, if this compiler can.
pub fn apply(cargo: &mut Command) {
    // Debian's compiler was chosen by its path.
    let is_debians = cargo.get_envs().any(|(name, _)| name == "PATH");
    let rustc = if is_debians { "/usr/bin/rustc" } else { "rustc" };
    if !has_source(rustc) {
        println!(
            "      the standard library as it comes: no source of it here (rustup component add rust-src)"
        );
        return;
    }
    if !takes_flags(rustc) {
        println!("      the standard library as it comes: this compiler knows no smaller one");
        return;
    }
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", CRATES)
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS.join(" "));
}

fn has_source(rustc: &str) -> bool {
    let asked = Command::new(rustc).args(["--print", "sysroot"]).output();
    asked.is_ok_and(|answer| {
        let sysroot = String::from_utf8_lossy(&answer.stdout);
        let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library");
        library.join("Cargo.lock").is_file()
    })
}

fn takes_flags(rustc: &str) -> bool {
    let asked = Command::new(rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .args(FLAGS)
        .args(["--target", super::tools::TARGET, "--print", "cfg"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}
