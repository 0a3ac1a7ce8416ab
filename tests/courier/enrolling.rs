//! A server that does not know this device.

use super::phone::Phone;
use super::way::{Step, problem};
use cung_tien::core::courier::{Outcome, ProblemCode, Trouble};

const SYNC: &str = "/v1/sync";
const ENROL: &str = "/v1/devices";
const UNKNOWN: Trouble = Trouble::Refused(ProblemCode::UnknownDevice);

fn unknown() -> Step {
    Step::Say(problem(401, "unknown-device"))
}

#[tokio::test(flavor = "current_thread")]
async fn a_phone_the_server_forgot_enrols_again_and_repeats_what_it_had_asked() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    phone.way.script([unknown()]);
    assert_eq!(phone.go().await, Outcome::Done);
    let asked = phone.way.asked();
    let paths: Vec<_> = asked.iter().map(|asked| asked.path.as_str()).collect();
    assert_eq!(paths, [SYNC, ENROL, SYNC]);
    assert_eq!(asked[2].body, asked[0].body);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_server_that_never_learns_who_it_is_is_asked_less_and_less() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    phone.dice.set(u32::MAX);
    for n in 1..=5_u32 {
        let first = if n == 1 { vec![unknown()] } else { Vec::new() };
        phone
            .way
            .script(first.into_iter().chain([Step::Serve, unknown()]));
        let pause = u64::from(u32::MAX % (1_000 << n));
        assert_eq!(phone.go().await, Outcome::Failed(UNKNOWN, pause), "time {n}");
        let paths = phone.way.paths();
        let expected: &[&str] = if n == 1 {
            &[SYNC, ENROL, SYNC]
        } else {
            &[ENROL, SYNC]
        };
        assert_eq!(paths, expected, "time {n}");
        phone.reopen();
        assert_eq!(phone.go().await, Outcome::Later(pause));
        phone.pass(pause);
    }
    assert_eq!(phone.go().await, Outcome::Done);
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_phone_that_may_not_enrol_says_so_and_keeps_everything() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 3);
    phone.way.script([unknown(), Step::Say(problem(403, "revoked"))]);
    let revoked = Trouble::Refused(ProblemCode::Revoked);
    phone.dice.set(3_600_000);
    assert_eq!(phone.go().await, Outcome::Failed(revoked, 3_600_000));
    assert_eq!(phone.way.paths(), [SYNC, ENROL]);
    assert_eq!(phone.go_by_hand().await, Outcome::Done);
    assert_eq!(phone.way.paths(), [ENROL, SYNC], "it is still to be enrolled");
    phone.all_arrived(ba_tu).await;
}

#[tokio::test(flavor = "current_thread")]
async fn her_first_request_comes_after_she_is_enrolled() {
    let phone = Phone::new();
    let ba_tu = phone.sharing("Bà Tư");
    assert_eq!(phone.go().await, Outcome::Done);
    assert_eq!(phone.way.paths(), [ENROL, SYNC]);
    assert_eq!(phone.go().await, Outcome::Done);
    assert_eq!(phone.way.paths(), [SYNC], "once is enough");
    phone.all_arrived(ba_tu).await;
}
