//! The desktop shell: a window of a phone's size.

use dioxus::desktop::tao::dpi::LogicalSize;
use dioxus::desktop::{Config, WindowBuilder, use_asset_handler, wry::http::Response};
use dioxus::prelude::*;

const WIDTH: f64 = 412.0;
const HEIGHT: f64 = 892.0;

const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));
const BRIDGE: &str = include_str!("../../../assets/web/bridge.js");

include!(concat!(env!("OUT_DIR"), "/fonts.rs"));

/// Opens the window and runs the app in it.
pub fn launch() {
    let window = WindowBuilder::new()
        .with_title("Cùng Tiến")
        .with_inner_size(LogicalSize::new(WIDTH, HEIGHT));
    let head = format!(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{STYLES}</style><script>{BRIDGE}</script>"
    );
    let config = Config::new()
        .with_window(window)
        .with_menu(None)
        .with_custom_head(head);
    dioxus::LaunchBuilder::desktop().with_cfg(config).launch(Desktop);
}

/// The app with its fonts, which a window has to be given one by one.
#[component]
fn Desktop() -> Element {
    use_asset_handler("fonts", |request, responder| {
        let name = request.uri().path().rsplit('/').next().unwrap_or_default();
        let font = FONTS.iter().find(|(known, _)| *known == name);
        let answer = match font {
            Some((_, bytes)) => Response::builder()
                .header("content-type", "font/woff2")
                .body(bytes.to_vec()),
            None => Response::builder().status(404).body(Vec::new()),
        };
        if let Ok(answer) = answer {
            responder.respond(answer);
        }
    });
    rsx! {
        crate::ui::Root {}
    }
}
