//! Lays out the build. Order matters: a file that names another comes after it, so that a change travels up
//! to every file that leads to it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::bindgen::Glue;
use super::features;
use super::lean;
use super::precache;
use super::site::{Site, short_hash};

/// The whole build in memory, from the module's glue and the sources under `assets/`.
pub fn run(root: &Path, glue: Glue) -> Result<Site> {
    let assets = root.join("assets");
    let web = assets.join("web");
    let mut site = Site::default();

    for (folder, extension) in [("fonts", "woff2"), ("icons", "svg")] {
        for file in sorted(&assets.join(folder), extension)? {
            site.add_named(&format!("{folder}/{}", name_of(&file)), std::fs::read(&file)?);
        }
    }
    for extension in ["svg", "png"] {
        for file in sorted(&web.join("icons"), extension)? {
            site.add_named(&format!("icons/{}", name_of(&file)), std::fs::read(&file)?);
        }
    }
    add_style(&mut site, &assets)?;
    add_glue(&mut site, glue)?;
    for script in ["worker.js", "bridge.js", "boot.js"] {
        let text = site.rewrite(&lean::script(&read(&web.join(script))?));
        site.add_named(script, text);
    }
    let manifest = site.rewrite(&read(&web.join("manifest.webmanifest"))?);
    site.add("manifest.webmanifest", manifest);

    let page = page(&site, &web)?;
    precache::finish(&mut site, &page, &lean::script(&read(&web.join("sw.js"))?))?;
    Ok(site)
}

/// What the page waits for before the app can draw itself.
const FIRST_FILES: [&str; 5] = ["app.css", "bridge.js", "boot.js", "app.js", "app_bg.wasm"];

/// The page, with the opening screen's style and script in it: what is seen first waits for no second file.
fn page(site: &Site, web: &Path) -> Result<String> {
    let sizes: BTreeMap<String, usize> = FIRST_FILES
        .iter()
        .map(|file| {
            let named = site.named(file)?;
            Ok((format!("/{named}"), site.files.get(named).map_or(0, Vec::len)))
        })
        .collect::<Result<_>>()?;
    let taste = features::TASTE.map(|byte| byte.to_string()).join(",");
    let mut page = read(&web.join("index.html"))?;
    for (mark, text) in [
        ("{{opening}}", lean::style(&read(&web.join("opening.css"))?)),
        ("{{start}}", lean::script(&read(&web.join("start.js"))?)),
        ("/*{{sizes}}*/ {}", serde_json::to_string(&sizes)?),
        ("/*{{taste}}*/", taste),
    ] {
        if !page.contains(mark) {
            bail!("index.html or start.js has lost its mark {mark}");
        }
        page = page.replace(mark, &text);
    }
    Ok(site.rewrite(&page))
}

/// The last rule of the style sheet: where `start.js` finds it, the sheet came whole.
const WHOLE: &str = ":root{--whole:1}";

/// One style sheet: `assets/styles/` in the order of file names.
fn add_style(site: &mut Site, assets: &Path) -> Result<()> {
    let mut css = String::new();
    for file in sorted(&assets.join("styles"), "css")? {
        css.push('\n');
        css.push_str(&read(&file)?);
    }
    css.push_str(WHOLE);
    let css = site.rewrite(&lean::style(&css));
    site.check_urls(&css)?;
    site.add_named("app.css", css);
    Ok(())
}

/// The snippets keep their folders, below one that carries the hash of them all: they import each other by
/// relative path.
fn add_glue(site: &mut Site, glue: Glue) -> Result<()> {
    let all: String = glue
        .snippets
        .iter()
        .map(|(path, text)| format!("{path}\n{text}\n"))
        .collect();
    let folder = format!("snippets-{}", short_hash(all.as_bytes()));
    for (path, text) in glue.snippets {
        site.add(&format!("{folder}/{path}"), text);
    }
    site.add_named("app_bg.wasm", glue.wasm);
    let wasm = site.rewrite("'/app_bg.wasm'");
    let script = glue
        .script
        .replace("./snippets/", &format!("./{folder}/"))
        .replace("app_bg.wasm", wasm.trim_matches(['\'', '/']));
    if !script.contains(wasm.trim_matches(['\'', '/'])) {
        bail!("the glue does not name its module: has wasm-bindgen changed?");
    }
    site.add_named("app.js", script);
    Ok(())
}

fn sorted(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files.sort();
    Ok(files)
}

fn name_of(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("read {}", file.display()))
}
