//! The use cases. The core owns the device database and answers typed requests; the screens talk to nothing
//! else. It runs on its own thread (native) or in its own worker (web), and replies only after the commit.

mod attempts;
pub mod courier;
mod environment;
mod error;
mod export;
mod handle;
mod home;
mod learners;
mod place;
mod request;
mod resume;
mod sharing;
mod start;
mod sync;
mod tutorials;
pub mod view;

pub use environment::{Core, Environment};
pub use error::CoreError;
pub use handle::{Answer, Handle, Link};
pub use place::Place;
pub use request::*;
