//! Sharing in a story: consent given, withdrawn and given again, other devices let in and taken out, erasing.

use super::phone::Profile;
use super::story::Story;
use super::turns::{Going, together};
use cung_tien::core::courier::Newcomer;
use cung_tien::core::{DeleteLearner, GiveConsent, OpenCard, PurgeLearner, SettleEnded, WithdrawConsent};
use cung_tien::domain::consent::ShareStanding;
use cung_tien::domain::learner::{Avatar, Preferences};
use cung_tien::sync::spoken::join_words;

fn newcomer(name: &str) -> Newcomer {
    Newcomer {
        name: name.into(),
        avatar: Avatar::Woman,
        preferences: Preferences::default(),
    }
}

impl Story {
    /// Some phones sync at the same time, by hand or by themselves.
    pub async fn sync_some(&mut self) {
        let mut going: Vec<Going<'_>> = Vec::new();
        for (i, phone) in self.phones.iter().enumerate() {
            if self.dice.once_in(2) {
                continue;
            }
            let by_hand = self.dice.once_in(2);
            let log = self.log.clone();
            log.note(format!("{i} syncs, by hand: {by_hand}"));
            going.push(Box::pin(async move {
                let outcome = phone.courier.go(by_hand, |_| {}).await;
                log.note(format!("{i} is done: {outcome:?}"));
            }));
        }
        together(&self.dice, going).await;
    }

    pub fn consent(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let learner = profile.learner;
        let given = self.phones[phone].ask(GiveConsent { learner });
        let share = given
            .as_ref()
            .map(|view| view.share.as_ref().map(|share| share.share));
        self.note(format!("{phone}: {} consents: {share:?}", profile.name));
        if given.is_ok() {
            self.write_card_down(phone, &profile);
        }
    }

    fn write_card_down(&mut self, phone: usize, profile: &Profile) {
        let learner = profile.learner;
        if let Ok(card) = self.phones[phone].ask(OpenCard { learner }) {
            let cards = self.cards.entry(profile.name.clone()).or_default();
            cards.push(card.words.join(" "));
        }
    }

    pub fn withdraw(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let learner = profile.learner;
        let told = self.phones[phone].ask(WithdrawConsent { learner }).is_ok();
        self.note(format!("{phone}: {} withdraws: {told}", profile.name));
    }

    pub async fn join(&mut self, from: usize) {
        let Some(profile) = self.someone(from) else { return };
        let Some(share) = self.phones[from].sharing(profile.learner).share else {
            return;
        };
        let to = self.dice.below(self.phones.len());
        if to == from {
            return;
        }
        let Ok(code) = self.phones[from].courier.join_code(share.share).await else {
            return;
        };
        let words = join_words(&code.code).join(" ");
        let joined = self.phones[to]
            .courier
            .join(&words, newcomer(&profile.name))
            .await;
        let joined = joined.map(|learner| learner.id);
        self.note(format!("{to}: {} joins from {from}: {joined:?}", profile.name));
    }

    pub async fn recover(&mut self, phone: usize) {
        let people: Vec<String> = self.cards.keys().cloned().collect();
        if people.is_empty() {
            return;
        }
        let person = people[self.dice.below(people.len())].clone();
        let cards = &self.cards[&person];
        let card = cards[self.dice.below(cards.len())].clone();
        let done = self.phones[phone].courier.recover(&card, newcomer(&person)).await;
        let done = done.map(|learner| learner.id);
        self.note(format!("{phone}: {person} comes with her card: {done:?}"));
    }

    pub fn erase(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let learner = profile.learner;
        self.may_vanish.insert((phone, learner));
        let marked = self.phones[phone].ask(DeleteLearner { learner });
        let gone = marked.and_then(|()| self.phones[phone].ask(PurgeLearner { learner }));
        self.note(format!("{phone}: {} is erased: {gone:?}", profile.name));
    }

    pub fn settle(&mut self, phone: usize) {
        let ended = |profile: &Profile| {
            let share = self.phones[phone].sharing(profile.learner).share;
            share.is_some_and(|share| share.standing != ShareStanding::Open)
        };
        let Some(profile) = self.phones[phone].profiles().into_iter().find(ended) else {
            return;
        };
        let keep = self.dice.once_in(2);
        let learner = profile.learner;
        if !keep {
            self.may_vanish.insert((phone, learner));
        }
        let settled = self.phones[phone].ask(SettleEnded { learner, keep });
        self.note(format!(
            "{phone}: after the end {} is kept: {keep}: {settled:?}",
            profile.name
        ));
    }

    pub async fn take_out(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let learner = profile.learner;
        let Some(share) = self.phones[phone].sharing(learner).share else {
            return;
        };
        let Ok(devices) = self.phones[phone].courier.devices(share.share).await else {
            return;
        };
        let others: Vec<_> = devices.into_iter().filter(|device| !device.this).collect();
        if others.is_empty() {
            return;
        }
        let which = others[self.dice.below(others.len())];
        let done = self.phones[phone].courier.remove(learner, which).await;
        self.note(format!("{phone}: {} takes a device out: {done:?}", profile.name));
        self.write_card_down(phone, &profile);
    }
}
