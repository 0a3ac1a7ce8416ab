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
mod silence;

use crate::core::CoreError;
use crate::domain::retention::Retention;
#[cfg(target_arch = "wasm32")]
use crate::sync::answer::{LONGEST, MARK};
#[cfg(target_arch = "wasm32")]
use crate::sync::transport::{Answer, Lost, PATIENCE, media};
use dioxus::core::spawn_forever;
use serde::Deserialize;
use serde_json::{Value, json};

#[cfg(target_arch = "wasm32")]
pub use shell::start_core;
pub use shell::{on_take_over, on_update};
pub use silence::{Silence, System};

/// Calls back when the page is left for another one, or sent to sleep. It may come back as it was, from the browser's page
/// cache (bfcache): whatever it holds then, nobody else can have.
pub fn on_leave(callback: impl FnMut() + 'static) {
    shell::listen("onLeave", callback);
}

/// Calls back when the page is there again, and whenever it is looked at.
pub fn on_return(callback: impl FnMut() + 'static) {
    shell::listen("onReturn", callback);
}

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
    /// Nothing was to be heard.
    Silent(Silence),
}

/// Reads a text aloud; comes back when it is read.
pub async fn speak(text: &str, lang: &str, rate: f64) -> Spoken {
    match shell::call("speak", vec![json!(text), json!(lang), json!(rate)]).await {
        Some(Value::String(word)) if word == "spoken" => Spoken::ToTheEnd,
        Some(Value::String(word)) if word == "stopped" => Spoken::Stopped,
        Some(Value::String(word)) => Spoken::Silent(Silence::of(&word)),
        _ => Spoken::Silent(Silence::NoEngine),
    }
}

/// Stops reading.
pub async fn stop_speaking() {
    shell::call("stopSpeaking", Vec::new()).await;
}

/// Why the device could not read this language, as far as it is known without trying; `None` if it can.
pub async fn silence(lang: &str) -> Option<Silence> {
    match shell::call("silence", vec![json!(lang)]).await {
        Some(Value::String(word)) => Some(Silence::of(&word)),
        Some(_) => None,
        None => Some(Silence::NoEngine),
    }
}

/// Whose settings hold the voices.
pub async fn system() -> System {
    match shell::call("system", Vec::new()).await {
        Some(Value::String(word)) if word == "android" => System::Android,
        Some(Value::String(word)) if word == "ios" => System::Ios,
        _ => System::Other,
    }
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

/// What files of this device are, before the browser has said anything.
#[must_use]
pub const fn retention_of_files() -> Retention {
    if shell::IN_A_BROWSER {
        Retention::MayBeCleared
    } else {
        Retention::Durable
    }
}

/// Asks the browser to keep the data, and calls back with what it promised. It may ask her first and answer in a minute
/// or never: nobody can wait for it.
pub fn ask_to_keep(then: impl FnOnce(Retention) + 'static) {
    if shell::IN_A_BROWSER {
        spawn_forever(async move { then(promised("persist").await) });
    }
}

/// What the browser promised so far for files that are there, without asking it again. It is noted that there are some:
/// an app that cannot reach them one day is not taken for a new one.
pub async fn kept_so_far() -> Retention {
    if shell::IN_A_BROWSER {
        shell::call("noteFiles", Vec::new()).await;
        promised("persisted").await
    } else {
        Retention::Durable
    }
}

async fn promised(name: &str) -> Retention {
    match shell::call(name, Vec::new()).await {
        Some(Value::String(word)) if word == "granted" => Retention::Durable,
        // Also where the browser knows no such promise, or does not answer.
        _ => Retention::MayBeCleared,
    }
}

/// Comes back when no other tab has the data any more; at once where nobody can tell.
pub async fn other_tab_is_gone() -> bool {
    shell::call("otherTabIsGone", Vec::new()).await == Some(Value::Bool(true))
}

/// What `send` in the bridge says: an answer, or what was lost.
#[cfg(target_arch = "wasm32")]
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Told {
    lost: Option<String>,
    status: u16,
    retry_after: Option<u32>,
    media: String,
    marked: bool,
    body: String,
}

/// Asks the server this page came from.
///
/// # Errors
/// If nothing came back, or not all of it.
#[cfg(target_arch = "wasm32")]
pub async fn send(method: &str, path: &str, bearer: &str, body: &str) -> Result<Answer, Lost> {
    let within = u32::try_from(PATIENCE.as_millis()).unwrap_or(u32::MAX);
    let arguments = vec![
        json!(method),
        json!(path),
        json!(bearer),
        json!(body),
        json!(within),
        json!(LONGEST),
        json!(MARK),
    ];
    let told = shell::call("send", arguments).await;
    let told: Told = told
        .and_then(|told| serde_json::from_value(told).ok())
        .ok_or(Lost::Unreachable)?;
    match told.lost.as_deref() {
        None => Ok(Answer {
            status: told.status,
            retry_after: told.retry_after,
            media: media(&told.media),
            marked: told.marked,
            body: told.body.into_bytes(),
        }),
        Some("offline") => Err(Lost::Offline),
        Some("late") => Err(Lost::TimedOut),
        Some("cut-off") => Err(Lost::CutOff),
        Some(_) => Err(Lost::Unreachable),
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
