//! Screens of what went wrong, and of where nothing is kept.

use super::harness::{Glass, Phone, assert_looks};
use super::line::Refusing;
use super::post::Post;
use super::{LOGIN, finished, intro, practice};
use cung_tien::core::CoreError;
use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::learner::Lang;
use cung_tien::domain::practice::Mode;
use cung_tien::domain::retention::{NoFiles, Retention};
use cung_tien::platform::bridge::Surroundings;
use cung_tien::ui::Route;
use dioxus::prelude::WritableExt;

/// The sentence that says what is wrong.
fn lead(snapshot: &str) -> String {
    let mut lines = snapshot.lines();
    let line = lines.find(|line| line.contains("class=\"lead\""));
    line.expect("a sentence").trim().to_owned()
}

#[tokio::test]
async fn every_trouble_is_one_sentence_with_a_next_action() {
    let troubles = [
        ("storage-full", CoreError::StorageFull),
        ("open-elsewhere", CoreError::OpenElsewhere),
        ("newer-data", CoreError::NewerData),
        ("not-found", CoreError::NotFound("this attempt".into())),
        ("out-of-order", CoreError::OutOfOrder),
        ("empty-name", CoreError::EmptyName),
        ("crashed", CoreError::Crashed),
        ("files-gone", CoreError::FilesGone),
        ("damaged", CoreError::Damaged("page 7".into())),
        ("worker-lost", CoreError::WorkerLost),
        ("failed", CoreError::Failed("disk I/O error".into())),
    ];
    let mut said = std::collections::BTreeMap::new();
    for (name, error) in troubles {
        let shared = matches!(error, CoreError::OutOfOrder | CoreError::EmptyName);
        let glass = Glass::over(Refusing(error), &Route::Who {}).await;
        if let (Some(other), false) = (said.insert(lead(&glass.snapshot()), name), shared) {
            assert!(
                matches!(other, "out-of-order" | "empty-name"),
                "{name} sounds like {other}"
            );
        }
        assert!(
            glass.has("failure-retry") != glass.has("failure-home"),
            "{name}: one next action"
        );
        assert_looks(&format!("failure-{name}"), &glass);
    }
}

#[tokio::test]
async fn a_panic_in_the_core_shows_the_error_screen_and_thu_lai_works() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    phone.clock.set_broken(true);
    phone.open(&Route::Who {}).await;
    assert!(phone.has("failure-retry"), "{}", phone.snapshot());
    phone.tap("failure-retry").await;
    assert!(phone.has("failure-retry"), "not a hang either");
    phone.clock.set_broken(false);
    phone.tap("failure-retry").await;
    phone.tap_words("Bà Tư").await;
    assert!(phone.has("home-title"), "nothing is lost");
}

#[tokio::test]
async fn a_panic_while_the_last_step_is_saved_loses_nothing() {
    let (mut phone, tu) = Phone::of_ba_tu().await;
    phone.practise(tu, LOGIN, Mode::Guided, 4).await;
    phone.open(&practice(tu, LOGIN, Mode::Guided)).await;
    phone.clock.set_broken(true);
    phone.tap_target("tab-wallet").await;
    assert!(phone.has("practice-retry"), "{}", phone.snapshot());
    assert_eq!(phone.steps_done(), 4);
    phone.clock.set_broken(false);
    phone.tap("practice-retry").await;
    assert_eq!(phone.route(), finished(tu, LOGIN, Mode::Guided).to_string());
}

#[tokio::test]
async fn a_page_that_is_not_there_leads_to_the_start() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    for lost in [
        Route::Nowhere {
            rest: vec!["no".into(), "such".into()],
        },
        intro(LearnerId::random(), LOGIN),
        Route::Home {
            learner: LearnerId::random(),
        },
    ] {
        phone.open(&lost).await;
        phone.tap("failure-home").await;
        assert!(phone.has("who-title"), "{}", phone.snapshot());
    }
}

#[tokio::test]
async fn another_tab_that_took_over_is_named_and_can_be_taken_back() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    phone.with_app(|mut app| app.moved_away.set(true)).await;
    assert_looks("moved-to-another-tab", &phone);
    phone.tap("moved-back").await;
    phone.wait(700).await;
    assert!(phone.has("home-title"), "{}", phone.snapshot());
}

#[tokio::test]
async fn zalo_s_own_browser_and_a_private_window_are_named_and_she_can_stay() {
    let (mut phone, _) = Phone::of_ba_tu().await;
    let in_app = Surroundings {
        in_app: Some("zalo".into()),
        ..Surroundings::default()
    };
    phone.with_app(|mut app| app.surroundings.set(in_app)).await;
    assert_looks("open-in-browser-in-app", &phone);
    phone
        .with_app(|mut app| app.surroundings.set(Surroundings::default()))
        .await;
    let nowhere = Retention::Nowhere(NoFiles::PrivateWindow);
    phone.with_app(move |mut app| app.kept.set(nowhere)).await;
    assert_looks("open-in-browser-private", &phone);
    phone.tap("browser-stay").await;
    assert!(phone.has("home-title"), "{}", phone.snapshot());
}

#[tokio::test]
async fn what_is_kept_nowhere_is_never_said_to_be_kept_and_can_be_taken_along() {
    for why in [NoFiles::TooOld, NoFiles::NotSecure, NoFiles::PrivateWindow] {
        let post = Post::new();
        let mut phone = Phone::in_memory(&post, why).await;
        assert!(phone.has("browser-title"), "{}", phone.snapshot());
        assert_looks(&format!("open-in-browser-{why:?}"), &phone);
        let tu = phone.begin("Bà Tư", Lang::Vi).await;
        phone.tap("browser-stay").await;
        assert_looks(&format!("home-in-memory-{why:?}"), &phone);
        assert!(phone.has("export"), "she can take it along");
        for route in [Route::Home { learner: tu }, finished(tu, LOGIN, Mode::Guided)] {
            phone.open(&route).await;
            phone.tap("browser-stay").await;
            let shown = phone.snapshot();
            assert!(shown.contains("tới khi đóng cửa sổ này"), "{shown}");
            assert!(!shown.contains("Đã lưu") && !shown.contains("vẫn còn"), "{shown}");
        }
    }
}
