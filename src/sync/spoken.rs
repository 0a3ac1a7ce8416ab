//! Secrets as words that can be read out and written down: one word for each byte.
//!
//! Words and not digits, because learners are taught never to read out digits that a phone shows them. The 256
//! words are short and common, and stay different when the accents are left out, so that they can be typed without.

use super::secret::{JoinCode, SEED_BYTES, Seed};
use crate::domain::letters::{is_mark, without_accents};

/// One word for each byte, in the order of the bytes. Frozen: cards are printed with them.
const WORDS: &str = include_str!("../../assets/words/spoken.txt");

/// Words of a code that lets another device in.
pub const JOIN_WORDS: usize = 4;
/// Words of a recovery card: the seed, and one that tells slips of the pen.
pub const CARD_WORDS: usize = SEED_BYTES + 1;

/// Longer is nothing that a card holds.
pub const MAX_CHARS: usize = 300;

/// Why words were not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpokenError {
    /// There should be another number of words.
    #[error("{found} words instead of {expected}")]
    Count {
        /// So many there are.
        found: usize,
        /// So many there should be.
        expected: usize,
    },
    /// A word is not on the list.
    #[error("the word number {0} is not on the list")]
    NotAWord(usize),
    /// All are on the list, but they do not belong together.
    #[error("the words do not belong together")]
    Slip,
}

/// The code in words.
#[must_use]
pub fn join_words(code: &JoinCode) -> Vec<&'static str> {
    code.0.iter().map(|byte| word(*byte)).collect()
}

/// The card in words.
#[must_use]
pub fn card_words(seed: &Seed) -> Vec<&'static str> {
    seed.0
        .iter()
        .chain(std::iter::once(&seed.check_byte()))
        .map(|byte| word(*byte))
        .collect()
}

/// The words as they stand in the address that a QR code holds: plain letters, with hyphens between.
#[must_use]
pub fn in_address<W: AsRef<str>>(words: &[W]) -> String {
    let plain: Vec<String> = words.iter().map(|word| without_accents(word.as_ref())).collect();
    plain.join("-")
}

/// The words of such an address, as if they had been typed. Whatever else stands there is kept, to be shown, but not
/// more than a card can hold.
#[must_use]
pub fn from_address(text: &str) -> String {
    let shortened: String = text.chars().take(MAX_CHARS).collect();
    shortened.replace('-', " ")
}

/// The code of these words.
///
/// # Errors
/// [`SpokenError`]; whether the code is good, only the server knows.
pub fn read_join(text: &str) -> Result<JoinCode, SpokenError> {
    read::<JOIN_WORDS>(text).map(JoinCode)
}

/// The card of these words.
///
/// # Errors
/// [`SpokenError`]; whether the card is good, only the server knows.
pub fn read_card(text: &str) -> Result<Seed, SpokenError> {
    let [seed @ .., check] = read::<CARD_WORDS>(text)?;
    let seed = Seed(seed);
    if seed.check_byte() == check {
        Ok(seed)
    } else {
        Err(SpokenError::Slip)
    }
}

fn word(byte: u8) -> &'static str {
    WORDS.lines().nth(usize::from(byte)).unwrap_or_default()
}

/// The words as typed, each with the number that stood before it, if one did.
fn typed_words(text: &str) -> Vec<(Option<usize>, String)> {
    let mut words = Vec::new();
    let mut number = None;
    let pieces = within_address(text)
        .split(|c: char| !c.is_alphanumeric() && !is_mark(c) && !is_unseen(c))
        .map(without_accents);
    for piece in pieces {
        let piece: String = piece.chars().filter(|c| !is_unseen(*c)).collect();
        // As on the paper: “1. củi”, “1củi”, “(1) củi”.
        let word = piece.trim_start_matches(char::is_numeric);
        let before = piece.get(..piece.len() - word.len()).unwrap_or_default();
        let word = word.trim_end_matches(char::is_numeric);
        if !before.is_empty() {
            number = before.parse().ok();
        }
        if !word.is_empty() {
            words.push((number.take(), word.to_owned()));
        }
    }
    words
}

/// So many words were typed, as they are counted when they are read.
#[must_use]
pub fn count_words(text: &str) -> usize {
    typed_words(text).len()
}

/// Of a whole address only what stands behind its `#`: the words.
fn within_address(text: &str) -> &str {
    text.rsplit_once('#').map_or(text, |(_, words)| words)
}

/// Drawn as nothing: copied along with words from some pages.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// In the order of their numbers, if each of them has one: a card is printed in two columns, and may be read across.
fn in_order(mut words: Vec<(Option<usize>, String)>) -> Vec<String> {
    let mut numbers: Vec<usize> = words.iter().filter_map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    if numbers.iter().copied().eq(1..=words.len()) {
        words.sort_by_key(|(number, _)| *number);
    }
    words.into_iter().map(|(_, word)| word).collect()
}

fn read<const N: usize>(text: &str) -> Result<[u8; N], SpokenError> {
    let typed = in_order(typed_words(text));
    if typed.len() != N {
        return Err(SpokenError::Count {
            found: typed.len(),
            expected: N,
        });
    }
    let mut bytes = [0; N];
    for (at, (byte, typed)) in bytes.iter_mut().zip(&typed).enumerate() {
        let known = WORDS.lines().position(|word| without_accents(word) == *typed);
        *byte = known
            .and_then(|index| u8::try_from(index).ok())
            .ok_or(SpokenError::NotAWord(at + 1))?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letters::tests::in_pieces;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_is_one_word_for_each_byte_and_no_two_sound_alike_without_accents() {
        let plain: BTreeSet<String> = WORDS.lines().map(without_accents).collect();
        assert_eq!(plain.len(), 256);
        assert_eq!(WORDS.lines().count(), 256);
        assert!(
            plain
                .iter()
                .all(|word| word.chars().all(|c| c.is_ascii_lowercase()))
        );
    }

    #[test]
    fn a_card_may_be_typed_without_accents_in_capitals_and_with_commas() {
        let seed = Seed([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        let words = card_words(&seed);
        assert_eq!(words.len(), CARD_WORDS);
        let typed = words
            .iter()
            .map(|word| without_accents(word).to_uppercase())
            .collect::<Vec<_>>()
            .join(",  ");
        assert_eq!(read_card(&typed), Ok(seed));
    }

    #[test]
    fn slips_are_told_apart() {
        let mut words = card_words(&Seed([1; SEED_BYTES]));
        assert_eq!(read_card(&words.join(" ")), Ok(Seed([1; SEED_BYTES])));
        words.swap_remove(0);
        assert_eq!(
            read_card(&words.join(" ")),
            Err(SpokenError::Count {
                found: 11,
                expected: 12
            })
        );
        words.push("blockchain");
        assert_eq!(read_card(&words.join(" ")), Err(SpokenError::NotAWord(12)));
        let other = if word(0) == words[11] { 1 } else { 0 };
        words[11] = word(other);
        assert_eq!(read_card(&words.join(" ")), Err(SpokenError::Slip));
    }

    #[test]
    fn a_card_may_be_typed_as_it_is_printed() {
        let seed = Seed([9, 200, 3, 41, 5, 66, 7, 8, 255, 0, 11]);
        let words = card_words(&seed);
        let lines = |between: &str| {
            let lines = words
                .iter()
                .enumerate()
                .map(|(at, word)| format!("{}{between}{word}", at + 1));
            lines.collect::<Vec<_>>()
        };
        for between in [" ", ". ", ") ", "", "\t", ": ", "\n", " – "] {
            assert_eq!(read_card(&lines(between).join(" ")), Ok(seed), "{between:?}");
        }
        // Read across the two columns of the paper.
        let numbered = lines(" ");
        let across: Vec<String> = (0..6)
            .flat_map(|row| [numbered[row].clone(), numbered[row + 6].clone()])
            .collect();
        assert_eq!(read_card(&across.join("\n")), Ok(seed));
        // The address of the picture, also as it stands in the app.
        for address in [
            "https://hoc.example.vn/recover#",
            "http://localhost:8080/#/recover#",
            "hoc.example.vn/recover#",
        ] {
            assert_eq!(read_card(&format!(" {address}{} ", in_address(&words))), Ok(seed));
        }
        let unseen = words.join("\u{a0}").replace('ư', "\u{200b}ư\u{feff}");
        assert_eq!(read_card(&unseen), Ok(seed));
    }

    #[test]
    fn numbers_that_are_no_order_are_left_out() {
        let code = JoinCode([1, 2, 3, 4]);
        let [a, b, c, d] = join_words(&code)[..] else {
            panic!("four words");
        };
        for typed in [
            format!("1 {a} 1 {b} 2 {c} 3 {d}"),
            format!("0 {a} {b} {c} {d}"),
            format!("99999999999999999999999 {a} {b} 3 {c} {d} 5"),
            format!("{a}1 {b}2 {c}3 {d}4"),
            format!("１ {a} ２ {b} {c} {d}"),
        ] {
            assert_eq!(read_join(&typed), Ok(code), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_card_can_be_typed_in_any_way(
            seed: [u8; SEED_BYTES],
            numbered: bool,
            shouted: bool,
            plain: bool,
            pieces in 0..3_u8,
            between in "[ ,.;\n\t\u{a0}]{1,3}",
        ) {
            let seed = Seed(seed);
            let typed = card_words(&seed).into_iter().enumerate().map(|(at, word)| {
                let word = if plain { without_accents(word) } else { word.to_owned() };
                let word = if shouted { word.to_uppercase() } else { word };
                let word = match pieces {
                    0 => word,
                    turned => in_pieces(&word, turned == 2),
                };
                if numbered { format!("{}. {word}", at + 1) } else { word }
            });
            let typed = typed.collect::<Vec<_>>().join(&between);
            prop_assert_eq!(read_card(&typed), Ok(seed));
        }

        #[test]
        fn every_code_can_be_read_out_and_typed_in(code: [u8; 4]) {
            let code = JoinCode(code);
            prop_assert_eq!(read_join(&join_words(&code).join(" ")), Ok(code));
            prop_assert_eq!(read_join(&in_address(&join_words(&code))), Ok(code));
        }

        #[test]
        fn nothing_typed_is_a_fault(text in ".{0,200}") {
            let _ = read_join(&text);
            let _ = read_card(&text);
        }
    }
}
