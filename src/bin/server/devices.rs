//! `cung-tien-server devices …`: for operators.

use anyhow::bail;
use clap::Subcommand;
use cung_tien::domain::ids::{DeviceId, ShareId};
use cung_tien::server::storage::{DatabaseAddress, DeviceFacts};
use std::fmt::Write as _;
use std::io::Write as _;

/// What can be done with devices.
#[derive(Subcommand)]
pub(crate) enum Devices {
    /// Show devices, those that keep most first
    ///
    /// Nobody's name is in it: the server knows none. A device that stores far more than a learner can, or one that is
    /// named in a family's list of devices, is found by its id.
    List {
        /// Only those of this share
        #[arg(long, value_name = "ID")]
        share: Option<ShareId>,
        /// How many at most
        #[arg(long, default_value_t = 50)]
        most: u32,
    },
    /// Lock a device out: it is refused from its next request on, and what it sent stays
    Revoke {
        /// As `list` shows it
        device: DeviceId,
    },
    /// Let a device in again
    Restore {
        /// As `list` shows it
        device: DeviceId,
    },
}

/// Does it and says what was done.
pub(crate) fn carry_out(asked: &Devices, database: &DatabaseAddress) -> anyhow::Result<()> {
    let text = match asked {
        Devices::List { share, most } => table(&database.devices(*share, *most)?),
        Devices::Revoke { device } => revoke(database, *device, true)?,
        Devices::Restore { device } => revoke(database, *device, false)?,
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

fn revoke(database: &DatabaseAddress, device: DeviceId, revoked: bool) -> anyhow::Result<String> {
    if !database.revoke(device, revoked)? {
        bail!("there is no device {device} in {database}");
    }
    let done = if revoked {
        "is locked out"
    } else {
        "is let in again"
    };
    Ok(format!("{device} {done}\n"))
}

/// One row for each, for people and for `awk`.
fn table(devices: &[DeviceFacts]) -> String {
    let mut text = format!(
        "{:<36}  {:<10}  {:<7}  {:>6}  {:>8}  {:>10}\n",
        "device", "enrolled", "state", "shares", "events", "bytes"
    );
    for device in devices {
        let enrolled = cung_tien::domain::day::LearningDay(device.enrolled).date();
        let enrolled = enrolled.map_or_else(|| device.enrolled.to_string(), |date| date.to_string());
        let state = if device.revoked { "revoked" } else { "in" };
        // Writing into a text cannot fail.
        let _ = writeln!(
            text,
            "{:<36}  {enrolled:<10}  {state:<7}  {:>6}  {:>8}  {:>10}",
            device.device.to_string(),
            device.shares,
            device.events,
            device.bytes
        );
    }
    text
}
