//! The pure rules of the product: no input or output, no screen, no database.
//!
//! Everything here compiles for every target (and into the build script, which
//! checks content with the very same types). Nothing here imports another room.

pub mod consent;
pub mod day;
pub mod event;
pub mod ids;
pub mod iso_date;
pub mod learner;
pub mod letters;
pub mod name;
pub mod practice;
pub mod progress;
pub mod retention;
pub mod review;
pub mod screen;
pub mod tutorial;
