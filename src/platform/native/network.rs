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
    let named = std::env::var(SERVER_VARIABLE).ok();
    named
        .or_else(|| option_env!("CUNG_TIEN_SERVER").map(str::to_owned))
        .filter(|address| address.starts_with("https://") || address.starts_with("http://"))
}
