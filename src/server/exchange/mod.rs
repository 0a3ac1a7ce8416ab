//! The rules of `docs/sync-protocol.md`, over whatever database there is: no HTTP, no SQL, no clock.

mod access;
mod account;
mod devices;
mod entrance;
mod event;
mod orders;
mod pull;
mod put;
mod quotas;
mod refusal;
mod segment;
mod sync;
mod work;

use crate::sync::secret::SecretHash;

pub use devices::{enrol, known, list, remove, renew_claim, revoke};
pub use entrance::{create_code, recover, redeem};
pub use quotas::{Allowance, Quotas};
pub use refusal::{Failure, Refusal};
pub use segment::{MAX_PACKED_BYTES, Segment};
pub use sync::{Terms, sync, sync_within};
pub use work::Work;
pub(in crate::server) use work::check_version;

const MILLIS_PER_DAY: i64 = 86_400_000;

/// When something happens, by the server's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Milliseconds since 1970 in UTC.
    pub millis: i64,
}

impl Moment {
    /// Days since 1970 in UTC.
    #[must_use]
    pub fn day(self) -> i32 {
        i32::try_from(self.millis.div_euclid(MILLIS_PER_DAY)).unwrap_or_default()
    }
}

/// Whether two hashes of secrets are the same, without telling by the time it takes where they differ.
fn same(one: &SecretHash, other: &SecretHash) -> bool {
    let differences = one.iter().zip(other).fold(0, |found, (a, b)| found | (a ^ b));
    std::hint::black_box(differences) == 0
}
