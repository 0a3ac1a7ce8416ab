//! How much is sent at once.

use super::phone::Phone;
use super::way::{Asked, Step, problem};
use cung_tien::core::courier::{Headway, Outcome, ProblemCode, Trouble};
use cung_tien::sync::digest::EventHash;
use cung_tien::sync::transport::Lost;
use cung_tien::sync::wire::{MAX_EVENT_BYTES, MAX_EVENTS, MAX_ONE_EVENT_BYTES};

/// An event so short that the number of events is what limits a request.
const SHORT: usize = 80;
/// An event so long that their bytes are.
const LONG: usize = 200;

fn events(asked: &[Asked]) -> Vec<usize> {
    asked.iter().map(Asked::events).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_too_large_is_halved_at_once_until_it_arrives() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 1_000, SHORT);
    phone.way.room.set(100);
    assert_eq!(phone.go().await, Outcome::Done, "in one go");
    let asked = phone.way.asked();
    assert_eq!(events(&asked)[..4], [500, 250, 125, 62]);
    let arrived: usize = asked
        .iter()
        .filter(|one| one.status == 200)
        .map(Asked::events)
        .sum();
    assert_eq!(arrived, 1_000, "nothing is sent again that was taken");
    assert_eq!(phone.all_arrived(ba_tu).await.len(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn through_a_gateway_for_one_event_at_a_time_they_come_one_by_one() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 30, MAX_ONE_EVENT_BYTES);
    phone.way.room.set(1);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn too_much_is_halved_too_and_grows_again_after_a_success() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 1_500, SHORT);
    let too_much = || Step::Say(problem(413, "too-much"));
    phone.way.script([too_much(), too_much()]);
    assert_eq!(phone.go().await, Outcome::Done);
    let asked = phone.way.asked();
    assert_eq!(events(&asked), [500, 250, 125, 250, 500, 500, 125]);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_gateway_that_takes_nothing_at_all_is_not_asked_for_ever() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 1_000, SHORT);
    phone.dice.set(u32::MAX);
    phone.way.room.set(0);
    let outcome = phone.go().await;
    let too_large = Trouble::Refused(ProblemCode::TooLarge);
    assert!(
        matches!(outcome, Outcome::Failed(trouble, wait) if trouble == too_large && wait > 0),
        "{outcome:?}"
    );
    assert_eq!(
        events(&phone.way.asked()),
        [500, 250, 125, 62, 31, 15, 7, 3, 1],
        "down to one, and then it waits"
    );
    phone.reopen();
    phone.way.room.set(usize::MAX);
    assert!(matches!(phone.go().await, Outcome::Later(_)));
    assert_eq!(phone.go_by_hand().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn where_time_runs_out_half_is_sent_after_the_pause() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 1_000, SHORT);
    phone.dice.set(900);
    phone.way.script([Step::Lose(Lost::TimedOut)]);
    assert_eq!(phone.go().await, Outcome::Failed(Trouble::TimedOut, 900));
    assert_eq!(events(&phone.way.asked()), [500]);
    phone.reopen();
    assert_eq!(phone.go().await, Outcome::Later(900));
    phone.pass(900);
    assert_eq!(phone.go().await, Outcome::Done);
    assert_eq!(events(&phone.way.asked()), [250, 500, 250]);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_body_that_came_too_slowly_is_halved_and_not_sent_in_the_same_go() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 1_000, SHORT);
    phone.dice.set(900);
    phone.way.script([Step::Say(problem(408, "too-slow"))]);
    let outcome = phone.go().await;
    let too_slow = Trouble::Refused(ProblemCode::TooSlow);
    assert!(
        matches!(outcome, Outcome::Failed(trouble, _) if trouble == too_slow),
        "{outcome:?}"
    );
    assert_eq!(events(&phone.way.asked()), [500]);
    assert_eq!(phone.go_by_hand().await, Outcome::Done);
    assert_eq!(events(&phone.way.asked()), [250, 500, 250]);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn the_protocol_says_that_after_too_slow_it_is_tried_later() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    phone.dice.set(900);
    phone.way.script([Step::Say(problem(408, "too-slow"))]);
    let too_slow = Trouble::Refused(ProblemCode::TooSlow);
    assert_eq!(phone.go().await, Outcome::Failed(too_slow, 900));
}

/// No request holds more than may be, and none was refused.
fn within_limits(asked: &[Asked]) {
    for (number, one) in asked.iter().enumerate() {
        assert!(
            one.events() <= MAX_EVENTS,
            "request {number}: {} events",
            one.events()
        );
        assert!(
            one.bytes() <= MAX_EVENT_BYTES,
            "request {number}: {} bytes",
            one.bytes()
        );
    }
    let statuses: Vec<_> = asked.iter().map(|one| one.status).collect();
    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_year_without_a_network_arrives_in_batches_that_the_server_takes() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 2_500, SHORT);
    phone.write(ba_tu, 2_500, LONG);
    let (outcome, headway) = phone.go_with_headway().await;
    assert_eq!(outcome, Outcome::Done);
    let asked = phone.way.asked();
    within_limits(&asked);
    let of = 5_000;
    let full = 5 + 2_500_usize.div_ceil(MAX_EVENT_BYTES / LONG);
    assert_eq!(asked.len(), full, "as few as can be: {:?}", events(&asked));
    assert_eq!(headway.first(), Some(&Headway { sent: 0, of }));
    assert_eq!(headway.last(), Some(&Headway { sent: of, of }));
    assert!(
        headway
            .windows(2)
            .all(|two| two[0].sent <= two[1].sent && two[1].of == of),
        "the bar only ever grows"
    );
    assert_eq!(phone.all_arrived(ba_tu).await.len(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn two_learners_share_the_room_of_a_request() {
    for bytes in [SHORT, LONG] {
        let (mut phone, ba_tu) = Phone::of_ba_tu().await;
        let chu_nam = phone.sharing("Chú Năm");
        phone.write(ba_tu, 1_000, bytes);
        phone.write(chu_nam, 1_000, bytes);
        assert_eq!(phone.go().await, Outcome::Done);
        within_limits(&phone.way.asked());
        phone.all_arrived(ba_tu).await;
        phone.all_arrived(chu_nam).await;
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_longest_events_fill_a_request_to_its_last_byte() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    let chu_nam = phone.sharing("Chú Năm");
    phone.go().await;
    phone.way.asked();
    phone.write(ba_tu, 40, MAX_ONE_EVENT_BYTES);
    phone.write(chu_nam, 40, MAX_ONE_EVENT_BYTES);
    assert_eq!(phone.go().await, Outcome::Done);
    let asked = phone.way.asked();
    within_limits(&asked);
    assert_eq!(events(&asked), [16, 16, 16, 16, 16]);
    phone.all_arrived(ba_tu).await;
    phone.all_arrived(chu_nam).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_server_that_takes_less_is_given_less() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.way.script([Step::Change(|reply| {
        reply.limits.events = 40;
        reply.limits.bytes = 2_000;
    })]);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.way.asked();
    phone.write(ba_tu, 45, SHORT);
    phone.reopen();
    assert_eq!(phone.go().await, Outcome::Done);
    assert_eq!(events(&phone.way.asked()), [25, 20], "2,000 bytes are 25 of them");
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn an_event_that_is_too_long_goes_as_its_hash_and_holds_nothing_up() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 2, LONG);
    phone.write(ba_tu, 1, MAX_ONE_EVENT_BYTES + 1);
    phone.write(ba_tu, 2, LONG);
    assert_eq!(phone.go().await, Outcome::Done);
    within_limits(&phone.way.asked());
    let mut here = phone.events(ba_tu);
    let long = here
        .values_mut()
        .flatten()
        .find(|event| event.len() > MAX_ONE_EVENT_BYTES);
    let long = long.expect("it stays on the phone");
    *long = EventHash::of(long.as_bytes()).to_string();
    assert_eq!(phone.way.stored(&phone.share(ba_tu)).await, here);
}
