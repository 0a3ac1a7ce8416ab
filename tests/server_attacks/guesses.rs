//! Guessing codes, cards and bearers. The addresses are what a proxy in front would say.

use super::device::{Answer, Device, Sharing, TestServer, request};
use cung_tien::server::api::{GuessLimits, Rate, Settings};
use cung_tien::sync::secret::{Bearer, JoinCode, Seed};
use cung_tien::sync::wire::{GrantReply, JoinReply, ProblemCode, RecoverRequest, RedeemRequest};
use reqwest::Method;
use std::time::Duration;

const TOO_OFTEN: (u16, ProblemCode) = (429, ProblemCode::TooOften);

/// The limits for guesses are real, and no other is met.
async fn server() -> (TestServer, GuessLimits) {
    let guesses = Settings::default().guesses;
    let settings = Settings {
        behind_proxy: true,
        guesses,
        ..Settings::without_limits()
    };
    (TestServer::with(settings).await, guesses)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Card,
    Bearer,
}

impl Kind {
    async fn wrong(self, device: &Device, from: &str) -> Answer {
        match self {
            Self::Code => {
                let code = JoinCode::random();
                post(device, from, "/v1/joins/redeem", &RedeemRequest { code }).await
            }
            Self::Card => {
                let claim = Seed::random().claim();
                post(device, from, "/v1/recover", &RecoverRequest { claim }).await
            }
            Self::Bearer => {
                let stranger = Device {
                    bearer: Bearer::random(),
                    ..device.clone()
                };
                post(&stranger, from, "/v1/sync", &request(vec![], vec![])).await
            }
        }
    }

    const fn answer(self) -> (u16, ProblemCode) {
        match self {
            Self::Code => (404, ProblemCode::NoSuchCode),
            Self::Card => (404, ProblemCode::NoSuchCard),
            Self::Bearer => (401, ProblemCode::UnknownDevice),
        }
    }
}

async fn post<T: serde::Serialize>(device: &Device, from: &str, path: &str, body: &T) -> Answer {
    let request = device.request(Method::POST, path).header("x-forwarded-for", from);
    device.send(request.json(body)).await
}

async fn redeem(device: &Device, from: &str, code: &JoinReply) -> Answer {
    let request = RedeemRequest { code: code.code };
    post(device, from, "/v1/joins/redeem", &request).await
}

/// The address of the guess of this number, for a kind.
type Address = fn(usize, usize) -> String;

/// Every kind of guess from every kind of address: how many are heard. A new device for every fourth, as a guesser has
/// who knows the limits.
#[tokio::test]
async fn guesses_are_heard_up_to_the_limit_of_where_they_come_from() {
    let kinds = [Kind::Code, Kind::Card, Kind::Bearer];
    let (server, limits) = server().await;
    for (at, kind) in kinds.into_iter().enumerate() {
        let limit = match kind {
            Kind::Code => limits.code,
            Kind::Card => limits.card,
            Kind::Bearer => limits.bearer,
        };
        // What differs from guess to guess, and how many of 1,000 are heard. Each row and kind has a network of its own.
        let rows: [(&str, Address, usize); 5] = [
            ("an old address", |at, _| format!("10.{at}.1.7"), limit.address),
            ("a /24", |at, n| format!("10.{at}.2.{}", n % 100), limit.network),
            (
                "a new address",
                |at, _| format!("2001:db8:{at:x}1::7"),
                limit.address,
            ),
            ("a /64", |at, n| format!("2001:db8:{at:x}2::{n:x}"), limit.address),
            (
                "100 /64 of a /48",
                |at, n| format!("2001:db8:{at:x}3:{:x}::1", n % 100),
                limit.network,
            ),
        ];
        for (row, address, expected) in rows {
            let mut device = server.device().await;
            let mut heard = 0;
            for n in 0..1000 {
                if n % 4 == 3 && kind != Kind::Bearer && heard == n {
                    device = server.device().await;
                }
                let answer = kind.wrong(&device, &address(at, n)).await;
                if answer.problem() == kind.answer() {
                    heard += 1;
                } else {
                    assert_eq!(answer.problem(), TOO_OFTEN, "{row}");
                    let wait: u64 = answer.headers["retry-after"].to_str().unwrap().parse().unwrap();
                    assert!((1..=900).contains(&wait), "{wait}");
                }
            }
            assert_eq!(heard, expected, "{kind:?} from {row}");
        }
        // Everybody else is not troubled, and afterwards nobody is.
        let elsewhere = server.device().await;
        assert_eq!(
            kind.wrong(&elsewhere, "198.51.100.1").await.problem(),
            kind.answer()
        );
        server.clock.pass(Duration::from_secs(900));
        let again = server.device().await;
        let same = format!("10.{at}.1.7");
        assert_eq!(kind.wrong(&again, &same).await.problem(), kind.answer());
    }
}

/// Thirty learners come in on one tablet, one after the other, all with the right code.
#[tokio::test]
async fn a_class_comes_in_on_one_tablet() {
    let server = TestServer::with(Settings {
        device: Rate::new(1000, Duration::from_secs(2)),
        ..Settings::default()
    })
    .await;
    let tablet = server.device().await;
    for learner in 0..30 {
        let phone = server.device().await;
        let sharing = Sharing::begin(&phone).await;
        let code = phone.code(&sharing).await;
        let answer = tablet.redeem(&code).await;
        assert_eq!(answer.status, 200, "learner {learner}");
        assert_eq!(answer.read::<GrantReply>().share, sharing.id);
    }
    // Cards the same way.
    for learner in 0..30 {
        let phone = server.reached_by(&tablet);
        let sharing = Sharing::begin(&phone).await;
        let claim = sharing.claim();
        let answer = tablet.post("/v1/recover", &RecoverRequest { claim }).await;
        assert_eq!(answer.status, 200, "learner {learner}");
    }
}

/// Thirty tablets on one Wi-Fi; each gets four codes wrong before it gets one right.
#[tokio::test]
async fn a_class_on_one_wifi_comes_in_although_it_makes_mistakes() {
    let (server, _) = server().await;
    let wifi = "203.0.113.7";
    let phone = server.device().await;
    for tablet in 0..30 {
        let sharing = Sharing::begin(&phone).await;
        let code = phone.code(&sharing).await;
        let device = server.device().await;
        for _ in 0..4 {
            let wrong = Kind::Code.wrong(&device, wifi).await;
            assert_eq!(wrong.problem(), Kind::Code.answer(), "tablet {tablet}");
        }
        assert_eq!(redeem(&device, wifi, &code).await.status, 200, "tablet {tablet}");
    }
}

#[tokio::test]
async fn bearers_that_somebody_makes_up_lock_nobody_out_at_the_same_address() {
    let (server, _) = server().await;
    let wifi = "203.0.113.7";
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let code = phone.code(&sharing).await;
    let mut last = (0, ProblemCode::Other);
    for _ in 0..1000 {
        let stranger = Device {
            bearer: Bearer::random(),
            ..tablet.clone()
        };
        let guess = RedeemRequest { code: code.code };
        last = post(&stranger, wifi, "/v1/joins/redeem", &guess).await.problem();
        assert!([TOO_OFTEN, Kind::Bearer.answer()].contains(&last), "{last:?}");
    }
    assert_eq!(last, TOO_OFTEN);
    assert_eq!(redeem(&tablet, wifi, &code).await.status, 200);
    let nothing = request(vec![], vec![]);
    assert_eq!(post(&tablet, wifi, "/v1/sync", &nothing).await.status, 200);
}

#[tokio::test]
async fn a_hundred_guesses_sent_at_once_are_no_more_than_one_after_the_other() {
    let (server, limits) = server().await;
    let device = server.device().await;
    let mut sent = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let device = device.clone();
        sent.spawn(async move { Kind::Code.wrong(&device, "203.0.113.7").await.status });
    }
    let answers = sent.join_all().await;
    let heard = answers.iter().filter(|status| **status == 404).count();
    assert_eq!(heard, limits.code.device);
}

/// Who has a network has 65,536 addresses to enrol from.
#[tokio::test]
async fn one_network_enrols_no_more_than_a_few_classes_at_once() {
    let server = TestServer::with(Settings {
        behind_proxy: true,
        ..Settings::default()
    })
    .await;
    let mut enrolled = 0;
    for n in 0..600 {
        let stranger = server.stranger();
        let from = format!("2001:db8:7:{n:x}::1");
        let request = stranger.request(Method::POST, "/v1/devices");
        let answer = stranger.send(request.header("x-forwarded-for", from)).await;
        if answer.status == 200 {
            enrolled += 1;
        } else {
            assert_eq!(answer.problem(), TOO_OFTEN);
        }
    }
    assert_eq!(enrolled, 240);
}
