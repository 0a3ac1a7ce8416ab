//! Sharing as she meets it: the question, the calm line, the code, the card, coming in, and what ended elsewhere.

use super::harness::{Phone, assert_looks};
use super::post::{Post, SHARE};
use super::{ALL, LOGIN};
use cung_tien::core::courier::{Door, in_address, join_words};
use cung_tien::core::{DeleteLearner, GiveConsent, OpenCard, OpenSharing, WelcomeLearner};
use cung_tien::domain::consent::Role;
use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::learner::{Avatar, Lang};
use cung_tien::domain::practice::Mode;
use cung_tien::sync::secret::{JoinCode, Seed};
use cung_tien::sync::spoken::card_words;
use cung_tien::sync::transport::Lost;
use cung_tien::sync::wire::{Order, ProblemCode, ShareState};
use cung_tien::ui::Route;
use std::rc::Rc;

const SEED: Seed = Seed([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

/// The loop sends between one look at the screen and the next.
const A_MOMENT_MS: u64 = 60;

fn home(learner: LearnerId) -> Route {
    Route::Home { learner }
}

fn sharing(learner: LearnerId) -> Route {
    Route::Sharing { learner }
}

/// Bà Tư's phone with one lesson done, in a build with a server.
async fn ba_tu() -> (Rc<Post>, Phone, LearnerId) {
    let post = Post::new();
    let (phone, tu) = Phone::connected_of(&post, "Bà Tư", Lang::Vi).await;
    phone.practise(tu, LOGIN, Mode::Guided, ALL).await;
    (post, phone, tu)
}

/// The same after she agreed and everything was sent.
async fn ba_tu_sharing() -> (Rc<Post>, Phone, LearnerId) {
    let (post, mut phone, tu) = ba_tu().await;
    phone.get(GiveConsent { learner: tu }).await;
    phone.open(&home(tu)).await;
    phone.wait(A_MOMENT_MS).await;
    (post, phone, tu)
}

/// The same on a device that came in with what is known, so that nothing random is on the screen.
async fn ba_tu_came_in(seed: Option<Seed>) -> (Rc<Post>, Phone, LearnerId) {
    let post = Post::new();
    let (mut phone, _) = Phone::connected_of(&post, "Ông Bảy", Lang::Vi).await;
    let welcome = WelcomeLearner {
        name: "Bà Tư".into(),
        avatar: Avatar::Grandmother,
        preferences: super::harness::speaking(Lang::Vi),
        share: SHARE,
        seed,
    };
    let tu = phone.get(welcome).await.id;
    if seed.is_none() {
        post.say(ShareState::Joined);
    }
    phone.open(&home(tu)).await;
    phone.wait(A_MOMENT_MS).await;
    (post, phone, tu)
}

#[tokio::test]
async fn a_build_without_a_server_says_nothing_of_sharing() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    assert!(!phone.has("sharing-line"));
    phone.open(&Route::Settings { learner: tu }).await;
    assert!(!phone.has("settings-sharing"));
    phone.open(&Route::Who {}).await;
    assert!(!phone.has("come-in"));
    phone.open(&Route::Join {}).await;
    phone.tap("words-next").await;
    assert!(phone.has("words-problem"), "{}", phone.snapshot());
}

#[tokio::test]
async fn she_is_asked_and_no_is_as_good_as_yes() {
    let (post, mut phone, tu) = ba_tu().await;
    phone.open(&Route::Settings { learner: tu }).await;
    phone.tap("settings-sharing").await;
    assert_looks("sharing-asks", &phone);
    let sentence = phone.text_of("consent-sentence").unwrap_or_default();
    assert_eq!(sentence.matches('.').count(), 1, "one sentence: {sentence}");
    phone.tap("consent-no").await;
    assert_eq!(phone.route(), Route::Settings { learner: tu }.to_string());
    assert_eq!(phone.get(OpenSharing { learner: tu }).await.share, None);
    assert!(
        post.asked().is_empty(),
        "nothing left the phone: {:?}",
        post.asked()
    );
}

#[tokio::test]
async fn a_guest_is_not_asked() {
    let mut phone = Phone::connected(&Post::new()).await;
    phone.tap("first-skip").await;
    phone.tap("who-guest").await;
    assert!(phone.has("home-title") && !phone.has("sharing-line"));
    phone.tap("home-settings").await;
    assert!(phone.has("settings-title") && !phone.has("settings-sharing"));
}

#[tokio::test]
async fn from_saved_here_over_consent_to_sent_and_back() {
    let (post, mut phone, tu) = ba_tu().await;
    phone.open(&home(tu)).await;
    assert_looks("home-not-sharing", &phone);
    post.lose(Lost::Offline);
    phone.tap("sharing-line").await;
    phone.tap("consent-yes").await;
    phone.wait(A_MOMENT_MS).await;
    assert_looks("sharing-unsent", &phone);
    phone.tap("to-start").await;
    let line = phone.text_of("sharing-line").unwrap_or_default();
    assert_eq!(
        line,
        "1 bài chưa gửi, vẫn còn trong máy Chưa có mạng. Có mạng là ứng dụng tự gửi."
    );
    post.recover();
    phone.tap("sharing-line").await;
    phone.tap("send-now").await;
    phone.wait(A_MOMENT_MS).await;
    assert_looks("sharing-sent", &phone);
    phone.tap("to-start").await;
    assert_eq!(phone.text_of("sharing-line").as_deref(), Some("Đã gửi 12:00"));
    phone.clock.shift_days(1);
    phone.tap("sharing-line").await;
    assert!(
        phone
            .text_of("sharing-status")
            .unwrap_or_default()
            .contains("Đã gửi ngày")
    );
    phone.tap("stop-sharing").await;
    assert_looks("sharing-stop-asks", &phone);
    phone.tap("stop-no").await;
    phone.tap("stop-sharing").await;
    phone.tap("stop-yes").await;
    phone.wait(A_MOMENT_MS).await;
    assert_looks("sharing-stopped", &phone);
    assert!(matches!(post.orders().as_slice(), [Order::Close { .. }]));
}

#[tokio::test]
async fn what_was_stopped_without_a_network_is_said_to_be_on_its_way() {
    let (post, mut phone, tu) = ba_tu_sharing().await;
    post.lose(Lost::Offline);
    phone.open(&sharing(tu)).await;
    phone.tap("stop-sharing").await;
    phone.tap("stop-yes").await;
    let screen = phone.snapshot();
    assert!(screen.contains("Có mạng là ứng dụng báo máy chủ xóa"), "{screen}");
    phone.open(&sharing(tu)).await;
    let screen = phone.snapshot();
    assert!(screen.contains("Máy chủ chưa biết bà đã ngừng gửi"), "{screen}");
}

#[tokio::test]
async fn a_lesson_done_is_sent_by_itself() {
    let (post, mut phone, tu) = ba_tu_sharing().await;
    let before = post.asked().len();
    phone.practise(tu, LOGIN, Mode::Alone, ALL).await;
    phone.open(&super::finished(tu, LOGIN, Mode::Alone)).await;
    phone.wait(A_MOMENT_MS).await;
    assert!(post.asked().len() > before);
    phone.tap("finished-home").await;
    assert_eq!(phone.text_of("sharing-line").as_deref(), Some("Đã gửi 12:00"));
}

/// Whether the screen comes to look so within ten seconds.
async fn comes(phone: &mut Phone, so: impl Fn(&str) -> bool) -> bool {
    for _ in 0..500 {
        if so(&phone.snapshot()) {
            return true;
        }
        phone.wait(20).await;
    }
    false
}

#[tokio::test]
async fn a_bar_shows_how_far_it_is_while_more_than_one_batch_is_waiting() {
    let (post, mut phone, tu) = ba_tu_sharing().await;
    assert!(!phone.snapshot().contains("kết quả"), "one batch needs no bar");
    post.take_one_at_a_time();
    phone.open(&home(tu)).await;
    phone.wait(A_MOMENT_MS).await;
    for mode in [Mode::Watch, Mode::Guided, Mode::Alone] {
        phone.practise(tu, LOGIN, mode, ALL).await;
    }
    post.answer_after(400);
    phone.open(&home(tu)).await;
    assert!(
        comes(&mut phone, |screen| screen.contains("Đã gửi 1 trên 3 kết quả")).await,
        "{}",
        phone.snapshot()
    );
    assert!(
        comes(&mut phone, |screen| !screen.contains("kết quả")).await,
        "{}",
        phone.snapshot()
    );
    assert_eq!(phone.text_of("sharing-line").as_deref(), Some("Đã gửi 12:00"));
}

#[tokio::test]
async fn every_trouble_is_said_in_plain_words() {
    let (post, mut phone, tu) = ba_tu_sharing().await;
    phone.practise(tu, LOGIN, Mode::Alone, ALL).await;
    let mut said = Vec::new();
    for (name, trouble) in [
        ("offline", None),
        ("busy", Some((503, ProblemCode::Busy, None))),
        ("too-often", Some((429, ProblemCode::TooOften, None))),
        ("too-old", Some((400, ProblemCode::WireTooOld, None))),
        ("too-new", Some((400, ProblemCode::WireTooNew, None))),
        ("locked-out", Some((403, ProblemCode::Revoked, None))),
        ("malformed", Some((400, ProblemCode::Malformed, None))),
    ] {
        match trouble {
            None => post.lose(Lost::Offline),
            Some((status, code, pause)) => post.refuse(status, code, pause),
        }
        phone.open(&sharing(tu)).await;
        phone.tap("send-now").await;
        phone.wait(A_MOMENT_MS).await;
        said.push(format!(
            "{name}: {}",
            phone.text_of("sharing-status").unwrap_or_default()
        ));
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
        insta::assert_snapshot!("sharing-troubles", said.join("\n"));
    });
}

#[tokio::test]
async fn what_the_server_does_not_take_is_counted() {
    let (post, mut phone, tu) = ba_tu().await;
    post.reject();
    phone.get(GiveConsent { learner: tu }).await;
    phone.open(&sharing(tu)).await;
    phone.wait(A_MOMENT_MS).await;
    let screen = phone.snapshot();
    assert!(screen.contains("1 kết quả máy chủ không nhận"), "{screen}");
}

#[tokio::test]
async fn four_words_let_another_device_in() {
    let (post, mut phone, tu) = ba_tu_came_in(Some(SEED)).await;
    phone.open(&sharing(tu)).await;
    phone.tap("share-code").await;
    assert_looks("sharing-code", &phone);
    post.lose(Lost::Offline);
    phone.tap("code-new").await;
    assert!(phone.has("errand-failed") && !phone.has("code-words"));
    post.refuse(404, ProblemCode::NoShare, None);
    phone.tap("errand-again").await;
    assert_looks("sharing-code-failed", &phone);
    post.recover();
    phone.tap("errand-again").await;
    assert!(phone.has("code-words"), "{}", phone.snapshot());
}

#[tokio::test]
async fn the_card_is_shown_and_made_anew_with_two_taps() {
    let (post, mut phone, tu) = ba_tu_came_in(Some(SEED)).await;
    phone.open(&sharing(tu)).await;
    phone.tap("share-card").await;
    assert_looks("sharing-card", &phone);
    phone.tap("card-renew").await;
    phone.tap("card-renew-no").await;
    phone.tap("card-renew").await;
    post.lose(Lost::Offline);
    phone.tap("card-renew-yes").await;
    assert!(phone.has("card-problem") && phone.has("card-finish"));
    assert!(!phone.has("card-print"), "a card in doubt is not printed");
    assert_looks("sharing-card-unfinished", &phone);
    post.recover();
    phone.tap("card-finish").await;
    assert!(!phone.has("card-finish"), "{}", phone.snapshot());
    let words = phone.get(OpenCard { learner: tu }).await.words;
    assert_ne!(words, card_words(&SEED));
    let shown = phone.text_of("card-words").unwrap_or_default();
    assert!(words.iter().all(|word| shown.contains(word)), "{shown}");
}

#[tokio::test]
async fn a_device_is_taken_out_and_one_of_her_own_makes_a_new_card() {
    let (_, mut phone, tu) = ba_tu_came_in(Some(SEED)).await;
    phone.open(&sharing(tu)).await;
    phone.tap("share-devices").await;
    assert_looks("sharing-devices", &phone);
    phone.tap_nth("device-remove", 1).await;
    phone.tap("device-remove-yes").await;
    phone.tap("device-remove").await;
    assert_looks("sharing-device-remove-own-asks", &phone);
    phone.tap("device-remove-yes").await;
    assert!(phone.has("card-words"), "the new card: {}", phone.snapshot());
    assert_ne!(phone.get(OpenCard { learner: tu }).await.words, card_words(&SEED));
}

#[tokio::test]
async fn a_device_that_joined_may_only_leave() {
    let (post, mut phone, tu) = ba_tu_came_in(None).await;
    phone.open(&sharing(tu)).await;
    assert_looks("sharing-joined", &phone);
    phone.tap("leave-sharing").await;
    phone.tap("leave-yes").await;
    phone.wait(A_MOMENT_MS).await;
    assert!(phone.has("consent-yes"), "{}", phone.snapshot());
    assert!(matches!(
        post.orders().as_slice(),
        [Order::Leave { share: SHARE }]
    ));
}

#[tokio::test]
async fn what_ended_elsewhere_is_told_and_kept() {
    let (post, mut phone, tu) = ba_tu_sharing().await;
    post.say(ShareState::Closed);
    phone.open(&home(tu)).await;
    phone.wait(A_MOMENT_MS).await;
    assert_looks("home-ended-elsewhere", &phone);
    phone.tap("ended-open").await;
    assert_looks("sharing-ended", &phone);
    phone.tap("settle-keep").await;
    assert_eq!(phone.route(), home(tu).to_string());
    assert!(!phone.has("ended-open"), "{}", phone.snapshot());
    assert_eq!(phone.get(OpenSharing { learner: tu }).await.share, None);
}

#[tokio::test]
async fn what_ended_elsewhere_is_deleted_only_with_a_second_tap() {
    let (post, mut phone, tu) = ba_tu_came_in(None).await;
    post.say(ShareState::Removed);
    phone.open(&sharing(tu)).await;
    phone.wait(A_MOMENT_MS).await;
    assert_looks("sharing-removed", &phone);
    phone.tap("settle-delete").await;
    assert_looks("sharing-delete-asks", &phone);
    phone.tap("settle-delete-no").await;
    phone.tap("settle-delete").await;
    phone.tap("settle-delete-yes").await;
    assert_eq!(phone.route(), "/");
    assert!(!phone.snapshot().contains("Bà Tư"), "{}", phone.snapshot());
}

#[tokio::test]
async fn a_device_the_server_no_longer_knows_can_be_linked_again() {
    let (post, mut phone, tu) = ba_tu_came_in(None).await;
    post.say(ShareState::NotGranted);
    phone.open(&sharing(tu)).await;
    phone.wait(A_MOMENT_MS).await;
    assert_looks("sharing-stranger", &phone);
    phone.tap("settle-again").await;
    assert!(phone.has("words-field"));
}

#[tokio::test]
async fn deleting_somebody_who_shares_says_what_it_does_to_the_server() {
    for (seed, wanted) in [
        (Some(SEED), "bản trên máy chủ cũng bị xóa"),
        (None, "chỉ máy này rời ra"),
    ] {
        let (_, mut phone, tu) = ba_tu_came_in(seed).await;
        phone.open(&Route::Settings { learner: tu }).await;
        phone.tap("delete").await;
        assert!(phone.snapshot().contains(wanted), "{}", phone.snapshot());
        phone.get(DeleteLearner { learner: tu }).await;
        phone.open(&Route::Who {}).await;
        phone.tap("purge").await;
        assert!(phone.snapshot().contains(wanted), "{}", phone.snapshot());
    }
}

#[tokio::test]
async fn a_deletion_for_good_reaches_the_server() {
    let (post, mut phone, tu) = ba_tu_came_in(Some(SEED)).await;
    phone.get(DeleteLearner { learner: tu }).await;
    phone.open(&Route::Who {}).await;
    phone.tap("purge").await;
    phone.tap("purge-yes").await;
    phone.wait(A_MOMENT_MS).await;
    assert!(matches!(
        post.orders().as_slice(),
        [Order::Close { share: SHARE, .. }]
    ));
}

#[tokio::test]
async fn coming_in_with_four_words() {
    let post = Post::new();
    let mut phone = Phone::connected(&post).await;
    phone.tap("first-skip").await;
    assert_looks("who-empty-with-a-way-in", &phone);
    phone.tap("come-in").await;
    assert_looks("coming-in", &phone);
    phone.tap("come-code").await;
    assert_looks("coming-in-code", &phone);
    post.say(ShareState::Joined);
    let words = join_words(&JoinCode([1, 2, 3, 4])).join("  ").to_uppercase();
    phone.type_into("words-field", &words).await;
    phone.tap("words-next").await;
    assert_looks("coming-in-who", &phone);
    phone.tap("come-save").await;
    assert!(phone.has("come-who"), "a name is needed");
    phone.type_into("new-name", "Mẹ").await;
    phone.tap("come-save").await;
    phone.wait(A_MOMENT_MS).await;
    assert_eq!(phone.text_of("home-title").as_deref(), Some("Dạ chào Mẹ"));
    assert_eq!(phone.text_of("sharing-line").as_deref(), Some("Đã gửi 12:00"));
}

#[tokio::test]
async fn coming_in_with_a_card_makes_it_one_of_her_own_devices() {
    let post = Post::new();
    let mut phone = Phone::connected(&post).await;
    phone.tap("first-skip").await;
    phone.tap("come-in").await;
    phone.tap("come-card").await;
    assert_looks("coming-in-card", &phone);
    phone
        .type_into("words-field", &in_address(&card_words(&SEED)))
        .await;
    phone.tap("words-next").await;
    phone.type_into("new-name", "Bà Tư").await;
    phone.tap("come-save").await;
    phone.wait(A_MOMENT_MS).await;
    phone.tap("sharing-line").await;
    assert!(phone.has("share-card"), "{}", phone.snapshot());
}

#[tokio::test]
async fn wrong_words_are_told_apart() {
    let post = Post::new();
    let mut phone = Phone::connected(&post).await;
    let mut said = Vec::new();
    for (door, text) in [
        (Door::Code, ""),
        (Door::Code, "áo bà"),
        (Door::Code, "áo bà bàn bánh bao"),
        (Door::Code, "áo blockchain bàn bánh"),
        (Door::Card, "áo áo áo áo áo áo áo áo áo áo áo áo"),
    ] {
        let route = match door {
            Door::Code => Route::Join {},
            Door::Card => Route::Recover {},
        };
        phone.open(&route).await;
        phone.type_into("words-field", text).await;
        phone.tap("words-next").await;
        said.push(format!(
            "“{text}”: {}",
            phone.text_of("words-problem").unwrap_or_default()
        ));
    }
    assert!(post.asked().is_empty(), "no server is needed for that");
    for (code, pause) in [
        (ProblemCode::NoSuchCode, None),
        (ProblemCode::NoSuchCard, None),
        (ProblemCode::TooOften, Some(600)),
        (ProblemCode::Busy, None),
    ] {
        post.refuse(404, code, pause);
        phone.open(&Route::Join {}).await;
        phone.type_into("words-field", "áo bà bàn bánh").await;
        phone.tap("words-next").await;
        said.push(format!(
            "{code:?}: {}",
            phone.text_of("words-problem").unwrap_or_default()
        ));
    }
    post.lose(Lost::Offline);
    phone.tap("words-next").await;
    said.push(format!(
        "offline: {}",
        phone.text_of("words-problem").unwrap_or_default()
    ));
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
        insta::assert_snapshot!("coming-in-wrong-words", said.join("\n"));
    });
}

#[tokio::test]
async fn sharing_speaks_english() {
    let post = Post::new();
    let (mut phone, lan) = Phone::connected_of(&post, "Lan", Lang::En).await;
    phone.open(&sharing(lan)).await;
    assert_looks("en-sharing-asks", &phone);
    phone.tap("consent-yes").await;
    phone.wait(A_MOMENT_MS).await;
    assert_looks("en-sharing-sent", &phone);
    let view = phone.get(OpenSharing { learner: lan }).await;
    assert_eq!(view.share.map(|share| share.role), Some(Role::Own));
}

#[tokio::test]
async fn the_plain_words_on_privacy_are_one_tap_from_about() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    phone.open(&Route::About {}).await;
    phone.tap("about-privacy").await;
    assert_looks("privacy", &phone);
    phone.tap("back").await;
    assert!(phone.has("about-title"));
}

#[tokio::test]
async fn every_page_of_sharing_has_a_way_back_to_her_home() {
    let (_, mut phone, tu) = ba_tu_came_in(Some(SEED)).await;
    for route in [
        sharing(tu),
        Route::ShareCode { learner: tu },
        Route::RecoveryCard { learner: tu },
        Route::Devices { learner: tu },
    ] {
        phone.open(&route).await;
        phone.tap("to-start").await;
        assert_eq!(phone.route(), home(tu).to_string(), "from {route:?}");
    }
}
