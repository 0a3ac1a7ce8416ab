//! A name as it was typed, made one that can be shown.

use super::letters::composed;

/// Longest name kept, in letters as they are seen: more would not fit beside a face.
pub const NAME_MAX_LETTERS: usize = 24;
/// What a field takes: a letter may be written in several pieces. Too long a name is cut by [`tidy_name`], between two
/// letters.
pub const NAME_TYPED_MAX: usize = 240;
/// So many pieces one letter may have. A family of four with its colours has eleven.
const MOST_PIECES: usize = 16;

const ZERO_WIDTH_NON_JOINER: char = '\u{200c}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';
/// Letters and signs that are drawn as nothing.
const BLANKS: [char; 5] = ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}'];

/// Makes a name of what was typed: what cannot be seen is left out, Vietnamese letters are in one piece, and it is as
/// long as a face's label holds, never cut inside a letter or a picture; `None` if nothing is left.
#[must_use]
pub fn tidy_name(typed: &str) -> Option<String> {
    let seen = composed(&what_is_seen(typed));
    let mut letters = letters(&seen);
    letters.truncate(NAME_MAX_LETTERS);
    let name = letters.concat();
    let name = name.trim_end_matches(|c: char| c == ' ' || is_joiner(c));
    (!name.is_empty()).then(|| name.to_owned())
}

/// The text without what is drawn as nothing: controls, turns of direction, blanks, marks on nothing. Every space is
/// one space.
fn what_is_seen(typed: &str) -> String {
    let mut seen = String::new();
    // On what a mark or a joiner may follow.
    let mut on_letter = false;
    let mut pieces = 0;
    for c in typed.chars() {
        if c.is_whitespace() || c.is_control() {
            if on_letter {
                seen.push(' ');
            }
            on_letter = false;
        } else if is_piece(c) {
            pieces += 1;
            if on_letter && pieces < MOST_PIECES && !(is_joiner(c) && seen.ends_with(is_joiner)) {
                seen.push(c);
            }
        } else if is_seen(c) {
            seen.push(c);
            on_letter = true;
            pieces = 1;
        }
    }
    seen
}

const fn is_joiner(c: char) -> bool {
    matches!(c, ZERO_WIDTH_JOINER | ZERO_WIDTH_NON_JOINER)
}

/// It belongs to what is before it: an accent, a joiner, the colour of a picture's skin, a letter of a flag's name.
fn is_piece(c: char) -> bool {
    is_joiner(c)
        || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
        // The library's own table: what it would escape alone but not behind a letter.
        || (!c.is_ascii() && c.escape_debug().count() > 1 && is_printed(c))
}

fn is_seen(c: char) -> bool {
    !BLANKS.contains(&c) && is_printed(c)
}

/// Neither a control, a format, a private nor an unassigned character.
fn is_printed(c: char) -> bool {
    let after_a_letter: String = ['a', c].into_iter().collect();
    c.is_ascii_graphic() || after_a_letter.escape_debug().count() == 2
}

/// Cut between what is seen as one: a letter with its accents, a picture of several joined ones, a flag.
fn letters(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut before = None;
    let mut flags = 0_usize;
    for (at, c) in text.char_indices() {
        let is_flag = matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
        let joined = is_piece(c) || before == Some(ZERO_WIDTH_JOINER) || (is_flag && flags % 2 == 1);
        if !joined && at > 0 {
            cuts.push(at);
        }
        flags = if is_flag { flags + 1 } else { 0 };
        before = Some(c);
    }
    cuts.push(text.len());
    cuts.windows(2)
        .filter_map(|pair| text.get(*pair.first()?..*pair.get(1)?))
        .filter(|letter| !letter.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::letters::tests::in_pieces;
    use super::*;
    use proptest::prelude::*;

    const FAMILY: &str = "👨\u{200d}👩\u{200d}👧\u{200d}👦";

    #[test]
    fn names_are_tidied_not_refused() {
        assert_eq!(tidy_name("  Bà   Tư "), Some("Bà Tư".into()));
        assert_eq!(tidy_name("Bà\r\n\tTư"), Some("Bà Tư".into()));
        assert_eq!(tidy_name("O'Brien \"Ba\" \\"), Some("O'Brien \"Ba\" \\".into()));
        let long = tidy_name(&"Nguyễn ".repeat(20)).expect("a name");
        assert!(letters(&long).len() <= NAME_MAX_LETTERS);
        assert!(!long.ends_with(' '));
    }

    #[test]
    fn a_name_in_pieces_is_as_long_as_the_same_in_one_piece() {
        let name = "Nguyễn Thị Ngọc Phượng";
        for turned in [false, true] {
            assert_eq!(tidy_name(&in_pieces(name, turned)).as_deref(), Some(name));
        }
    }

    #[test]
    fn nobody_is_invisible() {
        for typed in [
            "",
            " \t ",
            "\u{200b}",
            "\u{feff}\u{2060}",
            "\u{200d}",
            "\u{3164}",
            "\u{2800} \u{2800}",
            "\u{202e}",
            "\u{301}",
            "\u{ad}",
            "\u{e000}",
            "\u{fe0f}",
            "\u{1160}\u{115f}",
            "\u{0}\u{7f}",
            "\u{e0041}",
            "\u{180e}",
        ] {
            assert_eq!(tidy_name(typed), None, "{}", typed.escape_unicode());
        }
        assert_eq!(
            tidy_name("\u{202e}Bà\u{200b} Tư\u{2066}").as_deref(),
            Some("Bà Tư")
        );
    }

    #[test]
    fn a_picture_is_never_cut() {
        assert_eq!(
            tidy_name(&FAMILY.repeat(3)).as_deref(),
            Some(FAMILY.repeat(3).as_str())
        );
        assert_eq!(
            tidy_name(&FAMILY.repeat(30)).as_deref(),
            Some(FAMILY.repeat(NAME_MAX_LETTERS).as_str())
        );
        let flag = "🇻🇳";
        assert_eq!(
            tidy_name(&flag.repeat(30)).as_deref(),
            Some(flag.repeat(NAME_MAX_LETTERS).as_str())
        );
        assert_eq!(tidy_name("Bà 👍🏽 ❤\u{fe0f}").as_deref(), Some("Bà 👍🏽 ❤\u{fe0f}"));
    }

    proptest! {
        #[test]
        fn any_name_can_be_shown(typed in any::<String>()) {
            check(&typed)?;
        }

        #[test]
        fn names_of_difficult_pieces_can_be_shown(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "a", "ệ", "Đ", " ", "\u{301}", "\u{323}", "\u{302}", "\u{31b}", "\u{200d}", "\u{200c}", "\u{200b}", "\u{202e}",
                    "👩", "🏽", "🇻", "🇳", "\u{fe0f}", "\u{3164}", "\n", "\u{0}", "क", "\u{94d}", "\u{e0067}", "ﬁ",
                ]),
                0..80,
            ),
        ) {
            check(&pieces.concat())?;
        }
    }

    fn check(typed: &str) -> Result<(), TestCaseError> {
        let Some(name) = tidy_name(typed) else {
            let seen = |c: char| is_seen(c) && !is_piece(c) && !c.is_whitespace();
            prop_assert!(!typed.chars().any(seen), "something was there");
            return Ok(());
        };
        prop_assert_eq!(tidy_name(&name), Some(name.clone()), "once is enough");
        prop_assert_eq!(composed(&name), name.clone(), "in one piece");
        prop_assert!((1..=NAME_MAX_LETTERS).contains(&letters(&name).len()));
        prop_assert!(
            name.chars().next().is_some_and(|c| is_seen(c) && !is_piece(c)),
            "begins with something that is seen"
        );
        prop_assert!(
            !name.contains("  ") && !name.contains(char::is_control),
            "{:?}",
            name
        );
        prop_assert!(name.len() <= NAME_MAX_LETTERS * MOST_PIECES * 4);
        Ok(())
    }
}
