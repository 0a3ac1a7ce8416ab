//! The limits of this server, and from which address somebody asks.

use super::flow::Flows;
use super::rate::{Limiter, Tried, Wait};
use super::settings::Settings;
use crate::server::exchange::Refusal;
use crate::server::storage::DeviceKey;
use crate::sync::wire::ProblemCode;
use axum::extract::{ConnectInfo, Request};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// One address. Of the newer kind, a household is given 2⁶⁴; they count as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Address(IpAddr);

impl Address {
    fn new(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self(address.into()),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Self(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into())
            }
        }
    }

    /// Who sent a request.
    pub(super) fn of(request: &Request, behind_proxy: bool) -> Self {
        let forwarded = || {
            let headers = request.headers().get_all("x-forwarded-for");
            let last = headers.iter().next_back()?.to_str().ok()?.rsplit(',').next()?;
            last.trim().parse().ok()
        };
        let peer = || request.extensions().get::<ConnectInfo<SocketAddr>>();
        let named = if behind_proxy { forwarded() } else { None };
        let address = named.or_else(|| peer().map(|peer| peer.0.ip()));
        Self::new(address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
    }
}

/// Everything that is counted.
pub(super) struct Limits {
    pub(super) device: Limiter<DeviceKey>,
    pub(super) address: Limiter<Address>,
    pub(super) enrolments: Limiter<Address>,
    pub(super) device_tries: Tried<DeviceKey>,
    pub(super) address_tries: Tried<Address>,
    pub(super) device_flow: Flows<DeviceKey>,
    pub(super) address_flow: Flows<Address>,
}

impl Limits {
    pub(super) fn new(settings: &Settings) -> Self {
        let clock = &settings.clock;
        Self {
            device: Limiter::new(settings.device, clock),
            address: Limiter::new(settings.address, clock),
            enrolments: Limiter::new(settings.enrolments, clock),
            device_tries: Tried::new(settings.device_tries, clock),
            address_tries: Tried::new(settings.address_tries, clock),
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn from(peer: &str, forwarded: &[&str]) -> Request {
        let mut request = Request::builder();
        for value in forwarded {
            request = request.header("x-forwarded-for", *value);
        }
        let peer: SocketAddr = peer.parse().unwrap();
        request.extension(ConnectInfo(peer)).body(Body::empty()).unwrap()
    }

    #[test]
    fn what_a_client_writes_into_the_header_counts_only_behind_a_proxy_and_only_its_last_word() {
        let request = from("203.0.113.7:999", &["198.51.100.1", "198.51.100.2, 198.51.100.3"]);
        assert_eq!(
            Address::of(&request, false),
            Address("203.0.113.7".parse().unwrap())
        );
        assert_eq!(
            Address::of(&request, true),
            Address("198.51.100.3".parse().unwrap())
        );
        let nonsense = from("203.0.113.7:999", &["unknown"]);
        assert_eq!(
            Address::of(&nonsense, true),
            Address("203.0.113.7".parse().unwrap())
        );
    }

    #[test]
    fn a_household_is_one_address() {
        let one = Address::of(&from("[2001:db8:1:2:3::4]:1", &[]), false);
        let other = Address::of(&from("[2001:db8:1:2:ffff::]:1", &[]), false);
        assert_eq!(one, other);
        let mapped = Address::of(&from("[::ffff:203.0.113.7]:1", &[]), false);
        assert_eq!(mapped, Address("203.0.113.7".parse().unwrap()));
    }
}
