//! The app. Which shell it runs in is chosen by feature: `web`, `desktop` or `mobile`.

#[cfg(all(feature = "web", target_arch = "wasm32"))]
fn main() {
    use cung_tien::platform::web;
    web::report_panics();
    if web::is_worker() {
        web::serve();
    } else {
        // Where a server never hears of them.
        let addresses = std::rc::Rc::new(dioxus::web::HashHistory::default());
        dioxus::LaunchBuilder::web()
            .with_cfg(dioxus::web::Config::new().history(addresses))
            .launch(cung_tien::ui::Root);
    }
}

#[cfg(all(any(feature = "desktop", feature = "mobile"), not(target_arch = "wasm32")))]
fn main() {
    cung_tien::platform::window::launch();
}

#[cfg(not(any(
    all(feature = "web", target_arch = "wasm32"),
    all(any(feature = "desktop", feature = "mobile"), not(target_arch = "wasm32")),
)))]
#[expect(clippy::print_stderr, reason = "there is no other way to say it")]
fn main() -> std::process::ExitCode {
    eprintln!("This build has no shell to show the app in. Try `make run` or `make desktop`.");
    std::process::ExitCode::from(2)
}
