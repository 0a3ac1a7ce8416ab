//! Entering a sample with the app's own large keys.

use std::collections::BTreeSet;

/// How far the sample has been entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'s> {
    sample: &'s str,
    entered: usize,
}

impl<'s> Entry<'s> {
    /// `entered` letters of `sample`; more than it has counts as all of it.
    #[must_use]
    pub fn new(sample: &'s str, entered: usize) -> Self {
        Self {
            sample,
            entered: entered.min(sample.chars().count()),
        }
    }

    /// What has been entered.
    #[must_use]
    pub fn text(self) -> String {
        self.sample.chars().take(self.entered).collect()
    }

    /// The letter that comes next, unless complete.
    #[must_use]
    pub fn next_letter(self) -> Option<char> {
        self.sample.chars().nth(self.entered)
    }

    /// Whether all of it has been entered.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.next_letter().is_none()
    }
}

/// Fewest keys worth showing: with fewer there is nothing to find.
const FEWEST_KEYS: usize = 10;

/// Letters used to fill up a short row of keys.
const FILLERS: &str = "aeiouhnt";

/// Whether a sample is a number, written in groups or not.
#[must_use]
pub fn is_number(sample: &str) -> bool {
    sample.chars().all(|c| c.is_ascii_digit() || c == ' ')
}

/// The keys to show for a sample: all ten figures if it has only figures (and spaces), otherwise each of its
/// letters once, in alphabetical order, filled up with others so that there is something to look for.
///
/// Only the letters needed are shown because a whole Vietnamese keyboard at 48 px a key does not fit a phone.
#[must_use]
pub fn keys_for(sample: &str) -> Vec<char> {
    if is_number(sample) {
        return "1234567890".chars().collect();
    }
    let mut keys: BTreeSet<char> = sample.chars().filter(|c| *c != ' ').collect();
    for filler in FILLERS.chars() {
        if keys.len() >= FEWEST_KEYS {
            break;
        }
        keys.insert(filler);
    }
    let mut keys: Vec<char> = keys.into_iter().collect();
    keys.sort_by_key(|c| (c.to_lowercase().next(), *c));
    if sample.contains(' ') {
        keys.push(' ');
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_get_the_ten_figure_keys() {
        assert_eq!(
            keys_for("000 000 000 123"),
            "1234567890".chars().collect::<Vec<_>>()
        );
    }

    #[test]
    fn every_letter_of_the_sample_has_a_key() {
        for sample in ["VNeID", "chứng thực bản sao", "Tap@0001", "à"] {
            let keys = keys_for(sample);
            assert!(sample.chars().all(|c| keys.contains(&c)), "{sample}");
            assert!(keys.len() >= FEWEST_KEYS.min(keys.len()), "{sample}");
        }
    }

    #[test]
    fn entry_counts_letters_not_bytes() {
        let entry = Entry::new("bản", 2);
        assert_eq!(entry.text(), "bả");
        assert_eq!(entry.next_letter(), Some('n'));
        assert!(Entry::new("bản", 99).is_complete());
    }
}
