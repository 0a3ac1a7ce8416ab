//! Every sentence about saving is true for where things are kept: in files that stay, in files that a browser may clear,
//! or nowhere.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use cung_tien::domain::learner::{Address, Lang, Preferences};
use cung_tien::domain::retention::Retention;
use cung_tien::i18n::Tr;
use fluent::{FluentArgs, FluentBundle, FluentResource};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Words that promise, or seem to, that something is kept.
const PROMISES: [(Lang, &[&str]); 2] = [
    (
        Lang::Vi,
        &[
            "đã lưu",
            "vẫn còn",
            "còn nguyên",
            "giữ nguyên",
            "vẫn giữ",
            "không mất",
            "đã ghi",
            "trên máy này",
            "trong máy",
            "để trên máy",
            "lấy lại",
            "không cần mạng",
        ],
    ),
    (
        Lang::En,
        &[
            "saved",
            "is kept",
            "keep them",
            "still here",
            "still there",
            "is lost",
            "on this phone",
            "noted",
            "undo",
            "no network needed",
        ],
    ),
];

/// What a window that keeps nothing may not say, in no sentence.
const TOO_MUCH: [(Lang, &[&str]); 2] = [
    (
        Lang::Vi,
        &[
            "đã lưu",
            "vẫn còn",
            "còn nguyên",
            "giữ nguyên",
            "không mất",
            "trên máy này",
            "không cần mạng",
        ],
    ),
    (
        Lang::En,
        &[
            "saved",
            "is kept",
            "still here",
            "still there",
            "is lost",
            "on this phone",
            "no network needed",
        ],
    ),
];

/// Sentences with such words that promise nothing of what is kept here, and why.
const OTHERWISE: [(&str, &[&str]); 7] = [
    (
        "it says that something is not saved, or gone",
        &[
            "practice-not-saved",
            "practice-not-saved-full",
            "practice-not-saved-gone",
            "settings-not-saved",
            "settings-not-saved-full",
            "trouble-gone-here",
            "trouble-newer",
            "trouble-damaged",
            "who-purge-sure",
            "ended-delete-sure",
            "about-practice",
        ],
    ),
    (
        "it is about a file or a paper of hers",
        &["settings-exported", "card-lead", "card-paper-how"],
    ),
    (
        "it is about the server, or another phone",
        &[
            "ask-why",
            "ask-sentence",
            "come-code-where",
            "devices-remove-also",
            "devices-remove-own-also",
            "delete-share-joined",
            "delete-share-own",
            "share-card-detail",
            "privacy-long",
        ],
    ),
    (
        "it says that a name goes nowhere else",
        &[
            "about-private",
            "new-name-private",
            "privacy-here-title",
            "privacy-here",
        ],
    ),
    (
        "it is a heading or a button",
        &[
            "about-offline-title",
            "privacy-stop-title",
            "privacy-stop",
            "who-take-back",
            "settings-delete-no",
            "who-purge-no",
            "ended-delete-no",
            "ended-delete",
            "ended-ask",
            "share-leave-no",
            "card-renew-no",
            "browser-anyway",
        ],
    ),
    (
        "it is about what this build or this phone can do, not about her lessons",
        &["come-none", "why-insecure", "errand-insecure"],
    ),
    (
        "it is said only where there are files",
        &["notice-moved", "who-deleted-title"],
    ),
];

type Bundle = FluentBundle<FluentResource>;

/// All words of a language, and the source of each message by key.
fn words(lang: Lang) -> (Bundle, BTreeMap<String, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(lang.tag());
    let mut bundle = FluentBundle::new(vec![lang.tag().parse().expect("a language")]);
    bundle.set_use_isolating(false);
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the words").flatten() {
        let Ok(text) = fs::read_to_string(entry.path()) else {
            continue;
        };
        let mut key = String::new();
        for line in text.lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split(" =").next().unwrap_or_default().to_owned();
            }
            let source = sources.entry(key.clone()).or_default();
            source.push_str(line);
            source.push('\n');
        }
        let resource = FluentResource::try_new(text).expect("Fluent");
        bundle.add_resource(resource).expect("no key twice");
    }
    (bundle, sources)
}

fn say(bundle: &Bundle, key: &str, kept: Retention) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in [("you", "bác"), ("You", "Bác"), ("kept", kept.word())] {
        args.set(name, value);
    }
    for number in ["count", "step", "total", "done", "found", "expected", "number"] {
        args.set(number, 3);
    }
    for word in [
        "name", "time", "day", "title", "server", "browser", "date", "version", "build",
    ] {
        args.set(word, "X");
    }
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    let mut errors = Vec::new();
    bundle
        .format_pattern(pattern.expect("a sentence"), Some(&args), &mut errors)
        .into_owned()
}

/// Whether it depends on where things are kept, itself or through a sentence in it.
fn depends(source: &str) -> bool {
    source.contains("$kept") || source.contains("{ still-here }")
}

fn has(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    words.iter().any(|word| lower.contains(word))
}

#[test]
fn a_sentence_about_saving_depends_on_where_things_are_kept() {
    let otherwise: BTreeSet<&str> = OTHERWISE.iter().flat_map(|(_, keys)| *keys).copied().collect();
    let mut found = Vec::new();
    for (lang, promises) in PROMISES {
        let (bundle, sources) = words(lang);
        for (key, source) in sources.iter().filter(|(key, _)| !key.is_empty()) {
            let text = say(&bundle, key, Retention::Durable);
            if has(&text, promises) && !depends(source) && !otherwise.contains(key.as_str()) {
                found.push(format!("{} {key}: {text}", lang.tag()));
            }
        }
    }
    assert!(found.is_empty(), "these promise too much:\n{}", found.join("\n"));
}

#[test]
fn what_lies_nowhere_is_never_said_to_be_kept() {
    for (lang, too_much) in TOO_MUCH {
        let (bundle, sources) = words(lang);
        let depending: Vec<_> = sources.iter().filter(|(_, source)| depends(source)).collect();
        assert!(depending.len() >= 20, "{}: {}", lang.tag(), depending.len());
        for (key, source) in depending {
            // Only a sentence whose promise is a reference has fewer variants itself.
            for word in ["[durable]", "[cleared]", "*[nowhere]"] {
                assert!(
                    source.contains(word) || source.contains("{ still-here }"),
                    "{} {key} has no {word}",
                    lang.tag()
                );
            }
            for kept in Retention::ALL {
                let text = say(&bundle, key, kept);
                assert!(!text.contains(['{', '}']), "{} {key}: {text}", lang.tag());
                if kept.no_files().is_some() {
                    assert!(!has(&text, too_much), "{} {key}: {text}", lang.tag());
                    assert_ne!(
                        text,
                        say(&bundle, key, Retention::Durable),
                        "{} {key}",
                        lang.tag()
                    );
                }
            }
        }
    }
}

#[test]
fn no_words_can_be_had_without_saying_where_things_are_kept() {
    let lines: BTreeSet<String> = Retention::ALL
        .iter()
        .map(|kept| {
            let preferences = Preferences {
                lang: Lang::Vi,
                address: Address::default(),
                ..Preferences::default()
            };
            Tr::new(preferences, *kept).saved_here()
        })
        .collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
}
