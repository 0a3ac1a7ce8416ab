//! How far the server is, and what the phone makes of it.

use super::phone::Phone;
use super::way::{Asked, Step};
use cung_tien::core::courier::{Outcome, Trouble};
use cung_tien::domain::ids::{LearnerId, StreamId};
use cung_tien::sync::digest::PrefixDigest;
use cung_tien::sync::transport::Lost;
use cung_tien::sync::wire::{PutState, SyncReply};

/// Where each put began, and how many events it held.
fn puts(asked: &[Asked]) -> Vec<(u64, usize)> {
    let puts = asked.iter().flat_map(Asked::puts);
    puts.map(|put| (put.after, put.events.len())).collect()
}

fn only_stream(phone: &Phone, learner: LearnerId) -> (StreamId, Vec<String>) {
    let streams = phone.events(learner);
    assert_eq!(streams.len(), 1);
    streams.into_iter().next().expect("one stream")
}

#[tokio::test(flavor = "current_thread")]
async fn a_restored_server_gets_again_what_it_lost_from_there_on() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 4);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.way.server.back_up(&phone.shelf()).await;
    phone.write_some(ba_tu, 10);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.way.server.restore(&phone.shelf()).await;
    phone.way.asked();

    phone.write_some(ba_tu, 2);
    assert_eq!(phone.go().await, Outcome::Done);
    assert_eq!(puts(&phone.way.asked()), [(15, 2), (5, 12)]);
    let streams = phone.all_arrived(ba_tu).await;
    assert_eq!(streams.len(), 1, "no other stream was needed");
    assert_eq!(streams.values().map(Vec::len).sum::<usize>(), 17);
}

#[tokio::test(flavor = "current_thread")]
async fn what_the_server_turns_out_to_have_is_not_sent_again() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write(ba_tu, 400, 80);
    let outcome = phone.go_through(Step::LoseAnswer(Lost::TimedOut)).await;
    assert_eq!(outcome, Outcome::Failed(Trouble::TimedOut, 0));
    assert_eq!(phone.go().await, Outcome::Done);
    // After a time-out half is sent; the server says that it has the other half, too.
    assert_eq!(puts(&phone.way.asked()), [(1, 400), (1, 250)]);
    assert_eq!(phone.all_arrived(ba_tu).await.len(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn a_phone_restored_from_a_backup_leaves_its_old_stream_to_what_the_server_has() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 2);
    assert_eq!(phone.go().await, Outcome::Done);
    let copy = phone.back_up();
    phone.write_some(ba_tu, 5);
    assert_eq!(phone.go().await, Outcome::Done);
    let (old, before) = only_stream(&phone, ba_tu);

    phone.restore(&copy);
    phone.way.asked();
    assert_eq!(phone.go().await, Outcome::Done);
    let streams = phone.events(ba_tu);
    assert_eq!(streams[&old], before, "she has back what she had lost");

    phone.write_some(ba_tu, 3);
    assert_eq!(phone.go().await, Outcome::Done);
    let streams = phone.all_arrived(ba_tu).await;
    assert_eq!(streams[&old], before, "and nobody writes there any more");
    let new: Vec<_> = streams.iter().filter(|(stream, _)| **stream != old).collect();
    assert_eq!(new.len(), 1);
    assert_eq!(new[0].1.len(), 3, "nothing had to be copied");
}

#[tokio::test(flavor = "current_thread")]
async fn a_restored_phone_that_went_on_otherwise_copies_what_follows_the_common_beginning() {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 2);
    assert_eq!(phone.go().await, Outcome::Done);
    let copy = phone.back_up();
    phone.write_some(ba_tu, 5);
    assert_eq!(phone.go().await, Outcome::Done);
    let (old, before) = only_stream(&phone, ba_tu);

    phone.restore(&copy);
    phone.write_some(ba_tu, 3);
    let (_, otherwise) = only_stream(&phone, ba_tu);
    assert_eq!(phone.go().await, Outcome::Done);
    let streams = phone.all_arrived(ba_tu).await;
    assert_eq!(streams.len(), 2);
    assert_eq!(streams[&old], before);
    let new = streams.iter().find(|(stream, _)| **stream != old);
    assert_eq!(
        new.expect("a new stream").1,
        &otherwise[3..],
        "with the bytes as they were"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn an_acknowledgement_beyond_all_she_has_makes_a_new_stream() {
    forks_after_two(|reply| reply.shares[0].put[0].ack_through += 1, 0).await;
}

#[tokio::test(flavor = "current_thread")]
async fn an_acknowledgement_with_another_digest_makes_a_new_stream() {
    let other = |reply: &mut SyncReply| {
        reply.shares[0].put[0].digest = PrefixDigest([7; 16]);
    };
    forks_after_two(other, 0).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_fork_copies_what_follows_what_is_common() {
    let forked = |reply: &mut SyncReply| {
        reply.shares[0].put[0].state = PutState::Forked;
        reply.shares[0].put[0].common = 2;
    };
    forks_after_two(forked, 3).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_stream_that_is_called_foreign_is_copied_as_a_whole() {
    let foreign = |reply: &mut SyncReply| {
        reply.shares[0].put[0].state = PutState::Foreign;
        reply.shares[0].put[0].common = 0;
    };
    forks_after_two(foreign, 5).await;
}

/// She has five events, the server took them, and this is what she hears of it; so many of them are then in the new
/// stream. The old one stays, as another device's.
async fn forks_after_two(change: fn(&mut SyncReply), copied: usize) {
    let (mut phone, ba_tu) = Phone::of_ba_tu().await;
    phone.write_some(ba_tu, 4);
    let (old, before) = only_stream(&phone, ba_tu);
    phone.way.script([Step::Change(change)]);
    assert_eq!(phone.go().await, Outcome::Done);
    phone.write_some(ba_tu, 1);
    assert_eq!(phone.go().await, Outcome::Done);
    let streams = phone.all_arrived(ba_tu).await;
    assert_eq!(streams.len(), 2);
    assert_eq!(streams[&old], before, "what was there stays there");
    let new = streams.iter().find(|(stream, _)| **stream != old);
    let new = new.expect("a new stream").1;
    assert_eq!(
        new[..copied],
        before[before.len() - copied..],
        "with the bytes as they were"
    );
    assert_eq!(new.len(), copied + 1, "and what she did since");
}
