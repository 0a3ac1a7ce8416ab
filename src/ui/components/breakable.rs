//! Words with an address among them.

use dioxus::prelude::*;

/// `text`, in which an address keeps to one line if it can, and else breaks after its dots: torn anywhere else it is
/// not read as what it is. What is read out or copied is the same.
pub(crate) fn breakable(text: &str) -> Element {
    if !text.split(' ').any(is_address) {
        return rsx! { "{text}" };
    }
    rsx! {
        for (address, run) in runs(text) {
            if address {
                span { class: "address",
                    for part in run.split_inclusive('.') {
                        "{part}"
                        wbr {}
                    }
                }
            } else {
                "{run}"
            }
        }
    }
}

/// The text in pieces: addresses, and what stands between them.
fn runs(text: &str) -> Vec<(bool, String)> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for word in text.split_inclusive(' ') {
        let alone = word.trim_end();
        if is_address(alone) {
            runs.push((true, alone.to_owned()));
            runs.push((false, word.replacen(alone, "", 1)));
        } else if let Some((false, run)) = runs.last_mut() {
            run.push_str(word);
        } else {
            runs.push((false, word.to_owned()));
        }
    }
    runs
}

/// It has a dot with a letter right behind it, as no word of a sentence has.
fn is_address(word: &str) -> bool {
    word.split('.')
        .skip(1)
        .any(|part| part.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::{is_address, runs};

    #[test]
    fn the_pieces_make_up_the_text() {
        let text = "Vào dichvucong.gov.vn. Rồi xem kỹ";
        let pieces = runs(text);
        let whole: String = pieces.iter().map(|(_, run)| run.as_str()).collect();
        assert_eq!(whole, text);
        assert!(pieces.contains(&(true, "dichvucong.gov.vn.".to_owned())));
    }

    #[test]
    fn an_address_is_told_from_the_end_of_a_sentence_and_from_a_number() {
        for word in ["dichvucong.gov.vn", "dichvucong.gov.vn.", "vneid-banmoi.example"] {
            assert!(is_address(word), "{word}");
        }
        for word in ["xong.", "2.000", "…", ""] {
            assert!(!is_address(word), "{word}");
        }
    }
}
