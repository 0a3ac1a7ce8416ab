//! What is built into the app.

use crate::domain::day::LearningDay;

/// The content pack of this build.
pub const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.json"));

/// Name of this build.
pub const BUILD: &str = env!("CUNG_TIEN_BUILD_ID");

/// The day this build was made.
#[must_use]
pub fn built_on() -> LearningDay {
    LearningDay(env!("CUNG_TIEN_BUILT_ON").parse().unwrap_or(0))
}
