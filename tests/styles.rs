//! The style sheets in browsers that do not know all of them: what one of them does not know takes nothing else with it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::path::{Path, PathBuf};

/// Selectors that a browser the app still runs in does not know. A list with one of them is dropped whole.
const NEW_SELECTORS: [&str; 6] = [
    ":has(",
    ":focus-visible",
    ":user-",
    ":popover-open",
    ":open",
    "::part(",
];
/// Values that such a browser drops, with the declaration they stand in.
const NEW_VALUES: [&str; 16] = [
    "dvh",
    "dvw",
    "svh",
    "svw",
    "lvh",
    "lvw",
    "cqw",
    "cqh",
    "cqi",
    "cqb",
    "cqmin",
    "cqmax",
    "color-mix(",
    "oklch(",
    "light-dark(",
    "clip",
];
/// Blocks that only browsers read which know what is in them, too.
const GUARDS: [&str; 2] = ["@container", "@supports"];

fn sheets() -> Vec<PathBuf> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut sheets = Vec::new();
    for folder in ["styles", "web"] {
        let entries = std::fs::read_dir(assets.join(folder)).expect("a folder of assets");
        sheets.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    sheets.retain(|path| path.extension().is_some_and(|ending| ending == "css"));
    sheets.sort();
    sheets
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    out
}

/// A list, cut at the commas that are in no bracket.
fn list(text: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    text.split(|c| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    })
    .map(str::trim)
    .collect()
}

/// The unit or the word is there as one, not as a part of another.
fn says(value: &str, new: &str) -> bool {
    value.match_indices(new).any(|(at, _)| {
        let before = value.get(..at).and_then(|before| before.chars().next_back());
        let after = value.get(at + new.len()..).and_then(|after| after.chars().next());
        let begins = new.ends_with('(') || new == "clip";
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
        let ends = new.ends_with('(') || !joined(after);
        ends && if begins {
            !joined(before)
        } else {
            before.is_some_and(|c| c.is_ascii_digit())
        }
    })
}

/// What is wrong with a rule: its selectors, and its declarations in order.
fn judge(selectors: &str, body: &str, guarded: bool, faults: &mut Vec<String>) {
    let selectors = list(selectors);
    let new = |selector: &&str| NEW_SELECTORS.iter().any(|new| selector.contains(new));
    let (with, without): (Vec<&str>, Vec<&str>) = selectors.into_iter().partition(|s| new(s));
    if !with.is_empty() && !without.is_empty() {
        faults.push(format!(
            "{} takes {} with it",
            with.join(", "),
            without.join(", ")
        ));
    }
    let mut before: Vec<&str> = Vec::new();
    for declaration in body.split(';') {
        let Some((property, value)) = declaration.split_once(':') else {
            continue;
        };
        let (property, value) = (property.trim(), value.trim());
        let is_new = NEW_VALUES.iter().any(|new| says(value, new)) && property != "text-overflow";
        if is_new && !guarded && !before.contains(&property) {
            faults.push(format!("“{property}: {value}” has no older one before it"));
        }
        if !is_new {
            before.push(property);
        }
    }
}

/// Everything that is wrong in a sheet.
fn faults(css: &str) -> Vec<String> {
    let css = without_comments(css);
    let mut faults = Vec::new();
    // What is open: each with its own beginning.
    let mut open: Vec<String> = Vec::new();
    let mut text = String::new();
    for c in css.chars() {
        match c {
            '{' => open.push(std::mem::take(&mut text).trim().to_owned()),
            '}' => {
                let body = std::mem::take(&mut text);
                let begins = open.pop().unwrap_or_default();
                let guarded = open
                    .iter()
                    .any(|outer| GUARDS.iter().any(|guard| outer.starts_with(guard)));
                if !begins.starts_with('@') {
                    judge(&begins, &body, guarded, &mut faults);
                }
            }
            ';' if open.is_empty() => text.clear(),
            c => text.push(c),
        }
    }
    faults
}

#[test]
fn no_rule_falls_with_a_selector_or_a_value_that_a_browser_does_not_know() {
    let sheets = sheets();
    assert!(sheets.len() > 15);
    let mut found = Vec::new();
    for sheet in sheets {
        let css = std::fs::read_to_string(&sheet).expect("a style sheet");
        let name = sheet.file_name().expect("a name").to_string_lossy().into_owned();
        found.extend(faults(&css).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_faults_are_found() {
    for bad in [
        ".a, .b:has(.c) { border: 0 }",
        "@media (x) { .a:focus-visible, .b { color: red } }",
        ".a { height: 100dvh }",
        ".a { height: 100vh; width: calc(1px + 3cqw) }",
        ".a { overflow-x: clip }",
        ".a { color: color-mix(in srgb, red, blue) }",
    ] {
        assert_eq!(faults(bad).len(), 1, "{bad}");
    }
    for good in [
        ".a:has(.b), .c:has(.d, .e) { border: 0 }",
        ".a { height: 100vh; height: 100dvh }",
        "@container x (width > 1px) { .a { height: 5cqh } }",
        ".a { overflow: hidden; overflow: clip; clip-path: inset(50%) }",
        "/* .a, .b:has(c) {} */ .b { background-clip: text }",
    ] {
        assert!(faults(good).is_empty(), "{good}: {:?}", faults(good));
    }
}
