//! The bridge to the web view: what only JavaScript can do (`assets/web/bridge.js`).
//!
//! Where there is no web view (tests that render to text), every call answers as if the device could not.

#[cfg(all(not(target_arch = "wasm32"), any(feature = "desktop", feature = "mobile")))]
#[path = "webview.rs"]
mod shell;
#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
mod shell;
#[cfg(all(
    not(target_arch = "wasm32"),
    not(any(feature = "desktop", feature = "mobile"))
))]
#[path = "none.rs"]
mod shell;

use crate::core::CoreError;
use serde::Deserialize;
use serde_json::{Value, json};

pub use shell::{on_take_over, on_update};

/// Calls back when there is a network again.
pub fn on_online(callback: impl FnMut() + 'static) {
    shell::listen("onOnline", callback);
}

/// Calls back when the phone's own back key is pressed, where no browser answers it.
pub fn on_back(callback: impl FnMut() + 'static) {
    shell::listen("onBack", callback);
}

/// Says whether there is a screen to go back to: if not, that key leaves the app.
pub async fn set_back(possible: bool) {
    shell::call("setBack", vec![json!(possible)]).await;
}

/// Calls back when the app is put away: another one is looked at, or the screen goes dark.
pub fn on_hidden(callback: impl FnMut() + 'static) {
    shell::listen("onHidden", callback);
}

/// Calls back when the app is looked at again.
pub fn on_visible(callback: impl FnMut() + 'static) {
    shell::listen("onVisible", callback);
}

/// How reading aloud ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// Read to the end.
    ToTheEnd,
    /// Something else was read, or it was stopped.
    Stopped,
    /// The device has no voice for the language.
    NoVoice,
}

/// Reads a text aloud; comes back when it is read.
pub async fn speak(text: &str, lang: &str, rate: f64) -> Spoken {
    match shell::call("speak", vec![json!(text), json!(lang), json!(rate)]).await {
        Some(Value::String(word)) if word == "spoken" => Spoken::ToTheEnd,
        Some(Value::String(word)) if word == "stopped" => Spoken::Stopped,
        _ => Spoken::NoVoice,
    }
}

/// Stops reading.
pub async fn stop_speaking() {
    shell::call("stopSpeaking", Vec::new()).await;
}

/// Whether the device can read this language.
pub async fn has_voice(lang: &str) -> bool {
    shell::call("hasVoice", vec![json!(lang)]).await == Some(Value::Bool(true))
}

/// Where the app is running.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Surroundings {
    /// The app whose built-in browser this is, such as `zalo`.
    pub in_app: Option<String>,
    /// A private window, as far as can be told.
    pub private_mode: bool,
    /// The learner's device asks for no movement.
    pub reduced_motion: bool,
    /// In which language it was last, as a tag.
    pub lang: Option<String>,
    /// How large its letters were last, in CSS pixels.
    pub pixels: Option<u32>,
}

/// Asks where the app is running.
pub async fn surroundings() -> Surroundings {
    let answer = shell::call("environment", Vec::new()).await;
    let seen: Surroundings = answer
        .and_then(|value| serde_json::from_value(value).ok())
        .unwrap_or_default();
    if shell::IN_A_BROWSER {
        return seen;
    }
    Surroundings {
        in_app: None,
        private_mode: false,
        ..seen
    }
}

/// Whether the browser promised to keep the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Promised, or this is no browser: files of an app are kept.
    Promised,
    /// Not promised: the browser may clear it when the device is full.
    NotPromised,
}

/// Asks the browser to keep the data.
pub async fn ask_to_keep() -> Keeping {
    keeping("persist").await
}

/// What the browser promised so far, without asking it again.
pub async fn kept_so_far() -> Keeping {
    keeping("persisted").await
}

async fn keeping(name: &str) -> Keeping {
    if !shell::IN_A_BROWSER {
        return Keeping::Promised;
    }
    match shell::call(name, Vec::new()).await {
        Some(Value::String(word)) if word == "granted" => Keeping::Promised,
        // Also where the browser knows no such promise, or does not answer.
        _ => Keeping::NotPromised,
    }
}

/// What `send` in the bridge says: an answer, or what was lost.
#[cfg(target_arch = "wasm32")]
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Told {
    lost: Option<String>,
    status: u16,
    retry_after: Option<u32>,
    body: String,
}

/// What came of asking the server.
#[cfg(target_arch = "wasm32")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// It answered.
    Answered {
        /// HTTP status.
        status: u16,
        /// `Retry-After` in seconds.
        retry_after: Option<u32>,
        /// The body.
        body: String,
    },
    /// No network, or nobody there.
    Offline,
    /// No answer in time.
    Late,
}

/// Asks the server this page came from.
#[cfg(target_arch = "wasm32")]
pub async fn send(method: &str, path: &str, bearer: &str, body: &str) -> Sent {
    let within = u32::try_from(crate::sync::transport::PATIENCE.as_millis()).unwrap_or(u32::MAX);
    let arguments = vec![
        json!(method),
        json!(path),
        json!(bearer),
        json!(body),
        json!(within),
    ];
    let told = shell::call("send", arguments).await;
    let Some(told) = told.and_then(|told| serde_json::from_value::<Told>(told).ok()) else {
        return Sent::Offline;
    };
    match told.lost.as_deref() {
        None => Sent::Answered {
            status: told.status,
            retry_after: told.retry_after,
            body: told.body,
        },
        Some("late") => Sent::Late,
        Some(_) => Sent::Offline,
    }
}

/// Gives the learner a file, and says what to call it to her: its name, or its whole path where no browser does.
///
/// # Errors
/// If it could not be written. A browser says that itself.
pub async fn save_file(name: &str, text: &str) -> Result<String, CoreError> {
    shell::save_file(name, text).await
}

/// Lets the waiting build take over.
pub async fn apply_update() {
    shell::call("applyUpdate", Vec::new()).await;
}

/// Tells other tabs to let go of the data.
pub async fn announce_take_over() {
    shell::call("announceTakeOver", Vec::new()).await;
}

/// Language, text size and title of the document.
pub async fn set_document(lang: &str, pixels: u32, title: &str) {
    let document = vec![json!(lang), json!(pixels), json!(title)];
    shell::call("setDocument", document).await;
}

/// Shows the place with this id.
pub async fn scroll_into_view(id: &str) {
    shell::call("scrollIntoView", vec![json!(id)]).await;
}

/// A new screen begins at its heading.
pub async fn focus_heading() {
    shell::call("focusHeading", Vec::new()).await;
}

/// Notes the way through the screens, for when the page is loaded again.
pub async fn keep_way(addresses: Vec<String>) {
    shell::call("keepWay", vec![json!(addresses)]).await;
}

/// The way noted before the page was loaded again; empty if it was not.
pub async fn way_before() -> Vec<String> {
    let answer = shell::call("wayBefore", Vec::new()).await;
    answer
        .and_then(|value| serde_json::from_value(value).ok())
        .unwrap_or_default()
}

/// Prints what the print styles leave on the page.
pub async fn print() {
    shell::call("print", Vec::new()).await;
}

/// Closes this window of the browser, if the browser lets it.
pub async fn close_window() {
    shell::call("closeWindow", Vec::new()).await;
}

/// What stands behind the `#` of the address, once; then it is gone from there.
pub async fn take_fragment() -> Option<String> {
    match shell::call("takeFragment", Vec::new()).await {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}
