//! A native app's way to its server.

use crate::core::Handle;
use crate::core::courier::Courier;
use crate::platform::network::dice;
use crate::sync::http::Http;
use std::rc::Rc;

/// Names another server; for developers.
pub const SERVER_VARIABLE: &str = "CUNG_TIEN_SERVER";

/// A courier to the server, if this build has one.
#[must_use]
pub fn courier(core: &Handle) -> Option<Courier> {
    match Http::new(&server_address()?) {
        Ok(http) => Some(Courier::new(core.clone(), Rc::new(http), dice)),
        Err(error) => {
            tracing::warn!(%error, "the network cannot be used");
            None
        }
    }
}

/// The address given when the app was built, unless a developer names another one now: `https://example.org`.
#[must_use]
pub fn server_address() -> Option<String> {
    choose(
        std::env::var(SERVER_VARIABLE).ok(),
        option_env!("CUNG_TIEN_SERVER"),
    )
}

/// Beyond this very machine only HTTPS: her results are never readable on their way.
fn choose(named: Option<String>, built: Option<&str>) -> Option<String> {
    named.or_else(|| built.map(str::to_owned)).filter(|address| {
        let Some(host) = address.strip_prefix("http://") else {
            return address.starts_with("https://");
        };
        ["localhost", "127.0.0.1", "[::1]"]
            .iter()
            .filter_map(|near| host.strip_prefix(near))
            .any(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    })
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn the_address_is_the_build_s_unless_a_developer_names_another() {
        let built = Some("https://cung-tien.example");
        assert_eq!(choose(None, built).as_deref(), built);
        let named = "http://127.0.0.1:8080".to_owned();
        assert_eq!(choose(Some(named.clone()), built), Some(named));
        assert_eq!(choose(None, None), None);
    }

    #[test]
    fn beyond_this_machine_nothing_goes_out_readable() {
        for near in [
            "http://localhost:8080",
            "http://[::1]:1",
            "http://127.0.0.1",
            "https://x.example",
        ] {
            assert!(choose(Some(near.into()), None).is_some(), "{near}");
        }
        for far in [
            "http://x.example",
            "http://localhost.x.example",
            "http://192.168.1.5:8080",
            "ftp://x",
            "",
        ] {
            assert_eq!(choose(Some(far.into()), None), None, "{far}");
        }
    }
}
