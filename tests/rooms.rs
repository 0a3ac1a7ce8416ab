//! The rooms of the house and what each may name, checked on the text of the sources: an arrow that points the
//! wrong way compiles well and costs a year later.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that cannot go on stops"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 700;
const SQL_VERBS: [&str; 5] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE "];
/// What stands on the same line as a verb where it is SQL and not a sentence.
const SQL_WORDS: [&str; 9] = [
    " FROM ",
    " INTO ",
    " SET ",
    " TABLE ",
    " INDEX ",
    " VALUES",
    " VIEW ",
    " TRIGGER ",
    " WHERE ",
];
/// A statement that begins a string and goes on below.
const SQL_BEGINNINGS: [&str; 4] = ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE "];

/// One source file, without the text of its comments.
struct Source {
    /// Below the repository, with `/`.
    path: String,
    lines: Vec<String>,
}

impl Source {
    /// Which room of `src/` it is in: the first folder, or the file that stands for it.
    fn room(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or("");
        below.split('/').next().unwrap_or("").trim_end_matches(".rs")
    }

    /// `file:line: text` of every line for which `wrong` holds.
    fn report(&self, wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.lines.iter().enumerate().filter(|(_, line)| wrong(line));
        lines
            .map(|(index, line)| format!("{}:{}: {}", self.path, index + 1, line.trim()))
            .collect()
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "xtask", "build", "benches"] {
        collect(&root.join(folder), &mut files);
    }
    files.push(root.join("build.rs"));
    files.sort();
    let read = |file: &PathBuf| Source {
        path: file
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/"),
        lines: without_comments(&fs::read_to_string(file).unwrap()),
    };
    files.iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    collect_named(folder, "rs", files);
}

fn collect_named(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect_named(&path, ending, files);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            files.push(path);
        }
    }
}

/// Line comments go, lines stay where they are. A `//` inside a string (an address) is not a comment.
fn without_comments(text: &str) -> Vec<String> {
    let strip = |line: &str| {
        let mut in_string = false;
        let mut previous = ' ';
        for (at, letter) in line.char_indices() {
            match letter {
                '"' if previous != '\\' && previous != '\'' => in_string = !in_string,
                '/' if previous == '/' && !in_string => {
                    return line.chars().take(line[..at].chars().count() - 1).collect();
                }
                _ => {}
            }
            previous = letter;
        }
        line.to_owned()
    };
    text.lines().map(strip).collect()
}

/// Whether `line` names `word` as a whole path segment: `store::`, `crate::store`, `use rusqlite`.
fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (
            line[..at].chars().next_back(),
            line[at + word.len()..].chars().next(),
        );
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// Whether `line` names the room `room` of this crate.
fn names_room(line: &str, room: &str) -> bool {
    let grouped = line.contains("crate::{") || line.contains("cung_tien::{");
    ["crate::", "cung_tien::"]
        .iter()
        .any(|root| names(line, &format!("{root}{room}")))
        || grouped && names(line, room)
}

/// The rooms that `room` names although it may only name `allowed`; itself is always allowed.
fn strays(source: &Source, allowed: &[&str]) -> Vec<String> {
    let room = source.room();
    let forbidden: Vec<&str> = MAY_NAME
        .iter()
        .map(|(other, _)| *other)
        .filter(|other| *other != room && !allowed.contains(other))
        .collect();
    source.report(|line| forbidden.iter().any(|room| names_room(line, room)))
}

fn forbidden_names(source: &Source, words: &[&str]) -> Vec<String> {
    source.report(|line| words.iter().any(|word| names(line, word)))
}

fn assert_none(rule: &str, found: &[String]) {
    let mut list = String::new();
    for line in found {
        writeln!(list, "  {line}").unwrap();
    }
    assert!(found.is_empty(), "{rule}:\n{list}");
}

fn in_room<'a>(all: &'a [Source], room: &'a str) -> impl Iterator<Item = &'a Source> {
    all.iter()
        .filter(move |source| source.path.starts_with("src/") && source.room() == room)
}

/// Which rooms each room may name, besides itself: the table of ARCHITECTURE.md. Every other arrow points up.
const MAY_NAME: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("content", &["domain"]),
    ("i18n", &["domain"]),
    ("store", &["domain", "content"]),
    ("sync", &["domain"]),
    // … and one thing of the platform: the clock.
    ("core", &["store", "content", "domain", "sync", "platform"]),
    // … and the bytes of the bundled pack and the secrets of a bearer travel through it; the window starts the app.
    ("platform", &["core", "store", "domain", "sync"]),
    ("ui", &["core", "i18n", "domain", "platform"]),
    ("server", &["domain", "sync"]),
];

#[test]
fn every_room_names_only_what_it_may() {
    let all = sources();
    for (room, allowed) in MAY_NAME {
        let files: Vec<&Source> = in_room(&all, room).collect();
        assert!(!files.is_empty(), "there is no room {room}");
        let found: Vec<String> = files
            .iter()
            .flat_map(|source| strays(source, allowed))
            .filter(|line| !(room == "platform" && line.contains(".launch(crate::ui::Root)")))
            .collect();
        assert_none(&format!("{room} may name {allowed:?} only"), &found);
    }
}

#[test]
fn every_room_of_the_sources_has_its_rule() {
    let ruled: Vec<&str> = MAY_NAME.iter().map(|(room, _)| *room).collect();
    let unruled: Vec<String> = sources()
        .iter()
        .filter(|source| source.path.starts_with("src/"))
        .filter(|source| !["lib", "main", "bin"].contains(&source.room()) && !ruled.contains(&source.room()))
        .map(|source| source.path.clone())
        .collect();
    assert_none("a room without a rule", &unruled);
}

#[test]
fn the_domain_does_nothing_outside() {
    let outside = [
        "rusqlite", "dioxus", "reqwest", "axum", "tokio", "web_sys", "js_sys", "std::fs", "std::net",
    ];
    let all = sources();
    let found: Vec<String> = in_room(&all, "domain")
        .flat_map(|source| forbidden_names(source, &outside))
        .collect();
    assert_none("domain reaches nothing outside", &found);
}

#[test]
fn libraries_stay_where_they_belong() {
    // Each library and the rooms that may name it.
    let rules: [(&str, &[&str]); 5] = [
        ("dioxus", &["ui", "platform"]),
        ("rusqlite", &["store", "server"]),
        ("reqwest", &["sync", "platform"]),
        ("axum", &["server"]),
        ("web_sys", &["platform"]),
    ];
    let all = sources();
    for (library, rooms) in rules {
        let found: Vec<String> = all
            .iter()
            .filter(|source| {
                source.path.starts_with("src/") && !["lib", "main", "bin"].contains(&source.room())
            })
            .filter(|source| !rooms.contains(&source.room()))
            .flat_map(|source| forbidden_names(source, &[library]))
            .collect();
        assert_none(&format!("{library} is for {rooms:?}"), &found);
    }
}

#[test]
fn the_core_names_only_the_clock_of_the_platform() {
    let all = sources();
    let found: Vec<String> = in_room(&all, "core")
        .flat_map(|source| {
            source.report(|line| names_room(line, "platform") && !line.contains("platform::clock"))
        })
        .collect();
    assert_none("core may name platform::clock only", &found);
}

#[test]
fn sqlite_stays_below_the_trait_of_the_server_s_storage() {
    let all = sources();
    let found: Vec<String> = in_room(&all, "server")
        .filter(|source| !source.path.starts_with("src/server/storage/sqlite"))
        .flat_map(|source| forbidden_names(source, &["rusqlite"]))
        .collect();
    assert_none("rusqlite is for server/storage/sqlite only", &found);
}

#[test]
fn sql_lives_in_the_stores() {
    let all = sources();
    let elsewhere = all.iter().filter(|source| {
        let path = &source.path;
        path.starts_with("src/") && !path.starts_with("src/store") && !path.starts_with("src/server/storage")
    });
    let found: Vec<String> = elsewhere.flat_map(|source| source.report(is_sql)).collect();
    assert_none(
        "SQL is written under src/store/ and src/server/storage/ only",
        &found,
    );
}

/// Reading how the database is set up is no statement of the store's.
#[test]
fn statements_have_files_of_their_own() {
    let all = sources();
    let found: Vec<String> = all
        .iter()
        .filter(|source| {
            source.path.starts_with("src/store") || source.path.starts_with("src/server/storage")
        })
        .flat_map(|source| {
            source.report(|line| {
                is_sql(line) && !line.contains("include_str!") && !line.trim().starts_with("\"")
            })
        })
        .collect();
    assert_none("a statement is in a .sql file", &found);

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src/store", "src/server/storage"] {
        collect_named(&root.join(folder), "sql", &mut files);
    }
    assert!(files.len() > 100, "{} files", files.len());
    let several: Vec<String> = files
        .iter()
        .filter(|file| {
            fs::read_to_string(file)
                .unwrap()
                .trim()
                .trim_end_matches(';')
                .contains(';')
        })
        .map(|file| file.display().to_string())
        .collect();
    assert_none("one statement a file", &several);
}

fn is_sql(line: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
    has(&SQL_VERBS) && has(&SQL_WORDS) || has(&SQL_BEGINNINGS) || line.contains(".sql\"")
}

#[test]
fn unsafe_code_stays_in_platform() {
    let all = sources();
    let found: Vec<String> = all
        .iter()
        .filter(|source| source.room() != "platform" && source.path != "tests/rooms.rs")
        .flat_map(|source| source.report(is_unsafe))
        .collect();
    assert_none("unsafe is for the shells, in src/platform/", &found);
}

/// The keyword, and not the word in a header or a name.
fn is_unsafe(line: &str) -> bool {
    ["{", "fn ", "impl ", "extern ", "trait "]
        .iter()
        .any(|next| names(line, "unsafe") && line.contains(&format!("unsafe {next}")))
        || line.contains("#[unsafe(")
}

#[test]
fn no_file_is_too_long_to_read() {
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| source.lines.len() > LONGEST_FILE)
        .map(|source| {
            format!(
                "{}:{}: longer than {LONGEST_FILE} lines",
                source.path,
                source.lines.len()
            )
        })
        .collect();
    assert_none("a file is one thought", &found);
}

/// The rules above are worth what these finders find.
#[test]
fn the_finders_find() {
    let source = |path: &str, text: &str| Source {
        path: path.into(),
        lines: without_comments(text),
    };

    let stray = source(
        "src/domain/a.rs",
        "use crate::domain::b;\n// use crate::ui;\nuse crate::store::Db;",
    );
    assert_eq!(strays(&stray, &[]), ["src/domain/a.rs:3: use crate::store::Db;"]);
    let grouped = source("src/ui/a.rs", "use crate::{core, store};");
    assert_eq!(strays(&grouped, &["core"]).len(), 1);
    let similar = source(
        "src/ui/a.rs",
        "use crate::i18n::store_words; let restore = 1; let store = use_store();",
    );
    assert!(strays(&similar, &["i18n"]).is_empty());

    assert!(is_unsafe("let x = unsafe { y() };") && is_unsafe("unsafe impl Send for A {}"));
    assert!(!is_unsafe("style-src-attr 'unsafe-inline'") && !is_unsafe("let unsafely = {};"));
    assert!(is_sql(r#"let q = "SELECT a FROM b";"#) && is_sql(r#"include_str!("add.sql")"#));
    assert!(is_sql("  SELECT a FROM b") && is_sql(r#"let q = "UPDATE a"#));
    assert!(!is_sql(r#"let title = "CREATE something";"#));
    assert_eq!(
        without_comments(r#"let a = "https://x"; // SELECT"#),
        [r#"let a = "https://x"; "#]
    );
}
