//! How often somebody may ask.

use super::device::{Answer, Sharing, TestServer, request};
use cung_tien::server::api::{Rate, Settings};
use cung_tien::sync::secret::{JoinCode, Seed};
use cung_tien::sync::wire::{ProblemCode, RecoverRequest, RedeemRequest};
use reqwest::Method;
use std::time::Duration;

const TOO_OFTEN: (u16, ProblemCode) = (429, ProblemCode::TooOften);

fn wait(answer: &Answer) -> u64 {
    answer.headers["retry-after"].to_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn one_device_that_asks_all_the_time_is_told_when_to_come_back() {
    let server = TestServer::with(Settings::default()).await;
    let (busy, other) = (server.device().await, server.device().await);
    let nothing = request(vec![], vec![]);
    for _ in 0..30 {
        assert_eq!(busy.post("/v1/sync", &nothing).await.status, 200);
    }
    let refused = busy.post("/v1/sync", &nothing).await;
    assert_eq!(refused.problem(), TOO_OFTEN);
    assert_eq!(wait(&refused), 2);
    assert_eq!(
        other.post("/v1/sync", &nothing).await.status,
        200,
        "nobody else is troubled"
    );
    server.clock.pass(Duration::from_secs(2));
    assert_eq!(busy.post("/v1/sync", &nothing).await.status, 200);
}

#[tokio::test]
async fn nobody_finds_a_code_by_trying() {
    let server = TestServer::with(Settings::default()).await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let code = phone.code(&sharing).await;
    let guesser = server.device().await;
    let guess = async || {
        let code = JoinCode::random();
        guesser.post("/v1/joins/redeem", &RedeemRequest { code }).await
    };
    for _ in 0..5 {
        assert_eq!(guess().await.problem(), (404, ProblemCode::NoSuchCode));
    }
    let refused = guess().await;
    assert_eq!((refused.problem(), wait(&refused)), (TOO_OFTEN, 900));
    assert_eq!(
        guesser.redeem(&code).await.problem(),
        TOO_OFTEN,
        "even the right one"
    );
    // With more devices the guesser does not get further than the limit of the address.
    let mut wrong = 5;
    while wrong < 160 {
        // As slowly as new devices may come from one address.
        server.clock.pass(Duration::from_secs(10));
        let another = server.device().await;
        for _ in 0..5 {
            let guess = RedeemRequest {
                code: JoinCode::random(),
            };
            let answer = another.post("/v1/joins/redeem", &guess).await;
            wrong += 1;
            let expected = if wrong <= 150 {
                (404, ProblemCode::NoSuchCode)
            } else {
                TOO_OFTEN
            };
            assert_eq!(answer.problem(), expected, "guess {wrong}");
        }
    }
    server.clock.pass(Duration::from_secs(899 - 310));
    assert_eq!(guess().await.problem(), TOO_OFTEN);
    server.clock.pass(Duration::from_secs(1));
    assert_eq!(guess().await.problem(), (404, ProblemCode::NoSuchCode));
}

#[tokio::test]
async fn nobody_finds_a_card_by_trying() {
    let server = TestServer::with(Settings::default()).await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let guesser = server.device().await;
    let guess = async |claim| guesser.post("/v1/recover", &RecoverRequest { claim }).await;
    for _ in 0..5 {
        let wrong = Seed::random().claim();
        assert_eq!(guess(wrong).await.problem(), (404, ProblemCode::NoSuchCard));
    }
    let refused = guess(sharing.claim()).await;
    assert_eq!(
        (refused.problem(), wait(&refused)),
        (TOO_OFTEN, 900),
        "even the right one"
    );
    server.clock.pass(Duration::from_secs(900));
    assert_eq!(guess(sharing.claim()).await.status, 200);
}

#[tokio::test]
async fn one_address_enrols_a_class_and_not_the_whole_country() {
    let server = TestServer::with(Settings::default()).await;
    let first = server.device().await;
    for _ in 1..60 {
        server.device().await;
    }
    let refused = server.stranger().enrol().await;
    assert_eq!((refused.problem(), wait(&refused)), (TOO_OFTEN, 10));
    assert_eq!(first.enrol().await.status, 200, "it is not new");
    server.clock.pass(Duration::from_secs(10));
    server.device().await;
}

#[tokio::test]
async fn one_address_that_floods_is_stopped_before_anything_is_read() {
    let settings = Settings {
        address: Rate::new(3, Duration::from_secs(1)),
        behind_proxy: true,
        ..Settings::without_limits()
    };
    let server = TestServer::with(settings).await;
    let ask = async |from: &str| {
        let stranger = server.stranger();
        let request = stranger.request(Method::POST, "/v1/sync");
        stranger
            .send(request.header("x-forwarded-for", from))
            .await
            .problem()
    };
    for _ in 0..3 {
        assert_eq!(
            ask("198.51.100.9, 203.0.113.1").await,
            (415, ProblemCode::WrongType)
        );
    }
    assert_eq!(ask("198.51.100.10, 203.0.113.1").await, TOO_OFTEN);
    assert_eq!(
        ask("203.0.113.1, 203.0.113.2").await,
        (415, ProblemCode::WrongType)
    );
}
