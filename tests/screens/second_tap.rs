//! The second tap of a double tap, on every button of every screen: it never does anything.

use super::harness::Phone;
use super::page::At;
use super::post::Post;
use super::{LOGIN, checklist, finished, intro, practice};
use cung_tien::core::{DeleteLearner, GiveConsent};
use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::learner::Lang;
use cung_tien::domain::practice::Mode;
use cung_tien::sync::wire::ShareState;
use cung_tien::ui::Route;
use cung_tien::ui::screens::Question;
use std::collections::BTreeSet;

/// Where she can be: whose phone it is, the screen, and what was tapped on it to get there.
struct Place {
    phone: Whose,
    screen: fn(LearnerId) -> Route,
    taps: &'static [&'static str],
    /// A name or words typed first.
    typed: Option<(&'static str, &'static str)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Nobodys,
    Hers,
    Shares,
    /// Sharing was ended on another device.
    Ended,
    /// She was deleted, and can be taken back.
    Deleted,
}

const fn at(phone: Whose, screen: fn(LearnerId) -> Route, taps: &'static [&'static str]) -> Place {
    Place {
        phone,
        screen,
        taps,
        typed: None,
    }
}

const fn typing(place: Place, field: &'static str, text: &'static str) -> Place {
    Place {
        typed: Some((field, text)),
        ..place
    }
}

const fn settings(learner: LearnerId) -> Route {
    Route::Settings { learner }
}

const fn sharing(learner: LearnerId) -> Route {
    Route::Sharing { learner }
}

fn before_she_is_here() -> Vec<Place> {
    vec![
        at(Whose::Nobodys, |_| first(Question::Language), &[]),
        at(Whose::Nobodys, |_| first(Question::Address), &[]),
        at(Whose::Nobodys, |_| first(Question::Size), &[]),
        at(Whose::Nobodys, |_| first(Question::Voice), &[]),
        at(Whose::Nobodys, |_| first(Question::Language), &["first-skip"]),
        at(Whose::Hers, |_| Route::Who {}, &[]),
        at(Whose::Deleted, |_| Route::Who {}, &[]),
        at(Whose::Deleted, |_| Route::Who {}, &["purge"]),
        at(Whose::Hers, |_| Route::NewLearner {}, &[]),
        typing(
            at(Whose::Hers, |_| Route::NewLearner {}, &[]),
            "new-name",
            "Ông Bảy",
        ),
        at(Whose::Hers, |_| Route::ComeIn {}, &[]),
        at(Whose::Hers, |_| Route::Join {}, &[]),
        typing(
            at(Whose::Hers, |_| Route::Join {}, &[]),
            "words-field",
            "an anh em ba",
        ),
        at(Whose::Hers, |_| Route::Recover {}, &[]),
        at(Whose::Hers, |_| Route::About {}, &[]),
        at(Whose::Hers, |_| Route::Privacy {}, &[]),
        at(
            Whose::Hers,
            |_| Route::Nowhere {
                rest: vec!["lost".into()],
            },
            &[],
        ),
    ]
}

fn of_hers() -> Vec<Place> {
    vec![
        at(Whose::Hers, |learner| Route::Home { learner }, &[]),
        at(Whose::Hers, settings, &[]),
        typing(at(Whose::Hers, settings, &[]), "settings-name", "Bà Năm"),
        at(Whose::Hers, settings, &["delete"]),
        at(Whose::Hers, |learner| intro(learner, LOGIN), &[]),
        at(Whose::Hers, |learner| practice(learner, LOGIN, Mode::Guided), &[]),
        at(Whose::Hers, |learner| practice(learner, LOGIN, Mode::Alone), &[]),
        at(Whose::Hers, |learner| finished(learner, LOGIN, Mode::Guided), &[]),
        at(Whose::Hers, |learner| checklist(learner, LOGIN), &[]),
    ]
}

fn of_sharing() -> Vec<Place> {
    vec![
        at(Whose::Hers, sharing, &[]),
        at(Whose::Shares, |learner| Route::Home { learner }, &[]),
        at(Whose::Shares, sharing, &[]),
        at(Whose::Shares, sharing, &["stop-sharing"]),
        at(Whose::Shares, |learner| Route::ShareCode { learner }, &[]),
        at(Whose::Shares, |learner| Route::RecoveryCard { learner }, &[]),
        at(
            Whose::Shares,
            |learner| Route::RecoveryCard { learner },
            &["card-renew"],
        ),
        at(Whose::Shares, |learner| Route::Devices { learner }, &[]),
        at(Whose::Ended, sharing, &[]),
        at(Whose::Ended, sharing, &["settle-delete"]),
    ]
}

const fn first(question: Question) -> Route {
    Route::FirstStart { question }
}

/// A fresh phone in this place.
async fn phone_at(place: &Place) -> Phone {
    let post = Post::new();
    if place.phone == Whose::Nobodys {
        let mut phone = Phone::connected(&post).await;
        phone.open(&(place.screen)(LearnerId::random())).await;
        return there(phone, place).await;
    }
    let (mut phone, tu) = Phone::connected_of(&post, "Bà Tư", Lang::Vi).await;
    match place.phone {
        Whose::Nobodys | Whose::Hers => {}
        Whose::Shares => share(&mut phone, tu).await,
        Whose::Ended => {
            share(&mut phone, tu).await;
            post.say(ShareState::Closed);
            phone.open(&Route::Home { learner: tu }).await;
            phone.wait(60).await;
        }
        Whose::Deleted => phone.get(DeleteLearner { learner: tu }).await,
    }
    phone.open(&(place.screen)(tu)).await;
    phone.wait(60).await;
    there(phone, place).await
}

async fn share(phone: &mut Phone, tu: LearnerId) {
    phone.get(GiveConsent { learner: tu }).await;
    phone.open(&Route::Home { learner: tu }).await;
    phone.wait(60).await;
}

async fn there(mut phone: Phone, place: &Place) -> Phone {
    if let Some((field, text)) = place.typed {
        phone.type_into(field, text).await;
    }
    for tap in place.taps {
        phone.tap(tap).await;
    }
    phone
}

/// Everything that a tap could have done.
fn state(phone: &Phone) -> (String, String, usize) {
    (phone.route(), phone.snapshot(), phone.traffic.asked())
}

fn names(buttons: &[(String, At)]) -> Vec<&str> {
    buttons.iter().map(|(name, _)| name.as_str()).collect()
}

/// How many second taps were tried on the screens of this table.
async fn taps_twice(places: Vec<Place>) -> usize {
    let mut tried = 0;
    let mut seen = BTreeSet::new();
    for place in places {
        let shown = phone_at(&place).await.buttons();
        assert!(!shown.is_empty());
        let screen = (place.screen)(LearnerId(uuid::Uuid::nil())).to_string();
        for (index, (name, _)) in shown.iter().enumerate() {
            // What was there before something was tapped or typed has been tried.
            if !seen.insert((place.phone, screen.clone(), name.clone())) {
                continue;
            }
            let mut phone = phone_at(&place).await;
            let buttons = phone.buttons();
            let (name, button) = buttons[index].clone();
            // They may be tapped as often as she likes.
            if ["page-more", "sim-more", "practice-more", "keys-erase"].contains(&name.as_str()) {
                continue;
            }
            let route = phone.route();
            phone.tap_looked_at(button).await;
            phone.settle().await;
            let after = state(&phone);
            let now = phone.buttons();
            // Where the screen has changed, the second tap falls on whatever is there; else on the same button.
            let changed = phone.route() != route || names(&now) != names(&buttons);
            for (other, (_, at)) in now.iter().enumerate() {
                if changed || other == index {
                    phone.tap_at_once(*at);
                    tried += 1;
                }
            }
            phone.settle().await;
            assert!(
                state(&phone) == after,
                "“{name}” on {route}, then at once all of {:?}: {}\nwas\n{}\nis\n{}",
                names(&now),
                phone.route(),
                after.1,
                phone.snapshot()
            );
        }
    }
    tried
}

#[tokio::test]
async fn nothing_is_done_twice_before_she_is_here() {
    assert!(taps_twice(before_she_is_here()).await > 200);
}

#[tokio::test]
async fn nothing_is_done_twice_on_her_screens() {
    assert!(taps_twice(of_hers()).await > 100);
}

#[tokio::test]
async fn nothing_is_done_twice_on_the_pages_of_sharing() {
    assert!(taps_twice(of_sharing()).await > 100);
}

#[tokio::test]
async fn a_button_is_busy_until_it_is_done_and_the_others_are_not_for_long() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    phone.open(&Route::NewLearner {}).await;
    phone.type_into("new-name", "Ông Bảy").await;
    phone.traffic.hold();
    phone.tap("new-save").await;
    assert!(
        phone.snapshot().contains("aria-busy=\"true\""),
        "{}",
        phone.snapshot()
    );
    // However long it takes.
    phone.tap("new-save").await;
    phone.tap("new-save").await;
    phone.traffic.release();
    phone.settle().await;
    assert!(phone.has("home-title"), "{}", phone.snapshot());
    phone.open(&Route::Who {}).await;
    assert_eq!(
        phone.snapshot().matches("Ông Bảy").count(),
        1,
        "{}",
        phone.snapshot()
    );

    phone.open(&Route::NewLearner {}).await;
    phone.type_into("new-name", "Cô Ba").await;
    phone.traffic.hold();
    phone.tap("new-save").await;
    phone.tap("back").await;
    assert!(!phone.has("new-title"), "the way back is never busy");
    phone.traffic.release();
}

#[tokio::test]
async fn a_button_that_failed_can_be_tapped_again() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.get(DeleteLearner { learner: tu }).await;
    phone
        .traffic
        .refuse_writes(Some(cung_tien::core::CoreError::StorageFull));
    phone.open(&Route::Who {}).await;
    phone.tap("take-back").await;
    assert!(phone.has("not-saved"));
    phone.traffic.refuse_writes(None);
    phone.tap("take-back").await;
    assert!(!phone.has("take-back"), "{}", phone.snapshot());
}
