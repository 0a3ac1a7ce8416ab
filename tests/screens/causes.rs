//! Whatever stands in the way of an errand: the core, the network, a stranger on the way, the server. Each has a sentence
//! of its own and something to do.

use super::harness::Phone;
use super::post::Post;
use super::sharing::{A_MOMENT_MS, SEED, ba_tu_came_in, ba_tu_sharing, home, sharing};
use super::{ALL, LOGIN};
use cung_tien::core::courier::join_words;
use cung_tien::core::{CoreError, Request};
use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::practice::Mode;
use cung_tien::sync::secret::JoinCode;
use cung_tien::sync::spoken::card_words;
use cung_tien::sync::transport::Lost;
use cung_tien::sync::wire::{ProblemCode, ShareState};
use cung_tien::ui::Route;
use std::collections::BTreeSet;

/// Where she is told.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    /// In place of the screen, with a button that takes the app over from another tab.
    TakeOver,
    /// In place of the screen, with a button to try again.
    Retry,
    /// In place of the screen, with a button to the start.
    Home,
    /// On the screen itself.
    Here,
}

/// Every error of the core, and where she is told of it. A new one does not compile until it is here.
fn every_core_error() -> Vec<(CoreError, Told)> {
    let all = [
        CoreError::StorageFull,
        CoreError::OpenElsewhere,
        CoreError::NewerData,
        CoreError::NotFound("a share".into()),
        CoreError::OutOfOrder,
        CoreError::EmptyName,
        CoreError::GuestsDoNotShare,
        CoreError::NotHerOwnDevice,
        CoreError::FilesGone,
        CoreError::Damaged("malformed page".into()),
        CoreError::WorkerLost,
        CoreError::Crashed,
        CoreError::Failed("disk I/O error".into()),
    ];
    let told = |error: &CoreError| match error {
        CoreError::OpenElsewhere => Told::TakeOver,
        CoreError::NotFound(_) => Told::Home,
        CoreError::StorageFull
        | CoreError::NewerData
        | CoreError::OutOfOrder
        | CoreError::FilesGone
        | CoreError::Damaged(_)
        | CoreError::WorkerLost
        | CoreError::Crashed
        | CoreError::Failed(_) => Told::Retry,
        CoreError::EmptyName | CoreError::GuestsDoNotShare | CoreError::NotHerOwnDevice => Told::Here,
    };
    all.into_iter()
        .map(|error| {
            let told = told(&error);
            (error, told)
        })
        .collect()
}

/// What she can ask of the server by hand, with what the core refuses in the middle of it.
#[derive(Debug, Clone, Copy)]
enum Errand {
    Join,
    Recover,
    Code,
    CodeUntil,
    Devices,
    Remove,
    RemoveNewCard,
    Renew,
    RenewDone,
}

impl Errand {
    const EVERY: [Self; 9] = [
        Self::Join,
        Self::Recover,
        Self::Code,
        Self::CodeUntil,
        Self::Devices,
        Self::Remove,
        Self::RemoveNewCard,
        Self::Renew,
        Self::RenewDone,
    ];

    fn refused(self) -> fn(&Request) -> bool {
        match self {
            Self::Join | Self::Recover | Self::Code | Self::Devices => {
                |request| matches!(request, Request::OpenDoor(_))
            }
            Self::CodeUntil => |request| matches!(request, Request::TellTime(_)),
            Self::Remove | Self::Renew => |request| matches!(request, Request::PlanCard(_)),
            Self::RemoveNewCard | Self::RenewDone => |request| matches!(request, Request::RenewCard(_)),
        }
    }

    /// She runs it; before it can go wrong `stop` is called.
    async fn run(self, phone: &mut Phone, learner: LearnerId, stop: impl Fn(&Phone)) {
        match self {
            Self::Join | Self::Recover => {
                let (route, words) = if matches!(self, Self::Join) {
                    (Route::Join {}, join_words(&JoinCode([1, 2, 3, 4])).join(" "))
                } else {
                    (Route::Recover {}, card_words(&SEED).join(" "))
                };
                phone.open(&route).await;
                phone.type_into("words-field", &words).await;
                stop(phone);
                phone.tap("words-next").await;
            }
            Self::Code | Self::CodeUntil => {
                stop(phone);
                phone.open(&Route::ShareCode { learner }).await;
            }
            Self::Devices => {
                stop(phone);
                phone.open(&Route::Devices { learner }).await;
            }
            Self::Remove | Self::RemoveNewCard => {
                phone.open(&Route::Devices { learner }).await;
                phone.tap_nth("device-remove", 0).await;
                stop(phone);
                phone.tap("device-remove-yes").await;
            }
            Self::Renew | Self::RenewDone => {
                phone.open(&Route::RecoveryCard { learner }).await;
                if phone.has("card-finish") {
                    stop(phone);
                    phone.tap("card-finish").await;
                } else {
                    phone.tap("card-renew").await;
                    stop(phone);
                    phone.tap("card-renew-yes").await;
                }
            }
        }
    }

    /// Where the sentence stands if the screen stays.
    const fn place(self) -> &'static str {
        match self {
            Self::Join | Self::Recover => "words-problem",
            Self::Code | Self::CodeUntil | Self::Devices => "errand-failed",
            Self::Remove | Self::RemoveNewCard => "devices-problem",
            Self::Renew | Self::RenewDone => "card-problem",
        }
    }
}

#[tokio::test]
async fn whatever_the_core_has_against_an_errand_is_said_with_a_way_out() {
    for errand in Errand::EVERY {
        let mut said = BTreeSet::new();
        let mut expected = 0;
        let (post, mut phone, tu) = ba_tu_came_in(Some(SEED)).await;
        for (error, told) in every_core_error() {
            post.list_everybody();
            let reason = error.clone();
            let stop = |phone: &Phone| phone.traffic.refuse(errand.refused(), Some(reason.clone()));
            errand.run(&mut phone, tu, stop).await;
            let what = format!("{errand:?}, {error:?}:\n{}", phone.snapshot());
            let found = match (
                phone.has("failure-close"),
                phone.has("failure-retry"),
                phone.has("failure-home"),
            ) {
                (true, true, false) => Told::TakeOver,
                (false, true, false) => Told::Retry,
                (false, false, true) => Told::Home,
                _ => Told::Here,
            };
            assert_eq!(found, told, "{what}");
            let sentence = if told == Told::Here {
                let text = phone.text_of(errand.place());
                text.unwrap_or_else(|| panic!("no sentence: {what}"))
            } else {
                phone.snapshot()
            };
            assert!(!sentence.contains("chưa rõ vì sao"), "{what}");
            // What can only be a fault of ours is said in one way.
            if !matches!(error, CoreError::OutOfOrder | CoreError::Failed(_)) {
                expected += 1;
                said.insert(sentence);
            }

            // The way out leads somewhere, and what she had typed is still there.
            phone.traffic.refuse(errand.refused(), None);
            match told {
                Told::Here => {}
                Told::Home => phone.tap("failure-home").await,
                Told::TakeOver | Told::Retry => {
                    phone.tap("failure-retry").await;
                    // The other tab gets a moment to let go.
                    let moment = if told == Told::TakeOver { 700 } else { A_MOMENT_MS };
                    phone.wait(moment).await;
                    assert!(
                        !phone.has("failure-retry"),
                        "{errand:?}, {error:?}: {}",
                        phone.snapshot()
                    );
                }
            }
        }
        assert_eq!(said.len(), expected, "{errand:?}: one sentence for each");
    }
}

#[tokio::test]
async fn whatever_the_core_has_against_saving_who_comes_in_is_said_with_a_way_out() {
    for (error, told) in every_core_error() {
        let mut phone = Phone::connected(&Post::new()).await;
        phone.tap("first-skip").await;
        phone.open(&Route::Join {}).await;
        let words = join_words(&JoinCode([1, 2, 3, 4])).join(" ");
        phone.type_into("words-field", &words).await;
        phone.tap("words-next").await;
        phone.type_into("new-name", "Mẹ").await;
        let welcome = |request: &Request| matches!(request, Request::WelcomeLearner(_));
        phone.traffic.refuse(welcome, Some(error.clone()));
        phone.tap("come-save").await;
        let what = format!("{error:?}: {}", phone.snapshot());
        assert_eq!(phone.has("failure-close"), told == Told::TakeOver, "{what}");
        assert_eq!(phone.has("failure-home"), told == Told::Home, "{what}");
        if error == CoreError::EmptyName {
            assert!(phone.has("come-who"), "{what}");
        } else {
            assert!(phone.has("failure-title"), "{what}");
        }
    }
}

const PAGE: &str = "<!doctype html><title>WiFi</title>";

/// What befalls a request on its way.
type Befalls = Box<dyn Fn(&Post)>;

/// What may come back instead of an answer.
fn troubles() -> Vec<(&'static str, Befalls)> {
    let lost = |lost: Lost| Box::new(move |post: &Post| post.lose(lost)) as Befalls;
    let refused = |status, code| Box::new(move |post: &Post| post.refuse(status, code, None)) as Befalls;
    let stranger = |status, media: &'static str, body: &'static str| {
        Box::new(move |post: &Post| post.intercept(status, media, body)) as Befalls
    };
    vec![
        ("offline", lost(Lost::Offline)),
        ("unreachable", lost(Lost::Unreachable)),
        ("insecure", lost(Lost::Insecure)),
        ("timed-out", lost(Lost::TimedOut)),
        ("cut-off", lost(Lost::CutOff)),
        ("portal", stranger(200, "text/html", PAGE)),
        ("redirect", stranger(302, "", "")),
        ("511", stranger(511, "text/html", PAGE)),
        ("proxy", stranger(407, "text/html", PAGE)),
        ("502", stranger(502, "text/html", PAGE)),
        ("503", stranger(503, "text/html", PAGE)),
        ("full", stranger(507, "", "")),
        ("nothing", stranger(204, "", "")),
        ("empty object", stranger(200, "application/json", "{}")),
        ("cut json", stranger(200, "application/json", "{\"wire\":1,")),
        ("busy", refused(503, ProblemCode::Busy)),
        ("too-often", refused(429, ProblemCode::TooOften)),
        ("too-old", refused(400, ProblemCode::WireTooOld)),
        ("too-new", refused(400, ProblemCode::WireTooNew)),
        ("locked-out", refused(403, ProblemCode::Revoked)),
        ("malformed", refused(400, ProblemCode::Malformed)),
    ]
}

#[tokio::test]
async fn every_trouble_is_said_in_plain_words() {
    let (post, mut phone, tu) = ba_tu_sharing().await;
    phone.practise(tu, LOGIN, Mode::Alone, ALL).await;
    let mut said = Vec::new();
    for (name, begin) in troubles() {
        begin(&post);
        phone.open(&sharing(tu)).await;
        phone.tap("send-now").await;
        phone.wait(A_MOMENT_MS).await;
        let status = phone.text_of("sharing-status").unwrap_or_default();
        assert_eq!(
            name == "too-old",
            status.contains("cập nhật ứng dụng"),
            "{name}: {status}"
        );
        phone.open(&Route::Join {}).await;
        let words = join_words(&JoinCode([1, 2, 3, 4])).join(" ");
        phone.type_into("words-field", &words).await;
        phone.tap("words-next").await;
        let errand = phone.text_of("words-problem").unwrap_or_default();
        assert_eq!(
            name == "too-old",
            errand.contains("cập nhật ứng dụng"),
            "{name}: {errand}"
        );
        assert!(!errand.is_empty(), "{name}");
        said.push(format!("{name}\n  {status}\n  {errand}"));
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
        insta::assert_snapshot!("sharing-troubles", said.join("\n"));
    });
}

#[tokio::test]
async fn what_she_sends_by_hand_in_vain_is_not_green_also_with_everything_sent() {
    for (name, begin) in troubles() {
        let (post, mut phone, tu) = ba_tu_sharing().await;
        begin(&post);
        // By itself it is nobody's trouble, unless waiting does not help.
        phone.open(&home(tu)).await;
        phone.wait(A_MOMENT_MS).await;
        let lasting = ["too-old", "locked-out"].contains(&name);
        let line = phone.text_of("sharing-line").unwrap_or_default();
        assert_eq!(line == "Đã gửi 12:00", !lasting, "{name}: {line}");
        phone.tap("sharing-line").await;
        phone.tap("send-now").await;
        phone.wait(A_MOMENT_MS).await;
        assert!(
            !phone.snapshot().contains("note-leaf"),
            "{name}: {}",
            phone.snapshot()
        );
        post.recover();
        phone.tap("send-now").await;
        phone.wait(A_MOMENT_MS).await;
        assert!(
            phone.snapshot().contains("note-leaf"),
            "{name}: {}",
            phone.snapshot()
        );
    }
}

#[tokio::test]
async fn a_pause_the_server_asks_for_is_said_with_its_end_also_after_send_now() {
    let (post, mut phone, tu) = ba_tu_sharing().await;
    phone.practise(tu, LOGIN, Mode::Alone, ALL).await;
    for (asked, said) in [(600, "Tới 12:10"), (u32::MAX, "Tới 13:00")] {
        post.refuse(503, ProblemCode::Busy, Some(asked));
        phone.open(&sharing(tu)).await;
        phone.wait(A_MOMENT_MS).await;
        phone.tap("send-now").await;
        phone.wait(A_MOMENT_MS).await;
        let status = phone.text_of("sharing-status").unwrap_or_default();
        assert!(status.contains(said), "{asked}: {status}");
        // An hour and a bit later it goes.
        phone.clock.shift_days(1);
    }
    // A stranger's pause is none.
    post.intercept(503, "text/html", PAGE);
    phone.tap("send-now").await;
    phone.wait(A_MOMENT_MS).await;
    post.recover();
    phone.tap("send-now").await;
    phone.wait(A_MOMENT_MS).await;
    assert!(phone.snapshot().contains("note-leaf"), "{}", phone.snapshot());
}

#[tokio::test]
async fn a_share_that_ended_and_a_consent_that_cannot_be_kept_lead_out_too() {
    for (error, told) in every_core_error() {
        let (post, mut phone, tu) = ba_tu_sharing().await;
        phone.open(&sharing(tu)).await;
        phone.tap("stop-sharing").await;
        let which = |request: &Request| {
            matches!(
                request,
                Request::WithdrawConsent(_) | Request::GiveConsent(_) | Request::SettleEnded(_)
            )
        };
        phone.traffic.refuse(which, Some(error.clone()));
        phone.tap("stop-yes").await;
        assert_eq!(
            phone.has("failure-close"),
            told == Told::TakeOver,
            "{}",
            phone.snapshot()
        );
        assert!(phone.has("failure-title"), "{error:?}: {}", phone.snapshot());
        post.say(ShareState::Closed);
        phone.open(&sharing(tu)).await;
        phone.wait(A_MOMENT_MS).await;
        phone.tap("settle-keep").await;
        assert!(phone.has("failure-title"), "{error:?}: {}", phone.snapshot());
    }
}
