//! Words with an address among them.

use dioxus::prelude::*;

/// `text`, in which a line may break after a dot inside an address: torn anywhere else, "gov.vn" is not read as
/// what it is. What is read out or copied is the same.
pub fn breakable(text: &str) -> Element {
    let parts = parts(text);
    rsx! {
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                wbr {}
            }
            "{part}"
        }
    }
}

/// Ends a part after each dot that has a letter right behind it, as no sentence has.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
        if letter == '.' && letters.peek().is_some_and(|next| next.is_alphabetic()) {
            parts.push(String::new());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn only_an_address_has_places_to_break() {
        for (text, expected) in [
            (
                "Vào dichvucong.gov.vn. Rồi xem.",
                &["Vào dichvucong.", "gov.", "vn. Rồi xem."][..],
            ),
            ("Phí 2.000 đồng. Xong", &["Phí 2.000 đồng. Xong"]),
            ("", &[""]),
        ] {
            assert_eq!(parts(text), expected);
        }
    }
}
