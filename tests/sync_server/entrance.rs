//! Enrolling, codes, cards, who is in, taking somebody out.

use super::device::{Answer, Device, NOON, Sharing, Stream, TestServer};
use cung_tien::sync::secret::{JoinCode, Seed};
use cung_tien::sync::wire::{
    GrantReply, JoinRequest, ProblemCode, PutState, RecoverRequest, RedeemRequest, RemoveRequest,
    RenewRequest, ShareState,
};
use std::time::Duration;

async fn recover(device: &Device, seed: &Seed) -> Answer {
    let claim = seed.claim();
    device.post("/v1/recover", &RecoverRequest { claim }).await
}

async fn state(device: &Device, sharing: &Sharing) -> ShareState {
    device.share(sharing.ask(Vec::new(), Vec::new())).await.state
}

async fn remove(device: &Device, sharing: &Sharing, request: &RemoveRequest) -> Answer {
    device
        .post(&format!("/v1/shares/{}/remove", sharing.id), request)
        .await
}

#[tokio::test]
async fn enrolling_again_is_harmless() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let answer = phone.enrol().await;
    assert_eq!((answer.status, &answer.body[..]), (200, &b"{}"[..]));
    assert_eq!(state(&phone, &sharing).await, ShareState::Own);
}

#[tokio::test]
async fn a_code_works_once_and_its_user_may_repeat() {
    let server = TestServer::new().await;
    let (phone, tablet, other) = (
        server.device().await,
        server.device().await,
        server.device().await,
    );
    let sharing = Sharing::begin(&phone).await;
    let code = phone.code(&sharing).await;
    assert_eq!(code.expires_in, 900);
    for _ in 0..2 {
        let granted: GrantReply = tablet.redeem(&code).await.read();
        assert_eq!(granted.share, sharing.id);
    }
    assert_eq!(
        other.redeem(&code).await.problem(),
        (404, ProblemCode::NoSuchCode)
    );
    assert_eq!(state(&tablet, &sharing).await, ShareState::Joined);
    assert_eq!(state(&other, &sharing).await, ShareState::NotGranted);
}

#[tokio::test]
async fn a_code_ends_after_a_quarter_of_an_hour_and_a_fourth_replaces_the_oldest() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let mut codes = Vec::new();
    for _ in 0..4 {
        codes.push(phone.code(&sharing).await);
    }
    assert_eq!(
        tablet.redeem(&codes[0]).await.problem(),
        (404, ProblemCode::NoSuchCode)
    );
    server.clock.pass(Duration::from_secs(899));
    assert_eq!(tablet.redeem(&codes[1]).await.status, 200);
    server.clock.pass(Duration::from_secs(1));
    for code in &codes[1..] {
        assert_eq!(
            tablet.redeem(code).await.problem(),
            (404, ProblemCode::NoSuchCode)
        );
    }
    assert_eq!(tablet.redeem(&phone.code(&sharing).await).await.status, 200);
}

#[tokio::test]
async fn the_card_brings_her_progress_to_a_new_phone() {
    let server = TestServer::new().await;
    let (phone, new_phone) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(30);
    lesson.write(2);
    phone.put(&sharing, lesson.put(0)).await;
    let wrong = recover(&new_phone, &Seed::random()).await;
    assert_eq!(wrong.problem(), (404, ProblemCode::NoSuchCard));
    for _ in 0..2 {
        let granted: GrantReply = recover(&new_phone, sharing.seed.as_ref().unwrap()).await.read();
        assert_eq!(granted.share, sharing.id);
    }
    let reply = new_phone.share(sharing.ask(Vec::new(), Vec::new())).await;
    assert_eq!((reply.state, reply.pull.len()), (ShareState::Own, 1));
}

#[tokio::test]
async fn a_new_card_makes_the_old_one_void() {
    let server = TestServer::new().await;
    let (phone, joined, finder) = (
        server.device().await,
        server.device().await,
        server.device().await,
    );
    let sharing = Sharing::begin(&phone).await;
    joined.join(&phone, &sharing).await;
    let path = format!("/v1/shares/{}/claim", sharing.id);
    let new = Seed::random();
    let renew = RenewRequest { claim: new.claim() };
    assert_eq!(
        joined.post(&path, &renew).await.problem(),
        (403, ProblemCode::NotOwn)
    );
    assert_eq!(
        finder.post(&path, &renew).await.problem(),
        (404, ProblemCode::NoShare)
    );
    assert_eq!(phone.post(&path, &renew).await.status, 200);
    let old = sharing.seed.as_ref().unwrap();
    assert_eq!(
        recover(&finder, old).await.problem(),
        (404, ProblemCode::NoSuchCard)
    );
    assert_eq!(
        finder.share(sharing.claiming()).await.state,
        ShareState::NotGranted
    );
    assert_eq!(recover(&finder, &new).await.status, 200);
}

#[tokio::test]
async fn who_is_in_is_listed_and_only_to_those_who_are_in() {
    let server = TestServer::new().await;
    let (phone, tablet, stranger) = (
        server.device().await,
        server.device().await,
        server.device().await,
    );
    let sharing = Sharing::begin(&phone).await;
    server.clock.pass(Duration::from_secs(86_400));
    let joined = tablet.join(&phone, &sharing).await;
    let today = NOON.day();
    let seen = |own, this, since| (own, this, since);
    let list = async |device: &Device| {
        let devices = device.devices(&joined).await.devices;
        devices
            .iter()
            .map(|d| seen(d.own, d.this, d.since))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        list(&phone).await,
        [(true, true, today), (false, false, today + 1)]
    );
    assert_eq!(
        list(&tablet).await,
        [(true, false, today), (false, true, today + 1)]
    );
    let path = format!("/v1/shares/{}/devices", sharing.id);
    assert_eq!(stranger.get(&path).await.problem(), (404, ProblemCode::NoShare));
    assert_eq!(
        stranger.get("/v1/shares/none/devices").await.problem(),
        (404, ProblemCode::NoShare)
    );
}

#[tokio::test]
async fn a_joined_device_that_is_taken_out_stays_out_until_it_gets_a_new_code() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let code = phone.code(&sharing).await;
    tablet.redeem(&code).await.read::<GrantReply>();
    let unused = phone.code(&sharing).await;
    let request = RemoveRequest {
        device: tablet.id(&sharing).await,
        claim: None,
    };
    assert_eq!(
        remove(&tablet, &sharing, &request).await.problem(),
        (403, ProblemCode::NotOwn)
    );
    for _ in 0..2 {
        assert_eq!(
            remove(&phone, &sharing, &request).await.status,
            200,
            "again is harmless"
        );
    }
    assert_eq!(state(&tablet, &sharing).await, ShareState::Removed);
    for code in [&code, &unused] {
        assert_eq!(
            tablet.redeem(code).await.problem(),
            (404, ProblemCode::NoSuchCode)
        );
    }
    let path = format!("/v1/shares/{}/devices", sharing.id);
    assert_eq!(tablet.get(&path).await.problem(), (404, ProblemCode::NoShare));
    assert_eq!(phone.devices(&sharing).await.devices.len(), 1);
    tablet.join(&phone, &sharing).await;
    assert_eq!(state(&tablet, &sharing).await, ShareState::Joined);
}

#[tokio::test]
async fn taking_out_one_of_her_own_needs_a_new_card() {
    let server = TestServer::new().await;
    let (phone, lost) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    recover(&lost, sharing.seed.as_ref().unwrap())
        .await
        .read::<GrantReply>();
    let mut request = RemoveRequest {
        device: lost.id(&sharing).await,
        claim: None,
    };
    assert_eq!(
        remove(&phone, &sharing, &request).await.problem(),
        (409, ProblemCode::ClaimNeeded)
    );
    assert_eq!(state(&lost, &sharing).await, ShareState::Own);
    request.claim = Some(Seed::random().claim());
    assert_eq!(remove(&phone, &sharing, &request).await.status, 200);
    assert_eq!(lost.share(sharing.claiming()).await.state, ShareState::Removed);
    let old = sharing.seed.as_ref().unwrap();
    assert_eq!(
        recover(&lost, old).await.problem(),
        (404, ProblemCode::NoSuchCard)
    );
    let nobody = RemoveRequest {
        device: cung_tien::domain::ids::DeviceId::random(),
        claim: None,
    };
    assert_eq!(
        remove(&phone, &sharing, &nobody).await.problem(),
        (404, ProblemCode::NoSuchDevice)
    );
}

#[tokio::test]
async fn a_joined_device_lets_nobody_in_and_closes_nothing() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    tablet.join(&phone, &sharing).await;
    let request = JoinRequest { share: sharing.id };
    assert_eq!(
        tablet.post("/v1/joins", &request).await.problem(),
        (403, ProblemCode::NotOwn)
    );
    let guess = Sharing {
        seed: Some(Seed::random()),
        ..sharing.clone()
    };
    let reply = tablet
        .sync(vec![guess.close()], vec![guess.ask(vec![], vec![])])
        .await;
    assert_eq!(
        reply.orders[0].result,
        cung_tien::sync::wire::OrderResult::Refused
    );
    assert_eq!(reply.shares[0].state, ShareState::Joined);
}

#[tokio::test]
async fn without_the_right_claim_a_share_is_not_entered() {
    let server = TestServer::new().await;
    let (phone, stranger) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(31);
    lesson.write(1);
    for claim in [None, Some(Seed::random().claim())] {
        let mut share = sharing.ask(vec![lesson.put(0)], Vec::new());
        share.claim = claim;
        let reply = stranger.share(share).await;
        assert_eq!(
            (reply.state, reply.put.len(), reply.pull.len()),
            (ShareState::NotGranted, 0, 0)
        );
    }
    let nobody = Sharing::new();
    assert_eq!(state(&stranger, &nobody).await, ShareState::Unknown);
    // A joined device that turns out to have the card becomes one of her own.
    let tablet = server.device().await;
    tablet.join(&phone, &sharing).await;
    assert_eq!(tablet.share(sharing.claiming()).await.state, ShareState::Own);
    assert_eq!(phone.put(&sharing, lesson.put(0)).await.state, PutState::Stored);
}

#[tokio::test]
async fn nobody_learns_whether_a_code_was_wrong_used_or_too_old() {
    let server = TestServer::new().await;
    let (phone, tablet, other) = (
        server.device().await,
        server.device().await,
        server.device().await,
    );
    let sharing = Sharing::begin(&phone).await;
    let used = phone.code(&sharing).await;
    tablet.redeem(&used).await.read::<GrantReply>();
    let old = phone.code(&sharing).await;
    let wrong = RedeemRequest {
        code: JoinCode::random(),
    };
    let wrong = other.post("/v1/joins/redeem", &wrong).await;
    let used = other.redeem(&used).await;
    server.clock.pass(Duration::from_secs(901));
    let old = other.redeem(&old).await;
    assert_eq!(wrong.problem(), (404, ProblemCode::NoSuchCode));
    assert_eq!((&wrong.body, &wrong.body), (&used.body, &old.body));
}
