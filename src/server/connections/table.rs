//! The table of connections, and its rules. No sockets, and time only as it is told: a test can make it run.

use super::super::address::{Address, Network};
use super::state::{Rank, State};
use super::{ConnectionLimits, descriptors};
use crate::server::clock::Clock;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::Waker;
use std::time::Duration;

/// How often the table is looked through.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// All connections.
#[derive(Debug)]
pub(in crate::server) struct Table {
    limits: ConnectionLimits,
    in_all: usize,
    clock: Arc<dyn Clock>,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    next: u64,
    rows: HashMap<u64, Row>,
    /// How many of each address.
    of: HashMap<Address, usize>,
    /// How many of each network: who has a whole one has thousands of addresses.
    within: HashMap<Network, usize>,
    looked: Duration,
    told: Told,
}

/// What happened since the table was looked through, for the log: not one line for each, or a flood would fill the disk.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Told {
    gave_way: usize,
    refused: usize,
    took_nothing: usize,
}

#[derive(Debug)]
struct Row {
    address: Option<Address>,
    state: Arc<State>,
    /// What is left of its patience.
    left: Duration,
}

/// A place in the table, for as long as it is held.
#[derive(Debug)]
pub(super) struct Place {
    number: u64,
    state: Arc<State>,
    table: Arc<Table>,
}

impl Table {
    pub(in crate::server) fn new(limits: ConnectionLimits, clock: &Arc<dyn Clock>) -> Self {
        Self {
            limits,
            in_all: limits.in_all.unwrap_or_else(descriptors::allow).max(1),
            clock: Arc::clone(clock),
            open: Mutex::default(),
        }
    }

    /// How many connections there may be.
    pub(in crate::server) const fn in_all(&self) -> usize {
        self.in_all
    }

    /// A place for a newcomer; another may have to go for it. `None` if all are busy.
    pub(super) fn enter(self: &Arc<Self>, address: Option<Address>) -> Option<Place> {
        let now = self.clock.running();
        let mut open = self.open();
        let of_address = address.and_then(|address| open.of.get(&address)).copied();
        let place = if of_address.is_some_and(|count| count >= self.limits.of_address) {
            open.send_away(now, |row, _| row.address == address)
        } else if open.rows.len() >= self.in_all {
            open.send_away(now, |_, rank| rank == Rank::DoesNotRead)
                .or_else(|| {
                    let most = open.heaviest();
                    open.send_away(now, |row, _| row.address.map(Address::network) == most)
                })
                .or_else(|| open.send_away(now, |_, _| true))
        } else {
            Some(())
        };
        if place.is_none() {
            open.told.refused += 1;
            return None;
        }
        let state = Arc::new(State::at(now));
        let number = open.next;
        open.next = number.wrapping_add(1);
        let row = Row {
            address,
            state: Arc::clone(&state),
            left: self.limits.patience,
        };
        open.rows.insert(number, row);
        if let Some(address) = address {
            *open.of.entry(address).or_default() += 1;
            *open.within.entry(address.network()).or_default() += 1;
        }
        Some(Place {
            number,
            state,
            table: Arc::clone(self),
        })
    }

    /// Closes those whose clients do not take what they asked for.
    pub(super) fn look_through(&self) {
        let now = self.clock.running();
        let mut open = self.open();
        let passed = now.saturating_sub(open.looked);
        open.looked = now;
        let patience = self.limits.patience;
        let rate = f64::from(self.limits.least_rate.max(1));
        let mut gone = Vec::new();
        for (number, row) in &mut open.rows {
            let taken = row.state.taken.swap(0, Ordering::Relaxed);
            let bytes = f64::from(u32::try_from(taken).unwrap_or(u32::MAX));
            let earned = Duration::from_secs_f64(bytes / rate);
            row.left = (row.left.saturating_add(earned)).min(patience);
            if !row.state.waits.load(Ordering::Relaxed) {
                row.left = (row.left.saturating_add(passed)).min(patience);
            } else if row.left <= passed {
                gone.push(*number);
            } else {
                row.left = row.left.saturating_sub(passed);
            }
        }
        open.told.took_nothing = gone.len();
        for number in gone {
            open.close(number);
        }
        let (count, told) = (open.rows.len(), std::mem::take(&mut open.told));
        drop(open);
        if told != Told::default() {
            tracing::info!(
                connections = count,
                gave_way = told.gave_way,
                refused = told.refused,
                took_nothing = told.took_nothing,
                "connections were closed"
            );
        }
    }

    /// Looks through the table until nobody holds it any more.
    pub(in crate::server) async fn watch(table: Weak<Self>) {
        while let Some(here) = table.upgrade() {
            here.look_through();
            let pause = LOOK_EVERY.min(here.limits.patience / 4);
            drop(here);
            tokio::time::sleep(pause.max(Duration::from_millis(10))).await;
        }
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// The network with most connections; `None` if they are not told apart.
    fn heaviest(&self) -> Option<Network> {
        self.within
            .iter()
            .max_by_key(|(_, count)| **count)
            .map(|(network, _)| *network)
    }

    /// Of some connections, closes one: whose client does not read, or else one that rests, or else whose client is
    /// slow; of these, the one that moved nothing for longest. `None` if all are busy.
    fn send_away(&mut self, now: Duration, among: impl Fn(&Row, Rank) -> bool) -> Option<()> {
        let may_go = self.rows.iter().filter_map(|(number, row)| {
            let (rank, moved) = row.state.may_go(now)?;
            among(row, rank).then_some((rank, moved, *number))
        });
        let (_, _, number) = may_go.min()?;
        self.close(number);
        self.told.gave_way += 1;
        Some(())
    }

    /// It is counted no longer, although it takes a moment until it has gone.
    fn close(&mut self, number: u64) {
        if let Some(row) = self.leave(number) {
            row.state.must_go.store(true, Ordering::Release);
            row.state.waker.wake();
        }
    }

    fn leave(&mut self, number: u64) -> Option<Row> {
        let row = self.rows.remove(&number)?;
        if let Some(address) = row.address {
            one_less(&mut self.of, address);
            one_less(&mut self.within, address.network());
        }
        Some(row)
    }
}

fn one_less<K: Hash + Eq>(counts: &mut HashMap<K, usize>, key: K) {
    if let Entry::Occupied(mut count) = counts.entry(key) {
        *count.get_mut() = count.get().saturating_sub(1);
        if *count.get() == 0 {
            count.remove();
        }
    }
}

impl Place {
    /// Whether the connection has to go. If not now, this waker is called then.
    pub(super) fn must_go(&self, waker: &Waker) -> bool {
        self.state.waker.register(waker);
        self.state.must_go.load(Ordering::Acquire)
    }

    /// Something came.
    pub(super) fn read(&self) {
        self.state.spoke.store(true, Ordering::Relaxed);
        self.state.moved(self.table.clock.running());
    }

    /// The client took so much.
    pub(super) fn wrote(&self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.state.taken.fetch_add(bytes, Ordering::Relaxed);
        self.state.waits.store(false, Ordering::Relaxed);
        self.state.moved(self.table.clock.running());
    }

    /// The client takes nothing at the moment.
    pub(super) fn waits(&self) {
        self.state.waits.store(true, Ordering::Relaxed);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.table.open().leave(self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::clock::ShiftableClock;
    use crate::server::exchange::Moment;

    fn table(limits: ConnectionLimits) -> (Arc<Table>, ShiftableClock) {
        let clock = ShiftableClock::at(Moment { millis: 0 });
        let shared: Arc<dyn Clock> = Arc::new(clock.clone());
        (Arc::new(Table::new(limits, &shared)), clock)
    }

    fn limits(in_all: usize, of_address: usize) -> ConnectionLimits {
        ConnectionLimits {
            in_all: Some(in_all),
            of_address,
            ..ConnectionLimits::default()
        }
    }

    fn address(last: u8) -> Address {
        Address::new([203, 0, last, 1].into())
    }

    fn gone(place: &Place) -> bool {
        place.must_go(Waker::noop())
    }

    /// What a client takes each second, in bytes, and after how many seconds it is closed; `None`: never.
    #[test]
    fn who_does_not_take_what_he_asked_for_is_closed() {
        for (what, takes, closed_after) in [
            ("never reads", [0; 4], Some(30)),
            ("takes a byte each second", [1; 4], Some(31)),
            ("takes a kilobyte once in four seconds", [1024, 0, 0, 0], Some(40)),
            ("half of the least rate", [512; 4], Some(60)),
            ("the least rate", [1024; 4], None),
            (
                "nothing for three seconds, and then 16 KB",
                [0, 0, 0, 16_384],
                None,
            ),
            ("a quick phone", [200_000; 4], None),
        ] {
            let (table, clock) = table(limits(10, 10));
            let place = table.enter(Some(address(1))).unwrap();
            let mut seconds = None;
            for second in 1..=300 {
                place.wrote(takes[second % 4]);
                place.waits();
                clock.pass(Duration::from_secs(1));
                table.look_through();
                if gone(&place) {
                    seconds = Some(second);
                    break;
                }
            }
            match (closed_after, seconds) {
                (None, None) => {}
                (Some(expected), Some(found)) if found.abs_diff(expected) <= 4 => {}
                other => panic!("{what}: {other:?}"),
            }
        }
    }

    #[test]
    fn who_waits_for_the_server_is_not_closed() {
        let (table, clock) = table(limits(10, 10));
        let place = table.enter(Some(address(1))).unwrap();
        for _ in 0..300 {
            clock.pass(Duration::from_secs(1));
            table.look_through();
        }
        assert!(!gone(&place));
    }

    #[test]
    fn at_the_limit_of_an_address_the_one_that_rests_longest_gives_way_and_only_of_this_address() {
        let (table, clock) = table(limits(100, 3));
        let other = table.enter(Some(address(2))).unwrap();
        clock.pass(Duration::from_secs(5));
        let places: Vec<Place> = (0..3).map(|_| table.enter(Some(address(1))).unwrap()).collect();
        assert!(table.enter(Some(address(1))).is_none(), "all are busy");
        clock.pass(Duration::from_secs(1));
        places[0].read();
        clock.pass(Duration::from_secs(1));
        // The last one moved something later than the first, but does not read.
        places[2].wrote(10);
        places[2].waits();
        clock.pass(Duration::from_secs(1));
        places[1].read();
        clock.pass(Duration::from_millis(300));
        let fourth = table.enter(Some(address(1))).unwrap();
        let fifth = table.enter(Some(address(1))).unwrap();
        let still: Vec<bool> = places.iter().map(|place| !gone(place)).collect();
        assert_eq!(still, [false, true, false]);
        assert!(!gone(&fourth) && !gone(&fifth) && !gone(&other));
    }

    /// Of two connections, which gives way to a third: (says, takes nothing, moved something so long ago), in
    /// milliseconds.
    #[test]
    fn who_gives_way() {
        type Kind = (bool, bool, u64);
        let rows: [(&str, Kind, Kind, Option<usize>); 9] = [
            (
                "the one that rests longer",
                (true, false, 900),
                (true, false, 500),
                Some(0),
            ),
            ("the silent one", (true, false, 200), (false, false, 60), Some(1)),
            (
                "who does not read, not who rests",
                (true, false, 9000),
                (true, true, 2000),
                Some(1),
            ),
            (
                "who rests, not who is slow",
                (true, false, 300),
                (true, true, 900),
                Some(0),
            ),
            (
                "who is slow, not who is busy",
                (true, false, 200),
                (true, true, 20),
                Some(1),
            ),
            ("the slower one", (true, true, 30), (true, true, 20), Some(0)),
            ("nobody who is busy", (true, false, 200), (true, true, 5), None),
            (
                "nobody who has just come",
                (false, false, 40),
                (false, false, 0),
                None,
            ),
            ("nobody who reads quickly", (true, true, 0), (true, true, 9), None),
        ];
        for (what, one, other, expected) in rows {
            let (table, clock) = table(limits(10, 2));
            let mut places: Vec<(Kind, Place)> = [one, other]
                .map(|kind| (kind, table.enter(Some(address(1))).unwrap()))
                .into();
            let kept: Vec<u64> = places.iter().map(|(_, place)| place.number).collect();
            clock.pass(Duration::from_secs(10));
            places.sort_by_key(|((_, _, ago), _)| std::cmp::Reverse(*ago));
            let mut now = 10_000;
            for ((spoke, waits, ago), place) in &places {
                let then = 20_000 - ago;
                clock.pass(Duration::from_millis(then - now));
                now = then;
                place.state.moved(table.clock.running());
                place.state.spoke.store(*spoke, Ordering::Relaxed);
                place.state.waits.store(*waits, Ordering::Relaxed);
            }
            clock.pass(Duration::from_millis(20_000 - now));
            let newcomer = table.enter(Some(address(1)));
            assert_eq!(newcomer.is_some(), expected.is_some(), "{what}");
            let found = places.iter().find(|(_, place)| gone(place));
            let found =
                found.map(|(_, place)| kept.iter().position(|number| *number == place.number).unwrap());
            assert_eq!(found, expected, "{what}");
        }
    }

    #[test]
    fn a_full_table_takes_from_whoever_has_most() {
        let (table, clock) = table(limits(50, 40));
        let quiet = table.enter(Some(address(9))).unwrap();
        let flood: Vec<Place> = (0..35).map(|_| table.enter(Some(address(1))).unwrap()).collect();
        let class: Vec<Place> = (0..14).map(|_| table.enter(Some(address(2))).unwrap()).collect();
        for _ in 0..15 {
            clock.pass(Duration::from_secs(1));
            assert!(table.enter(Some(address(3))).is_some(), "a newcomer comes in");
        }
        let newcomers: Vec<Place> = (0..15)
            .map(|_| {
                clock.pass(Duration::from_secs(1));
                table.enter(Some(address(3))).unwrap()
            })
            .collect();
        assert!(!gone(&quiet));
        assert!(class.iter().chain(&newcomers).all(|place| !gone(place)));
        assert_eq!(flood.iter().filter(|place| gone(place)).count(), 15);
    }

    /// Each of its connections comes from another address of its network, and each says something now and then.
    #[test]
    fn a_flood_from_a_whole_network_takes_nothing_from_a_class() {
        let (table, clock) = table(limits(60, 40));
        let class: Vec<Place> = (0..20).map(|_| table.enter(Some(address(2))).unwrap()).collect();
        let mut flood = Vec::new();
        for n in 0..200_u16 {
            clock.pass(Duration::from_secs(1));
            let one = Address::new([0x2001, 0xdb8, 1, n, 0, 0, 0, 1].into());
            let place = table.enter(Some(one)).unwrap();
            place.read();
            flood.push(place);
        }
        assert!(class.iter().all(|place| !gone(place)));
        assert_eq!(flood.iter().filter(|place| !gone(place)).count(), 40);
        // Whoever does not read goes before that, wherever he is.
        class[0].waits();
        clock.pass(Duration::from_secs(2));
        let _newcomer = table.enter(Some(address(3))).unwrap();
        let gone: Vec<bool> = class.iter().map(gone).collect();
        assert!(gone[0] && gone.iter().filter(|gone| **gone).count() == 1);
    }

    #[test]
    fn behind_a_proxy_only_the_whole_counts() {
        let (table, clock) = table(limits(20, 2));
        let places: Vec<Place> = (0..20).map(|_| table.enter(None).unwrap()).collect();
        assert!(places.iter().all(|place| !gone(place)));
        clock.pass(Duration::from_secs(1));
        let _newcomer = table.enter(None).unwrap();
        assert_eq!(places.iter().filter(|place| gone(place)).count(), 1);
    }

    #[test]
    fn a_place_is_free_again_when_its_connection_ends() {
        let (table, _) = table(limits(2, 2));
        for _ in 0..100 {
            let one = table.enter(Some(address(1))).unwrap();
            let two = table.enter(Some(address(1))).unwrap();
            drop((one, two));
        }
        let open = table.open();
        assert!(open.rows.is_empty() && open.of.is_empty() && open.within.is_empty());
    }
}
