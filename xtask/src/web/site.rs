//! The files of one build, and the names they got from their content.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};

/// Enough of SHA-256 in a name that two contents never share one.
const NAME_HASH_CHARS: usize = 16;

/// One build in memory. Paths have no leading slash.
#[derive(Default)]
pub struct Site {
    /// A short hash of everything in it.
    pub build: String,
    /// Path → content.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Name in the source → name in the build.
    names: BTreeMap<String, String>,
}

impl Site {
    /// Adds a file under its own name.
    pub fn add(&mut self, path: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), content.into());
    }

    /// Adds a file under a name that tells its content: `fonts/a.woff2` → `fonts/a-0123456789abcdef.woff2`.
    pub fn add_named(&mut self, source: &str, content: impl Into<Vec<u8>>) {
        let content = content.into();
        let named = with_hash(source, &content);
        self.names.insert(source.to_owned(), named.clone());
        self.files.insert(named, content);
    }

    /// The build's name for a file that was added by [`Self::add_named`].
    pub fn named(&self, source: &str) -> Result<&str> {
        match self.names.get(source) {
            Some(named) => Ok(named),
            None => bail!("there is no {source} in this build"),
        }
    }

    /// Puts the build's names where `text` uses the source's: in quotes or in `url()`, after `/` or `./`.
    pub fn rewrite(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (source, named) in &self.names {
            for (open, close) in [("\"", "\""), ("'", "'"), ("(", ")"), ("`", "`")] {
                for prefix in ["/", "./"] {
                    text = text.replace(
                        &format!("{open}{prefix}{source}{close}"),
                        &format!("{open}{prefix}{named}{close}"),
                    );
                }
            }
        }
        text
    }

    /// Fails if a style sheet asks for a file this build does not have: it would be a silent hole on the screen.
    pub fn check_urls(&self, css: &str) -> Result<()> {
        for part in css.split("url(").skip(1) {
            let address = part
                .split(')')
                .next()
                .unwrap_or_default()
                .trim_matches(['"', '\'', ' ']);
            let inline = address.starts_with("data:") || address.starts_with('#');
            if !inline && !self.files.contains_key(address.trim_start_matches('/')) {
                bail!("a style sheet uses url({address}), which is no file under assets/");
            }
        }
        Ok(())
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The first characters of the hash, as used in names.
pub fn short_hash(content: &[u8]) -> String {
    sha256(content).chars().take(NAME_HASH_CHARS).collect()
}

fn with_hash(path: &str, content: &[u8]) -> String {
    let hash = short_hash(content);
    // The suffix that browsers' tools know a module's binary half by stays at the end.
    for ending in ["_bg.wasm"] {
        if let Some(stem) = path.strip_suffix(ending) {
            return format!("{stem}-{hash}{ending}");
        }
    }
    match path.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{path}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_content_and_keeps_its_ending() {
        let (one, other) = (with_hash("app.js", b"1"), with_hash("app.js", b"2"));
        assert_ne!(one, other);
        assert!(one.starts_with("app-") && one.ends_with(".js"), "{one}");
        assert!(with_hash("app_bg.wasm", b"1").ends_with("_bg.wasm"));
    }

    #[test]
    fn names_are_rewritten_only_where_they_are_addresses() {
        let mut site = Site::default();
        site.add_named("app.js", "x");
        let named = with_hash("app.js", b"x");
        let text = r#"import('./app.js'); "/app.js"; url(/app.js); // app.js"#;
        let expected = format!(r#"import('./{named}'); "/{named}"; url(/{named}); // app.js"#);
        assert_eq!(site.rewrite(text), expected);
    }

    #[test]
    fn a_style_sheet_cannot_ask_for_a_file_that_is_not_there() {
        let mut site = Site::default();
        site.add("fonts/a.woff2", "font");
        assert!(
            site.check_urls(r#"src: url("/fonts/a.woff2"), url(data:font/woff2;base64,AA)"#)
                .is_ok()
        );
        assert!(site.check_urls(r#"src: url("/fonts/b.woff2")"#).is_err());
    }
}
