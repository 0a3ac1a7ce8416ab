//! How much may be stored.

use crate::server::storage::Usage;

/// What may be stored in all. Nobody who learns comes near it: twenty results a day fill a share in nine years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotas {
    /// Of one share. All of it can be erased with the space that is kept for that.
    pub share: Usage,
    /// By one device, in all its shares.
    pub device: Usage,
    /// Devices that are in a share, or were taken out of it.
    pub devices_of_share: u64,
    /// Shares that a device is in.
    pub shares_of_device: u64,
}

const MIB: u64 = 1024 * 1024;

impl Default for Quotas {
    fn default() -> Self {
        Self {
            share: Usage {
                streams: 256,
                events: 65_536,
                bytes: 8 * MIB,
            },
            device: Usage {
                streams: 1_024,
                events: 262_144,
                bytes: 32 * MIB,
            },
            devices_of_share: 256,
            shares_of_device: 512,
        }
    }
}

/// What may be added, or was: for a device and its address it is counted over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Allowance {
    /// Bytes of events, packed, with their rows.
    pub bytes: u64,
    /// Ids of shares that nobody heard of.
    pub ids: u64,
}

impl Allowance {
    /// As much as one likes.
    pub const ANY: Self = Self {
        bytes: u64::MAX,
        ids: u64::MAX,
    };

    /// What both allow.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            bytes: self.bytes.min(other.bytes),
            ids: self.ids.min(other.ids),
        }
    }
}
