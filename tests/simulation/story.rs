//! What happens, as a seed decides, and what must be true at the end.

use super::Dice;
use super::network::Network;
use super::phone::{Phone, Profile};
use super::server::Server;
use cung_tien::core::courier::Newcomer;
use cung_tien::core::{DeleteLearner, GiveConsent, OpenCard, PurgeLearner, SettleEnded, WithdrawConsent};
use cung_tien::domain::consent::{Role, ShareStanding};
use cung_tien::domain::ids::{AttemptId, LearnerId, ShareId};
use cung_tien::domain::learner::{Avatar, Preferences};
use cung_tien::domain::practice::Mode;
use cung_tien::sync::spoken::join_words;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;
use tempfile::TempDir;

/// The people of the stories.
const PEOPLE: [&str; 2] = ["Bà Tư", "Chú Năm"];
/// A day and an hour, in milliseconds.
const HOUR: i64 = 3_600_000;

/// A phone backed up earlier: which, and where the copy lies.
struct Backup {
    phone: usize,
    folder: PathBuf,
}

/// What people ask of the server by hand.
enum Errand {
    Join,
    Recover,
    TakeOut,
}

/// One story.
pub struct Story {
    dice: Dice,
    home: TempDir,
    network: Rc<Network>,
    phones: Vec<Phone>,
    backups: Vec<Backup>,
    server_backups: Vec<PathBuf>,
    /// Attempts each person ever finished, on any phone.
    done: BTreeMap<String, BTreeSet<AttemptId>>,
    /// What each profile is known to have counted; it never gets less, but by restoring the phone.
    counted: BTreeMap<(usize, LearnerId), BTreeSet<AttemptId>>,
    /// Cards that were written down, by person.
    cards: BTreeMap<String, Vec<String>>,
    copies: usize,
    log: Vec<String>,
}

impl Story {
    pub fn begin(seed: u64) -> Self {
        let dice = Dice::new(seed);
        let home = folder();
        let server = Server::start(home.path().join("server"));
        let network = Network::new(server, dice.clone());
        let count = 2 + dice.below(4);
        let phones: Vec<Phone> = (0..count)
            .map(|i| {
                Phone::start(
                    &format!("phone {i}"),
                    home.path().join(format!("phone-{i}")),
                    &network,
                    &dice,
                )
            })
            .collect();
        let story = Self {
            dice,
            home,
            network,
            phones,
            backups: Vec::new(),
            server_backups: Vec::new(),
            done: BTreeMap::new(),
            counted: BTreeMap::new(),
            cards: BTreeMap::new(),
            copies: 0,
            log: Vec::new(),
        };
        for (i, person) in PEOPLE.iter().enumerate() {
            story.phones[i % 2].add(person);
        }
        story
    }

    fn note(&mut self, what: impl Into<String>) {
        self.log.push(what.into());
    }

    /// So many things happen. In most stories she agrees early: there is more to tell then.
    pub async fn live(&mut self, happenings: usize) {
        if !self.dice.once_in(4) {
            self.practise(0);
            self.consent(0);
            self.sync_some().await;
        }
        for _ in 0..happenings {
            self.happen().await;
            self.count_all();
        }
    }

    async fn happen(&mut self) {
        let phone = self.dice.below(self.phones.len());
        if self.dice.once_in(6) {
            let requests = self.dice.below(12);
            self.note(format!("{phone}: the battery falls out after {requests} more"));
            self.phones[phone].light_fuse(requests);
        }
        match self.dice.below(50) {
            0..=9 => self.practise(phone),
            10..=19 => self.sync_some().await,
            20 | 21 => self.consent(phone),
            22 => self.withdraw(phone),
            23..=26 => self.until_it_works(phone, Errand::Join).await,
            27 | 28 => self.until_it_works(phone, Errand::Recover).await,
            29 => self.erase(phone),
            30 => self.settle(phone),
            31..=33 => self.back_up(phone),
            34..=36 => self.restore(),
            37 => self.clone_phone(),
            38 | 39 => self.back_up_server().await,
            40..=42 => self.restore_server().await,
            43 | 44 => self.jump_clock(phone),
            45 | 46 => self.until_it_works(phone, Errand::TakeOut).await,
            47 => {
                let line = &self.phones[phone].line;
                line.connected.set(!line.connected.get());
            }
            _ => self.network.deliver_late().await,
        }
        for phone in &self.phones {
            phone.put_out_fuse();
        }
    }

    /// Who wants something tries again where the network is better, but for one in four.
    async fn until_it_works(&mut self, phone: usize, errand: Errand) {
        self.network.kind.set(!self.dice.once_in(4));
        // What is to be joined has to be there.
        let _ = self.phones[phone].courier.go(true, |_| {}).await;
        match errand {
            Errand::Join => self.join(phone).await,
            Errand::Recover => self.recover(phone).await,
            Errand::TakeOut => self.take_out(phone).await,
        }
        self.network.kind.set(false);
    }

    fn someone(&self, phone: usize) -> Option<Profile> {
        let profiles = self.phones[phone].profiles();
        (!profiles.is_empty()).then(|| profiles[self.dice.below(profiles.len())].clone())
    }

    fn practise(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        self.phones[phone].put_out_fuse();
        let modes = [Mode::Watch, Mode::Guided, Mode::Alone];
        let times = 1 + if self.dice.once_in(8) {
            8
        } else {
            self.dice.below(2)
        };
        for _ in 0..times {
            let mode = modes[self.dice.below(modes.len())];
            if self.dice.once_in(5) {
                self.leave_halfway(phone, &profile, mode);
                continue;
            }
            let attempt = self.phones[phone].practise(profile.learner, mode);
            self.done.entry(profile.name.clone()).or_default().insert(attempt);
            self.note(format!("{phone}: {} finished {attempt}", profile.name));
        }
    }

    fn leave_halfway(&mut self, phone: usize, profile: &Profile, mode: Mode) {
        let steps = 1 + self.dice.below(2);
        let begun = self.phones[phone].practise_some(profile.learner, mode, steps);
        let finished = self.phones[phone].attempts(profile.learner).contains(&begun.id);
        if finished {
            self.done
                .entry(profile.name.clone())
                .or_default()
                .insert(begun.id);
        }
        self.note(format!(
            "{phone}: {} leaves {} (finished: {finished})",
            profile.name, begun.id
        ));
    }

    /// Some phones sync at the same time.
    async fn sync_some(&mut self) {
        let some: Vec<usize> = (0..self.phones.len()).filter(|_| self.dice.once_in(2)).collect();
        self.note(format!("{some:?} sync"));
        let going = some.iter().map(|i| {
            let courier = &self.phones[*i].courier;
            courier.go(true, |_| {})
        });
        futures_util::future::join_all(going).await;
    }

    fn consent(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let learner = profile.learner;
        if self.phones[phone].ask(GiveConsent { learner }).is_ok() {
            self.note(format!("{phone}: {} consents", profile.name));
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

    fn withdraw(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        self.note(format!("{phone}: {} withdraws", profile.name));
        let learner = profile.learner;
        let _ = self.phones[phone].ask(WithdrawConsent { learner });
    }

    async fn join(&mut self, from: usize) {
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
        self.note(format!(
            "{to}: {} joins from {from}: {}",
            profile.name,
            joined.is_ok()
        ));
    }

    async fn recover(&mut self, phone: usize) {
        let people: Vec<String> = self.cards.keys().cloned().collect();
        if people.is_empty() {
            return;
        }
        let person = people[self.dice.below(people.len())].clone();
        let cards = &self.cards[&person];
        let card = cards[self.dice.below(cards.len())].clone();
        let done = self.phones[phone].courier.recover(&card, newcomer(&person)).await;
        self.note(format!("{phone}: {person} comes with her card: {}", done.is_ok()));
    }

    fn erase(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let learner = profile.learner;
        self.note(format!("{phone}: {} is erased", profile.name));
        let gone = self.phones[phone].ask(DeleteLearner { learner }).is_ok()
            && self.phones[phone].ask(PurgeLearner { learner }).is_ok();
        if gone {
            self.counted.remove(&(phone, learner));
        }
    }

    fn settle(&mut self, phone: usize) {
        let Some(profile) = self.someone(phone) else {
            return;
        };
        let keep = self.dice.once_in(2);
        let learner = profile.learner;
        let share = self.phones[phone].sharing(learner).share;
        let ended = share.is_some_and(|share| share.standing != ShareStanding::Open);
        if ended && self.phones[phone].ask(SettleEnded { learner, keep }).is_ok() && !keep {
            self.note(format!("{phone}: {} is deleted after the end", profile.name));
            self.counted.remove(&(phone, learner));
        }
    }

    async fn take_out(&mut self, phone: usize) {
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
        self.note(format!(
            "{phone}: {} takes a device out: {}",
            profile.name,
            done.is_ok()
        ));
        self.write_card_down(phone, &profile);
    }

    fn copy_path(&mut self) -> PathBuf {
        self.copies += 1;
        self.home.path().join(format!("copy-{}", self.copies))
    }

    fn back_up(&mut self, phone: usize) {
        let folder = self.copy_path();
        self.phones[phone].back_up(&folder);
        self.note(format!("{phone}: backed up"));
        self.backups.push(Backup { phone, folder });
    }

    fn restore(&mut self) {
        if self.backups.is_empty() {
            return;
        }
        let which = self.dice.below(self.backups.len());
        let Backup { phone, folder } = &self.backups[which];
        let phone = *phone;
        self.phones[phone].restore(folder);
        self.note(format!("{phone}: restored"));
        self.forget_counted(phone);
    }

    /// What was only on that phone is gone with it; that is nobody's fault.
    fn forget_counted(&mut self, phone: usize) {
        self.counted.retain(|(of, _), _| *of != phone);
    }

    fn clone_phone(&mut self) {
        if self.backups.is_empty() || self.phones.len() >= 6 {
            return;
        }
        let which = self.dice.below(self.backups.len());
        let name = format!("phone {}", self.phones.len());
        let folder = self.home.path().join(format!("phone-{}", self.phones.len()));
        super::phone::copy_folder(&self.backups[which].folder, &folder);
        self.note(format!("{name} is a clone of {}", self.backups[which].phone));
        self.phones
            .push(Phone::start(&name, folder, &self.network, &self.dice));
    }

    async fn back_up_server(&mut self) {
        let folder = self.copy_path();
        self.network.server.back_up(&folder).await;
        self.note("the server is backed up");
        self.server_backups.push(folder);
    }

    async fn restore_server(&mut self) {
        if self.server_backups.is_empty() {
            return;
        }
        let which = self.dice.below(self.server_backups.len());
        let folder = self.server_backups[which].clone();
        self.network.server.restore(&folder).await;
        self.note("the server is restored");
    }

    fn jump_clock(&mut self, phone: usize) {
        let days = [-400, -30, -1, 1, 8, 30, 400][self.dice.below(7)];
        self.phones[phone].battery.clock.shift_days(days);
        let hours = i64::try_from(self.dice.below(72)).unwrap_or(0);
        self.network.server.shift(hours * HOUR);
        self.note(format!("{phone}: the clock jumps {days} days"));
    }

    /// What is counted on each phone only ever gets more.
    fn count_all(&mut self) {
        for (i, phone) in self.phones.iter().enumerate() {
            for profile in phone.profiles() {
                let now = phone.attempts(profile.learner);
                let before = self.counted.entry((i, profile.learner)).or_default();
                let lost: Vec<_> = before.difference(&now).collect();
                assert!(lost.is_empty(), "phone {i} lost {lost:?} of {}", profile.name);
                *before = now;
            }
        }
    }

    /// The network is mended, nobody does anything any more, and everything comes to rest.
    pub async fn come_to_rest(&mut self) {
        self.network.kind.set(true);
        self.network.deliver_late().await;
        for phone in &self.phones {
            phone.line.connected.set(true);
            phone.put_out_fuse();
        }
        // Ends of sharing are told again after a week, a renewed card is finished, and what was given and taken back in
        // one order on one phone and another on the next needs a few rounds.
        for round in 0..6 {
            for phone in &self.phones {
                phone.battery.clock.shift_days(8);
            }
            self.network.server.shift(8 * 24 * HOUR);
            for i in 0..self.phones.len() {
                let outcome = self.phones[i].courier.go(true, |_| {}).await;
                self.log.push(format!("rest {round}, {i}: {outcome:?}"));
                assert!(
                    matches!(outcome, Ok(cung_tien::core::courier::Outcome::Done)),
                    "phone {i} comes to rest: {outcome:?}"
                );
            }
            self.count_all();
        }
    }

    /// What must be true.
    pub async fn check(&mut self) {
        let offences = self.network.offences.take();
        assert!(
            offences.is_empty(),
            "nothing is told of who did not consent: {offences:?}"
        );
        let mut groups: BTreeMap<ShareId, Vec<(usize, Profile, Role)>> = BTreeMap::new();
        for (i, phone) in self.phones.iter().enumerate() {
            for profile in phone.profiles() {
                let learner = profile.learner;
                let stored = phone.progress(learner);
                let folded = phone.battery.with_core(|core| {
                    core.store_mut().rebuild_progress().expect("rebuilt");
                    core.store_mut().progress(learner).expect("progress")
                });
                assert_eq!(stored, folded, "phone {i}: progress is the fold of the events");
                let done = self.done.get(&profile.name).cloned().unwrap_or_default();
                let counted = phone.attempts(learner);
                let strange: Vec<_> = counted.difference(&done).collect();
                assert!(
                    strange.is_empty(),
                    "phone {i}: {} never did {strange:?}",
                    profile.name
                );
                if let Some(share) = phone.sharing(learner).share
                    && share.standing == ShareStanding::Open
                {
                    let member = (i, profile, share.role);
                    groups.entry(share.share).or_default().push(member);
                }
            }
        }
        let ordered = self.ordered_closed();
        let asked = groups.keys().chain(ordered.keys()).copied().collect();
        let server = self.network.server.look(asked).await;
        for (share, members) in &groups {
            // A server restored to before the share began knows nothing of it until one of her own devices comes.
            if members.iter().all(|(_, _, role)| *role == Role::Joined) && !server.open.contains(share) {
                continue;
            }
            assert!(server.open.contains(share), "{share} is open on the server");
            let all: BTreeSet<AttemptId> = members
                .iter()
                .flat_map(|(i, profile, _)| self.phones[*i].attempts(profile.learner))
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
                let here = self.phones[*i].attempts(profile.learner);
                let missing: Vec<_> = all.difference(&here).collect();
                assert!(
                    missing.is_empty(),
                    "phone {i} misses {missing:?} of {}",
                    profile.name
                );
                let unsent = self.phones[*i]
                    .sharing(profile.learner)
                    .share
                    .map_or(0, |s| s.unsent_events);
                assert_eq!(unsent, 0, "phone {i} has sent everything of {}", profile.name);
            }
            let stored = server.attempts.get(share).cloned().unwrap_or_default();
            assert_eq!(stored, all, "the server has what the phones have of {share}");
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

    /// Shares that some phone ordered to be closed, and whether the last one to say so takes it for done.
    fn ordered_closed(&self) -> BTreeMap<ShareId, bool> {
        let endings = self.phones.iter().flat_map(|phone| {
            phone
                .battery
                .with_core(|core| core.store_mut().endings().expect("endings"))
        });
        endings
            .filter(|ending| ending.claim.is_some())
            .map(|ending| (ending.share, ending.confirmed))
            .collect()
    }
}

/// Whoever looks into a failing seed wants to know what happened.
impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{}", self.log.join("\n"));
        }
    }
}

fn newcomer(name: &str) -> Newcomer {
    Newcomer {
        name: name.into(),
        avatar: Avatar::Woman,
        preferences: Preferences::default(),
    }
}

/// In memory where there is such a folder: a story is about order, not about disks.
fn folder() -> TempDir {
    let memory = PathBuf::from("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).expect("a folder")
    } else {
        tempfile::tempdir().expect("a folder")
    }
}

/// The whole of one story; answers what the server said in it, and how often.
pub async fn tell(seed: u64, happenings: usize) -> BTreeMap<&'static str, usize> {
    let mut story = Story::begin(seed);
    story.live(happenings).await;
    story.come_to_rest().await;
    story.check().await;
    story.network.server.said()
}
