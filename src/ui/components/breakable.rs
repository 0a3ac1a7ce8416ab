//! Words with an address among them.

use dioxus::prelude::*;

/// `text`, in which an address keeps to one line if it can, and else breaks after its dots: torn anywhere else it is
/// not read as what it is. What is read out or copied is the same.
pub(crate) fn breakable(text: &str) -> Element {
    if !text.split(' ').any(is_address) {
        return rsx! { "{text}" };
    }
    rsx! {
        for (index, word) in text.split(' ').enumerate() {
            if index > 0 {
                " "
            }
            if is_address(word) {
                span { class: "address",
                    for part in word.split_inclusive('.') {
                        "{part}"
                        wbr {}
                    }
                }
            } else {
                "{word}"
            }
        }
    }
}

/// It has a dot with a letter right behind it, as no word of a sentence has.
fn is_address(word: &str) -> bool {
    word.split('.')
        .skip(1)
        .any(|part| part.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::is_address;

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
