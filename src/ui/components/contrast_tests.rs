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

#[test]
fn simulated_themes_keep_the_same_promise() {
    for theme in THEMES.split("--sim-page").skip(1) {
        let block = theme.split('}').next().unwrap_or_default();
        let colours = colours(block);
        for ground in ["sim-bar", "sim-accent"] {
            if let Some(ground_colour) = colours.get(ground) {
                let found = contrast(0xff_ff_ff, *ground_colour);
                assert!(found >= 7.0, "white on {ground}: {found:.2}");
            }
        }
        if let Some(edge) = colours.get("sim-edge") {
            let found = contrast(0xff_ff_ff, *edge);
            assert!(found >= 3.0, "sim-edge: {found:.2}");
        }
    }
}
