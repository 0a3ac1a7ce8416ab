//! The colours of the tokens file keep the contrast it promises.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../assets/styles/10-tokens.css");
const THEMES: &str = include_str!("../../../assets/styles/60-sim.css");

/// Text on ground: at least 7.
const TEXT: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "leaf-soft"),
    ("ink", "amber-soft"),
    ("ink", "brick-soft"),
    ("ink", "calm-soft"),
    ("ink-soft", "paper"),
    ("ink-soft", "card"),
    ("ink-soft", "leaf-soft"),
    ("ink-soft", "amber-soft"),
    ("ink-soft", "brick-soft"),
    ("ink-soft", "calm-soft"),
    ("ink-soft", "disabled"),
    ("leaf", "paper"),
    ("leaf", "card"),
    ("leaf", "leaf-soft"),
    ("leaf", "calm-soft"),
    ("brick", "paper"),
    ("brick", "card"),
    ("brick", "brick-soft"),
    ("card", "leaf"),
    ("card", "brick"),
    ("card", "ink"),
    ("banner-ink", "banner"),
];

/// Borders that mean something: at least 3.
const BORDERS: &[(&str, &str)] = &[
    ("edge", "paper"),
    ("edge", "card"),
    ("edge", "leaf-soft"),
    ("edge", "amber-soft"),
    ("edge", "brick-soft"),
    ("edge", "calm-soft"),
    ("edge", "disabled"),
    ("amber-edge", "paper"),
    ("amber-edge", "card"),
    ("amber-edge", "amber-soft"),
    ("amber-edge", "calm-soft"),
    ("leaf", "paper"),
    ("brick", "paper"),
];

fn colours(css: &str) -> BTreeMap<String, u32> {
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let value = u32::from_str_radix(value.trim_end_matches(';'), 16).ok()?;
            Some((name.to_owned(), value))
        })
        .collect()
}

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: u32) -> f64 {
    let channel = |shift: u32| {
        let part = f64::from((colour >> shift) & 0xff) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check(pairs: &[(&str, &str)], least: f64) {
    let colours = colours(TOKENS);
    for (front, ground) in pairs {
        let (Some(front_colour), Some(ground_colour)) = (colours.get(*front), colours.get(*ground)) else {
            panic!("{front} or {ground} is not in the tokens");
        };
        let found = contrast(*front_colour, *ground_colour);
        assert!(found >= least, "{front} on {ground}: {found:.2}");
    }
}

#[test]
fn text_stands_out_seven_to_one() {
    check(TEXT, 7.0);
}

#[test]
fn borders_that_mean_something_stand_out_three_to_one() {
    check(BORDERS, 3.0);
}

/// Text of the simulated phone on what it stands on: at least 7. `white` is what cards, fields and dialogs are drawn on.
const SIM_TEXT: &[(&str, &str)] = &[
    ("sim-ink", "sim-page"),
    ("sim-soft", "sim-page"),
    ("sim-bar-ink", "sim-bar"),
    ("sim-accent-ink", "sim-accent"),
];

/// The same, in the looks that have such things: nothing but a caller is ever on the screen of a call.
const SIM_TEXT_BESIDES_CALLS: &[(&str, &str)] = &[
    ("sim-accent", "white"),
    ("sim-accent", "sim-page"),
    ("sim-accent", "sim-tint"),
    ("sim-soft", "white"),
    ("sim-soft", "sim-tint"),
    ("sim-ink", "sim-tint"),
    ("card-ink", "white"),
];

/// The family of looks with this selector: what it says itself, over what every simulated phone says.
fn theme(selector: &str) -> BTreeMap<String, u32> {
    let block = |selector: &str| {
        let after = THEMES.split_once(&format!("\n{selector} {{"));
        let (_, after) = after.unwrap_or_else(|| panic!("{selector} is not in the styles"));
        colours(after.split('}').next().unwrap_or_default())
    };
    let mut all = block(".sim");
    all.extend(block(selector));
    all.extend([
        ("white".to_owned(), 0xff_ff_ff),
        ("card-ink".to_owned(), 0x001d_1a16),
    ]);
    all
}

#[test]
fn simulated_themes_keep_the_same_promise() {
    let selectors: Vec<&str> = THEMES
        .lines()
        .filter(|line| line.starts_with(".theme-"))
        .filter_map(|line| line.strip_suffix(" {"))
        .collect();
    assert!(selectors.len() >= 6, "{selectors:?}");
    for selector in selectors {
        let colours = theme(selector);
        let found = |front: &str, ground: &str| contrast(colours[front], colours[ground]);
        let calls = selector == ".theme-call";
        let besides = if calls { &[] } else { SIM_TEXT_BESIDES_CALLS };
        for (front, ground) in SIM_TEXT.iter().chain(besides) {
            let found = found(front, ground);
            assert!(found >= 7.0, "{selector}: {front} on {ground}: {found:.2}");
        }
        for ground in ["white", "sim-page", "sim-tint"].into_iter().filter(|_| !calls) {
            let found = found("sim-edge", ground);
            assert!(found >= 3.0, "{selector}: sim-edge on {ground}: {found:.2}");
        }
    }
}
