//! wasm-bindgen as a library: its version is pinned in Cargo.lock beside the crate it must match.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// The module and the JavaScript that joins it to the browser.
pub struct Glue {
    /// `app_bg.wasm`.
    pub wasm: Vec<u8>,
    /// `app.js`.
    pub script: String,
    /// What `app.js` imports: path below `snippets/` → text.
    pub snippets: BTreeMap<String, String>,
}

/// Makes the glue for `wasm`.
pub fn run(wasm: &Path, dev: bool) -> Result<Glue> {
    let folder = wasm.with_file_name("cung-tien-glue");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .remove_name_section(!dev)
        .remove_producers_section(true)
        .omit_default_module_path(false);
    bindgen.generate(&folder).context("wasm-bindgen")?;

    let mut snippets = BTreeMap::new();
    collect(&folder.join("snippets"), "", &mut snippets)?;
    Ok(Glue {
        wasm: std::fs::read(folder.join("app_bg.wasm"))?,
        script: std::fs::read_to_string(folder.join("app.js"))?,
        snippets,
    })
}

fn collect(folder: &Path, below: &str, into: &mut BTreeMap<String, String>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), into)?;
        } else {
            into.insert(path, std::fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
