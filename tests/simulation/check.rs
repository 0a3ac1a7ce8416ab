//! What must be true, all the time and at the end.

use super::phone::{Events, Profile};
use super::server::Seen;
use super::story::Story;
use super::world::HOUR;
use cung_tien::core::courier::{Outcome, ProblemCode, Trouble};
use cung_tien::domain::consent::{Role, ShareStanding};
use cung_tien::domain::ids::{LearnerId, ShareId};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Rounds after which everything has come to rest. Ends of sharing are told again after a week, a renewed card is
/// finished, and what was given and taken back in one order on one phone and another on the next needs a few.
const ROUNDS: usize = 6;
/// Tries of one phone in one round, where the server has little patience and takes one event at once.
const TRIES: usize = 500;

type Members = Vec<(usize, Profile, Role)>;

impl Story {
    /// What is on each phone only ever gets more, and the server keeps what it said that it has.
    pub fn look_at_all(&mut self) {
        for (i, phone) in self.phones.iter().enumerate() {
            if !phone.battery.touched.take() {
                continue;
            }
            let mut here = BTreeSet::new();
            for profile in phone.profiles() {
                let now = phone.events(profile.learner);
                let before = self.kept.entry((i, profile.learner)).or_default();
                let lost = before.difference(&now).count();
                assert_eq!(lost, 0, "phone {i} lost {lost} events of {}", profile.name);
                *before = now;
                here.insert(profile.learner);
            }
            let gone = |(of, learner): &&(usize, LearnerId)| *of == i && !here.contains(learner);
            for one in self.kept.keys().filter(gone) {
                assert!(self.may_vanish.contains(one), "nobody deleted {one:?}");
            }
        }
        if self.network.server.touched.take() {
            let mut ledger = self.network.ledger.borrow_mut();
            let seen = self.network.server.look(ledger.shares());
            ledger.compare(&seen);
        }
    }

    /// The network is mended, nobody does anything any more, and everything comes to rest.
    pub async fn come_to_rest(&mut self) {
        self.note("everything comes to rest");
        self.network.kind.set(true);
        self.network.deliver_late().await;
        for phone in &self.phones {
            phone.line.connected.set(true);
        }
        for round in 0..ROUNDS {
            for phone in &self.phones {
                // Who was deleted half is cleared when the app starts.
                phone.battery.close();
                phone.battery.clock.shift_days(8);
            }
            self.network.server.pass(Duration::from_secs(8 * 24 * 3600));
            for phone in 0..self.phones.len() {
                self.sync_to_the_end(phone, round % 2 == 0).await;
            }
            self.look_at_all();
        }
    }

    /// Until there is nothing left to do, with all the pauses that are asked for.
    async fn sync_to_the_end(&self, phone: usize, by_hand: bool) {
        let impatient = [ProblemCode::TooOften, ProblemCode::TooMuch].map(Trouble::Refused);
        for _ in 0..TRIES {
            let outcome = self.phones[phone].courier.go(by_hand, |_| {}).await;
            self.note(format!("{phone}: {outcome:?}"));
            let pause = match outcome {
                Ok(Outcome::Done) => return,
                Ok(Outcome::Later(pause)) => pause,
                Ok(Outcome::Failed(trouble, pause)) if impatient.contains(&trouble) => pause,
                other => panic!("phone {phone} comes to rest: {other:?}"),
            };
            let pause = pause.min(HOUR.unsigned_abs());
            for other in &self.phones {
                other
                    .battery
                    .clock
                    .shift_millis(i64::try_from(pause).unwrap_or(HOUR));
            }
            self.network.server.pass(Duration::from_millis(pause));
        }
        panic!("phone {phone} never comes to rest");
    }

    /// What must be true at the end.
    pub fn check(&mut self) {
        let offences = self.network.offences.take();
        assert!(
            offences.is_empty(),
            "nothing is told of who did not consent: {offences:?}"
        );
        let mut groups: BTreeMap<ShareId, Members> = BTreeMap::new();
        for i in 0..self.phones.len() {
            for profile in self.phones[i].profiles() {
                self.check_profile(i, &profile);
                if let Some(share) = self.phones[i].sharing(profile.learner).share
                    && share.standing == ShareStanding::Open
                {
                    let member = (i, profile, share.role);
                    groups.entry(share.share).or_default().push(member);
                }
            }
        }
        let ordered = self.ordered_closed();
        let asked = groups.keys().chain(ordered.keys()).copied().collect();
        let server = self.network.server.look(asked);
        for (share, members) in &groups {
            // A server restored to before the share began knows nothing of it until one of her own devices comes.
            if members.iter().all(|(_, _, role)| *role == Role::Joined) && !server.open.contains(share) {
                continue;
            }
            self.check_share(*share, members, &server);
        }
        for (share, confirmed) in ordered {
            // Refused where her card was renewed on another device after the server had been restored: it is said so.
            let open = server.open.contains(&share);
            assert_ne!(
                open, confirmed,
                "{share} is closed, and only then counts as closed"
            );
        }
    }

    fn check_profile(&self, phone: usize, profile: &Profile) {
        let learner = profile.learner;
        let stored = self.phones[phone].progress(learner);
        let folded = self.phones[phone].battery.look(|core| {
            core.store_mut().rebuild_progress().expect("rebuilt");
            core.store_mut().progress(learner).expect("progress")
        });
        assert_eq!(
            stored, folded,
            "phone {phone}: progress is the fold of the events"
        );
        let done = self.done.get(&profile.name).cloned().unwrap_or_default();
        let counted = self.phones[phone].attempts(learner);
        let strange: Vec<_> = counted.difference(&done).collect();
        assert!(
            strange.is_empty(),
            "phone {phone}: {} never did {strange:?}",
            profile.name
        );
    }

    /// Everybody has everything, and so has the server.
    fn check_share(&self, share: ShareId, members: &Members, server: &Seen) {
        assert!(server.open.contains(&share), "{share} is open on the server");
        let stored = server.events.get(&share).cloned().unwrap_or_default();
        let events = |i: usize, profile: &Profile| self.phones[i].events(profile.learner);
        let all: Events = members
            .iter()
            .flat_map(|(i, profile, _)| events(*i, profile))
            .collect();
        let (first, hers, _) = &members[0];
        let same = self.phones[*first].progress(hers.learner);
        for (i, profile, _) in members {
            let progress = self.phones[*i].progress(profile.learner);
            assert_eq!(
                progress, same,
                "phone {i} says the same of {} as phone {first}",
                profile.name
            );
            let missing = all.difference(&events(*i, profile)).count();
            assert_eq!(
                missing, 0,
                "phone {i} misses {missing} events of {}",
                profile.name
            );
            let sharing = self.phones[*i].sharing(profile.learner);
            let unsent = sharing.share.map_or(0, |share| share.unsent_events);
            assert_eq!(unsent, 0, "phone {i} has sent everything of {}", profile.name);
        }
        let (more, less) = (stored.difference(&all).count(), all.difference(&stored).count());
        assert_eq!(
            (more, less),
            (0, 0),
            "the server has what the phones have of {share}, no more and no less"
        );
    }

    /// Shares that some phone ordered to be closed, and whether the last one to say so takes it for done.
    fn ordered_closed(&self) -> BTreeMap<ShareId, bool> {
        let endings = self.phones.iter().flat_map(|phone| {
            phone
                .battery
                .look(|core| core.store_mut().endings().expect("endings"))
        });
        endings
            .filter(|ending| ending.claim.is_some())
            .map(|ending| (ending.share, ending.confirmed))
            .collect()
    }
}
