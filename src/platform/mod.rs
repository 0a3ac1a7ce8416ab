//! What differs between a phone, a browser and a desktop: clock, files, the core's own thread or worker,
//! and the bridge to the web view. The only room in which `unsafe` is allowed, and the only one that knows
//! which shell it is in.

pub mod bundled;
pub mod clock;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
