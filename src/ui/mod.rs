//! The screens. They know the core's requests and the words, and nothing of databases or networks.

mod app;
pub mod components;
mod context;
mod days;
pub mod faces;
pub mod icons;
mod load;
mod names;
pub mod practice;
mod route;
pub mod screens;
mod sending;
mod trail;

pub use app::{Root, Shell};
pub use context::App;
pub use days::Days;
pub use route::Route;
pub use sending::{Sending, Server};
