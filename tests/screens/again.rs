//! What comes again: the screen after a failed save, another day, the way back.

use super::harness::Phone;
use super::{LOGIN, practice};
use cung_tien::core::CoreError;
use cung_tien::domain::learner::Lang;
use cung_tien::domain::practice::Mode;
use cung_tien::ui::Route;

/// Another app was looked at in between.
async fn look_again(phone: &mut Phone) {
    phone.look_again().await;
}

#[tokio::test]
async fn what_was_typed_and_chosen_stays_when_it_could_not_be_saved() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    phone.open(&Route::NewLearner {}).await;
    phone.type_into("new-name", "Ông Bảy").await;
    phone.tap("face-Fish").await;
    phone.traffic.refuse_writes(Some(CoreError::StorageFull));
    phone.tap("new-save").await;
    assert!(phone.has("failure-retry"), "{}", phone.snapshot());
    phone.traffic.refuse_writes(None);
    phone.tap("failure-retry").await;
    let screen = phone.snapshot();
    let field = screen.lines().find(|line| line.contains("new-name"));
    assert!(field.is_some_and(|line| line.contains("Ông Bảy")), "{screen}");
    phone.tap("new-save").await;
    assert!(phone.has("home-title"), "{}", phone.snapshot());
    assert!(phone.snapshot().contains("Ông Bảy"), "{}", phone.snapshot());
}

#[tokio::test]
async fn in_the_morning_she_is_asked_who_is_learning() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&Route::Who {}).await;
    phone.tap_words("Bà Tư").await;
    look_again(&mut phone).await;
    assert!(phone.has("home-title"), "the same day: {}", phone.snapshot());
    phone.clock.shift_days(1);
    look_again(&mut phone).await;
    assert!(phone.has("who-title"), "{}", phone.snapshot());
    // She is not taken out of a lesson, nor out of what she is typing.
    phone.open(&practice(tu, LOGIN, Mode::Guided)).await;
    phone.clock.shift_days(1);
    look_again(&mut phone).await;
    assert!(phone.has("practice-say"), "{}", phone.snapshot());
    phone.open(&Route::NewLearner {}).await;
    phone.type_into("new-name", "Ông Bảy").await;
    phone.clock.shift_days(1);
    look_again(&mut phone).await;
    assert!(phone.has("new-title"), "{}", phone.snapshot());
    phone.tap("new-save").await;
    assert!(phone.snapshot().contains("Ông Bảy"), "{}", phone.snapshot());
}

#[tokio::test]
async fn who_is_learning_says_what_is_due_today_and_not_yesterday() {
    let (mut phone, tu) = Phone::of("Bà Tư", Lang::Vi).await;
    phone.practise(tu, LOGIN, Mode::Guided, super::ALL).await;
    phone.practise(tu, LOGIN, Mode::Alone, super::ALL).await;
    phone.open(&Route::Who {}).await;
    let yesterday = phone.text_of("person");
    phone.clock.shift_days(2);
    look_again(&mut phone).await;
    assert_ne!(
        phone.text_of("person"),
        yesterday,
        "something is due: {}",
        phone.snapshot()
    );
}
