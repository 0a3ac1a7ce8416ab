//! The app. Which shell it runs in is chosen by feature: `web`, `desktop` or `mobile`.

#[cfg(all(feature = "web", target_arch = "wasm32"))]
fn main() {
    use cung_tien::platform::web;
    web::report_panics();
    if web::is_worker() {
        web::serve();
    } else {
        dioxus::launch(cung_tien::ui::Root);
    }
}

#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
fn main() {
    cung_tien::platform::desktop::launch();
}

#[cfg(all(feature = "mobile", not(feature = "desktop"), not(target_arch = "wasm32")))]
fn main() {
    dioxus::launch(cung_tien::ui::Root);
}

#[cfg(not(any(
    all(feature = "web", target_arch = "wasm32"),
    all(feature = "desktop", not(target_arch = "wasm32")),
    all(feature = "mobile", not(feature = "desktop"), not(target_arch = "wasm32")),
)))]
#[expect(clippy::print_stderr, reason = "there is no other way to say it")]
fn main() -> std::process::ExitCode {
    eprintln!("This build has no shell to show the app in. Try `make run` or `make desktop`.");
    std::process::ExitCode::from(2)
}
