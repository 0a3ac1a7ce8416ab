//! Reads the tutorials' files, checks them with the app's own checker, and makes the pack.
//!
//! Used by the build script and by `cargo xtask content`; errors come as `file:line: what is wrong`.

use crate::content::check::{Where, check};
use crate::content::pack::{Pack, PackedTutorial};
use crate::content::words::MessageSources;
use crate::domain::learner::Lang;
use crate::domain::tutorial::Tutorial;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where tutorials' structures are, by system.
pub const STRUCTURES: &str = "assets/tutorials";

#[derive(Deserialize)]
struct PackHeader {
    version: u32,
}

/// The pack made of everything below `root`, or every problem found, each as `file:line: message`.
pub fn read(root: &Path) -> Result<Pack, Vec<String>> {
    let mut problems = Vec::new();
    let header_file = root.join(STRUCTURES).join("pack.toml");
    let version = match fs::read_to_string(&header_file)
        .map_err(|e| e.to_string())
        .and_then(|text| toml::from_str::<PackHeader>(&text).map_err(|e| e.message().to_owned()))
    {
        Ok(header) => header.version,
        Err(why) => {
            problems.push(format!("{}:1: {why}", shown(root, &header_file)));
            0
        }
    };
    let mut tutorials = Vec::new();
    for file in structure_files(&root.join(STRUCTURES)) {
        match read_one(root, &file) {
            Ok(packed) => tutorials.push(packed),
            Err(found) => problems.extend(found),
        }
    }
    problems.extend(orphans(root, &tutorials));
    if problems.is_empty() {
        Ok(Pack { version, tutorials })
    } else {
        Err(problems)
    }
}

fn shown(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).display().to_string()
}

fn structure_files(folder: &Path) -> Vec<PathBuf> {
    let list = |dir: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(dir).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|e| e.path()).collect();
        paths.sort();
        paths
    };
    list(folder)
        .into_iter()
        .filter(|p| p.is_dir())
        .flat_map(|dir| list(&dir))
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect()
}

fn words_file(root: &Path, lang: Lang, id: &str) -> PathBuf {
    root.join(format!("locales/{}/tutorials/{id}.ftl", lang.tag()))
}

fn read_one(root: &Path, file: &Path) -> Result<PackedTutorial, Vec<String>> {
    let at = |line: usize, message: &str| format!("{}:{line}: {message}", shown(root, file));
    let text = fs::read_to_string(file).map_err(|e| vec![at(1, &e.to_string())])?;
    let tutorial: Tutorial = toml::from_str(&text).map_err(|e| {
        let line = e
            .span()
            .and_then(|span| text.get(..span.start))
            .map_or(1, |before| before.matches('\n').count() + 1);
        vec![at(line, e.message())]
    })?;

    let mut problems = Vec::new();
    let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    if stem != tutorial.id.as_str() {
        problems.push(at(
            line_of(&text, tutorial.id.as_str()),
            "the id is not the file's name",
        ));
    }
    let folder = file.parent().and_then(Path::file_name).and_then(|s| s.to_str());
    let system = serde_json::to_value(tutorial.system).unwrap_or_default();
    if folder != system.as_str() {
        problems.push(at(
            line_of(&text, "system"),
            "the file is not in its system's folder",
        ));
    }

    let mut sources = BTreeMap::new();
    let mut words = BTreeMap::new();
    for lang in Lang::ALL {
        let path = words_file(root, lang, tutorial.id.as_str());
        let Ok(source) = fs::read_to_string(&path) else {
            problems.push(format!("{}:1: this file is missing", shown(root, &path)));
            continue;
        };
        match MessageSources::read(&source) {
            Ok(messages) => {
                words.insert(lang, messages);
            }
            Err(errors) => problems.extend(
                errors
                    .into_iter()
                    .map(|(line, message)| format!("{}:{line}: {message}", shown(root, &path))),
            ),
        }
        sources.insert(lang, source);
    }
    if problems.is_empty() {
        for problem in check(&tutorial, &words) {
            let (path, line) = match &problem.place {
                Where::Structure(near) => (file.to_owned(), line_of(&text, near)),
                Where::Words(lang, key) => {
                    let source = sources.get(lang).map_or("", String::as_str);
                    (
                        words_file(root, *lang, tutorial.id.as_str()),
                        line_of_key(source, key),
                    )
                }
                Where::WordsLine(lang, line) => (words_file(root, *lang, tutorial.id.as_str()), *line),
            };
            let what = match &problem.place {
                Where::Structure(near) | Where::Words(_, near) => format!("“{near}”: "),
                Where::WordsLine(..) => String::new(),
            };
            problems.push(format!(
                "{}:{line}: {what}{}",
                shown(root, &path),
                problem.message
            ));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let structure = serde_json::to_value(&tutorial).map_err(|e| vec![at(1, &e.to_string())])?;
    Ok(PackedTutorial {
        structure,
        words: sources,
    })
}

/// Words without a tutorial would never be seen by the checker again.
fn orphans(root: &Path, tutorials: &[PackedTutorial]) -> Vec<String> {
    let known = |id: &str| {
        tutorials
            .iter()
            .any(|t| t.structure.get("id").and_then(|v| v.as_str()) == Some(id))
    };
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        let folder = root.join(format!("locales/{}/tutorials", lang.tag()));
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            let has_structure = structure_files(&root.join(STRUCTURES))
                .iter()
                .any(|file| file.file_stem() == path.file_stem());
            if !known(stem) && !has_structure {
                problems.push(format!("{}:1: no tutorial has this name", shown(root, &path)));
            }
        }
    }
    problems
}

fn line_of(text: &str, near: &str) -> usize {
    let quoted = format!("\"{near}\"");
    let find = |needle: &str| text.lines().position(|line| line.contains(needle));
    find(&quoted).or_else(|| find(near)).map_or(1, |index| index + 1)
}

fn line_of_key(source: &str, key: &str) -> usize {
    source
        .lines()
        .position(|line| line.split('=').next().is_some_and(|k| k.trim() == key))
        .map_or(1, |index| index + 1)
}
