//! Wire version 1, frozen: every body in every state, to the byte, in `fixtures/wire-1.txt`. A device that learned to
//! speak it years ago is still understood as long as these tests pass and that file is never changed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use cung_tien::domain::ids::{DeviceId, ShareId, StreamId};
use cung_tien::sync::digest::{EventHash, PrefixDigest};
use cung_tien::sync::secret::{Claim, JoinCode};
use cung_tien::sync::wire::{
    DevicesReply, GrantReply, Have, Item, JoinReply, JoinRequest, Limits, LinkedDevice, Order, OrderReply,
    OrderResult, Problem, ProblemCode, Pull, PullState, Put, PutReply, PutState, RecoverRequest,
    RedeemRequest, RejectCode, Rejected, RemoveRequest, RenewRequest, ShareReply, ShareRequest, ShareState,
    SyncReply, SyncRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

const FROZEN: &str = include_str!("fixtures/wire-1.txt");

/// The frozen body with this name; the names stand before the bodies.
fn frozen(name: &str) -> &'static str {
    let line = FROZEN
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{name} is not in the file"))
}

/// What is said is what was frozen, and what was frozen is understood; answers the name.
fn golden<T: Serialize + DeserializeOwned + PartialEq + Debug>(
    name: &'static str,
    value: &T,
) -> &'static str {
    let said = serde_json::to_string(value).unwrap();
    assert_eq!(said, frozen(name), "{name} is said otherwise");
    assert_eq!(
        &serde_json::from_str::<T>(frozen(name)).unwrap(),
        value,
        "{name} is understood otherwise"
    );
    name
}

fn share(n: u8) -> ShareId {
    serde_json::from_str(&format!("\"0000000{n}-0000-4000-8000-00000000000{n}\"")).unwrap()
}

fn stream(n: u8) -> StreamId {
    serde_json::from_str(&format!("\"1000000{n}-0000-4000-8000-00000000000{n}\"")).unwrap()
}

fn device(n: u8) -> DeviceId {
    serde_json::from_str(&format!("\"2000000{n}-0000-4000-8000-00000000000{n}\"")).unwrap()
}

fn event() -> Item {
    Item::Event(r#"{"day":20780,"kind":"tried-for-real","tutorial":"vneid-login"}"#.into())
}

fn gone() -> Item {
    Item::Gone {
        gone: EventHash::of(b"too long"),
    }
}

fn digest() -> PrefixDigest {
    PrefixDigest::default().then(event().hash()).then(gone().hash())
}

fn what_a_device_asks() -> Vec<&'static str> {
    let mut names = Vec::new();
    names.push(golden(
        "sync-request-least",
        &SyncRequest {
            wire: 1,
            app: "0.1.0".into(),
            pack: 1,
            orders: Vec::new(),
            shares: Vec::new(),
        },
    ));
    let bare = |share| ShareRequest {
        share,
        claim: None,
        put: Vec::new(),
        have: Vec::new(),
    };
    let put = |after, events| Put {
        stream: stream(1),
        after,
        digest: digest(),
        events,
    };
    names.push(golden(
        "sync-request-most",
        &SyncRequest {
            wire: 1,
            app: "0.1.0".into(),
            pack: 7,
            orders: vec![
                Order::Close {
                    share: share(1),
                    claim: Claim([1; 32]),
                },
                Order::Leave { share: share(2) },
            ],
            shares: vec![
                bare(share(3)),
                ShareRequest {
                    claim: Some(Claim([2; 32])),
                    put: vec![put(0, Vec::new()), put(2, vec![event(), gone()])],
                    have: vec![Have {
                        stream: stream(2),
                        through: 2,
                        digest: digest(),
                    }],
                    ..bare(share(4))
                },
            ],
        },
    ));
    names.push(golden("join-request", &JoinRequest { share: share(1) }));
    names.push(golden(
        "redeem-request",
        &RedeemRequest {
            code: JoinCode([3; 4]),
        },
    ));
    names.push(golden(
        "recover-request",
        &RecoverRequest {
            claim: Claim([4; 32]),
        },
    ));
    names.push(golden(
        "remove-request-joined",
        &RemoveRequest {
            device: device(1),
            claim: None,
        },
    ));
    names.push(golden(
        "remove-request-own",
        &RemoveRequest {
            device: device(1),
            claim: Some(Claim([5; 32])),
        },
    ));
    names.push(golden(
        "renew-request",
        &RenewRequest {
            claim: Claim([6; 32]),
        },
    ));
    names
}

fn what_a_server_answers() -> Vec<&'static str> {
    let mut names = Vec::new();
    let least = SyncReply {
        wire: 1,
        server_time: 1_795_000_000_000,
        limits: Limits {
            events: 500,
            bytes: 131_072,
        },
        retry_after: None,
        pack: 0,
        more: false,
        orders: Vec::new(),
        shares: Vec::new(),
    };
    names.push(golden("sync-reply-least", &least));
    let order = |n, result| OrderReply {
        share: share(n),
        result,
    };
    let put = |state, rejected| PutReply {
        stream: stream(1),
        state,
        ack_through: 2,
        digest: digest(),
        common: 1,
        rejected,
    };
    let pull = |state, events| Pull {
        stream: stream(2),
        state,
        after: 2,
        digest: digest(),
        events,
    };
    let rejected = |seq, code| Rejected { seq, code };
    let bare = |state| ShareReply {
        share: share(3),
        state,
        put: Vec::new(),
        pull: Vec::new(),
    };
    names.push(golden(
        "sync-reply-most",
        &SyncReply {
            retry_after: Some(60),
            pack: 7,
            more: true,
            orders: vec![
                order(1, OrderResult::Closed),
                order(2, OrderResult::Left),
                order(3, OrderResult::Refused),
            ],
            shares: vec![
                ShareReply {
                    put: vec![
                        put(
                            PutState::Stored,
                            vec![
                                rejected(1, RejectCode::Malformed),
                                rejected(2, RejectCode::TooLong),
                            ],
                        ),
                        put(PutState::Gap, Vec::new()),
                        put(PutState::Forked, Vec::new()),
                        put(PutState::Foreign, Vec::new()),
                    ],
                    pull: vec![
                        pull(PullState::Next, vec![event(), gone()]),
                        pull(PullState::Behind, Vec::new()),
                        pull(PullState::Differs, Vec::new()),
                    ],
                    ..bare(ShareState::Own)
                },
                bare(ShareState::Joined),
                bare(ShareState::Closed),
                bare(ShareState::Unknown),
                bare(ShareState::NotGranted),
                bare(ShareState::Removed),
            ],
            ..least
        },
    ));
    names.push(golden(
        "join-reply",
        &JoinReply {
            code: JoinCode([7; 4]),
            expires_in: 900,
        },
    ));
    names.push(golden("grant-reply", &GrantReply { share: share(1) }));
    let linked = |n, own| LinkedDevice {
        device: device(n),
        own,
        this: own,
        since: 20_780,
    };
    names.push(golden(
        "devices-reply",
        &DevicesReply {
            devices: vec![linked(1, true), linked(2, false)],
        },
    ));
    names
}

fn what_a_server_refuses_with() -> Vec<&'static str> {
    let mut names = Vec::new();
    use ProblemCode as P;
    let codes = [
        ("malformed", P::Malformed),
        ("wire-too-old", P::WireTooOld),
        ("wire-too-new", P::WireTooNew),
        ("no-token", P::NoToken),
        ("unknown-device", P::UnknownDevice),
        ("revoked", P::Revoked),
        ("not-own", P::NotOwn),
        ("no-share", P::NoShare),
        ("no-such-code", P::NoSuchCode),
        ("no-such-card", P::NoSuchCard),
        ("no-such-device", P::NoSuchDevice),
        ("no-such-address", P::NoSuchAddress),
        ("method", P::Method),
        ("too-slow", P::TooSlow),
        ("claim-needed", P::ClaimNeeded),
        ("too-large", P::TooLarge),
        ("too-much", P::TooMuch),
        ("wrong-type", P::WrongType),
        ("too-often", P::TooOften),
        ("failed", P::Failed),
        ("busy", P::Busy),
        ("full", P::Full),
    ];
    for (word, code) in codes {
        assert_eq!(serde_json::to_string(&code).unwrap(), format!("\"{word}\""));
        assert_eq!(
            serde_json::from_str::<ProblemCode>(&format!("\"{word}\"")).unwrap(),
            code
        );
    }
    names.push(golden(
        "problem",
        &Problem {
            code: P::NoShare,
            reason: "no such share".into(),
        },
    ));
    names
}

#[test]
fn every_body_is_as_it_was_frozen() {
    let tested = [
        what_a_device_asks(),
        what_a_server_answers(),
        what_a_server_refuses_with(),
    ]
    .concat();
    let names: Vec<&str> = FROZEN
        .lines()
        .filter_map(|line| Some(line.split_once(' ')?.0))
        .collect();
    assert_eq!(names, tested, "what is in the file, and what is tested");
}
