//! What differs between a phone, a browser and a desktop: clock, files, the core's own thread or worker,
//! and the bridge to the web view. The only room in which `unsafe` is allowed, and the only one that knows
//! which shell it is in.

#[cfg(target_os = "android")]
mod android;
#[cfg(feature = "ui")]
pub mod bridge;
pub mod bundled;
pub mod clock;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
#[cfg(feature = "ui")]
pub mod network;
pub mod time;
#[cfg(target_arch = "wasm32")]
pub mod web;
#[cfg(all(any(feature = "desktop", feature = "mobile"), not(target_arch = "wasm32")))]
pub mod window;

#[cfg(not(target_arch = "wasm32"))]
pub use native::start_core;
#[cfg(target_arch = "wasm32")]
pub use web::start_core;
