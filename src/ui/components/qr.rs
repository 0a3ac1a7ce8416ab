//! A QR code of ours, as a drawing.

use dioxus::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Empty modules around the code: cameras need them to find it.
const MARGIN: i32 = 4;

/// Draws this text as a QR code; nothing if it is too long for one. The label says what it is to who cannot see it.
#[component]
pub fn QrPicture(text: String, label: String) -> Element {
    let Ok(code) = QrCode::encode_text(&text, QrCodeEcc::Medium) else {
        return rsx! {};
    };
    let side = code.size() + 2 * MARGIN;
    rsx! {
        svg {
            class: "qr",
            role: "img",
            "aria-label": label,
            view_box: "0 0 {side} {side}",
            shape_rendering: "crispEdges",
            rect { width: "{side}", height: "{side}", fill: "#fff" }
            path { d: squares(&code), fill: "#000" }
        }
    }
}

/// Every dark module as part of one path.
fn squares(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                // Writing into a text cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", x + MARGIN, y + MARGIN);
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_with_twelve_words_fits_a_code_that_a_phone_reads_from_the_screen() {
        let text = format!("https://hoc.example.vn/recover#{}", ["buom"; 12].join("-"));
        let code = QrCode::encode_text(&text, QrCodeEcc::Medium);
        assert!(code.is_ok_and(|code| code.size() <= 45 && !squares(&code).is_empty()));
    }
}
