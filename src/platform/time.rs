//! Time within a session: a clock that does not go back, and waiting.

/// Milliseconds since some moment in the past; never goes back, unlike the wall clock.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the clock the others ask")]
pub fn monotonic_millis() -> u64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    let elapsed = START.get_or_init(Instant::now).elapsed().as_millis();
    // Never 0, so that "nothing yet" can be told from the first moment.
    u64::try_from(elapsed).unwrap_or(u64::MAX).saturating_add(1)
}

/// Milliseconds since the page was opened; never goes back, unlike the wall clock.
#[cfg(target_arch = "wasm32")]
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive number of milliseconds of one session"
)]
pub fn monotonic_millis() -> u64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0, |performance| performance.now() as u64)
}

/// Waits without holding up the screen.
#[cfg(not(target_arch = "wasm32"))]
pub async fn sleep(millis: u32) {
    tokio::time::sleep(std::time::Duration::from_millis(u64::from(millis))).await;
}

/// Waits without holding up the screen.
#[cfg(target_arch = "wasm32")]
pub async fn sleep(millis: u32) {
    super::web::sleep(millis).await;
}
