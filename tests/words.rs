//! Every sentence of the app and of the tutorials, put together for everybody it may be said to.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use cung_tien::content::pack::Pack;
use cung_tien::content::words::{MessageSources, Words};
use cung_tien::domain::learner::{Address, Lang};
use cung_tien::platform::bundled;
use fluent::{FluentArgs, FluentBundle, FluentResource};
use std::fs;
use std::path::{Path, PathBuf};

/// The app's own messages of a language: file by file, with what they are written in.
fn app_messages(lang: Lang) -> Vec<(String, String, MessageSources)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(lang.tag());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the words")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    files.sort();
    let read = |path: PathBuf| {
        let source = fs::read_to_string(&path).expect("a file");
        let messages = MessageSources::read(&source).expect("Fluent");
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, source, messages)
    };
    files.into_iter().map(read).collect()
}

/// What is left when a sentence was not put together whole.
fn leftovers(text: &str) -> bool {
    text.contains(['{', '}', '$']) || text.trim().is_empty()
}

/// Puts every message of the app together as the app does, with a number or a word in each place; counts them.
fn check_app_messages(lang: Lang, address: Address, check: impl Fn(&str, &str)) -> usize {
    let mut count = 0;
    for (file, source, messages) in app_messages(lang) {
        let mut bundle = FluentBundle::new(vec![lang.tag().parse().expect("a language")]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source).expect("Fluent");
        bundle.add_resource(resource).expect("no key twice");
        for (key, message) in &messages.0 {
            for filling in [1, 2, 12] {
                let mut args = FluentArgs::new();
                for variable in &message.variables {
                    args.set(variable.as_str(), filling);
                }
                args.set("you", address.word());
                args.set("You", address.capitalised());
                let pattern = bundle.get_message(key).and_then(|message| message.value());
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern.expect("a sentence"), Some(&args), &mut errors);
                assert!(errors.is_empty(), "{file}: “{key}”: {errors:?}");
                assert!(!leftovers(&text), "{file}: “{key}”: {text}");
                check(&format!("{file}: “{key}”"), &text);
            }
            count += 1;
        }
    }
    count
}

#[test]
fn every_message_of_the_app_can_be_said_to_everybody() {
    let mut counts = Vec::new();
    for lang in Lang::ALL {
        for address in Address::ALL {
            counts.push(check_app_messages(lang, address, |_, _| {}));
        }
    }
    assert!(counts.iter().all(|count| *count > 150), "{counts:?}");
}

#[test]
fn every_sentence_of_every_tutorial_can_be_said_to_everybody() {
    let pack = Pack::read(bundled::PACK).expect("the pack");
    assert!(!pack.tutorials.is_empty());
    for packed in &pack.tutorials {
        let sound = packed.open().expect("a sound tutorial");
        for (lang, messages) in &sound.words {
            for address in Address::ALL {
                let words = Words::new(*lang, address, messages.0.values().map(|m| m.fluent.as_str()));
                for key in messages.0.keys() {
                    let text = words.get(key).unwrap_or_default();
                    assert!(
                        !leftovers(&text),
                        "{} {lang:?} “{key}”: {text}",
                        sound.tutorial.id
                    );
                    if *lang == Lang::Vi && is_ours(key) {
                        assert_respectful(&format!("{} “{key}”", sound.tutorial.id), &text);
                    }
                }
            }
        }
    }
}

/// Whether we say it. Whoever sends a false message in a lesson may be as rude as they are.
fn is_ours(key: &str) -> bool {
    let said = [
        "title",
        "goal",
        "can-do",
        "remember",
        "without-phone",
        "unverified",
    ];
    said.contains(&key) || key.starts_with("step-") || key.starts_with("real-")
}

/// Nobody of her age is called “bạn” by somebody she should trust.
fn assert_respectful(at: &str, text: &str) {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
    assert!(words.all(|word| word != "bạn"), "{at}: {text}");
}

#[test]
fn nobody_is_called_ban() {
    for address in Address::ALL {
        check_app_messages(Lang::Vi, address, assert_respectful);
    }
}

#[test]
fn a_sentence_does_not_begin_with_a_small_letter_for_anybody() {
    for address in Address::ALL {
        let small = address.word();
        check_app_messages(Lang::Vi, address, |at, text| {
            let begins = |sentence: &str| sentence.split_whitespace().next() == Some(small);
            let mut sentences = text.split_inclusive(['.', '!', '?']);
            assert!(!sentences.any(begins), "{at}: {text}");
        });
    }
}
