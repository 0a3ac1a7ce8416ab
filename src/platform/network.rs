//! The way to the server of this app. Its address is the page's own on the web, and fixed when the app is built
//! elsewhere; developers may name another one in the environment. Nothing scanned, typed or installed can.

#[cfg(not(target_arch = "wasm32"))]
pub use super::native::network::{courier, server_address};
#[cfg(target_arch = "wasm32")]
pub use super::web::network::{courier, server_address};

/// Random numbers for the pauses.
pub(super) fn dice() -> u32 {
    let (high, _) = uuid::Uuid::new_v4().as_u64_pair();
    u32::try_from(high >> 32).unwrap_or(0)
}
