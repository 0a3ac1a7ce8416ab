//! Who is next: a fair queue before the one writer.
//!
//! Whoever used the database least of late comes first ("least attained service": Rai, Urvoy-Keller, Biersack 2003),
//! so that one who asks for much, or much at a time, waits for himself and not the others for him. Among those who
//! used about as much, first come is first served.

use super::super::{Job, Payer, Result, StorageError};
use super::now;
use std::collections::{HashMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Pieces of work that may wait. More are refused: devices try again later, and memory stays bounded.
const WAITING: usize = 512;
/// Of one payer.
const WAITING_OF_ONE: usize = 64;
/// What was used counts half after this time.
const HALF_LIFE: Duration = Duration::from_secs(2);
/// Whoever used less than this is as good as new.
const SMALL_MICROS: u64 = 2_000;
/// Whoever waited longer than this has a turn, however much he used.
const LONGEST_WAIT: Duration = Duration::from_secs(2);
/// But not more than one in this time: the others are not to wait for many who asked for much.
const BETWEEN_OVERDUE: Duration = Duration::from_millis(250);
/// From so many payers on, those who have been quiet are forgotten.
const TIDY_FROM: usize = 1_024;

/// Work, and where its answer goes.
pub(super) struct Piece {
    pub payer: Payer,
    pub job: Job,
    pub done: oneshot::Sender<Result<()>>,
    since: Instant,
    ticket: u64,
}

/// What somebody used of late.
#[derive(Debug, Clone, Copy)]
struct Used {
    micros: u64,
    at: Instant,
}

impl Used {
    fn left(self, now: Instant) -> u64 {
        let halvings = now.saturating_duration_since(self.at).as_millis() / HALF_LIFE.as_millis();
        let halvings = u32::try_from(halvings).unwrap_or(u32::MAX);
        self.micros.checked_shr(halvings).unwrap_or(0)
    }
}

#[derive(Default)]
struct Inner {
    waiting: HashMap<Payer, VecDeque<Piece>>,
    count: usize,
    used: HashMap<Payer, Used>,
    tickets: u64,
    closed: bool,
    /// When somebody overdue had his turn.
    last_overdue: Option<Instant>,
    /// The writer does something meanwhile that it can do later.
    interruptible: Option<rusqlite::InterruptHandle>,
}

/// The queue.
#[derive(Default)]
pub(super) struct Queue {
    inner: Mutex<Inner>,
    arrived: Condvar,
}

impl std::fmt::Debug for Queue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Queue").finish_non_exhaustive()
    }
}

/// What came of waiting for work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// There is some.
    Work,
    /// None came in time.
    Nothing,
    /// There is none, and none will come.
    Closed,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets work wait, unless too much does already.
    pub(super) fn push(&self, payer: Payer, job: Job, done: oneshot::Sender<Result<()>>) -> Result<()> {
        let mut inner = self.lock();
        if inner.closed {
            return Err(StorageError::Stopped);
        }
        let of_one = inner.waiting.get(&payer).map_or(0, VecDeque::len);
        if inner.count >= WAITING || of_one >= WAITING_OF_ONE {
            return Err(StorageError::Busy);
        }
        let ticket = inner.tickets;
        inner.tickets += 1;
        inner.count += 1;
        let piece = Piece {
            payer,
            job,
            done,
            since: now(),
            ticket,
        };
        inner.waiting.entry(payer).or_default().push_back(piece);
        if let Some(chore) = &inner.interruptible {
            chore.interrupt();
        }
        drop(inner);
        self.arrived.notify_one();
        Ok(())
    }

    /// No more work is taken; what waits is still done.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.arrived.notify_all();
    }

    /// Waits until there is work, but not beyond `until`.
    pub(super) fn wait(&self, until: Option<Instant>) -> Arrival {
        let mut inner = self.lock();
        loop {
            if inner.count > 0 {
                return Arrival::Work;
            }
            if inner.closed {
                return Arrival::Closed;
            }
            inner = match until.map(|until| until.saturating_duration_since(now())) {
                None => self.arrived.wait(inner).unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) => return Arrival::Nothing,
                Some(rest) => {
                    let waited = self.arrived.wait_timeout(inner, rest);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    /// The piece that waited longest, if that is too long for anybody.
    pub(super) fn overdue(&self) -> Option<Piece> {
        let mut inner = self.lock();
        let now = now();
        let passed = |since: Instant| now.saturating_duration_since(since);
        if inner
            .last_overdue
            .is_some_and(|last| passed(last) < BETWEEN_OVERDUE)
        {
            return None;
        }
        let fronts = inner.waiting.values().filter_map(VecDeque::front);
        let oldest = fronts.min_by_key(|piece| piece.ticket)?;
        if passed(oldest.since) < LONGEST_WAIT {
            return None;
        }
        let payer = oldest.payer;
        inner.last_overdue = Some(now);
        inner.take(payer)
    }

    /// The next one.
    pub(super) fn next(&self) -> Option<Piece> {
        let mut inner = self.lock();
        let now = now();
        let used = &inner.used;
        let class = |payer: &Payer| {
            let micros = used.get(payer).map_or(0, |used| used.left(now));
            (micros / SMALL_MICROS).checked_ilog2().map_or(0, |log| log + 1)
        };
        let fronts = inner.waiting.iter().filter_map(|(payer, pieces)| {
            let front = pieces.front()?;
            Some((class(payer), front.ticket, *payer))
        });
        let (_, _, payer) = fronts.min_by_key(|(class, ticket, _)| (*class, *ticket))?;
        inner.take(payer)
    }

    /// Notes what a piece took.
    pub(super) fn charge(&self, payer: Payer, took: Duration) {
        let mut inner = self.lock();
        let now = now();
        if inner.used.len() >= TIDY_FROM && !inner.used.contains_key(&payer) {
            inner.used.retain(|_, used| used.left(now) >= SMALL_MICROS / 2);
        }
        let before = inner.used.get(&payer).map_or(0, |used| used.left(now));
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let used = Used {
            micros: before.saturating_add(micros),
            at: now,
        };
        inner.used.insert(payer, used);
    }

    /// Does something that gives way as soon as there is work: a statement that this handle interrupts. `None` if
    /// there is work already.
    pub(super) fn giving_way<T>(
        &self,
        handle: rusqlite::InterruptHandle,
        chore: impl FnOnce() -> T,
    ) -> Option<T> {
        {
            let mut inner = self.lock();
            if inner.count > 0 {
                return None;
            }
            inner.interruptible = Some(handle);
        }
        let done = chore();
        // Under the lock, so that no later statement is interrupted instead.
        self.lock().interruptible = None;
        Some(done)
    }
}

impl Inner {
    fn take(&mut self, payer: Payer) -> Option<Piece> {
        let pieces = self.waiting.get_mut(&payer)?;
        let piece = pieces.pop_front()?;
        if pieces.is_empty() {
            self.waiting.remove(&payer);
        }
        self.count -= 1;
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::storage::Outcome;

    fn push(queue: &Queue, payer: u64) -> Result<()> {
        queue.push(Payer(payer), Box::new(|_| Outcome::Keep), oneshot::channel().0)
    }

    fn order(queue: &Queue) -> Vec<u64> {
        std::iter::from_fn(|| queue.next())
            .map(|piece| piece.payer.0)
            .collect()
    }

    #[test]
    fn first_come_first_served_as_long_as_nobody_used_much() {
        let queue = Queue::default();
        for payer in [3, 1, 2, 1] {
            push(&queue, payer).unwrap();
        }
        queue.charge(Payer(3), Duration::from_micros(1_500));
        assert_eq!(order(&queue), [3, 1, 2, 1]);
    }

    #[test]
    fn who_used_much_waits_for_those_who_used_little() {
        let queue = Queue::default();
        for payer in [1, 1, 1, 2, 3, 2] {
            push(&queue, payer).unwrap();
        }
        queue.charge(Payer(1), Duration::from_millis(40));
        queue.charge(Payer(2), Duration::from_millis(5));
        assert_eq!(order(&queue), [3, 2, 2, 1, 1, 1]);
    }

    #[test]
    fn one_payer_does_not_fill_the_queue_for_all() {
        let queue = Queue::default();
        let taken = (0..WAITING).filter(|_| push(&queue, 1).is_ok()).count();
        assert_eq!(taken, WAITING_OF_ONE);
        assert_eq!(push(&queue, 2), Ok(()));
        queue.close();
        assert_eq!(push(&queue, 3), Err(StorageError::Stopped));
        assert_eq!(queue.wait(None), Arrival::Work);
        assert_eq!(order(&queue).len(), WAITING_OF_ONE + 1);
        assert_eq!(queue.wait(None), Arrival::Closed);
    }
}
