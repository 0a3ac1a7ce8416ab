//! What differs between servers.

use super::super::clock::{Clock, SystemClock};
use super::super::connections::ConnectionLimits;
use super::flow::Flow;
use super::guesses::{GuessLimit, GuessLimits};
use super::rate::Rate;
use crate::server::exchange::{Allowance, Quotas};
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
    /// Wrong codes, cards and bearers.
    pub guesses: GuessLimits,
    /// How many connections there may be, and how slow they may be.
    pub connections: ConnectionLimits,
    /// What may be stored in all.
    pub quotas: Quotas,
    /// What one device may add over time.
    pub device_flow: Flow,
    /// What one address may add over time.
    pub address_flow: Flow,
}

const MIB: u64 = 1024 * 1024;
/// As long as a code is worth something.
const QUARTER_OF_AN_HOUR: Duration = Duration::from_secs(15 * 60);

/// What a device may guess wrong: she misreads a word, and the code had ended when she came back.
const OF_DEVICE: usize = 5;
/// Thirty tablets of a class, each with all it may get wrong.
const OF_ADDRESS: usize = 30 * OF_DEVICE;
const OF_NETWORK: usize = 4 * OF_ADDRESS;
/// Against 2³² codes: one chance in 715,000 for each code, as long as it lives.
const OF_ALL: usize = 10 * OF_NETWORK;

const GUESSES: GuessLimit = GuessLimit {
    device: OF_DEVICE,
    address: OF_ADDRESS,
    network: OF_NETWORK,
    all: OF_ALL,
    within: QUARTER_OF_AN_HOUR,
};

/// Nobody finds one of 2²⁵⁶. After a backup was put back, half a country's devices may be unknown at once, and each must
/// hear that it has to enrol again.
const BEARERS: GuessLimit = GuessLimit {
    all: 100 * OF_NETWORK,
    ..GUESSES
};

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
            guesses: GuessLimits {
                code: GUESSES,
                card: GUESSES,
                bearer: BEARERS,
            },
            connections: ConnectionLimits::default(),
            quotas: Quotas::default(),
            device_flow: Flow {
                at_once: Allowance {
                    bytes: 8 * MIB,
                    ids: 128,
                },
                an_hour: Allowance { bytes: MIB, ids: 60 },
            },
            address_flow: Flow {
                at_once: Allowance {
                    bytes: 24 * MIB,
                    ids: 1_000,
                },
                an_hour: Allowance {
                    bytes: 8 * MIB,
                    ids: 3_600,
                },
            },
        }
    }
}

impl Settings {
    /// With limits that nobody meets, for measurements and long tests.
    #[must_use]
    pub fn without_limits() -> Self {
        let much = Rate::new(u32::MAX, Duration::from_nanos(1));
        let guesses = GuessLimit {
            device: usize::MAX,
            address: usize::MAX,
            network: usize::MAX,
            all: usize::MAX,
            within: Duration::from_nanos(1),
        };
        Self {
            device: much,
            address: much,
            enrolments: much,
            guesses: GuessLimits {
                code: guesses,
                card: guesses,
                bearer: guesses,
            },
            device_flow: Flow::ANY,
            address_flow: Flow::ANY,
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
                "A device may guess {} codes wrong in {} minutes, an address {}, a network {}, and all together {}.",
                settings.guesses.code.device,
                settings.guesses.code.within.as_secs() / 60,
                settings.guesses.code.address,
                settings.guesses.code.network,
                settings.guesses.code.all,
            ),
            format!(
                "Of bearers, {} are looked up in all.",
                settings.guesses.bearer.all
            ),
            format!(
                "one chance in {} for each code,",
                (1_u64 << 32) / u64::try_from(settings.guesses.code.all).unwrap() / 1000 * 1000
            ),
            format!(
                "| connections of an address | {} |",
                settings.connections.of_address
            ),
            format!(
                "| a client that does not take what it asked for | {} s; it takes {} bytes a second at least |",
                settings.connections.patience.as_secs(),
                settings.connections.least_rate
            ),
        ];
        let mib = |bytes: u64| bytes / super::MIB;
        let quotas = settings.quotas;
        let added = |who: &str, flow: super::Flow| {
            format!(
                "| added by {who} | {} MiB and {} new share ids at once, then {} MiB and {} an hour |",
                mib(flow.at_once.bytes),
                flow.at_once.ids,
                mib(flow.an_hour.bytes),
                flow.an_hour.ids
            )
        };
        let quotas = [
            format!(
                "| stored of a share | {} events, {} MiB, {} streams, {} devices |",
                quotas.share.events,
                mib(quotas.share.bytes),
                quotas.share.streams,
                quotas.devices_of_share
            ),
            format!(
                "| stored by a device | {} events, {} MiB, {} streams, {} shares |",
                quotas.device.events,
                mib(quotas.device.bytes),
                quotas.device.streams,
                quotas.shares_of_device
            ),
            added("a device", settings.device_flow),
            added("an address", settings.address_flow),
        ];
        for row in rows.into_iter().chain(quotas) {
            assert!(PROTOCOL.contains(&row), "not in the document: {row}");
        }
    }
}
