//! Anything typed where words of a code or a card are expected. What is understood is the same when it is said again.
#![no_main]

use cung_tien::sync::secret::{Bearer, Claim, JoinCode, Seed};
use cung_tien::sync::spoken::{card_words, join_words, read_card, read_join};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(code) = read_join(text) {
        assert_eq!(read_join(&join_words(&code).join(" ")), Ok(code));
    }
    if let Ok(seed) = read_card(text) {
        assert_eq!(read_card(&card_words(&seed).join(" ")), Ok(seed));
    }
    if let Some(code) = JoinCode::from_hex(text) {
        assert_eq!(JoinCode::from_hex(&code.to_hex()), Some(code));
    }
    let _ = (
        Bearer::from_hex(text),
        Claim::from_hex(text),
        Seed::from_hex(text),
    );
});
