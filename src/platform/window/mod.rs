//! The shells with a window of their own: on a desktop one of a phone's size, on a phone the whole screen.

use crate::platform::native;
#[cfg(feature = "desktop")]
use shell::tao::dpi::LogicalSize;
use shell::{Config, WindowBuilder};

#[cfg(feature = "desktop")]
use dioxus::desktop as shell;
#[cfg(not(feature = "desktop"))]
use dioxus::mobile as shell;

#[cfg(feature = "desktop")]
const SIZE: LogicalSize<f64> = LogicalSize::new(412.0, 892.0);
/// Narrower, the app would have to be moved sideways.
#[cfg(feature = "desktop")]
const SMALLEST: LogicalSize<f64> = LogicalSize::new(320.0, 480.0);
/// The colour of paper, so that nothing flashes white before the styles are read.
const PAPER: (u8, u8, u8, u8) = (0xFB, 0xF6, 0xEC, 0xFF);

const INDEX: &str = include_str!("index.html");
const OPENING: &str = include_str!("../../../assets/web/opening.css");
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));
const BRIDGE: &str = include_str!("../../../assets/web/bridge.js");

/// Opens the window and runs the app in it.
pub fn launch() {
    let config = Config::new()
        .with_window(window())
        .with_menu(None)
        .with_background_color(PAPER)
        // Beside the database, so that whoever moves or deletes the folder has everything.
        .with_data_directory(native::data_folder().join("webview"))
        .with_custom_index(page());
    dioxus::LaunchBuilder::new()
        .with_cfg(config)
        .launch(crate::ui::Root);
}

fn window() -> WindowBuilder {
    let window = WindowBuilder::new().with_title("Cùng Tiến");
    #[cfg(feature = "desktop")]
    let window = window.with_inner_size(SIZE).with_min_inner_size(SMALLEST);
    window
}

/// The page the app is drawn in, with the bridge before anything that may call it.
fn page() -> String {
    INDEX
        .replace("{{styles}}", &format!("{OPENING}{STYLES}"))
        .replace("{{bridge}}", BRIDGE)
}
