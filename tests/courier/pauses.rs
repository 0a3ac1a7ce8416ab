//! When it is tried again, and that it is tried only once at a time.

use super::phone::Phone;
use super::way::{Asked, Step, problem};
use cung_tien::core::courier::{Outcome, ProblemCode, Trouble};
use cung_tien::sync::transport::{Answer, Lost};
use std::rc::Rc;
use tokio::sync::Notify;

const OFFLINE: Step = Step::Lose(Lost::Offline);
const HOUR_MS: u64 = 3_600_000;

fn wants_peace(status: u16, code: &str, seconds: u32) -> Step {
    Step::Say(Answer {
        retry_after: Some(seconds),
        ..problem(status, code)
    })
}

#[tokio::test(flavor = "current_thread")]
async fn a_phone_switched_off_and_on_waits_until_the_moment_it_had_kept() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    phone.dice.set(1_234);
    phone.way.script([OFFLINE]);
    assert_eq!(phone.go().await, Outcome::Failed(Trouble::Offline, 1_234));
    phone.way.asked();

    // Another number would make another pause.
    phone.dice.set(77);
    phone.reopen();
    assert_eq!(phone.go().await, Outcome::Later(1_234));
    phone.pass(1_233);
    phone.reopen();
    assert_eq!(phone.go().await, Outcome::Later(1));
    assert!(phone.way.asked().is_empty(), "nothing leaves the phone before");
    phone.pass(1);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn opened_again_where_there_is_a_network_the_app_sends_at_once_and_spares_a_server_that_is_away() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(900_000);
    for (lost, at_once) in [
        (Lost::Offline, true),
        (Lost::Unreachable, false),
        (Lost::Insecure, false),
        (Lost::TimedOut, false),
        (Lost::CutOff, false),
    ] {
        phone.write_some(ba_tu, 1);
        for _ in 0..12 {
            phone.go_through(Step::Lose(lost)).await;
        }
        phone.way.asked();
        phone.reopen();
        let outcome = phone.courier.go_at_start(|_| {}).await.expect("the core answers");
        if at_once {
            assert_eq!(outcome, Outcome::Done, "{lost:?}");
        } else {
            assert_eq!(outcome, Outcome::Later(900_000), "{lost:?}");
            assert!(phone.way.asked().is_empty());
            assert_eq!(phone.go_by_hand().await, Outcome::Done);
        }
    }
    // A pause of the server's own is kept by everybody.
    phone.write_some(ba_tu, 1);
    phone.go_through(wants_peace(503, "busy", 30)).await;
    phone.reopen();
    let outcome = phone.courier.go_at_start(|_| {}).await.expect("the core answers");
    assert_eq!(outcome, Outcome::Later(30_000));
}

#[tokio::test(flavor = "current_thread")]
async fn a_pause_is_any_time_up_to_two_to_the_nth_seconds_and_starts_afresh_after_a_success() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 1);
    for round in 0..2 {
        for n in 1..=13_u32 {
            let longest = 1_000_u32 << n.min(10);
            // From the shortest to the longest, and whatever the number is.
            let numbers = [0, longest / 2, longest - 1, longest, u32::MAX];
            let number = numbers[(n as usize + round) % numbers.len()];
            phone.dice.set(number);
            let expected = u64::from(number % longest);
            assert_eq!(
                phone.go_through(OFFLINE).await,
                Outcome::Failed(Trouble::Offline, expected),
                "failure {n}"
            );
            // How often it failed is kept, too.
            phone.reopen();
            if expected > 0 {
                assert_eq!(phone.go().await, Outcome::Later(expected));
            }
        }
        assert_eq!(phone.go_by_hand().await, Outcome::Done);
    }
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn by_hand_she_waits_for_nobody_but_the_server() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 2);
    phone.dice.set(1_999);
    assert_eq!(
        phone.go_through(OFFLINE).await,
        Outcome::Failed(Trouble::Offline, 1_999)
    );
    assert_eq!(phone.go().await, Outcome::Later(1_999));
    assert_eq!(phone.go_by_hand().await, Outcome::Done, "at once");

    phone.write_some(ba_tu, 2);
    let busy = Outcome::Failed(Trouble::Refused(ProblemCode::Busy), 30_000);
    assert_eq!(phone.go_through(wants_peace(503, "busy", 30)).await, busy);
    phone.reopen();
    phone.way.asked();
    assert_eq!(phone.go_by_hand().await, Outcome::Later(30_000));
    phone.pass(29_999);
    assert_eq!(phone.go_by_hand().await, Outcome::Later(1));
    assert!(phone.way.asked().is_empty(), "the server has its peace");
    phone.pass(1);
    assert_eq!(phone.go_by_hand().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_pause_the_server_asks_for_is_kept_whatever_the_dice_say_but_never_more_than_an_hour() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.dice.set(1_500);
    for (status, code, seconds, millis) in [
        (429, "too-often", 1, 1_000),
        (429, "too-often", 900, 900_000),
        (500, "failed", 7, 7_000),
        (503, "busy", 0, 0),
        (503, "busy", 86_400, HOUR_MS),
        (503, "busy", u32::MAX, HOUR_MS),
    ] {
        phone.write_some(ba_tu, 1);
        let outcome = phone.go_through(wants_peace(status, code, seconds)).await;
        assert!(
            matches!(outcome, Outcome::Failed(Trouble::Refused(_), wait) if wait == millis),
            "{status} {seconds}: {outcome:?}"
        );
        phone.pass(millis);
        assert_eq!(phone.go().await, Outcome::Done);
    }
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn where_less_would_be_tried_at_once_the_server_still_gets_its_peace() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 1_000, 80);
    let outcome = phone.go_through(wants_peace(413, "too-large", 20)).await;
    assert_eq!(
        outcome,
        Outcome::Failed(Trouble::Refused(ProblemCode::TooLarge), 20_000)
    );
    assert_eq!(phone.way.asked().len(), 1);
    phone.pass(20_000);
    assert_eq!(phone.go().await, Outcome::Done);
    assert_eq!(phone.way.asked()[0].events(), 250, "half of what it was");
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_success_may_ask_for_a_pause_too() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 600, 80);
    phone
        .way
        .script([Step::Change(|reply| reply.retry_after = Some(60))]);
    assert_eq!(phone.go().await, Outcome::Later(60_000), "100 events are left");
    assert_eq!(phone.way.asked().len(), 1);
    phone.reopen();
    assert_eq!(phone.go_by_hand().await, Outcome::Later(60_000));
    phone.pass(60_000);
    assert_eq!(phone.go().await, Outcome::Done);

    phone.write_some(ba_tu, 1);
    phone
        .way
        .script([Step::Change(|reply| reply.retry_after = Some(5))]);
    assert_eq!(phone.go().await, Outcome::Done, "nothing is left");
    phone.write_some(ba_tu, 1);
    assert_eq!(phone.go_by_hand().await, Outcome::Later(5_000));
    phone.pass(5_000);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn two_at_a_time_are_one() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    let arrived = Rc::new(Notify::new());
    phone.way.script([Step::Hold(Rc::clone(&arrived))]);
    let (first, second) = {
        let other_screen = phone.courier.clone();
        let second = async {
            let outcome = other_screen.go(true, |_| {}).await.expect("the core answers");
            assert_eq!(phone.way.asked().len(), 1, "one request is on its way");
            arrived.notify_one();
            outcome
        };
        tokio::join!(phone.go(), second)
    };
    assert_eq!((first, second), (Outcome::Done, Outcome::Running));
    assert!(phone.way.asked().is_empty(), "and no other followed it");
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn what_she_does_while_a_request_is_on_its_way_goes_with_the_next_one() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    let arrived = Rc::new(Notify::new());
    phone.way.script([Step::Hold(Rc::clone(&arrived))]);
    let courier = phone.courier.clone();
    let learning = async {
        assert_eq!(phone.way.asked()[0].events(), 3);
        phone.write_some(ba_tu, 2);
        arrived.notify_one();
    };
    let (outcome, ()) = tokio::join!(courier.go(false, |_| {}), learning);
    assert_eq!(outcome.expect("the core answers"), Outcome::Done);
    let rest = phone.way.asked();
    assert_eq!(rest.iter().map(Asked::events).collect::<Vec<_>>(), [2]);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_go_that_is_given_up_does_not_block_the_next_one() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    phone.way.script([Step::Hold(Rc::new(Notify::new()))]);
    let given_up = tokio::select! {
        biased;
        outcome = phone.go() => Some(outcome),
        () = std::future::ready(()) => None,
    };
    assert_eq!(given_up, None, "nobody ever answers");
    assert_eq!(phone.way.asked().len(), 1);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
}
