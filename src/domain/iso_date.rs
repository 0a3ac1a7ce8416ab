//! Dates as `2026-11-23`, read and written without the parsers of times and zones that come with the calendar: they
//! were a twentieth of the web app (`docs/decisions/0006-under-900-kilobytes.md`).

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serializer, de};

/// Writes a date.
///
/// # Errors
/// What the format says.
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference; in the build script the lint sees it"
)]
pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text(*date))
}

/// Reads a date.
///
/// # Errors
/// If it is not one.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
    read(&text).ok_or_else(|| de::Error::custom("expected a date such as 2026-11-23"))
}

/// A date as text.
#[must_use]
pub fn text(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
    let mut two = || parts.next().filter(|part| part.len() == 2)?.parse().ok();
    let (month, day) = (two()?, two()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        let date = jiff::civil::date(2026, 2, 28);
        assert_eq!(text(date), "2026-02-28");
        assert_eq!(read("2026-02-28"), Some(date));
        for wrong in [
            "",
            "2026-02-29",
            "2026-2-8",
            "26-02-28",
            "2026-02-28-1",
            "2026-02-28T10:00",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
