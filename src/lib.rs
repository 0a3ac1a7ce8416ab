//! Cùng Tiến: practise public digital services on simulated screens, with no network and no fear.
//!
//! `ARCHITECTURE.md` says what the rooms are and which way the arrows point.

pub mod content;
pub mod core;
pub mod domain;
pub mod i18n;
pub mod platform;
#[cfg(feature = "server")]
pub mod server;
pub mod store;
pub mod sync;
#[cfg(feature = "ui")]
pub mod ui;
