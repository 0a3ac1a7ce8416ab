//! From where somebody asks: what counts as one household, and what as one network.

use axum::extract::{ConnectInfo, Request};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// One address. Of the newer kind, a household is given 2⁶⁴ (a /64); they count as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::server) struct Address(IpAddr);

/// The addresses that one customer of a provider, or one small provider, is given: a /48, of the older kind a /24.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::server) struct Network(IpAddr);

impl Address {
    pub(in crate::server) fn new(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self(address.into()),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Self(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into())
            }
        }
    }

    /// Who sent a request.
    pub(in crate::server) fn of(request: &Request, behind_proxy: bool) -> Self {
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

    /// The network it is in.
    pub(in crate::server) fn network(self) -> Network {
        match self.0 {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                Network(Ipv4Addr::new(a, b, c, 0).into())
            }
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                Network(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0).into())
            }
        }
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

    fn address(text: &str) -> Address {
        Address::new(text.parse().unwrap())
    }

    #[test]
    fn what_a_client_writes_into_the_header_counts_only_behind_a_proxy_and_only_its_last_word() {
        let request = from("203.0.113.7:999", &["198.51.100.1", "198.51.100.2, 198.51.100.3"]);
        assert_eq!(Address::of(&request, false), address("203.0.113.7"));
        assert_eq!(Address::of(&request, true), address("198.51.100.3"));
        let nonsense = from("203.0.113.7:999", &["unknown"]);
        assert_eq!(Address::of(&nonsense, true), address("203.0.113.7"));
    }

    #[test]
    fn a_household_is_one_address() {
        let one = Address::of(&from("[2001:db8:1:2:3::4]:1", &[]), false);
        let other = Address::of(&from("[2001:db8:1:2:ffff::]:1", &[]), false);
        assert_eq!(one, other);
        assert_ne!(one, address("2001:db8:1:3::4"));
        let mapped = Address::of(&from("[::ffff:203.0.113.7]:1", &[]), false);
        assert_eq!(mapped, address("203.0.113.7"));
    }

    #[test]
    fn a_network_is_what_one_customer_may_be_given() {
        let network = |text: &str| address(text).network();
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:ffff::9"));
        assert_ne!(network("2001:db8:1::1"), network("2001:db8:2::1"));
        assert_eq!(network("203.0.113.7"), network("203.0.113.250"));
        assert_ne!(network("203.0.113.7"), network("203.0.114.7"));
        assert_eq!(network("::ffff:203.0.113.7"), network("203.0.113.8"));
    }
}
