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

/// Where steps may be kept, as `$kept` says it.
const KEPT: [&str; 3] = ["durable", "cleared", "nowhere"];

/// Puts every message of the app together as the app does, with a number or a word in each place, wherever steps may be
/// kept; counts them. All files are one bundle, as in the app: a sentence may be part of others.
fn check_app_messages(lang: Lang, address: Address, check: impl Fn(&str, &str)) -> usize {
    let files = app_messages(lang);
    let mut bundle = FluentBundle::new(vec![lang.tag().parse().expect("a language")]);
    bundle.set_use_isolating(false);
    for (_, source, _) in &files {
        let resource = FluentResource::try_new(source.clone()).expect("Fluent");
        bundle.add_resource(resource).expect("no key twice");
    }
    let all = || {
        files
            .iter()
            .flat_map(|(file, _, messages)| messages.0.iter().map(move |one| (file, one)))
    };
    for (number, kept) in [1, 2, 12].into_iter().flat_map(|n| KEPT.map(|kept| (n, kept))) {
        let mut args = FluentArgs::new();
        for variable in all().flat_map(|(_, (_, message))| &message.variables) {
            args.set(variable.as_str(), number);
        }
        args.set("kept", kept);
        args.set("you", address.word());
        args.set("You", address.capitalised());
        for (file, (key, _)) in all() {
            let pattern = bundle.get_message(key).and_then(|message| message.value());
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern.expect("a sentence"), Some(&args), &mut errors);
            assert!(errors.is_empty(), "{file}: “{key}”: {errors:?}");
            assert!(!leftovers(&text), "{file}: “{key}”: {text}");
            check(&format!("{file}: “{key}”"), &text);
        }
    }
    all().count()
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

/// What nobody in Lái Thiêu says, or what would hurt her: each with what is said instead.
const NOT_OUR_WORDS: [(&str, &str); 9] = [
    ("nhé", "northern; nothing, or “Mời …”"),
    (
        "người học này",
        "“xóa người học này” hurts: “bỏ tên này khỏi máy”",
    ),
    ("con cháu", "odd for anh and chị: “người nhà”"),
    ("máy của con", "odd for anh and chị: “máy của người nhà”"),
    ("ai học nào", "said to children"),
    ("giỏi quá", "said to children"),
    ("máy tập", "a machine of a gym: “bài tập”, “màn hình tập”"),
    ("có người đọc", "untrue: it is a machine that reads"),
    ("xã, phường", "“phường, xã”, as the signs say"),
];

/// "Mình" is the app and she together, or the idiom for "alone"; never only her, never only the app.
const WE: [&str; 3] = ["mình ôn", "mình nghe", "một mình"];

/// The longest sentence that is still one breath, in words.
const ONE_BREATH: usize = 20;

/// The one sentence that may be longer: what is agreed to has to be one.
const ONE_SENTENCE: &str = "“ask-sentence”";

/// Why this is not how we speak, if it is not.
fn fault(at: &str, text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let whole = |phrase: &str| {
        lower.match_indices(phrase).any(|(from, found)| {
            let before = lower.get(..from).and_then(|rest| rest.chars().next_back());
            let after = lower
                .get(from + found.len()..)
                .and_then(|rest| rest.chars().next());
            !before.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
        })
    };
    if let Some((phrase, instead)) = NOT_OUR_WORDS.iter().find(|(phrase, _)| whole(phrase)) {
        return Some(format!("{at}: “{phrase}” ({instead}): {text}"));
    }
    let without_we = WE.iter().fold(lower.clone(), |rest, we| rest.replace(we, ""));
    if without_we.contains("mình") {
        return Some(format!("{at}: whose is “mình”? {text}"));
    }
    let words = |sentence: &str| {
        sentence
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count()
    };
    let longest = text
        .split_inclusive(['.', '!', '?', ':', ';'])
        .map(words)
        .max()
        .unwrap_or(0);
    (longest > ONE_BREATH && !at.contains(ONE_SENTENCE))
        .then(|| format!("{at}: {longest} words in one breath: {text}"))
}

#[test]
fn the_app_speaks_as_people_here_do() {
    for address in Address::ALL {
        check_app_messages(Lang::Vi, address, |at, text| assert_eq!(fault(at, text), None));
    }
}

#[test]
fn the_lessons_speak_as_people_here_do() {
    let pack = Pack::read(bundled::PACK).expect("the pack");
    for packed in &pack.tutorials {
        let sound = packed.open().expect("a sound tutorial");
        let messages = sound.words.get(&Lang::Vi).expect("Vietnamese words");
        for address in Address::ALL {
            let words = Words::new(Lang::Vi, address, messages.0.values().map(|m| m.fluent.as_str()));
            for key in messages.0.keys().filter(|key| is_ours(key)) {
                let at = format!("{} “{key}”", sound.tutorial.id);
                assert_eq!(fault(&at, &words.get(key).unwrap_or_default()), None);
            }
        }
    }
}

#[test]
fn what_nobody_here_says_is_found() {
    let long = "một ".repeat(ONE_BREATH + 1);
    for text in [
        "Bác chạm lại nhé.",
        "Xóa người học này",
        "Mật khẩu do mình đặt",
        "Ra Công an xã, phường",
        &long,
    ] {
        assert!(fault("a key", text).is_some(), "{text}");
    }
    for text in [
        "Mai mình ôn lại một lần cho chắc.",
        "Chỉ một mình bác biết.",
        "Ra Công an phường, xã",
    ] {
        assert_eq!(fault("a key", text), None);
    }
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
