//! Vietnamese letters: put together from their pieces, taken apart to the plain one.
//!
//! Some keyboards and files write a letter and its accents one after the other (decomposed, NFD), in either order.
//! These are all of Vietnamese, so that nobody has to carry the tables of all of Unicode.

/// Each vowel without a tone and with the five tones, in the order of [`TONES`].
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// Huyền, sắc, hỏi, ngã, nặng, as combining marks.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// The marks that make another vowel: the plain one, the mark, the vowel.
const SHAPES: [(char, char, char); 6] = [
    ('a', '\u{306}', 'ă'),
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('o', '\u{302}', 'ô'),
    ('o', '\u{31b}', 'ơ'),
    ('u', '\u{31b}', 'ư'),
];

/// A combining mark, as such keyboards write accents.
#[must_use]
pub const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The row of a lower-case vowel, and its place in it.
fn find(letter: char) -> Option<(&'static [char; 6], usize)> {
    VOWELS
        .iter()
        .find_map(|row| Some((row, row.iter().position(|known| *known == letter)?)))
}

fn row_of(vowel: char) -> Option<&'static [char; 6]> {
    VOWELS.iter().find(|row| row.first() == Some(&vowel))
}

/// The lower-case letter that this one becomes with this mark.
fn with_mark(letter: char, mark: char) -> Option<char> {
    let (row, tone) = find(letter)?;
    if let Some(new) = TONES.iter().position(|known| *known == mark) {
        return (tone == 0).then(|| row.get(new + 1).copied())?;
    }
    let plain = row.first()?;
    let (_, _, vowel) = SHAPES
        .iter()
        .find(|(from, with, _)| from == plain && *with == mark)?;
    row_of(*vowel)?.get(tone).copied()
}

fn one(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

/// The letter that these two are together, in the case of the first.
fn joined(letter: char, mark: char) -> Option<char> {
    let lower = one(letter.to_lowercase())?;
    let joined = with_mark(lower, mark)?;
    if lower == letter {
        Some(joined)
    } else {
        one(joined.to_uppercase())
    }
}

/// Every Vietnamese letter in one piece (NFC); everything else as it is.
#[must_use]
pub fn composed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match out
            .chars()
            .next_back()
            .filter(|_| is_mark(c))
            .and_then(|last| joined(last, c))
        {
            Some(letter) => {
                out.pop();
                out.push(letter);
            }
            None => out.push(c),
        }
    }
    out
}

/// Lower case, with every Vietnamese letter reduced to its plain one.
#[must_use]
pub fn without_accents(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_mark(*c))
        .map(plain)
        .collect()
}

fn plain(letter: char) -> char {
    if letter == 'đ' {
        return 'd';
    }
    let Some(vowel) = find(letter).and_then(|(row, _)| row.first().copied()) else {
        return letter;
    };
    let shape = SHAPES.iter().find(|(_, _, shaped)| *shaped == vowel);
    shape.map_or(vowel, |(plain, _, _)| *plain)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every Vietnamese letter with an accent, in both cases.
    pub(crate) fn accented() -> Vec<char> {
        let lower = VOWELS.iter().flatten().copied().filter(|c| !c.is_ascii());
        lower
            .flat_map(|c| [c, one(c.to_uppercase()).expect("one letter")])
            .collect()
    }

    /// The pieces of a text: the plain letter, then its marks in Unicode's order or in the other one.
    pub(crate) fn in_pieces(text: &str, turned: bool) -> String {
        let mut out = String::new();
        for c in text.chars() {
            let lower = one(c.to_lowercase()).unwrap_or(c);
            let Some((row, tone)) = find(lower) else {
                out.push(c);
                continue;
            };
            let base = plain(lower);
            out.push(if lower == c {
                base
            } else {
                base.to_ascii_uppercase()
            });
            let shape = SHAPES
                .iter()
                .find(|(_, _, shaped)| *shaped == row[0])
                .map(|(_, mark, _)| *mark);
            let tone = tone.checked_sub(1).map(|at| TONES[at]);
            let mut marks: Vec<char> = shape.into_iter().chain(tone).collect();
            if turned {
                marks.reverse();
            }
            out.extend(marks);
        }
        out
    }

    #[test]
    fn every_letter_is_put_together_from_its_pieces_in_either_order() {
        assert_eq!(accented().len(), 132);
        for letter in accented() {
            for turned in [false, true] {
                let pieces = in_pieces(&letter.to_string(), turned);
                assert!(pieces.chars().count() > 1);
                assert_eq!(
                    composed(&pieces),
                    letter.to_string(),
                    "{}",
                    pieces.escape_unicode()
                );
            }
        }
        // As macOS writes it.
        assert_eq!(
            composed("Nguye\u{302}\u{303}n Thi\u{323} Bo\u{302}\u{301}ng"),
            "Nguyễn Thị Bống"
        );
        assert_eq!(composed("Ngo\u{323}\u{302}c"), "Ngọc".replace('ọ', "ộ"));
    }

    #[test]
    fn other_languages_are_left_alone() {
        for text in [
            "e\u{308}",
            "n\u{303}",
            "ạ\u{301}",
            "\u{301}a",
            "한국",
            "a\u{301}\u{301}",
        ] {
            let once = composed(text);
            assert_eq!(composed(&once), once);
        }
        assert_eq!(composed("n\u{303}"), "n\u{303}");
    }

    proptest! {
        #[test]
        fn what_is_composed_stays_as_it_is(text in "\\PC{0,40}") {
            let once = composed(&text);
            prop_assert_eq!(composed(&once), once);
        }

        #[test]
        fn plain_letters_are_the_same_however_they_were_written(text in "[a-zđàảãáạăắặâầậêếệôộơợưựýỵA-ZĐÀẢẠƯỰ ]{0,40}", turned: bool) {
            prop_assert_eq!(without_accents(&in_pieces(&text, turned)), without_accents(&text));
            prop_assert_eq!(composed(&in_pieces(&text, turned)), text);
        }
    }
}
