//! The table of connections, and its rules. No sockets, and time only as it is told: a test can make it run.

use super::super::address::Address;
use super::{ConnectionLimits, descriptors};
use crate::server::clock::Clock;
use futures_util::task::AtomicWaker;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::Waker;
use std::time::Duration;

/// A connection that moved something within this time is busy, and does not give way.
const BUSY: Duration = Duration::from_millis(250);
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
    looked: Duration,
}

#[derive(Debug)]
struct Row {
    address: Option<Address>,
    state: Arc<State>,
    /// What is left of its patience.
    left: Duration,
}

/// What a connection tells of itself.
#[derive(Debug)]
struct State {
    must_go: AtomicBool,
    /// Whether it waits for its client to take something.
    waits: AtomicBool,
    /// Bytes its client took since the table was looked through.
    taken: AtomicU64,
    /// When it last moved anything, in milliseconds of the server's running time.
    moved: AtomicU64,
    waker: AtomicWaker,
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
        if of_address.is_some_and(|count| count >= self.limits.of_address) {
            open.send_away(now, |row| row.address == address)?;
        } else if open.rows.len() >= self.in_all {
            let most = open.heaviest();
            let of_most = open.send_away(now, |row| row.address == most);
            of_most.or_else(|| open.send_away(now, |_| true))?;
        }
        let state = Arc::new(State {
            must_go: AtomicBool::new(false),
            waits: AtomicBool::new(false),
            taken: AtomicU64::new(0),
            moved: AtomicU64::new(millis(now)),
            waker: AtomicWaker::new(),
        });
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
        for number in gone {
            open.close(number);
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
    /// The address with most connections; `None` if they are not told apart.
    fn heaviest(&self) -> Option<Address> {
        self.of
            .iter()
            .max_by_key(|(_, count)| **count)
            .map(|(address, _)| *address)
    }

    /// Of some connections, closes the one that moved nothing for longest; before all others those that wait for
    /// their clients. `None` if all are busy.
    fn send_away(&mut self, now: Duration, among: impl Fn(&Row) -> bool) -> Option<()> {
        let resting = self.rows.iter().filter_map(|(number, row)| {
            let moved = Duration::from_millis(row.state.moved.load(Ordering::Relaxed));
            let rests = among(row) && moved + BUSY <= now;
            let reads = !row.state.waits.load(Ordering::Relaxed);
            rests.then_some((reads, moved, *number))
        });
        let (_, _, number) = resting.min()?;
        self.close(number);
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
        if let Some(address) = row.address
            && let Some(count) = self.of.get_mut(&address)
        {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.of.remove(&address);
            }
        }
        Some(row)
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
        let now = millis(self.table.clock.running());
        self.state.moved.store(now, Ordering::Relaxed);
    }

    /// The client took so much.
    pub(super) fn wrote(&self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.state.taken.fetch_add(bytes, Ordering::Relaxed);
        self.state.waits.store(false, Ordering::Relaxed);
        self.read();
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

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
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
        Address::new([203, 0, 113, last].into())
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
        // The last one moved something later than the second, but does not read.
        places[2].wrote(10);
        places[2].waits();
        clock.pass(Duration::from_secs(1));
        let fourth = table.enter(Some(address(1))).unwrap();
        let fifth = table.enter(Some(address(1))).unwrap();
        let still: Vec<bool> = places.iter().map(|place| !gone(place)).collect();
        assert_eq!(still, [true, false, false]);
        assert!(!gone(&fourth) && !gone(&fifth) && !gone(&other));
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
        assert!(open.rows.is_empty() && open.of.is_empty());
    }
}
