//! What each question may be refused with, as `/openapi.json` says it.

use super::problem::status;
use crate::sync::wire::{Problem, ProblemCode};
use std::collections::BTreeMap;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoResponses, ToSchema};

/// Whatever is asked.
const ALWAYS: &[ProblemCode] = &[
    ProblemCode::NoToken,
    ProblemCode::UnknownDevice,
    ProblemCode::Revoked,
    ProblemCode::TooOften,
    ProblemCode::Failed,
    ProblemCode::Busy,
    ProblemCode::Full,
];
/// Whatever is asked with a body.
const WITH_BODY: &[ProblemCode] = &[
    ProblemCode::Malformed,
    ProblemCode::TooSlow,
    ProblemCode::TooLarge,
    ProblemCode::WrongType,
];

macro_rules! refusals {
    ($(#[$doc:meta])* $name:ident, $codes:expr) => {
        $(#[$doc])*
        pub(super) struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                let codes: &[&[ProblemCode]] = &$codes;
                responses(codes)
            }
        }
    };
}

refusals! {
    /// `POST /v1/devices`.
    Enrol, [&[ProblemCode::NoToken, ProblemCode::Revoked, ProblemCode::TooOften, ProblemCode::Failed, ProblemCode::Busy, ProblemCode::Full]]
}
refusals! {
    /// `POST /v1/sync`.
    Sync, [ALWAYS, WITH_BODY, &[ProblemCode::WireTooOld, ProblemCode::WireTooNew, ProblemCode::TooMuch]]
}
refusals! {
    /// `POST /v1/joins` and a new card.
    Own, [ALWAYS, WITH_BODY, &[ProblemCode::NoShare, ProblemCode::NotOwn]]
}
refusals! {
    /// `POST /v1/joins/redeem`.
    Redeem, [ALWAYS, WITH_BODY, &[ProblemCode::NoSuchCode]]
}
refusals! {
    /// `POST /v1/recover`.
    Recover, [ALWAYS, WITH_BODY, &[ProblemCode::NoSuchCard]]
}
refusals! {
    /// Which devices are linked.
    List, [ALWAYS, &[ProblemCode::NoShare]]
}
refusals! {
    /// Taking a device out.
    Remove, [
        ALWAYS,
        WITH_BODY,
        &[ProblemCode::NoShare, ProblemCode::NotOwn, ProblemCode::NoSuchDevice, ProblemCode::ClaimNeeded],
    ]
}

/// One answer for each status, whose description names the codes.
fn responses(codes: &[&[ProblemCode]]) -> BTreeMap<String, RefOr<Response>> {
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for code in codes.iter().copied().flatten() {
        let word = serde_json::to_value(code)
            .ok()
            .and_then(|word| word.as_str().map(str::to_owned));
        words
            .entry(status(*code).as_u16().to_string())
            .or_default()
            .extend(word);
    }
    let answer = |words: Vec<String>| {
        let schema = RefOr::Ref(Ref::from_schema_name(Problem::name()));
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let described = ResponseBuilder::new().description(words.join(", "));
        described.content("application/json", content).build().into()
    };
    words
        .into_iter()
        .map(|(status, words)| (status, answer(words)))
        .collect()
}
