//! The limits of this server.

use super::super::address::{Address, Network};
use super::flow::Flows;
use super::guesses::Guesses;
use super::rate::{Limiter, Rate, Wait};
use super::settings::Settings;
use crate::server::clock::Clock;
use crate::server::exchange::Refusal;
use crate::server::storage::DeviceKey;
use crate::sync::wire::ProblemCode;
use std::sync::Arc;

/// A network may do so many times what one of its addresses may.
const ADDRESSES_OF_A_NETWORK: u32 = 4;

/// A rate for each address, and one for each network: who is given a whole network has thousands of addresses to come
/// from.
pub(super) struct FromWhere {
    address: Limiter<Address>,
    network: Limiter<Network>,
}

impl FromWhere {
    fn new(rate: Rate, clock: &Arc<dyn Clock>) -> Self {
        let of_network = Rate::new(
            rate.at_once.saturating_mul(ADDRESSES_OF_A_NETWORK),
            rate.every / ADDRESSES_OF_A_NETWORK,
        );
        Self {
            address: Limiter::new(rate, clock),
            network: Limiter::new(of_network, clock),
        }
    }

    /// Counts one; an error says how long to wait.
    pub(super) fn count(&self, address: Address) -> Result<(), Wait> {
        self.address.count(&address)?;
        self.network.count(&address.network())
    }
}

/// Everything that is counted.
pub(super) struct Limits {
    pub(super) device: Limiter<DeviceKey>,
    pub(super) address: FromWhere,
    pub(super) enrolments: FromWhere,
    pub(super) guesses: Guesses,
    pub(super) device_flow: Flows<DeviceKey>,
    pub(super) address_flow: Flows<Address>,
}

impl Limits {
    pub(super) fn new(settings: &Settings) -> Self {
        let clock = &settings.clock;
        Self {
            device: Limiter::new(settings.device, clock),
            address: FromWhere::new(settings.address, clock),
            enrolments: FromWhere::new(settings.enrolments, clock),
            guesses: Guesses::new(settings.guesses, clock),
            device_flow: Flows::new(settings.device_flow, clock),
            address_flow: Flows::new(settings.address_flow, clock),
        }
    }
}

/// What somebody is told who comes too often.
pub(super) fn too_often(wait: Wait) -> Refusal {
    Refusal {
        retry_after: Some(wait),
        ..Refusal::new(ProblemCode::TooOften, format!("again in {wait} seconds"))
    }
}
