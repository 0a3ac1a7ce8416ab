//! One run through a tutorial, as a pure state machine.
//!
//! The screen sends an [`Input`]; [`apply`] answers with the next [`Run`] and the [`Effect`]s to carry out.
//! There is no clock, no screen and no storage in here. A step counts as done only when the storage says so:
//! the machine waits in [`Phase::Saving`] for [`Input::Saved`], so what the learner sees as done is committed.

mod apply;
mod entry;
mod run;
#[cfg(test)]
mod tests;

pub use apply::apply;
pub use entry::{Entry, is_number, keys_for};
pub use run::{Effect, Feedback, Input, Mode, Phase, Plan, PlanStep, Run, Tally, Tap};

/// Input is ignored this long after the screen changes, so that a second tap of a trembling hand does nothing.
pub const QUIET_MILLIS: u64 = 500;

/// A tap this close to the target, in CSS pixels, is "gần đúng" and never counted.
pub const NEAR_PIXELS: f64 = 24.0;

/// Misses on one step after which a nudge in words is given.
pub const MISSES_TO_NUDGE: u8 = 2;

/// Misses on one step after which the target shows itself.
pub const MISSES_TO_SHOW: u8 = 3;
