//! What an event must be: little, so that devices can say what a server never heard of.

use crate::sync::digest::EventHash;
use crate::sync::wire::{Item, MAX_ONE_EVENT_BYTES, RejectCode};
use serde::Deserialize;

/// An event as it was sent, with what is thought of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Checked {
    /// Of its bytes.
    pub hash: EventHash,
    /// What is stored of it.
    pub item: Item,
    /// Why its bytes are not taken.
    pub rejected: Option<RejectCode>,
}

/// All that must be in one. The day is no reason to reject anything: clocks are wrong.
#[derive(Deserialize)]
struct Shape {
    #[serde(rename = "day")]
    _day: i64,
    #[serde(rename = "kind")]
    _kind: String,
}

impl Checked {
    pub(super) fn of(item: Item) -> Self {
        let hash = item.hash();
        let rejected = match &item {
            Item::Event(text) => reject(text),
            Item::Gone { .. } => None,
        };
        Self {
            hash,
            item: if rejected.is_some() {
                Item::Gone { gone: hash }
            } else {
                item
            },
            rejected,
        }
    }

    /// Whether it was sent as a hash only.
    pub(super) const fn was_gone(&self) -> bool {
        matches!(self.item, Item::Gone { .. }) && self.rejected.is_none()
    }
}

/// Bytes of an event as they count for what a request or an answer may hold.
pub(super) const fn length(item: &Item) -> usize {
    match item {
        Item::Event(text) => text.len(),
        // Its hash, as text in an object.
        Item::Gone { .. } => 80,
    }
}

fn reject(text: &str) -> Option<RejectCode> {
    if text.len() > MAX_ONE_EVENT_BYTES {
        return Some(RejectCode::TooLong);
    }
    // Serde would read the fields from an array too.
    let object = text.trim_start().starts_with('{') && serde_json::from_str::<Shape>(text).is_ok();
    (!object).then_some(RejectCode::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_with_a_day_and_a_kind_is_taken_whatever_else_it_says() {
        for text in [
            r#"{"day":20780,"kind":"tried-for-real","tutorial":"x"}"#,
            r#"{"day":-1,"kind":""}"#,
            r#"{"kind":"sang-a-song","day":47482,"loudness":[[[1e400]]]}"#,
            " {\"day\":0,\n\"kind\":\"a\"} ",
        ] {
            assert_eq!(reject(text), None, "{text}");
        }
    }

    #[test]
    fn anything_else_is_malformed() {
        for text in [
            "",
            "null",
            r#"[20780,"tried-for-real"]"#,
            r#"{"day":20780}"#,
            r#"{"kind":"a"}"#,
            r#"{"day":"20780","kind":"a"}"#,
            r#"{"day":1.5,"kind":"a"}"#,
            r#"{"day":99999999999999999999,"kind":"a"}"#,
            r#"{"day":1,"kind":7}"#,
            r#"{"day":1,"day":2,"kind":"a"}"#,
            r#"{"day":1,"kind":"a"}}"#,
            "{\"day\":1,\"kind\":\"a\0\"}",
            "{\"day\":1,\"kind\":\"a\",\"other\":\"\u{1}\"}",
            "{\"day\":1,\"kind\":\"a\"}\0",
        ] {
            assert_eq!(reject(text), Some(RejectCode::Malformed), "{text}");
        }
    }

    #[test]
    fn four_kilobytes_are_enough() {
        let of_length = |length: usize| {
            let frame = r#"{"day":1,"kind":""}"#.len();
            format!(r#"{{"day":1,"kind":"{}"}}"#, "a".repeat(length - frame))
        };
        assert_eq!(reject(&of_length(MAX_ONE_EVENT_BYTES)), None);
        assert_eq!(
            reject(&of_length(MAX_ONE_EVENT_BYTES + 1)),
            Some(RejectCode::TooLong)
        );
    }
}
