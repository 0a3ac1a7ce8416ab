//! The build's own name, the page that carries it, and the service worker's list of every file.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Serialize;

use super::site::{Site, sha256, short_hash};

const BUILD_MARK: &str = "{{build}}";
const FILES_MARK: &str = "/*{{files}}*/ {}";

/// `build.json`: what this build consists of, for the server, for deployments and for tests.
#[derive(Serialize)]
struct Manifest<'a> {
    build: &'a str,
    files: BTreeMap<&'a str, FileFacts>,
}

#[derive(Serialize)]
struct FileFacts {
    sha256: String,
    size: usize,
}

/// Adds `index.html`, `sw.js` and `build.json`, which all depend on the rest.
pub fn finish(site: &mut Site, page: &str, worker: &str) -> Result<()> {
    if !page.contains(BUILD_MARK) || !worker.contains(BUILD_MARK) || !worker.contains(FILES_MARK) {
        bail!("index.html or sw.js has lost its marks {BUILD_MARK} and {FILES_MARK}");
    }
    let mut everything = format!("{page}\n{worker}\n");
    for (path, content) in &site.files {
        everything.push_str(&format!("{path} {}\n", sha256(content)));
    }
    site.build = short_hash(everything.as_bytes());
    let page = page.replace(BUILD_MARK, &site.build);
    site.add("index.html", page);

    let list: BTreeMap<String, (String, bool)> = site
        .files
        .iter()
        .map(|(path, content)| (format!("/{path}"), (sha256(content), is_named(path))))
        .collect();
    let worker = worker
        .replace(BUILD_MARK, &site.build)
        .replace(FILES_MARK, &serde_json::to_string(&list)?);
    site.add("sw.js", worker);

    let facts = |content: &Vec<u8>| FileFacts {
        sha256: sha256(content),
        size: content.len(),
    };
    let files = site
        .files
        .iter()
        .map(|(path, content)| (path.as_str(), facts(content)))
        .collect();
    let manifest = serde_json::to_string_pretty(&Manifest {
        build: &site.build,
        files,
    })?;
    site.add("build.json", manifest);
    Ok(())
}

/// Whether the name changes with the content: all but the few that must be found by a fixed name.
fn is_named(path: &str) -> bool {
    !matches!(path, "index.html" | "manifest.webmanifest")
}
