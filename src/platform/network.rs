//! The way to the server of this app. Its address is the page's own on the web, and fixed when the app is built
//! elsewhere; developers may name another one in the environment. Nothing scanned, typed or installed can.

use crate::core::Handle;
use crate::core::courier::Courier;
use crate::sync::http::Http;
use std::rc::Rc;

#[cfg(not(target_arch = "wasm32"))]
use super::native::network::{gzip, server};
#[cfg(target_arch = "wasm32")]
use super::web::network::{gzip, server};

/// A courier to the server, if this build has one.
#[must_use]
pub fn courier(core: &Handle) -> Option<Courier> {
    let base = server()?;
    match Http::new(&base, gzip) {
        Ok(http) => Some(Courier::new(core.clone(), Rc::new(http), dice)),
        Err(error) => {
            tracing::warn!(%error, "the network cannot be used");
            None
        }
    }
}

/// Where the server is, for links that lead to it from another device: `https://example.org`.
#[must_use]
pub fn server_address() -> Option<String> {
    server()
}

fn dice() -> u32 {
    let (high, _) = uuid::Uuid::new_v4().as_u64_pair();
    u32::try_from(high >> 32).unwrap_or(0)
}
