//! What differs between servers.

use super::super::clock::{Clock, SystemClock};
use super::rate::{Rate, Tries};
use std::sync::Arc;
use std::time::Duration;

/// How the server behaves. The numbers are those of the protocol unless a test needs others.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The server's clock.
    pub clock: Arc<dyn Clock>,
    /// Newest content pack the server knows.
    pub pack: u32,
    /// There is a proxy in front, which names the real address last in `X-Forwarded-For`. Without one, anybody could
    /// write there what he likes.
    pub behind_proxy: bool,
    /// How long a client may take to say what it wants.
    pub headers_within: Duration,
    /// How long a body may take.
    pub body_within: Duration,
    /// Requests of one device.
    pub device: Rate,
    /// Requests of one address; a whole class shares one.
    pub address: Rate,
    /// New devices of one address.
    pub enrolments: Rate,
    /// Codes and cards that one device may try.
    pub device_tries: Tries,
    /// Codes and cards that one address may try.
    pub address_tries: Tries,
}

const QUARTER_OF_AN_HOUR: Duration = Duration::from_secs(15 * 60);

impl Default for Settings {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock::start()),
            pack: 0,
            behind_proxy: false,
            headers_within: Duration::from_secs(15),
            body_within: Duration::from_secs(20),
            device: Rate::new(30, Duration::from_secs(2)),
            address: Rate::new(600, Duration::from_nanos(1_000_000_000 / 30)),
            enrolments: Rate::new(60, Duration::from_secs(10)),
            device_tries: Tries::new(5, QUARTER_OF_AN_HOUR),
            address_tries: Tries::new(60, QUARTER_OF_AN_HOUR),
        }
    }
}

impl Settings {
    /// With limits that nobody meets, for measurements and long tests.
    #[must_use]
    pub fn without_limits() -> Self {
        let much = Rate::new(u32::MAX, Duration::from_nanos(1));
        let tries = Tries::new(usize::MAX, Duration::from_nanos(1));
        Self {
            device: much,
            address: much,
            enrolments: much,
            device_tries: tries,
            address_tries: tries,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    const PROTOCOL: &str = include_str!("../../../docs/sync-protocol.md");

    /// The numbers of the document are those of a server that is told nothing else.
    #[test]
    fn the_document_says_what_the_server_does() {
        let settings = Settings::default();
        let rows = [
            format!(
                "| time for headers, for a body | {} s, {} s |",
                settings.headers_within.as_secs(),
                settings.body_within.as_secs()
            ),
            format!(
                "| requests of a device | {} at once, then one every {} s |",
                settings.device.at_once,
                settings.device.every.as_secs()
            ),
            format!(
                "| requests of an address (a whole class shares one) | {} at once, then {} a second |",
                settings.address.at_once,
                1_000_000_000 / settings.address.every.as_nanos()
            ),
            format!(
                "| new devices of an address | {} at once, then one every {} s |",
                settings.enrolments.at_once,
                settings.enrolments.every.as_secs()
            ),
            format!(
                "A device may try {} codes or cards in {} minutes, an address {};",
                settings.device_tries.most,
                settings.device_tries.within.as_secs() / 60,
                settings.address_tries.most
            ),
        ];
        for row in rows {
            assert!(PROTOCOL.contains(&row), "not in the document: {row}");
        }
    }
}
