//! The build's own check of the app's words: what one language has and another lacks does not build.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use cung_tien::{content, domain};

#[path = "../build/messages.rs"]
#[allow(dead_code, reason = "the build script uses all of it")]
mod messages;

use std::fs;
use std::path::Path;

/// What the build says of these words.
fn says(vi: &str, en: &str) -> Result<String, Vec<String>> {
    let root = tempfile::tempdir().expect("a folder");
    for (lang, text) in [("vi", vi), ("en", en)] {
        let folder = root.path().join("locales").join(lang);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("app.ftl"), text).expect("written");
    }
    messages::generate(root.path())
}

#[test]
fn the_words_of_the_app_are_sound() {
    messages::generate(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("no problem");
}

#[test]
fn every_message_becomes_a_function_with_its_arguments() {
    let code = says("hello = Chào { $name }\n", "hello = Hello { $name }\n").expect("no problem");
    assert!(code.contains("fn hello") && code.contains("name"), "{code}");
}

#[test]
fn what_one_language_lacks_does_not_build() {
    let problems = says("a = A\nb = B\n", "a = A\n").expect_err("a problem");
    assert_eq!(
        problems,
        ["locales/vi/app.ftl:2: “b” is missing in the language “en”"]
    );
    let problems = says("a = A\n", "a = A\nc = C\n").expect_err("a problem");
    assert_eq!(
        problems,
        ["locales/en/app.ftl:2: “c” is missing in the language “vi”"]
    );
}

#[test]
fn another_variable_in_another_language_does_not_build() {
    let problems = says("a = { $count } bài\n", "a = { $number } lessons\n").expect_err("a problem");
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(
        problems
            .iter()
            .all(|problem| problem.contains("uses other variables")),
        "{problems:?}"
    );
}
