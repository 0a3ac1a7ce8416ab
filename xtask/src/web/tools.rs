//! Finds the programs a web build needs, and says what to install where one is missing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::bindgen::Glue;
use super::small_std;

/// The browser's target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Older versions were never run on this module, and win less than one per cent.
const OLDEST_WASM_OPT: u32 = 116;
const NEWEST_LLVM: u32 = 24;
const OLDEST_LLVM: u32 = 11;

/// What of SQLite the app does not use, and every phone would have to load: about 110 KB compressed. Only what SQLite's
/// single file can leave out without its parser being generated anew (<https://sqlite.org/compile.html>).
const SQLITE_FLAGS: &str = "-USQLITE_ENABLE_FTS5 -USQLITE_ENABLE_RTREE -USQLITE_ENABLE_SESSION \
    -USQLITE_ENABLE_PREUPDATE_HOOK -USQLITE_ENABLE_STMTVTAB -USQLITE_ENABLE_BYTECODE_VTAB -USQLITE_ENABLE_DBSTAT_VTAB \
    -USQLITE_ENABLE_DBPAGE_VTAB -USQLITE_ENABLE_MATH_FUNCTIONS -USQLITE_ENABLE_UNLOCK_NOTIFY -USQLITE_ENABLE_API_ARMOR \
    -USQLITE_ENABLE_OFFSET_SQL_FUNC -USQLITE_ENABLE_UNKNOWN_SQL_FUNCTION -USQLITE_ENABLE_COLUMN_METADATA \
    -DSQLITE_UNTESTABLE -DSQLITE_OMIT_JSON -DSQLITE_OMIT_WAL -DSQLITE_OMIT_AUTHORIZATION -DSQLITE_OMIT_AUTOVACUUM \
    -DSQLITE_OMIT_COMPLETE -DSQLITE_OMIT_DECLTYPE -DSQLITE_OMIT_DESERIALIZE -DSQLITE_OMIT_GET_TABLE \
    -DSQLITE_OMIT_INCRBLOB -DSQLITE_OMIT_INTROSPECTION_PRAGMAS -DSQLITE_OMIT_LOCALTIME \
    -DSQLITE_OMIT_PROGRESS_CALLBACK -DSQLITE_OMIT_TCL_VARIABLE -DSQLITE_OMIT_TRACE -DSQLITE_OMIT_UTF16";

/// `cargo` with what SQLite's C needs, from rustup's target or else from Debian's packages for the web.
pub fn cargo_for_wasm() -> Result<Command> {
    let mut cargo = if has_rustup_target() {
        Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    } else {
        debian_cargo()?
    };
    let (compiler, archiver) = c_tools()?;
    cargo
        .env("CC_wasm32_unknown_unknown", compiler)
        .env("AR_wasm32_unknown_unknown", archiver)
        .env("SQLITE_WASM_RS_FLAGS", SQLITE_FLAGS);
    Ok(cargo)
}

fn has_rustup_target() -> bool {
    let asked = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .stderr(Stdio::null())
        .output();
    asked.is_ok_and(|answer| {
        answer.status.success() && Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_dir()
    })
}

/// Debian's own compiler builds the standard library from source: slower, but it needs no server besides
/// Debian's.
fn debian_cargo() -> Result<Command> {
    let linker = newest("wasm-ld");
    let (true, Some(linker)) = (
        Path::new("/usr/bin/rustc").exists() && Path::new("/usr/bin/cargo").exists(),
        linker,
    ) else {
        bail!(
            "this compiler has no {TARGET}: run `rustup target add {TARGET}`, or scripts/setup.sh on Debian"
        );
    };
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .env("PATH", "/usr/bin:/bin")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    for chosen_by_rustup in ["RUSTUP_TOOLCHAIN", "RUSTC", "CARGO"] {
        cargo.env_remove(chosen_by_rustup);
    }
    cargo.env("CARGO_UNSTABLE_BUILD_STD", small_std::CRATES);
    Ok(cargo)
}

/// A C compiler and an archiver that know wasm32; the environment's choice wins.
fn c_tools() -> Result<(OsString, OsString)> {
    let compiler = std::env::var_os("CC_wasm32_unknown_unknown").or_else(|| {
        let homebrew = [
            "/opt/homebrew/opt/llvm/bin/clang",
            "/usr/local/opt/llvm/bin/clang",
        ]
        .map(String::from);
        candidates("clang")
            .chain(homebrew)
            .find(|clang| knows_wasm(clang))
            .map(OsString::from)
    });
    let archiver = std::env::var_os("AR_wasm32_unknown_unknown").or_else(|| {
        let homebrew = [
            "/opt/homebrew/opt/llvm/bin/llvm-ar",
            "/usr/local/opt/llvm/bin/llvm-ar",
        ]
        .map(String::from);
        candidates("llvm-ar")
            .chain(homebrew)
            .find(|ar| runs(ar))
            .map(OsString::from)
    });
    match (compiler, archiver) {
        (Some(compiler), Some(archiver)) => Ok((compiler, archiver)),
        (None, _) => bail!(
            "no clang that knows wasm32: install clang (Debian: apt-get install clang; macOS: brew install llvm)"
        ),
        (_, None) => {
            bail!("no llvm-ar: install llvm (Debian: apt-get install llvm; macOS: brew install llvm)")
        }
    }
}

/// `name`, then `name-24`, `name-23` …: distributions install versions side by side.
fn candidates(name: &str) -> impl Iterator<Item = String> {
    let name = name.to_owned();
    let versions = (OLDEST_LLVM..=NEWEST_LLVM).rev().map({
        let name = name.clone();
        move |version| format!("{name}-{version}")
    });
    std::iter::once(name).chain(versions)
}

/// The plain name comes last: it may be older than the compiler whose objects are to be linked.
fn newest(name: &str) -> Option<String> {
    candidates(name)
        .skip(1)
        .chain([name.to_owned()])
        .find(|program| runs(program))
}

fn runs(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
}

fn knows_wasm(clang: &str) -> bool {
    let asked = Command::new(clang)
        .arg("--print-targets")
        .stderr(Stdio::null())
        .output();
    asked.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("wasm32"))
}

/// Runs `wasm-opt` where there is a good one; without it the module is about one per cent larger.
pub fn optimise(mut glue: Glue, dev: bool) -> Result<Glue> {
    if dev {
        println!("      left out: a quick build was asked");
        return Ok(glue);
    }
    match wasm_opt_version() {
        Some(version) if version >= OLDEST_WASM_OPT => {
            glue.wasm = run_wasm_opt(&glue.wasm)?;
        }
        Some(version) => println!("      left out: wasm-opt {version} is older than {OLDEST_WASM_OPT}"),
        None => println!("      left out: no wasm-opt here (optional; package binaryen)"),
    }
    Ok(glue)
}

fn wasm_opt_version() -> Option<u32> {
    let asked = Command::new("wasm-opt").arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&asked.stdout).into_owned();
    text.split_whitespace().find_map(|word| word.parse().ok())
}

fn run_wasm_opt(wasm: &[u8]) -> Result<Vec<u8>> {
    let folder: PathBuf = std::env::temp_dir().join(format!("cung-tien-wasm-opt-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let (input, output) = (folder.join("in.wasm"), folder.join("out.wasm"));
    std::fs::write(&input, wasm)?;
    // Named one by one: with --all-features it writes modules that browsers refuse.
    let features = [
        "--enable-bulk-memory",
        "--enable-nontrapping-float-to-int",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-reference-types",
        "--enable-multivalue",
    ];
    let status = Command::new("wasm-opt")
        .arg("-Oz")
        .args(features)
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .status();
    if !status.context("start wasm-opt")?.success() {
        bail!("wasm-opt failed, see above");
    }
    let smaller = std::fs::read(&output)?;
    std::fs::remove_dir_all(&folder)?;
    Ok(smaller)
}
