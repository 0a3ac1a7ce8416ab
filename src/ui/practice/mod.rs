//! Simulated screens: drawn from a tutorial's data, answering to nothing but the tap.
//!
//! No words of ours are in here: labels are in the tutorial, the rest comes from the caller.

mod context;
mod elements;
mod entry_view;
mod geometry;
mod key_grid;
mod keys;
mod sample;
mod screen;
mod scroll;
mod target;

pub use context::{SimKey, SimLabels, SimState, SimTap};
pub use entry_view::EntryView;
pub use keys::{Keys, KeysLabels};
pub use screen::SimScreen;
