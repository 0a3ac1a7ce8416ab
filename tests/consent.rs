//! Consent as the device keeps it: who may give it, what is written down, and which ends of it the server must hear of.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod phone;

use cung_tien::core::{CoreError, DeleteLearner, EnterAsGuest, Export, GiveConsent, Start, WithdrawConsent};
use cung_tien::domain::consent::WORDING;
use cung_tien::domain::ids::{LearnerId, ShareId};
use cung_tien::domain::practice::{Mode, Tally};
use phone::Phone;
use serde_json::Value;

const LOGIN: &str = "vneid-login";

/// The events of a learner, as JSON.
fn written(phone: &mut Phone, learner: LearnerId) -> Vec<Value> {
    let read = |(_, text): (_, String)| serde_json::from_str(&text).expect("JSON");
    phone.events(learner).into_iter().map(read).collect()
}

fn share(phone: &mut Phone, learner: LearnerId) -> Option<ShareId> {
    let store = phone.core().store_mut();
    store.share(learner).expect("readable").map(|share| share.id)
}

/// Which ends the server must hear of, and whether each closes the share or only leaves it.
fn endings(phone: &mut Phone) -> Vec<(ShareId, bool)> {
    let endings = phone.core().store_mut().endings().expect("readable");
    endings
        .iter()
        .map(|ending| (ending.share, ending.claim.is_some()))
        .collect()
}

#[test]
fn who_only_tries_cannot_share() {
    let mut phone = Phone::new();
    let guest = phone.get(EnterAsGuest {}).id;
    assert_eq!(
        phone.ask(GiveConsent { learner: guest }).err(),
        Some(CoreError::GuestsDoNotShare)
    );
    assert_eq!(share(&mut phone, guest), None);
    assert!(written(&mut phone, guest).is_empty());
}

#[test]
fn giving_and_taking_back_are_written_down_and_each_consent_has_an_id_of_its_own() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.get(GiveConsent { learner: tu });
    let first = share(&mut phone, tu).expect("she shares");
    phone.get(WithdrawConsent { learner: tu });
    assert_eq!(share(&mut phone, tu), None);
    assert_eq!(endings(&mut phone), [(first, true)]);
    phone.get(GiveConsent { learner: tu });
    let second = share(&mut phone, tu).expect("she shares again");
    assert_ne!(first, second);

    let written = written(&mut phone, tu);
    let kinds: Vec<&str> = written
        .iter()
        .filter_map(|event| event["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["consent-given", "consent-withdrawn", "consent-given"]);
    assert_eq!(written[0]["wording"], WORDING);
}

#[test]
fn the_end_of_her_days_of_grace_is_an_order_to_close_what_she_shared() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    phone.get(GiveConsent { learner: tu });
    let shared = share(&mut phone, tu).expect("she shares");
    phone.get(DeleteLearner { learner: tu });
    assert!(endings(&mut phone).is_empty(), "she may still come back");
    for days in [8, 1] {
        phone.clock.shift_days(days);
        phone.stop();
        phone.get(Start {});
    }
    assert!(phone.get(Start {}).deleted.is_empty());
    assert_eq!(endings(&mut phone), [(shared, true)], "it outlives the profile");
}

#[test]
fn her_data_is_all_of_it() {
    let mut phone = Phone::new();
    let tu = phone.add("Bà Tư").id;
    let bay = phone.add("Ông Bảy").id;
    phone.finish(tu, LOGIN, Mode::Guided, Tally::default());
    phone.finish(bay, LOGIN, Mode::Guided, Tally::default());
    let attempt = phone.begin(tu, LOGIN, Mode::Alone);
    phone
        .step(tu, LOGIN, &attempt, 0, Tally::default())
        .expect("saved");
    phone.get(GiveConsent { learner: tu });
    let place = phone.events(tu)[0].0;
    let exchange = phone.core().store_mut().exchange().expect("an exchange");
    exchange
        .reject(place.stream, place.seq, "too-long")
        .expect("noted");
    exchange.commit().expect("committed");

    let file = phone.get(Export { learner: tu });
    let data: Value = serde_json::from_str(&file.text).expect("JSON");
    assert_eq!(data["learner"]["name"], "Bà Tư");
    let events: Vec<Value> = written(&mut phone, tu);
    let exported = data["events"].as_array().expect("events");
    assert_eq!(
        exported
            .iter()
            .map(|one| one["event"].clone())
            .collect::<Vec<_>>(),
        events
    );
    assert_eq!(exported[0]["refused"], "too-long");
    assert_eq!(exported[1].get("refused"), None);
    assert_eq!(data["attempts"][0]["tutorial"], LOGIN);
    assert_eq!(data["attempts"][0]["steps_done"], 1);
    assert_eq!(data["sharing"]["role"], "own");
    assert!(!file.text.contains("Ông Bảy"), "nobody else's");
    let seed = phone
        .core()
        .store_mut()
        .share(tu)
        .expect("readable")
        .and_then(|share| share.seed);
    let seed: String = seed
        .expect("a card")
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert!(
        !file.text.contains(&seed),
        "the card's words are not in a file that anybody may find"
    );
}
