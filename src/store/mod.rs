//! The device database: one writer, STRICT tables, one `.sql` file per statement.
//!
//! Every public method is one transaction; when it returns, it is on the disk (`synchronous=FULL`).

pub mod attempt;
mod connection;
pub mod device;
pub mod error;
pub mod event;
pub mod exchange;
pub mod files;
pub mod learner;
mod migrations;
mod opening;
pub mod progress;
mod salvage;
pub mod setting;
pub mod share;
pub mod tutorial;

pub use connection::Store;
pub use error::StoreError;
pub use opening::{Opened, open};
