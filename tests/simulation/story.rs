//! A story: who is in it, and what happens, as a seed decides.

use super::files::new_folder;
use super::network::Network;
use super::phone::{Events, Phone, Profile};
use super::server::Server;
use super::{Dice, Log};
use cung_tien::domain::consent::ShareStanding;
use cung_tien::domain::ids::{AttemptId, LearnerId, seeded};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;
use tempfile::TempDir;

/// The people of the stories.
const PEOPLE: [&str; 2] = ["Bà Tư", "Chú Năm"];

/// A phone backed up earlier: which, and where the copy lies.
pub struct Backup {
    pub phone: usize,
    pub folder: PathBuf,
}

/// What people ask of the server by hand.
#[derive(Debug, Clone, Copy)]
pub enum Errand {
    Join,
    Recover,
    TakeOut,
}

/// One story.
pub struct Story {
    pub dice: Dice,
    pub home: TempDir,
    pub network: Rc<Network>,
    pub phones: Vec<Phone>,
    pub backups: Vec<Backup>,
    pub server_backups: Vec<PathBuf>,
    /// Attempts each person ever finished, on any phone.
    pub done: BTreeMap<String, BTreeSet<AttemptId>>,
    /// The events each profile is known to have had; they never get fewer, but by restoring the phone.
    pub kept: BTreeMap<(usize, LearnerId), Events>,
    /// Profiles that somebody wanted deleted.
    pub may_vanish: BTreeSet<(usize, LearnerId)>,
    /// Cards that were written down, by person.
    pub cards: BTreeMap<String, Vec<String>>,
    pub copies: usize,
    pub log: Log,
}

impl Story {
    pub fn begin(seed: u64) -> Self {
        let dice = Dice::new(seed);
        let ids = dice.fork();
        seeded::take_from(Some(Box::new(move || ids.long_number())));
        let log = Log::default();
        let home = new_folder();
        let server = Server::start(home.path().join("server"), &dice.fork(), &log);
        let network = Network::new(server, dice.fork(), &log);
        let count = 2 + dice.below(4);
        let mut story = Self {
            dice,
            home,
            network,
            phones: Vec::new(),
            backups: Vec::new(),
            server_backups: Vec::new(),
            done: BTreeMap::new(),
            kept: BTreeMap::new(),
            may_vanish: BTreeSet::new(),
            cards: BTreeMap::new(),
            copies: 0,
            log,
        };
        for phone in 0..count {
            let folder = story.home.path().join(format!("phone-{phone}"));
            story.start_phone(folder);
        }
        for (i, person) in PEOPLE.iter().enumerate() {
            story.phones[i % 2].add(person);
        }
        story
    }

    /// One more phone, over what is in this folder.
    pub fn start_phone(&mut self, folder: PathBuf) {
        let name = format!("phone {}", self.phones.len());
        let phone = Phone::start(&name, folder, &self.network, &self.dice.fork());
        self.phones.push(phone);
    }

    pub fn note(&self, what: impl Into<String>) {
        self.log.note(what);
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
            self.look_at_all();
        }
    }

    async fn happen(&mut self) {
        let phone = self.some_phone(|_, _| true);
        if self.dice.once_in(4) {
            let commits = self.dice.below(10);
            self.note(format!(
                "{phone}: the battery falls out after {commits} more commits"
            ));
            self.phones[phone].battery.light_fuse(commits);
        }
        match self.dice.below(56) {
            0..=9 => self.practise(phone),
            10..=20 => self.sync_some().await,
            21 | 22 => self.consent(phone),
            23 => self.withdraw(phone),
            24..=27 => self.until_it_works(phone, Errand::Join).await,
            28 | 29 => {
                let anywhere = self.dice.below(self.phones.len());
                self.until_it_works(anywhere, Errand::Recover).await;
            }
            30 => self.erase(phone),
            31 | 32 => self.settle(phone),
            33..=35 => self.back_up(phone),
            36..=38 => self.restore(),
            39 => self.clone_phone(),
            40 | 41 => self.back_up_server(),
            42..=44 => self.restore_server().await,
            45 | 46 => self.jump_clock(phone),
            47 | 48 => self.until_it_works(phone, Errand::TakeOut).await,
            49 => self.pull_the_plug(phone),
            50 | 51 => self.let_time_go_by(),
            52 => self.kill_server(),
            _ => self.network.deliver_late().await,
        }
        for phone in &self.phones {
            phone.battery.put_out_fuse();
        }
    }

    /// Who wants something tries again where the network is better, but for one in four.
    async fn until_it_works(&mut self, phone: usize, errand: Errand) {
        let shares = |i: usize, profile: &Profile| {
            let share = self.phones[i].sharing(profile.learner).share;
            share.is_some_and(|share| share.standing == ShareStanding::Open)
        };
        let phone = match errand {
            Errand::Join | Errand::TakeOut => self.some_phone(shares),
            Errand::Recover => phone,
        };
        self.network.kind.set(!self.dice.once_in(4));
        self.note(format!("{phone}: {errand:?}"));
        // What is to be joined has to be there.
        let _ = self.phones[phone].courier.go(true, |_| {}).await;
        match errand {
            Errand::Join => self.join(phone).await,
            Errand::Recover => self.recover(phone).await,
            Errand::TakeOut => self.take_out(phone).await,
        }
        self.network.kind.set(false);
    }

    /// Three times in four one where somebody is of whom this holds, if there is one.
    fn some_phone(&self, fits: impl Fn(usize, &Profile) -> bool) -> usize {
        let any = self.dice.below(self.phones.len());
        if self.dice.once_in(4) {
            return any;
        }
        let used = |phone: &usize| self.phones[*phone].profiles().iter().any(|one| fits(*phone, one));
        let used: Vec<usize> = (0..self.phones.len()).filter(used).collect();
        used.get(self.dice.below(used.len())).copied().unwrap_or(any)
    }

    pub fn someone(&self, phone: usize) -> Option<Profile> {
        let profiles = self.phones[phone].profiles();
        (!profiles.is_empty()).then(|| profiles[self.dice.below(profiles.len())].clone())
    }

    pub fn copy_path(&mut self) -> PathBuf {
        self.copies += 1;
        self.home.path().join(format!("copy-{}", self.copies))
    }
}

/// Whoever looks into a failing seed wants to know what happened.
impl Drop for Story {
    fn drop(&mut self) {
        seeded::take_from(None);
        if std::thread::panicking() {
            println!("{}", self.log.lines().join("\n"));
        }
    }
}

/// What came of a story.
pub struct Told {
    /// What the server said in it, and how often.
    pub said: BTreeMap<&'static str, usize>,
    /// How often a phone's battery fell out.
    pub phones_died: usize,
    /// How often the server was killed.
    pub server_died: usize,
    /// All that happened.
    pub log: Vec<String>,
}

/// The whole of one story.
pub async fn tell(seed: u64, happenings: usize) -> Told {
    let mut story = Story::begin(seed);
    story.live(happenings).await;
    story.come_to_rest().await;
    story.check();
    Told {
        said: story.network.server.said(),
        phones_died: story.phones.iter().map(|phone| phone.battery.deaths.get()).sum(),
        server_died: story.network.server.deaths.get(),
        log: story.log.lines(),
    }
}
