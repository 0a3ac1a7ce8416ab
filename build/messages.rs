//! Turns `locales/<lang>/*.ftl` into typed functions, one per message.
//!
//! A missing key or argument does not compile; a message that one language has and another lacks, or that
//! uses other variables there, fails the build here with its file and line.

use crate::content::words::{ADDRESS_VARIABLES, MessageSources};
use crate::domain::learner::Lang;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Where what she learns is kept: `Tr` knows it, as it knows the form of address.
pub const RETENTION_VARIABLE: &str = "kept";

struct Found {
    file: String,
    line: usize,
    variables: Vec<String>,
    text: String,
}

/// The Rust source of the messages, or every problem found, each as `file:line: message`.
pub fn generate(root: &Path) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut languages: BTreeMap<Lang, (BTreeMap<String, Found>, String)> = BTreeMap::new();
    for lang in Lang::ALL {
        languages.insert(lang, read(root, lang, &mut problems));
    }
    for (lang, (messages, _)) in &languages {
        for (other, (others, _)) in &languages {
            for (key, found) in messages.iter().filter(|_| lang != other) {
                match others.get(key) {
                    None => problems.push(format!(
                        "{}:{}: “{key}” is missing in the language “{}”",
                        found.file,
                        found.line,
                        other.tag()
                    )),
                    Some(theirs) if theirs.variables != found.variables => problems.push(format!(
                        "{}:{}: “{key}” uses other variables than in the language “{}”",
                        found.file,
                        found.line,
                        other.tag()
                    )),
                    Some(_) => {}
                }
            }
        }
    }
    if problems.is_empty() {
        Ok(write(&languages))
    } else {
        problems.sort();
        problems.dedup();
        Err(problems)
    }
}

fn read(root: &Path, lang: Lang, problems: &mut Vec<String>) -> (BTreeMap<String, Found>, String) {
    let folder = root.join("locales").join(lang.tag());
    let mut files: Vec<_> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "ftl"))
        .collect();
    files.sort();
    let mut messages: BTreeMap<String, Found> = BTreeMap::new();
    let mut all = String::new();
    for path in files {
        let file = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        let source = fs::read_to_string(&path).unwrap_or_default();
        match MessageSources::read(&source) {
            Err(errors) => problems.extend(
                errors
                    .into_iter()
                    .map(|(line, what)| format!("{file}:{line}: {what}")),
            ),
            Ok(parsed) => {
                for (key, message) in parsed.0 {
                    let line = source
                        .lines()
                        .position(|l| l.split('=').next().is_some_and(|k| k.trim() == key))
                        .map_or(1, |index| index + 1);
                    let variables: Vec<String> = message
                        .variables
                        .into_iter()
                        .filter(|v| !ADDRESS_VARIABLES.contains(&v.as_str()) && v != RETENTION_VARIABLE)
                        .collect();
                    let found = Found {
                        file: file.clone(),
                        line,
                        variables,
                        text: message.fluent,
                    };
                    if let Some(first) = messages.insert(key.clone(), found) {
                        problems.push(format!("{file}:{line}: “{key}” is also in {}", first.file));
                    }
                }
            }
        }
        all.push_str(&source);
        all.push('\n');
    }
    (messages, all)
}

fn write(languages: &BTreeMap<Lang, (BTreeMap<String, Found>, String)>) -> String {
    let mut code = String::new();
    for (lang, (_, source)) in languages {
        let name = lang.tag().to_uppercase();
        let _ = writeln!(code, "const SOURCE_{name}: &str = {source:?};\n");
    }
    code.push_str("impl Tr {\n");
    if let Some((messages, _)) = languages.get(&Lang::Vi) {
        for (key, found) in messages {
            let text = found.text.trim().replace('\n', " ");
            let _ = writeln!(code, "    /// `{text}`");
            let name = key.replace('-', "_");
            let arguments: String = found
                .variables
                .iter()
                .map(|v| format!(", {}: impl Into<FluentValue<'static>>", v.replace('-', "_")))
                .collect();
            let values: String = found
                .variables
                .iter()
                .map(|v| format!("({v:?}, {}.into())", v.replace('-', "_")))
                .collect::<Vec<_>>()
                .join(", ");
            let _ = writeln!(code, "    #[must_use]");
            let _ = writeln!(code, "    pub fn {name}(&self{arguments}) -> String {{");
            let _ = writeln!(code, "        self.say({key:?}, vec![{values}])");
            let _ = writeln!(code, "    }}\n");
        }
    }
    code.push_str("}\n");
    code
}
