//! Anything typed or scanned where words of a code or a card are expected. What is understood is the same when it is said again.
#![no_main]

use cung_tien::sync::secret::{Bearer, Claim, JoinCode, Seed};
use cung_tien::sync::spoken::{card_words, from_address, in_address, join_words, read_card, read_join};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(code) = read_join(text) {
        assert_eq!(read_join(&join_words(&code).join(" ")), Ok(code));
        assert_eq!(
            read_join(&from_address(&in_address(&join_words(&code)))),
            Ok(code)
        );
    }
    if let Ok(seed) = read_card(text) {
        assert_eq!(read_card(&card_words(&seed).join(" ")), Ok(seed));
        assert_eq!(
            read_card(&from_address(&in_address(&card_words(&seed)))),
            Ok(seed)
        );
    }
    let scanned = from_address(text);
    let _ = (read_join(&scanned), read_card(&scanned));
    if let Some(code) = JoinCode::from_hex(text) {
        assert_eq!(JoinCode::from_hex(&code.to_hex()), Some(code));
    }
    let _ = (
        Bearer::from_hex(text),
        Claim::from_hex(text),
        Seed::from_hex(text),
    );
});
