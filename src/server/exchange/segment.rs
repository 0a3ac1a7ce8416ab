//! Events that were accepted together, packed for the disk.
//!
//! Devices send one to three events at a time, too few for a compressor to learn anything from. So both sides of it
//! begin with a dictionary made of sample events; see `examples/event_dictionary.rs`.

use crate::server::storage::{Result, StorageError};
use crate::sync::digest::{EventHash, HASH_BYTES, PrefixDigest};
use crate::sync::wire::{Item, MAX_EVENT_BYTES, MAX_EVENTS};
use std::io;
use std::sync::LazyLock;
use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

/// Most bytes of a segment's events, before compression.
pub const MAX_PACKED_BYTES: usize = MAX_EVENT_BYTES + MAX_EVENTS * (HASH_BYTES + 1);

/// The dictionary new segments are made with. One that was ever used stays, under its number.
const DICTIONARY: u8 = 2;
const DICTIONARY_2: &[u8] = include_bytes!("events-2.zdict");
/// Made of events in the first builds' form.
const DICTIONARY_1: &[u8] = include_bytes!("events-1.zdict");
/// Good enough for small inputs, quick enough for one writer.
const LEVEL: i32 = 9;
/// A row of a segment and its index take so much besides the body.
const ROW_BYTES: u64 = 64;
/// Stands after an event. JSON text cannot hold it.
const END: u8 = 0;
/// Stands before the hash of an event that was rejected.
const GONE: u8 = 1;

static ENCODER: LazyLock<EncoderDictionary<'static>> =
    LazyLock::new(|| EncoderDictionary::copy(DICTIONARY_2, LEVEL));
static DECODER: LazyLock<DecoderDictionary<'static>> =
    LazyLock::new(|| DecoderDictionary::copy(DICTIONARY_2));
static DECODER_1: LazyLock<DecoderDictionary<'static>> =
    LazyLock::new(|| DecoderDictionary::copy(DICTIONARY_1));

/// Events of one stream that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Number of the first.
    pub first: u64,
    /// How many.
    pub events: u64,
    /// Digest of the events before the first.
    pub before: PrefixDigest,
    /// Number of the dictionary.
    pub dictionary: u8,
    /// The events, packed.
    pub body: Vec<u8>,
}

impl Segment {
    /// Packs events.
    ///
    /// # Errors
    /// If the compressor fails.
    pub fn pack(first: u64, before: PrefixDigest, items: &[Item]) -> Result<Self> {
        let mut plain = Vec::new();
        for item in items {
            match item {
                Item::Event(text) => {
                    plain.extend_from_slice(text.as_bytes());
                    plain.push(END);
                }
                Item::Gone { gone } => {
                    plain.push(GONE);
                    plain.extend_from_slice(&gone.0);
                }
            }
        }
        Ok(Self {
            first,
            events: u64::try_from(items.len()).unwrap_or_default(),
            before,
            dictionary: DICTIONARY,
            body: compress(&plain, &ENCODER).map_err(|error| StorageError::Failed(error.to_string()))?,
        })
    }

    /// The events.
    ///
    /// # Errors
    /// If what is stored was damaged.
    pub fn items(&self) -> Result<Vec<Item>> {
        let damaged = |what: &str| StorageError::Damaged(format!("a segment: {what}"));
        let decoder = match self.dictionary {
            DICTIONARY => &*DECODER,
            1 => &*DECODER_1,
            _ => return Err(damaged("an unknown dictionary")),
        };
        let plain = decompress(&self.body, decoder).map_err(|error| damaged(&error.to_string()))?;
        let mut rest = plain.as_slice();
        let mut items = Vec::new();
        while let Some((first, after)) = rest.split_first() {
            if *first == GONE {
                let (hash, after) = after
                    .split_first_chunk::<HASH_BYTES>()
                    .ok_or_else(|| damaged("half a hash"))?;
                items.push(Item::Gone {
                    gone: EventHash(*hash),
                });
                rest = after;
            } else {
                let mut parts = rest.splitn(2, |byte| *byte == END);
                let text = parts.next().unwrap_or_default();
                rest = parts.next().ok_or_else(|| damaged("half an event"))?;
                let text = String::from_utf8(text.to_vec()).map_err(|_| damaged("not text"))?;
                items.push(Item::Event(text));
            }
        }
        if u64::try_from(items.len()) == Ok(self.events) {
            Ok(items)
        } else {
            Err(damaged("another number of events"))
        }
    }

    /// What it takes in the database, for quotas.
    #[must_use]
    pub fn stored_bytes(&self) -> u64 {
        u64::try_from(self.body.len())
            .unwrap_or(u64::MAX)
            .saturating_add(ROW_BYTES)
    }

    /// Number of the last event.
    #[must_use]
    pub const fn last(&self) -> u64 {
        self.first.saturating_add(self.events).saturating_sub(1)
    }
}

/// The first bytes of every frame, which are always the same and therefore not stored.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

fn compress(plain: &[u8], dictionary: &EncoderDictionary<'_>) -> io::Result<Vec<u8>> {
    let mut compressor = Compressor::with_prepared_dictionary(dictionary)?;
    // Each would be repeated in every row. SQLite knows the length of a row, and the row names the dictionary.
    compressor.include_contentsize(false)?;
    compressor.include_dictid(false)?;
    compressor.include_checksum(false)?;
    let frame = compressor.compress(plain)?;
    frame
        .strip_prefix(&MAGIC)
        .map(<[u8]>::to_vec)
        .ok_or_else(|| io::Error::other("a frame of another kind"))
}

fn decompress(body: &[u8], dictionary: &DecoderDictionary<'_>) -> io::Result<Vec<u8>> {
    let frame = [&MAGIC, body].concat();
    Decompressor::with_prepared_dictionary(dictionary)?.decompress(&frame, MAX_PACKED_BYTES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item() -> impl Strategy<Value = Item> {
        prop_oneof![
            "[ -~à-ỹ]{1,300}".prop_map(Item::Event),
            any::<[u8; HASH_BYTES]>().prop_map(|hash| Item::Gone {
                gone: EventHash(hash)
            }),
        ]
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_out_again(items in prop::collection::vec(item(), 1..20)) {
            let segment = Segment::pack(7, PrefixDigest::EMPTY, &items).unwrap();
            prop_assert_eq!(segment.last(), 6 + segment.events);
            prop_assert_eq!(segment.items().unwrap(), items);
        }

        #[test]
        fn damage_is_found_or_harmless_and_never_a_fault(body: Vec<u8>) {
            let segment = Segment { first: 1, events: 1, before: PrefixDigest::EMPTY, dictionary: DICTIONARY, body };
            let _ = segment.items();
        }
    }

    #[test]
    fn segments_of_an_earlier_dictionary_are_still_read() {
        let event = r#"{"day":20780,"kind":"tried-for-real","tutorial":"vneid-login"}"#;
        let plain = [event.as_bytes(), &[END]].concat();
        let earlier = EncoderDictionary::copy(DICTIONARY_1, LEVEL);
        let mut segment = Segment::pack(1, PrefixDigest::EMPTY, &[Item::Event(event.into())]).unwrap();
        segment.dictionary = 1;
        segment.body = compress(&plain, &earlier).unwrap();
        assert_eq!(segment.items().unwrap(), [Item::Event(event.into())]);
    }

    #[test]
    fn an_event_takes_little() {
        let event = r#"{"day":20780,"kind":"attempt-rested","tutorial":"vneid-login","pack":1,"steps_total":5,"outcome":"finished","mode":"alone","tally":[1,2,0],"attempt":"7c9e667974"}"#;
        let segment = Segment::pack(1, PrefixDigest::EMPTY, &[Item::Event(event.into())]).unwrap();
        assert!(segment.body.len() < 40, "{} bytes", segment.body.len());
    }
}
