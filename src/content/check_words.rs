//! Checks of a tutorial's words.

use crate::content::check::Problem;
use crate::content::check_structure::looks_real;
use crate::content::words::{ADDRESS_VARIABLES, MessageSources, Words};
use crate::domain::learner::{Address, Lang};
use crate::domain::screen::{Element, Text};
use crate::domain::tutorial::{Tutorial, Verification};
use std::collections::{BTreeMap, BTreeSet};

/// Longest instruction, in letters: two to three lines of large text on a small phone.
const INSTRUCTION_MAX_CHARS: usize = 120;

/// Longest title, in letters.
const TITLE_MAX_CHARS: usize = 44;

/// Where a success was: the finished screen claims only what was practised.
const fn practice_screen(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "màn hình tập",
        Lang::En => "practice screen",
    }
}

/// Everything wrong with the words.
pub fn check(tutorial: &Tutorial, words: &BTreeMap<Lang, MessageSources>) -> Vec<Problem> {
    let required = required_keys(tutorial);
    let optional = optional_keys(tutorial);
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        let Some(messages) = words.get(&lang) else {
            problems.push(Problem::words(
                lang,
                "title",
                "the words of this language are missing",
            ));
            continue;
        };
        for key in &required {
            if !messages.0.contains_key(key) {
                problems.push(Problem::words(lang, key, "this sentence is missing"));
            }
        }
        for key in messages.0.keys() {
            if !required.contains(key) && !optional.contains(key) {
                problems.push(Problem::words(lang, key, "nothing uses this sentence"));
            }
        }
        for key in &optional {
            let here = messages.0.contains_key(key);
            let elsewhere = words.values().any(|other| other.0.contains_key(key));
            if elsewhere && !here {
                problems.push(Problem::words(lang, key, "another language has this sentence"));
            }
        }
        problems.extend(sentences(lang, messages));
    }
    problems
}

/// Keys every tutorial must have.
fn required_keys(tutorial: &Tutorial) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = ["title", "goal", "can-do", "remember", "without-phone"]
        .map(String::from)
        .into();
    if tutorial.verification == Verification::Unverified {
        keys.insert("unverified".into());
    }
    for line in 1..=tutorial.real_lines {
        keys.insert(format!("real-{line}"));
    }
    for step in &tutorial.steps {
        keys.insert(format!("step-{}", step.id));
        keys.insert(format!("step-{}-hint", step.id));
        keys.insert(format!("step-{}-wrong", step.id));
    }
    for screen in &tutorial.screens {
        for element in &screen.elements {
            keys.extend(words_of(element));
        }
    }
    keys
}

/// Keys a tutorial may have: what an old service was called and what to use now, another spoken line, and a word for a
/// particular wrong element.
fn optional_keys(tutorial: &Tutorial) -> BTreeSet<String> {
    let mut keys = BTreeSet::from(["renamed".to_owned()]);
    for step in &tutorial.steps {
        keys.insert(format!("step-{}-spoken", step.id));
        let targets = tutorial.screen(&step.screen).into_iter().flat_map(|screen| {
            screen
                .elements
                .iter()
                .flat_map(Element::targets)
                .map(|(id, _)| id)
        });
        for element in targets.filter(|id| *id != step.action.target()) {
            keys.insert(format!("step-{}-wrong-{element}", step.id));
        }
    }
    keys
}

fn words_of(element: &Element) -> Vec<String> {
    let mut copy = element.clone();
    copy.texts_mut()
        .into_iter()
        .filter_map(|text| match text {
            Text::Word { word } => Some(word.clone()),
            Text::Label(_) => None,
        })
        .collect()
}

fn sentences(lang: Lang, messages: &MessageSources) -> Vec<Problem> {
    let sources = messages.0.values().map(|m| m.fluent.as_str());
    let words = Words::new(lang, Address::default(), sources);
    let mut problems = Vec::new();
    for (key, source) in &messages.0 {
        let mut say = |message: String| problems.push(Problem::words(lang, key, message));
        for variable in &source.variables {
            if !ADDRESS_VARIABLES.contains(&variable.as_str()) {
                say(format!(
                    "only {{ $you }} and {{ $You }} can be used here, not ${variable}"
                ));
            }
        }
        let Some(text) = words.get(key) else {
            if source
                .variables
                .iter()
                .all(|v| ADDRESS_VARIABLES.contains(&v.as_str()))
            {
                say("this sentence cannot be put together".into());
            }
            continue;
        };
        if text.trim().is_empty() {
            say("this sentence is empty".into());
        }
        if looks_real(&text) {
            say("this sentence holds a long number that does not start with 000".into());
        }
        let length = text.chars().count();
        let is_instruction = key.starts_with("step-") && !key.contains("-wrong") && !key.ends_with("-spoken");
        if is_instruction && length > INSTRUCTION_MAX_CHARS {
            say(format!(
                "{length} letters; an instruction has at most {INSTRUCTION_MAX_CHARS}"
            ));
        }
        let practised = practice_screen(lang);
        if key == "can-do" && !text.to_lowercase().contains(practised) {
            say(format!("a success says where it was: name the “{practised}”"));
        }
        if key == "title" && length > TITLE_MAX_CHARS {
            say(format!("{length} letters; a title has at most {TITLE_MAX_CHARS}"));
        }
    }
    problems
}
