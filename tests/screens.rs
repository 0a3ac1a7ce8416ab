//! The screens as she meets them: the real screens over the real core, tapped as she would tap.
//!
//! How they look is kept in `tests/screens/snapshots/`; `INSTA_UPDATE=always cargo test --test screens` writes
//! them anew after a wanted change, and the diff shows what changed.
#![cfg(all(feature = "ui", not(any(feature = "desktop", feature = "mobile"))))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "screens/again.rs"]
mod again;
#[path = "screens/causes.rs"]
mod causes;
#[cfg(feature = "gallery")]
#[path = "screens/gallery.rs"]
mod gallery;
#[path = "screens/glass.rs"]
mod glass;
#[path = "screens/harness.rs"]
mod harness;
#[path = "screens/line.rs"]
mod line;
#[path = "screens/page.rs"]
mod page;
#[path = "screens/post.rs"]
mod post;
#[path = "screens/second_tap.rs"]
mod second_tap;
#[path = "screens/sharing.rs"]
mod sharing;
#[path = "screens/trouble.rs"]
mod trouble;

use cung_tien::core::{CoreError, DeleteLearner, EnterAsGuest, MarkTried};
use cung_tien::domain::ids::{LearnerId, TutorialId};
use cung_tien::domain::learner::Lang;
use cung_tien::domain::practice::{Mode, QUIET_MILLIS};
use cung_tien::ui::Route;
use harness::{Phone, assert_looks};

/// Longer than a screen of practice takes no input after it has changed, in milliseconds.
const QUIET: u64 = QUIET_MILLIS + 20;
const LOGIN: &str = "vneid-login";
const CALL: &str = "fake-police-call";
const COPY: &str = "dvc-certified-copy";
const ALL: usize = usize::MAX;

fn intro(learner: LearnerId, tutorial: &str) -> Route {
    Route::Intro {
        learner,
        tutorial: tutorial.into(),
    }
}

fn practice(learner: LearnerId, tutorial: &str, mode: Mode) -> Route {
    Route::Practice {
        learner,
        tutorial: tutorial.into(),
        mode,
    }
}

fn finished(learner: LearnerId, tutorial: &str, mode: Mode) -> Route {
    Route::Finished {
        learner,
        tutorial: tutorial.into(),
        mode,
    }
}

fn checklist(learner: LearnerId, tutorial: &str) -> Route {
    Route::ChecklistScreen {
        learner,
        tutorial: tutorial.into(),
    }
}

// First start, and who is learning.

#[tokio::test]
async fn the_first_start_asks_four_questions_and_leads_to_who_is_learning() {
    let mut phone = Phone::new().await;
    assert_looks("first-start-1-language", &phone);
    phone.tap("first-next").await;
    assert_looks("first-start-2-address", &phone);
    phone.tap("address-Ba").await;
    phone.tap("first-next").await;
    assert_looks("first-start-3-size", &phone);
    phone.tap("size-Large").await;
    phone.tap("first-next").await;
    assert_looks("first-start-4-voice", &phone);
    phone.tap("voice-OnTap").await;
    phone.tap("first-next").await;
    assert_eq!(phone.route(), "/");
    assert_looks("who-empty", &phone);
}

#[tokio::test]
async fn the_first_start_speaks_english_as_soon_as_it_is_chosen() {
    let mut phone = Phone::new().await;
    phone.tap("lang-en").await;
    assert_looks("en-first-start-1-language", &phone);
    phone.tap("first-skip").await;
    // What she chose before stays chosen.
    assert_eq!(
        phone.text_of("who-title").as_deref(),
        Some("Who is learning today?")
    );
}

#[tokio::test]
async fn ong_bay_makes_himself_a_profile_and_a_name_is_needed() {
    let mut phone = Phone::new().await;
    phone.tap("first-skip").await;
    phone.tap("who-add").await;
    phone.tap("new-save").await;
    assert!(phone.has("new-title"), "no name, no profile");
    phone.type_into("new-name", "  Ông   Bảy ").await;
    phone.tap("face-Grandfather").await;
    phone.tap("address-Ong").await;
    assert_looks("new-learner", &phone);
    phone.tap("new-save").await;
    assert_eq!(phone.text_of("home-title").as_deref(), Some("Dạ chào Ông Bảy"));
}

#[tokio::test]
async fn everybody_is_listed_with_what_they_are_doing_and_the_deleted_can_be_taken_back() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.practise(tu, LOGIN, Mode::Guided, 2).await;
    let bay = phone.add("Ông Bảy", Lang::Vi).await.id;
    phone.practise(bay, LOGIN, Mode::Alone, ALL).await;
    let lan = phone.add("Chị Lan", Lang::Vi).await.id;
    phone.clock.shift_days(1);
    phone.get(DeleteLearner { learner: lan }).await;
    phone.open(&Route::Who {}).await;
    assert_looks("who-with-people-and-one-deleted", &phone);
    phone.tap("purge").await;
    assert_looks("who-purge-asks", &phone);
    phone.traffic.refuse_writes(Some(CoreError::StorageFull));
    phone.tap("purge-yes").await;
    assert_looks("who-purge-not-saved", &phone);
    phone.tap("purge-no").await;
    phone.tap("take-back").await;
    assert!(
        phone.has("take-back") && phone.has("not-saved"),
        "{}",
        phone.snapshot()
    );
    phone.traffic.refuse_writes(None);
    phone.tap("take-back").await;
    assert!(!phone.has("take-back"), "{}", phone.snapshot());
    phone.tap_words("Chị Lan").await;
    assert_eq!(phone.text_of("home-title").as_deref(), Some("Dạ chào Chị Lan"));
}

// Home.

#[tokio::test]
async fn home_offers_the_first_lesson_then_what_she_is_in_the_middle_of_then_what_is_due() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    assert_looks("home-new", &phone);
    phone.practise(tu, LOGIN, Mode::Guided, 2).await;
    phone.open(&Route::Home { learner: tu }).await;
    assert_looks("home-resume", &phone);
    phone.practise(tu, CALL, Mode::Alone, ALL).await;
    phone.clock.shift_days(1);
    phone.open(&Route::Home { learner: tu }).await;
    assert_looks("home-reviews-due", &phone);
    phone.tap("home-continue").await;
    assert_eq!(phone.steps_done(), 2, "at the very step");
}

#[tokio::test]
async fn home_speaks_english() {
    let (phone, _) = Phone::of("Lan", Lang::En).await;
    assert_looks("en-home-new", &phone);
}

#[tokio::test]
async fn a_guest_is_greeted_without_a_name() {
    let mut phone = Phone::new().await;
    phone.tap("first-skip").await;
    phone.tap("who-guest").await;
    assert!(phone.has("home-title"), "{}", phone.snapshot());
    let greeting = phone.text_of("home-title").expect("a greeting");
    assert!(!greeting.is_empty() && !greeting.contains('{'), "{greeting}");
    let guest = phone.get(EnterAsGuest {}).await.id;
    assert_eq!(phone.route(), Route::Home { learner: guest }.to_string());
}

// Before a lesson.

#[tokio::test]
async fn the_introduction_says_what_it_is_for_and_a_role_play_says_that_it_is_one() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&intro(tu, LOGIN)).await;
    assert_looks("intro", &phone);
    phone.open(&intro(tu, CALL)).await;
    assert_looks("intro-role-play", &phone);
    phone.open(&intro(tu, "dvc-certified-copy")).await;
    assert_looks("intro-of-what-had-another-name", &phone);
    phone.practise(tu, LOGIN, Mode::Alone, 3).await;
    phone.open(&intro(tu, LOGIN)).await;
    assert_looks("intro-in-the-middle", &phone);
}

#[tokio::test]
async fn the_introduction_speaks_english() {
    let (mut phone, lan) = Phone::of("Lan", Lang::En).await;
    phone.open(&intro(lan, CALL)).await;
    assert_looks("en-intro-role-play", &phone);
}

// Practice.

#[tokio::test]
async fn guided_practice_shows_where_to_tap_and_goes_through_to_the_end() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&practice(tu, LOGIN, Mode::Guided)).await;
    assert_looks("practice-guided", &phone);
    assert_eq!(phone.glowing().as_deref(), Some("vneid"));
    phone.tap_target("vneid").await;
    assert_eq!(
        (phone.steps_done(), phone.glowing().as_deref()),
        (1, Some("number"))
    );
    phone.tap_target("number").await;
    assert_looks("practice-guided-keys-open", &phone);
    assert_eq!(phone.glowing().as_deref(), Some("0"), "the next key");
    for letter in "000000000123".chars() {
        phone.tap_key(letter).await;
    }
    assert_eq!(phone.steps_done(), 2);
    phone.tap_target("password").await;
    phone.tap("keys-fill").await;
    phone.tap_target("log-in").await;
    assert_looks("practice-guided-last-step", &phone);
    phone.tap_target("tab-wallet").await;
    assert_eq!(phone.route(), finished(tu, LOGIN, Mode::Guided).to_string());
    assert_looks("finished-guided", &phone);
}

#[tokio::test]
async fn alone_she_is_helped_a_little_more_each_time() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&practice(tu, LOGIN, Mode::Alone)).await;
    assert_eq!(phone.glowing(), None);
    phone.tap_below("vneid", 20.0).await;
    assert_looks("practice-alone-near-miss", &phone);
    phone.tap_target("camera").await;
    assert_looks("practice-alone-wrong-tap", &phone);
    phone.tap_below("vneid", 60.0).await;
    assert_looks("practice-alone-nudge", &phone);
    assert_eq!(phone.glowing(), None);
    phone.tap_target("map").await;
    assert_looks("practice-alone-shown", &phone);
    assert_eq!(phone.glowing().as_deref(), Some("vneid"));
    phone.tap_target("vneid").await;
    phone.tap("practice-hint").await;
    assert_eq!(
        phone.text_of("practice-feedback"),
        None,
        "a new screen is quiet for a moment"
    );
    phone.wait(600).await;
    phone.tap("practice-hint").await;
    assert_looks("practice-alone-hint", &phone);
    phone.tap("practice-hint").await;
    assert_eq!(phone.glowing().as_deref(), Some("number"));
}

#[tokio::test]
async fn a_wrong_key_names_the_next_letter_and_another_field_has_its_own_gentle_word() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.practise(tu, LOGIN, Mode::Alone, 1).await;
    phone.open(&practice(tu, LOGIN, Mode::Alone)).await;
    phone.tap_target("password").await;
    let words = phone.text_of("practice-feedback").unwrap_or_default();
    assert!(words.starts_with("Đó là ô mật khẩu"), "{words}");
    phone.tap_target("number").await;
    phone.wait(20).await;
    phone.practise(tu, LOGIN, Mode::Guided, 2).await;
    phone.open(&practice(tu, LOGIN, Mode::Guided)).await;
    phone.tap_target("password").await;
    phone.tap_key('p').await;
    assert_eq!(
        phone.text_of("practice-feedback").as_deref(),
        Some("Chưa phải. Tiếp theo là T.")
    );
    assert_looks("practice-guided-wrong-key", &phone);
}

#[tokio::test]
async fn alone_with_the_keys_open_the_hint_is_one_of_the_keys() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.practise(tu, LOGIN, Mode::Alone, 1).await;
    phone.open(&practice(tu, LOGIN, Mode::Alone)).await;
    phone.tap_target("number").await;
    assert_looks("practice-alone-keys-open", &phone);
    phone.tap_key('0').await;
    phone.tap_key('0').await;
    phone.tap("keys-erase").await;
    phone.tap("keys-hint").await;
    assert!(phone.has("practice-feedback"), "{}", phone.snapshot());
    assert_eq!(phone.steps_done(), 1);
}

#[tokio::test]
async fn watching_plays_and_can_be_paused_and_a_tap_does_nothing() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&practice(tu, CALL, Mode::Watch)).await;
    assert_looks("practice-watch-role-play", &phone);
    phone.tap("practice-pause").await;
    phone.tap_target("answer").await;
    assert_eq!(phone.steps_done(), 0);
    assert!(phone.has("practice-feedback"), "she is told just to watch");
    phone.tap("practice-next").await;
    assert_eq!(phone.steps_done(), 1);
}

#[tokio::test]
async fn a_step_that_only_goes_down_the_screen_is_done_when_its_target_is_in_view() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.practise(tu, COPY, Mode::Guided, 6).await;
    phone.open(&practice(tu, COPY, Mode::Guided)).await;
    assert_eq!(phone.steps_done(), 6);
    phone.wait(2_700).await;
    assert_eq!(phone.steps_done(), 7, "{}", phone.snapshot());
}

#[tokio::test]
async fn practice_speaks_english() {
    let (mut phone, lan) = Phone::of("Lan", Lang::En).await;
    phone.open(&practice(lan, LOGIN, Mode::Alone)).await;
    phone.tap_target("camera").await;
    assert_looks("en-practice-alone-wrong-tap", &phone);
}

#[tokio::test]
async fn reloaded_in_the_middle_of_a_lesson_the_app_speaks_to_her_as_before() {
    let (mut phone, lan) = Phone::of("Lan", Lang::En).await;
    for route in [
        intro(lan, LOGIN),
        practice(lan, LOGIN, Mode::Guided),
        finished(lan, LOGIN, Mode::Guided),
        checklist(lan, LOGIN),
    ] {
        phone.open(&route).await;
        let wrong = ["Quay lại", "Nghe", "Trang đầu", "Bác"];
        let screen = phone.snapshot();
        assert!(!wrong.iter().any(|word| screen.contains(word)), "{screen}");
    }
}

#[tokio::test]
async fn the_step_bar_moves_only_after_the_core_s_reply() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&practice(tu, LOGIN, Mode::Guided)).await;
    phone.wait(600).await;
    phone.traffic.hold();
    let asked = phone.text_of("practice-say");
    phone.tap_target("vneid").await;
    assert_eq!(phone.steps_done(), 0);
    assert_eq!(phone.text_of("practice-say"), asked);
    phone.tap_target("vneid").await;
    phone.tap_target("camera").await;
    assert_eq!(phone.steps_done(), 0, "tapping while it is saved changes nothing");
    assert_eq!(phone.text_of("practice-feedback"), None, "and is no mistake");
    phone.traffic.release();
    phone.settle().await;
    assert_eq!(phone.steps_done(), 1);
    assert_ne!(phone.text_of("practice-say"), asked);
}

#[tokio::test]
async fn a_step_that_is_not_saved_says_so_and_thu_lai_goes_on() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&practice(tu, LOGIN, Mode::Guided)).await;
    let other = rusqlite::Connection::open(phone.database()).expect("another window");
    other
        .execute_batch("BEGIN IMMEDIATE")
        .expect("which has the database");
    phone.tap_target("vneid").await;
    assert_eq!(phone.steps_done(), 0);
    assert_looks("practice-not-saved", &phone);
    other.execute_batch("ROLLBACK").expect("and lets go of it");
    phone.tap("practice-retry").await;
    assert_eq!(phone.steps_done(), 1);
    assert!(!phone.has("practice-retry"));
}

#[tokio::test]
async fn a_full_phone_says_what_to_do_and_nothing_is_lost_by_leaving() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.practise(tu, LOGIN, Mode::Guided, 3).await;
    phone.open(&practice(tu, LOGIN, Mode::Guided)).await;
    phone.traffic.refuse_writes(Some(CoreError::StorageFull));
    phone.tap_target("log-in").await;
    assert_looks("practice-not-saved-full", &phone);
    phone.tap("practice-retry").await;
    assert!(phone.has("practice-retry"), "still full");
    phone.tap("practice-home").await;
    phone.traffic.refuse_writes(None);
    phone.tap("home-continue").await;
    assert_eq!(phone.steps_done(), 3);
}

// After a lesson.

#[tokio::test]
async fn finished_says_what_she_can_do_now_and_what_is_next() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.practise(tu, LOGIN, Mode::Watch, ALL).await;
    phone.open(&finished(tu, LOGIN, Mode::Watch)).await;
    assert_looks("finished-watch", &phone);
    phone.practise(tu, LOGIN, Mode::Alone, ALL).await;
    phone.open(&finished(tu, LOGIN, Mode::Alone)).await;
    assert_looks("finished-alone", &phone);
    phone.clock.shift_days(1);
    phone.practise(tu, LOGIN, Mode::Review, ALL).await;
    phone.open(&finished(tu, LOGIN, Mode::Review)).await;
    assert_looks("finished-mastered", &phone);
    phone.tap("finished-real").await;
    assert_eq!(phone.route(), checklist(tu, LOGIN).to_string());
}

#[tokio::test]
async fn the_checklist_is_ticked_and_thanks_her() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&checklist(tu, LOGIN)).await;
    phone.tap("real-0").await;
    assert_looks("checklist", &phone);
    // She goes to the real app and comes back.
    phone.open(&Route::Home { learner: tu }).await;
    phone.open(&checklist(tu, LOGIN)).await;
    assert_looks("checklist", &phone);
    phone.tap("real-0").await;
    phone.open(&Route::Home { learner: tu }).await;
    phone.open(&checklist(tu, LOGIN)).await;
    assert_looks("checklist-unticked", &phone);

    phone.traffic.refuse_writes(Some(CoreError::StorageFull));
    phone.tap("real-tried").await;
    assert!(
        phone.has("not-saved") && phone.has("real-tried"),
        "{}",
        phone.snapshot()
    );
    phone.traffic.refuse_writes(None);
    phone.tap("real-tried").await;
    assert!(!phone.has("real-tried"), "said once: {}", phone.snapshot());
    let again = MarkTried {
        learner: tu,
        tutorial: TutorialId::from(LOGIN),
    };
    phone.get(again).await;
}

// Settings and about.

#[tokio::test]
async fn settings_change_at_once_and_deleting_takes_two_taps() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&Route::Settings { learner: tu }).await;
    assert_looks("settings", &phone);
    phone.tap("address-Co").await;
    phone.tap("size-Largest").await;
    phone.type_into("settings-name", "Cô Tư").await;
    phone.tap("settings-save-name").await;
    phone.tap("delete").await;
    assert_looks("settings-delete-asks", &phone);
    phone.tap("delete-no").await;
    phone.tap("lang-en").await;
    assert_looks("en-settings", &phone);
    phone.tap("delete").await;
    phone.tap("delete-yes").await;
    assert_eq!(phone.route(), "/");
    assert!(phone.has("take-back"), "{}", phone.snapshot());
}

#[tokio::test]
async fn what_settings_could_not_save_is_said_in_words_that_fit() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&Route::Settings { learner: tu }).await;
    let other = rusqlite::Connection::open(phone.database()).expect("another window");
    other
        .execute_batch("BEGIN IMMEDIATE")
        .expect("which has the database");
    phone.tap("size-Largest").await;
    assert_looks("settings-not-saved", &phone);
    other.execute_batch("ROLLBACK").expect("and lets go of it");
    phone.tap("size-Largest").await;
    assert!(
        !phone.snapshot().contains("Chưa lưu được"),
        "{}",
        phone.snapshot()
    );
}

#[tokio::test]
async fn about_is_honest() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    phone.open(&Route::About {}).await;
    assert_looks("about", &phone);
}

// The way back.

/// The one button of each screen that goes back; the last one ends at the first screen.
const WAYS_BACK: [&str; 5] = [
    "back",
    "practice-back",
    "home-switch",
    "finished-home",
    "failure-home",
];

#[tokio::test]
async fn every_screen_has_a_way_back_that_ends_at_who_is_learning() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    let screens = [
        Route::NewLearner {},
        Route::About {},
        Route::Privacy {},
        Route::ComeIn {},
        Route::Join {},
        Route::Recover {},
        Route::Home { learner: tu },
        Route::Settings { learner: tu },
        intro(tu, LOGIN),
        practice(tu, LOGIN, Mode::Watch),
        practice(tu, LOGIN, Mode::Guided),
        practice(tu, CALL, Mode::Alone),
        finished(tu, LOGIN, Mode::Guided),
        checklist(tu, LOGIN),
        Route::Nowhere {
            rest: vec!["lost".into()],
        },
    ];
    for screen in screens {
        phone.open(&screen).await;
        for _ in 0..4 {
            if phone.has("who-title") {
                break;
            }
            let way = WAYS_BACK.into_iter().find(|way| phone.has(way));
            let way = way.unwrap_or_else(|| panic!("no way back from:\n{}", phone.snapshot()));
            // What is tapped right after a screen of practice has changed was meant for the one before.
            phone.wait(QUIET).await;
            phone.tap(way).await;
        }
        assert!(phone.has("who-title"), "from {screen:?}: {}", phone.snapshot());
    }
}

#[tokio::test]
async fn the_phone_s_own_back_key_agrees_with_quay_lai() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.open(&Route::Who {}).await;
    phone.tap_words("Bà Tư").await;
    phone.tap("lesson-vneid-login").await;
    phone.tap("mode-guided").await;
    phone.tap_target("vneid").await;
    assert_eq!(phone.steps_done(), 1);
    phone.press_phone_back().await;
    assert_eq!(phone.route(), intro(tu, LOGIN).to_string());
    assert!(
        phone.text_of("intro-main").unwrap_or_default().contains('2'),
        "goes on at step 2"
    );
    phone.tap("intro-main").await;
    assert_eq!(phone.steps_done(), 1, "the run is not lost");
    phone.tap("practice-back").await;
    phone.tap("practice-home").await;
    assert_eq!(
        phone.steps_done(),
        1,
        "a second quick tap was meant for the screen before"
    );
    phone.wait(QUIET).await;
    phone.tap("practice-back").await;
    assert_eq!(phone.steps_done(), 0, "one step back, on the same screen");
    phone.wait(QUIET).await;
    phone.tap("practice-back").await;
    assert_eq!(phone.route(), intro(tu, LOGIN).to_string());
    phone.tap("back").await;
    assert_eq!(phone.route(), Route::Home { learner: tu }.to_string());
    phone.press_phone_back().await;
    assert_eq!(phone.route(), "/");
}
