//! What an author of a tutorial can get wrong, and what the checker says: the file, the line, plain words.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

// build/content.rs is the build script's, and finds these rooms at its crate's root.
use cung_tien::{content, domain};
#[path = "../build/content.rs"]
mod content_source;

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const STRUCTURE: &str = "assets/tutorials/vneid/vneid-login.toml";
const VI: &str = "locales/vi/tutorials/vneid-login.ftl";
const EN: &str = "locales/en/tutorials/vneid-login.ftl";

/// A copy of the content, to be spoilt.
struct Author(TempDir);

impl Author {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["assets/tutorials", "locales"] {
            copy(&root.join(part), &folder.path().join(part));
        }
        Self(folder)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("a file")
    }

    /// Puts `new` for the first `old`; says in which line.
    fn change(&self, file: &str, old: &str, new: &str) -> usize {
        let text = self.text(file);
        let at = text.find(old).expect("what is to be changed is there");
        fs::write(self.path(file), text.replacen(old, new, 1)).expect("written");
        text[..at].matches('\n').count() + 1
    }

    fn append(&self, file: &str, more: &str) -> usize {
        let text = self.text(file);
        fs::write(self.path(file), format!("{text}{more}\n")).expect("written");
        text.matches('\n').count() + 1
    }

    fn problems(&self) -> Vec<String> {
        content_source::read(self.0.path()).err().unwrap_or_default()
    }

    /// Exactly one thing is wrong, and this is where and what.
    #[track_caller]
    fn assert_told(&self, file: &str, line: usize, what: &str) {
        let problems = self.problems();
        let place = format!("{file}:{line}: ");
        assert!(
            problems.len() == 1 && problems[0].starts_with(&place) && problems[0].contains(what),
            "expected “{place}… {what}”, got {problems:#?}"
        );
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

#[test]
fn the_content_as_it_is_is_sound() {
    assert_eq!(Author::new().problems(), Vec::<String>::new());
}

#[test]
fn a_step_on_a_screen_that_is_not_there() {
    let author = Author::new();
    let line = author.change(
        STRUCTURE,
        "id = \"find-wallet\"\nscreen = \"home\"",
        "id = \"find-wallet\"\nscreen = \"hoem\"",
    );
    let problems = author.problems();
    let place = format!("{STRUCTURE}:{line}: “find-wallet”: ");
    assert!(
        problems
            .iter()
            .any(|p| p.starts_with(&place) && p.contains("“hoem” that is not here")),
        "{problems:#?}"
    );
    // The screen it should have been on is now used by nobody, and its words by nothing.
    let unused = author
        .text(STRUCTURE)
        .lines()
        .position(|line| line == "id = \"home\"");
    let place = format!("{STRUCTURE}:{}: “home”: ", unused.expect("the screen") + 1);
    assert!(problems.iter().any(|p| p.starts_with(&place)), "{problems:#?}");
}

#[test]
fn a_target_that_is_not_on_its_screen() {
    let author = Author::new();
    author.change(STRUCTURE, "target = \"log-in\"", "target = \"login\"");
    let problems = author.problems();
    assert!(
        problems
            .iter()
            .any(|p| p.starts_with(STRUCTURE) && p.contains("there is no “login” on the screen “login”")),
        "{problems:#?}"
    );
}

#[test]
fn an_open_tab_that_is_not_on_its_bar() {
    let author = Author::new();
    author.change(
        STRUCTURE,
        "kind = \"bottom-bar\"",
        "kind = \"bottom-bar\"\nopen = \"tab-shop\"",
    );
    let problems = author.problems();
    let told = |p: &String| p.starts_with(STRUCTURE) && p.contains("has no tab “tab-shop”");
    assert!(problems.iter().any(told), "{problems:#?}");
}

#[test]
fn a_sentence_that_is_missing() {
    let author = Author::new();
    author.change(VI, "step-log-in-hint = ", "step-log-in-hnit = ");
    let line = author
        .text(VI)
        .lines()
        .position(|l| l.starts_with("step-log-in-hnit"))
        .expect("there")
        + 1;
    let problems = author.problems();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(
        problems.iter().any(|p| p.starts_with(&format!("{VI}:"))
            && p.contains("“step-log-in-hint”: this sentence is missing")),
        "{problems:#?}"
    );
    let extra = format!("{VI}:{line}: “step-log-in-hnit”: nothing uses this sentence");
    assert!(problems.contains(&extra), "{problems:#?}");
}

#[test]
fn a_sentence_that_nothing_uses() {
    let author = Author::new();
    let line = author.append(EN, "farewell = Good bye.");
    author.assert_told(EN, line, "“farewell”: nothing uses this sentence");
}

#[test]
fn a_sentence_that_only_one_language_has() {
    let author = Author::new();
    let line = author.append(VI, "step-open-app-spoken = { $You } chạm vào ứng dụng.");
    let problems = author.problems();
    assert!(line > 1);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].starts_with(&format!("{EN}:"))
            && problems[0].contains("another language has this sentence"),
        "{problems:#?}"
    );
}

#[test]
fn a_variable_that_nobody_fills_in() {
    let author = Author::new();
    let line = author.change(
        VI,
        "remember = Mật khẩu là của riêng { $you }.",
        "remember = Mật khẩu của { $name }.",
    );
    author.assert_told(VI, line, "not $name");
}

#[test]
fn a_function_is_no_way_around_the_variables() {
    let author = Author::new();
    let line = author.change(
        VI,
        "remember = Mật khẩu",
        "remember = { NUMBER($count) } mật khẩu",
    );
    author.assert_told(VI, line, "“remember”: ");
}

#[test]
fn a_sample_that_could_be_somebody_s_number() {
    let author = Author::new();
    author.change(STRUCTURE, "000 000 000 123", "074 123 456 789");
    let line = author
        .text(STRUCTURE)
        .lines()
        .position(|l| l == "id = \"enter-number\"")
        .expect("there")
        + 1;
    author.assert_told(STRUCTURE, line, "must be fictional and start with 000");
}

#[test]
fn a_real_number_in_a_sentence() {
    let author = Author::new();
    let line = author.change(
        VI,
        "step-open-app-hint = { $You } tìm hình tấm thẻ",
        "step-open-app-hint = { $You } gọi 0912 345 678, tìm hình tấm thẻ",
    );
    author.assert_told(VI, line, "“step-open-app-hint”: ");
}

#[test]
fn a_success_that_does_not_say_where_it_was() {
    for (words, place, name) in [
        (VI, " trên màn hình tập", "“màn hình tập”"),
        (EN, " on the practice screen", "“practice screen”"),
    ] {
        let author = Author::new();
        let line = author.change(words, place, "");
        author.assert_told(words, line, name);
    }
}

#[test]
fn a_source_whose_address_is_cut() {
    let author = Author::new();
    let line = author.change(STRUCTURE, "https://dean06.hanam", "dean06.hanam");
    author.assert_told(STRUCTURE, line, "from http:// or https:// on");
}

#[test]
fn nine_steps() {
    let author = Author::new();
    let mut steps = String::new();
    let mut words = String::new();
    for n in 6..=9 {
        steps.push_str(&format!(
            "\n[[steps]]\nid = \"again-{n}\"\nscreen = \"home\"\naction = {{ do = \"tap\", target = \"tab-me\" }}\n"
        ));
        for part in ["", "-hint", "-wrong"] {
            words.push_str(&format!("step-again-{n}{part} = A B C\n"));
        }
    }
    author.append(STRUCTURE, &steps);
    author.append(VI, &words);
    author.append(EN, &words);
    let line = author
        .text(STRUCTURE)
        .lines()
        .position(|l| l.contains("steps"))
        .expect("there")
        + 1;
    author.assert_told(STRUCTURE, line, "a tutorial has 1 to 8 steps, this one has 9");
}

#[test]
fn an_id_that_is_not_the_file_s_name() {
    let author = Author::new();
    let line = author.change(STRUCTURE, "id = \"vneid-login\"", "id = \"vneid-signin\"");
    for words in [VI, EN] {
        let renamed = words.replace("vneid-login", "vneid-signin");
        fs::rename(author.path(words), author.path(&renamed)).expect("renamed");
    }
    let problems = author.problems();
    let expected = format!("{STRUCTURE}:{line}: the id is not the file's name");
    assert!(problems.contains(&expected), "{problems:#?}");
}

#[test]
fn a_file_in_another_system_s_folder() {
    let author = Author::new();
    let moved = "assets/tutorials/fraud/vneid-login.toml";
    fs::rename(author.path(STRUCTURE), author.path(moved)).expect("moved");
    author.assert_told(moved, 2, "the file is not in its system's folder");
}

#[test]
fn toml_that_is_none() {
    let author = Author::new();
    let line = author.change(STRUCTURE, "minutes = 4", "minutes = = 4");
    author.assert_told(STRUCTURE, line, "");
}

#[test]
fn an_element_of_no_known_kind() {
    let author = Author::new();
    author.change(STRUCTURE, "kind = \"tile-grid\"", "kind = \"tile-gird\"");
    let problems = author.problems();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].starts_with(&format!("{STRUCTURE}:")) && problems[0].contains("tile-gird"),
        "{problems:#?}"
    );
}

#[test]
fn fluent_that_is_none() {
    for spoilt in ["goal = { $you", "goal { $you }", "= goal", "?? goal"] {
        let author = Author::new();
        let line = author.change(VI, "goal = ", &format!("{spoilt}\ngoal = "));
        let problems = author.problems();
        let place = format!("{VI}:{line}: this line is not Fluent");
        assert!(
            problems.first().is_some_and(|p| p.starts_with(&place)),
            "“{spoilt}” in line {line}: {problems:#?}"
        );
    }
}

#[test]
fn a_key_that_is_there_twice() {
    let author = Author::new();
    let line = author.append(VI, "title = Một tên khác");
    author.assert_told(VI, line, "the key “title” is here twice");
}

#[test]
fn words_that_are_missing_altogether() {
    let author = Author::new();
    fs::remove_file(author.path(EN)).expect("removed");
    author.assert_told(EN, 1, "this file is missing");
}

#[test]
fn words_without_a_tutorial() {
    let author = Author::new();
    let stray = "locales/vi/tutorials/zalo-call.ftl";
    fs::write(author.path(stray), "title = Gọi Zalo\n").expect("written");
    author.assert_told(stray, 1, "no tutorial has this name");
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let author = Author::new();
    author.change(STRUCTURE, "minutes = 4", "minutes = 40");
    author.append("locales/vi/tutorials/three-secrets.ftl", "farewell = Chào.");
    fs::write(author.path("assets/tutorials/pack.toml"), "version = one\n").expect("written");
    let problems = author.problems();
    assert_eq!(problems.len(), 3, "{problems:#?}");
}
