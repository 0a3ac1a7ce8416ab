//! The courier's promises, one by one: the real core on a real database and the real server, and between them a way on
//! which the test says what happens to each request.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "courier/enrolling.rs"]
mod enrolling;
#[path = "courier/marks.rs"]
mod marks;
#[path = "courier/pauses.rs"]
mod pauses;
#[path = "courier/phone.rs"]
mod phone;
#[path = "courier/server.rs"]
mod server;
#[path = "courier/sizes.rs"]
mod sizes;
#[path = "courier/troubles.rs"]
mod troubles;
#[path = "courier/way.rs"]
mod way;
