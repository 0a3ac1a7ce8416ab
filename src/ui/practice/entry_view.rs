//! A sample being entered, as it is shown.

use crate::domain::practice::{Entry, keys_for};

/// What is to be entered, how far it is, and the keys to do it with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryView {
    /// The only text accepted.
    pub sample: String,
    /// How many of its letters are entered.
    pub entered: usize,
    /// The keys to show, in order.
    pub keys: Vec<char>,
    /// The letter that comes next.
    pub next: Option<char>,
}

impl EntryView {
    /// The view of `entered` letters of `sample`.
    #[must_use]
    pub fn new(sample: &str, entered: usize) -> Self {
        Self {
            sample: sample.to_owned(),
            entered,
            keys: keys_for(sample),
            next: Entry::new(sample, entered).next_letter(),
        }
    }

    /// The sample in three parts: entered, next, still to come.
    #[must_use]
    pub fn parts(&self) -> [String; 3] {
        let take = |from: usize, count: usize| self.sample.chars().skip(from).take(count).collect();
        [
            take(0, self.entered),
            take(self.entered, 1),
            take(self.entered.saturating_add(1), usize::MAX),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_parts_make_up_the_sample() {
        for entered in 0..6 {
            let view = EntryView::new("bản", entered);
            assert_eq!(view.parts().concat(), "bản");
        }
        assert_eq!(EntryView::new("bản", 1).parts(), ["b", "ả", "n"]);
    }
}
