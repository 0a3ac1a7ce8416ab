//! Content packs: what they are made of, how they are checked, how their words become sentences.
//!
//! The build script compiles this very room, so a tutorial that is wrong does not build; the same checks
//! run again on the phone when a pack is installed, and there a broken tutorial is left out and named.

pub mod check;
mod check_structure;
mod check_words;
pub mod pack;
pub mod words;
