//! What one connection tells the table, and when it may give way to another.

use futures_util::task::AtomicWaker;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Whose client takes nothing for so long does not want it. Those give way first.
const STALLED: Duration = Duration::from_secs(1);
/// A connection that moved something within this time is busy, and does not give way.
const BUSY: Duration = Duration::from_millis(250);
/// On one that has said nothing yet, less is lost.
const SILENT: Duration = Duration::from_millis(50);
/// Nor does one give way whose client does not take at once what it asked for: it may be far away. But a crowd that
/// never reads comes within moments, and the next who comes wants an answer.
const FAR: Duration = Duration::from_millis(10);

/// What a connection tells of itself.
#[derive(Debug)]
pub(super) struct State {
    pub(super) must_go: AtomicBool,
    /// Whether it waits for its client to take something.
    pub(super) waits: AtomicBool,
    /// Whether its client ever said anything.
    pub(super) spoke: AtomicBool,
    /// Bytes its client took since the table was looked through.
    pub(super) taken: AtomicU64,
    /// When it last moved anything, in milliseconds of the server's running time.
    moved: AtomicU64,
    pub(super) waker: AtomicWaker,
}

/// In which order connections give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    DoesNotRead,
    Rests,
    ReadsSlowly,
}

impl State {
    /// Of one that has just come.
    pub(super) const fn at(now: Duration) -> Self {
        Self {
            must_go: AtomicBool::new(false),
            waits: AtomicBool::new(false),
            spoke: AtomicBool::new(false),
            taken: AtomicU64::new(0),
            moved: AtomicU64::new(millis(now)),
            waker: AtomicWaker::new(),
        }
    }

    /// Whether it may give way, how soon among others, and since when it moved nothing.
    pub(super) fn may_go(&self, now: Duration) -> Option<(Rank, Duration)> {
        let moved = Duration::from_millis(self.moved.load(Ordering::Relaxed));
        let waits = self.waits.load(Ordering::Relaxed);
        let (rank, after) = if waits && moved + STALLED <= now {
            (Rank::DoesNotRead, STALLED)
        } else if waits {
            (Rank::ReadsSlowly, FAR)
        } else if self.spoke.load(Ordering::Relaxed) {
            (Rank::Rests, BUSY)
        } else {
            (Rank::Rests, SILENT)
        };
        (moved + after <= now).then_some((rank, moved))
    }

    pub(super) fn moved(&self, now: Duration) {
        self.moved.store(millis(now), Ordering::Relaxed);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "five hundred million years")]
const fn millis(time: Duration) -> u64 {
    time.as_millis() as u64
}
