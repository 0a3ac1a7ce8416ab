//! A lesson left on one device goes on at its step on another one.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod simulation;

use cung_tien::core::courier::Newcomer;
use cung_tien::core::{GiveConsent, OpenCard, Start};
use cung_tien::domain::ids::LearnerId;
use cung_tien::domain::learner::{Avatar, Preferences};
use cung_tien::domain::practice::Mode;
use simulation::Dice;
use simulation::network::Network;
use simulation::phone::Phone;
use simulation::server::Server;
use std::rc::Rc;
use tempfile::TempDir;

/// Bà Tư's phone and her daughter's tablet, with a network that works.
struct Family {
    phone: Phone,
    tablet: Phone,
    on_phone: LearnerId,
    on_tablet: LearnerId,
    _home: TempDir,
}

impl Family {
    async fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let dice = Dice::new(1);
        let network = Network::that_works(Server::patient(home.path().join("server")), dice.clone());
        let start = |name: &str| Phone::start(name, home.path().join(name), &Rc::clone(&network), &dice);
        let (phone, tablet) = (start("phone"), start("tablet"));
        let on_phone = phone.add("Bà Tư");
        phone.ask(GiveConsent { learner: on_phone }).expect("consent");
        let card = phone.ask(OpenCard { learner: on_phone }).expect("a card");
        phone.courier.go(true, |_| {}).await.expect("sent");
        let newcomer = Newcomer {
            name: "Bà Tư".into(),
            avatar: Avatar::Woman,
            preferences: Preferences::default(),
        };
        let on_tablet = tablet.courier.recover(&card.words.join(" "), newcomer).await;
        Self {
            phone,
            tablet,
            on_phone,
            on_tablet: on_tablet.expect("recovered").id,
            _home: home,
        }
    }

    async fn sync(&self) {
        for device in [&self.phone, &self.tablet, &self.phone] {
            device.courier.go(true, |_| {}).await.expect("sent");
        }
    }

    fn times_finished(&self, mode: Mode) -> [usize; 2] {
        let phone = self.phone.progress(self.on_phone);
        let tablet = self.tablet.progress(self.on_tablet);
        [phone, tablet].map(|progress| {
            let lessons = progress.tutorials.values();
            lessons.map(|lesson| lesson.times_finished(mode)).sum()
        })
    }
}

#[tokio::test(flavor = "current_thread")]
async fn ba_tu_goes_on_with_her_lesson_on_the_tablet() {
    let family = Family::new().await;
    let begun = family.phone.practise_some(family.on_phone, Mode::Watch, 2);
    assert_eq!(
        family.tablet.in_progress(family.on_tablet),
        None,
        "nobody told it yet"
    );
    family.sync().await;

    assert_eq!(
        family.tablet.in_progress(family.on_tablet),
        Some((Mode::Watch, 2))
    );
    let there = family.tablet.begin(family.on_tablet, Mode::Watch);
    assert_eq!(
        (there.id, there.at),
        (begun.id, 2),
        "the same attempt, at its third step"
    );
    family.tablet.practise(family.on_tablet, Mode::Watch);
    family.sync().await;

    assert_eq!(family.times_finished(Mode::Watch), [1, 1]);
    assert_eq!(
        family.phone.in_progress(family.on_phone),
        None,
        "the phone knows that it is done"
    );
    let next = family.phone.begin(family.on_phone, Mode::Watch);
    assert_ne!(next.id, begun.id);
    assert_eq!(next.at, 0);
}

#[tokio::test(flavor = "current_thread")]
async fn further_steps_on_the_tablet_are_there_when_she_comes_back_to_the_phone() {
    let family = Family::new().await;
    family.phone.practise_some(family.on_phone, Mode::Watch, 1);
    family.sync().await;
    family.tablet.practise_some(family.on_tablet, Mode::Watch, 1);
    family.sync().await;
    assert_eq!(family.phone.in_progress(family.on_phone), Some((Mode::Watch, 2)));
    assert_eq!(family.phone.begin(family.on_phone, Mode::Watch).at, 2);
}

#[tokio::test(flavor = "current_thread")]
async fn a_lesson_finished_on_both_devices_without_a_network_counts_once() {
    let family = Family::new().await;
    family.phone.practise_some(family.on_phone, Mode::Watch, 1);
    family.sync().await;
    let on_phone = family.phone.practise(family.on_phone, Mode::Watch);
    let on_tablet = family.tablet.practise(family.on_tablet, Mode::Watch);
    assert_eq!(on_phone, on_tablet);
    family.sync().await;
    assert_eq!(family.times_finished(Mode::Watch), [1, 1]);
}

#[tokio::test(flavor = "current_thread")]
async fn who_never_watched_goes_on_following_all_the_same() {
    let family = Family::new().await;
    family.phone.practise_some(family.on_phone, Mode::Guided, 2);
    family.sync().await;
    assert_eq!(
        family.tablet.in_progress(family.on_tablet),
        Some((Mode::Guided, 2))
    );
}

#[tokio::test(flavor = "current_thread")]
async fn what_she_left_behind_is_not_offered_any_more() {
    let family = Family::new().await;
    family.phone.practise(family.on_phone, Mode::Watch);
    family.phone.practise_some(family.on_phone, Mode::Guided, 2);
    family.phone.practise(family.on_phone, Mode::Alone);
    family.sync().await;
    assert_eq!(family.tablet.in_progress(family.on_tablet), None);
    assert_eq!(family.phone.in_progress(family.on_phone), None);
}

#[tokio::test(flavor = "current_thread")]
async fn who_comes_in_a_second_time_is_the_same_person_and_goes_on_at_the_same_step() {
    let family = Family::new().await;
    let begun = family.phone.practise_some(family.on_phone, Mode::Watch, 2);
    family.sync().await;
    let card = family.phone.ask(OpenCard {
        learner: family.on_phone,
    });
    let newcomer = Newcomer {
        name: "Bà Tư nữa".into(),
        avatar: Avatar::Woman,
        preferences: Preferences::default(),
    };
    let words = card.expect("a card").words.join(" ");
    let again = family.tablet.courier.recover(&words, newcomer).await;
    assert_eq!(
        again.expect("recovered").id,
        family.on_tablet,
        "nobody is there twice"
    );
    let start = family.tablet.ask(Start {}).expect("the first screen");
    let names: Vec<_> = start
        .learners
        .iter()
        .map(|card| card.learner.name.as_str())
        .collect();
    assert_eq!(names, ["Bà Tư"]);
    family.sync().await;
    let there = family.tablet.begin(family.on_tablet, Mode::Watch);
    assert_eq!((there.id, there.at), (begun.id, 2));
}

#[tokio::test(flavor = "current_thread")]
async fn two_people_on_one_tablet_do_not_take_the_lesson_from_each_other() {
    let family = Family::new().await;
    let begun = family.phone.practise_some(family.on_phone, Mode::Watch, 2);
    family.sync().await;
    let bay = family.tablet.add("Ông Bảy");
    assert_eq!(family.tablet.in_progress(bay), None, "it is hers");
    let his = family.tablet.begin(bay, Mode::Watch);
    assert_ne!(his.id, begun.id);
    assert_eq!(his.at, 0);
    family.tablet.practise_some(bay, Mode::Watch, 1);
    let hers = family.tablet.begin(family.on_tablet, Mode::Watch);
    assert_eq!((hers.id, hers.at), (begun.id, 2), "and stays where she left it");
}
