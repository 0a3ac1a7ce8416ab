//! Checks of a tutorial's structure.

use crate::content::check::Problem;
use crate::domain::ids::{ElementId, ScreenId};
use crate::domain::screen::{Element, Role, Text};
use crate::domain::tutorial::{Action, MAX_STEPS, Tutorial};
use std::collections::HashSet;

/// Longest sample to be entered; longer ones tire.
const SAMPLE_MAX_CHARS: usize = 40;

/// From this many figures on, a number looks like somebody's and must be fictional (000…).
const FIGURES_OF_A_REAL_NUMBER: usize = 9;

/// Everything wrong with the structure.
pub fn check(tutorial: &Tutorial) -> Vec<Problem> {
    let mut problems = header(tutorial);
    problems.extend(ids(tutorial));
    problems.extend(steps(tutorial));
    problems.extend(samples(tutorial));
    problems
}

fn is_plain_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !id.starts_with('-')
        && !id.ends_with('-')
}

fn header(tutorial: &Tutorial) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |near: &str, message: String| problems.push(Problem::structure(near, message));
    if !(3..=5).contains(&tutorial.minutes) {
        say(
            "minutes",
            format!("a tutorial takes 3 to 5 minutes, not {}", tutorial.minutes),
        );
    }
    if tutorial.steps.is_empty() || tutorial.steps.len() > MAX_STEPS {
        let count = tutorial.steps.len();
        say(
            "steps",
            format!("a tutorial has 1 to {MAX_STEPS} steps, this one has {count}"),
        );
    }
    if tutorial.sources.is_empty() {
        say(
            "sources",
            "a tutorial names at least one source for its labels".into(),
        );
    }
    for source in &tutorial.sources {
        if !is_source_address(&source.address) {
            let message = "a web address is written whole, from http:// or https:// on; \
                           a source without one is named in words";
            say(&source.address, message.into());
        }
    }
    if tutorial.skill.trim().is_empty() {
        say("skill", "the skill has no name".into());
    }
    problems
}

/// A whole web address, or words: “thanhnien.vn (12/01/2026)” where only the paper and its day are known.
fn is_source_address(address: &str) -> bool {
    let words = address.trim().contains(char::is_whitespace);
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    rest.map_or(words, |rest| !rest.is_empty() && !words)
}

fn ids(tutorial: &Tutorial) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    let mut known = |kind: &str, id: &str, problems: &mut Vec<Problem>| {
        if !is_plain_id(id) {
            let message = "an id has only small letters a–z, figures and hyphens";
            problems.push(Problem::structure(id, message));
        }
        if !seen.insert((kind.to_owned(), id.to_owned())) {
            problems.push(Problem::structure(id, format!("two {kind}s have this id")));
        }
    };
    known("tutorial", tutorial.id.as_str(), &mut problems);
    for step in &tutorial.steps {
        known("step", step.id.as_str(), &mut problems);
    }
    for screen in &tutorial.screens {
        known("screen", screen.id.as_str(), &mut problems);
        let mut on_screen: HashSet<&ElementId> = HashSet::new();
        for (id, _) in screen.elements.iter().flat_map(Element::targets) {
            if !is_plain_id(id.as_str()) {
                let message = "an id has only small letters a–z, figures and hyphens";
                problems.push(Problem::structure(id.as_str(), message));
            }
            if !on_screen.insert(id) {
                let message = format!("two things on the screen “{}” have this id", screen.id);
                problems.push(Problem::structure(id.as_str(), message));
            }
        }
        for element in &screen.elements {
            if let Element::BottomBar {
                tabs,
                open: Some(open),
            } = element
                && !tabs.iter().any(|tab| tab.id == *open)
            {
                let message = format!("the bar at the bottom has no tab “{open}”");
                problems.push(Problem::structure(open.as_str(), message));
            }
        }
        if !tutorial.steps.iter().any(|step| step.screen == screen.id) {
            problems.push(Problem::structure(screen.id.as_str(), "no step uses this screen"));
        }
    }
    problems
}

const fn fits(action: &Action, role: Role) -> bool {
    match action {
        Action::Tap { .. } | Action::Confirm { .. } => matches!(role, Role::Tappable),
        Action::Type { .. } => matches!(role, Role::Field),
        Action::EnterPin { .. } => matches!(role, Role::Pin),
        Action::Choose { .. } => matches!(role, Role::Option | Role::Tappable),
        Action::Toggle { .. } => matches!(role, Role::Checkbox),
        Action::ScrollTo { .. } => true,
        Action::AnswerCall { .. } => matches!(role, Role::Answer),
        Action::HangUp { .. } => matches!(role, Role::HangUp),
    }
}

fn steps(tutorial: &Tutorial) -> Vec<Problem> {
    let screen_of = |id: &ScreenId| tutorial.screen(id);
    let mut problems = Vec::new();
    for step in &tutorial.steps {
        let near = step.id.as_str();
        let Some(screen) = screen_of(&step.screen) else {
            let message = format!("this step is on a screen “{}” that is not here", step.screen);
            problems.push(Problem::structure(near, message));
            continue;
        };
        let target = step.action.target();
        match screen.role_of(target) {
            None => {
                let message = format!("there is no “{target}” on the screen “{}”", screen.id);
                problems.push(Problem::structure(near, message));
            }
            Some(role) if !fits(&step.action, role) => {
                let message = format!("what this step does cannot be done with “{target}” ({role:?})");
                problems.push(Problem::structure(near, message));
            }
            Some(_) => {}
        }
    }
    problems
}

fn samples(tutorial: &Tutorial) -> Vec<Problem> {
    let mut problems = Vec::new();
    for step in &tutorial.steps {
        let near = step.id.as_str();
        let Some(sample) = step.action.sample() else {
            continue;
        };
        let length = sample.chars().count();
        if length == 0 || length > SAMPLE_MAX_CHARS || sample.trim() != sample {
            let message = format!("a sample has 1 to {SAMPLE_MAX_CHARS} letters and no space around it");
            problems.push(Problem::structure(near, message));
        }
        let is_pin = matches!(step.action, Action::EnterPin { .. });
        if is_pin && !(sample.chars().all(|c| c.is_ascii_digit()) && (4..=6).contains(&length)) {
            problems.push(Problem::structure(near, "a passcode sample is 4 to 6 figures"));
        }
        if looks_real(sample) {
            problems.push(Problem::structure(
                near,
                "a long number must be fictional and start with 000",
            ));
        }
    }
    for screen in &tutorial.screens {
        for text in fixed_texts(&screen.elements) {
            if looks_real(&text) {
                let message = format!("“{text}” holds a long number that does not start with 000");
                problems.push(Problem::structure(screen.id.as_str(), message));
            }
        }
    }
    problems
}

fn fixed_texts(elements: &[Element]) -> Vec<String> {
    let mut texts = Vec::new();
    for element in elements {
        match element {
            Element::Call { number, .. } | Element::IdCard { number, .. } => {
                texts.push(number.clone());
            }
            _ => {}
        }
        let mut copy = element.clone();
        for text in copy.texts_mut() {
            if let Text::Label(label) = text {
                texts.push(label.clone());
            }
        }
    }
    texts
}

/// Whether a text holds a number as long as an identity or phone number that is not a 000 one.
pub fn looks_real(text: &str) -> bool {
    let mut figures = String::new();
    let mut found = false;
    for c in text.chars().chain(std::iter::once('|')) {
        match c {
            '0'..='9' => figures.push(c),
            ' ' | '.' | '-' => {}
            _ => {
                found |= figures.len() >= FIGURES_OF_A_REAL_NUMBER && !figures.starts_with("000");
                figures.clear();
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{is_source_address, looks_real};

    #[test]
    fn long_numbers_must_be_fictional() {
        assert!(looks_real("074 123 456 789"));
        assert!(looks_real("gọi 0912.345.678 nhé"));
        assert!(!looks_real("000 000 000 123"));
        assert!(!looks_real("1900.0368"));
        assert!(!looks_real("ngày 01/07/2025"));
    }

    #[test]
    fn a_source_has_a_whole_address_or_is_named_in_words() {
        assert!(is_source_address("https://dean06.hanam.gov.vn/dk_t5.html"));
        assert!(is_source_address("http://m.doisongphapluat.nguoiduatin.vn/cach"));
        assert!(is_source_address("thanhnien.vn (12/01/2026)"));
        assert!(!is_source_address("dean06.hanam.gov.vn/dk_t5.html"));
        assert!(!is_source_address("camthanh.camlo.quangtri.gov.vn "));
        assert!(!is_source_address("https://"));
        assert!(!is_source_address("https://plo.vn/a b"));
        assert!(!is_source_address(""));
    }
}
