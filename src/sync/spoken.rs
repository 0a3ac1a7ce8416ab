//! Secrets as words that can be read out and written down: one word for each byte.
//!
//! Words and not digits, because learners are taught never to read out digits that a phone shows them. The 256
//! words are short and common, and stay different when the accents are left out, so that they can be typed without.

use super::secret::{JoinCode, SEED_BYTES, Seed};

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

fn read<const N: usize>(text: &str) -> Result<[u8; N], SpokenError> {
    let typed: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && !is_mark(c))
        .filter(|word| !word.is_empty())
        .map(without_accents)
        .collect();
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

/// A combining mark, as some keyboards write accents.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Lower case, with every Vietnamese letter reduced to its plain one.
fn without_accents(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_mark(*c))
        .map(plain)
        .collect()
}

const fn plain(c: char) -> char {
    match c {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ'
        | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ'
        | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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

    proptest! {
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
