//! How progress travels: what is said between a device and the server, and how a device checks that both mean the
//! same events. `docs/sync-protocol.md` is the specification; the examples in it are tests of this room.

pub mod answer;
pub mod digest;
#[cfg(all(feature = "ui", not(target_arch = "wasm32")))]
pub mod http;
pub mod pace;
pub mod secret;
pub mod spoken;
pub mod transport;
pub mod wire;
