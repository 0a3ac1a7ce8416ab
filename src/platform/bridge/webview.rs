//! The bridge inside a native app's web view.

use crate::core::CoreError;
use crate::platform::native::exports;
use dioxus::prelude::spawn;
use serde_json::Value;
use std::io::ErrorKind;

/// A native app is inside no other app, and its files are nobody else's to clear.
pub(super) const IN_A_BROWSER: bool = false;

#[expect(
    clippy::disallowed_methods,
    reason = "a native app reaches its web view no other way, and the text is a name and JSON"
)]
pub(super) async fn call(name: &str, arguments: Vec<Value>) -> Option<Value> {
    let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
    let script = format!(
        "return (await window.ctBridge.{name}({})) ?? null;",
        arguments.join(", ")
    );
    match dioxus::document::eval(&script).await {
        Ok(answer) => Some(answer),
        Err(error) => {
            tracing::warn!(%error, name, "the bridge did not answer");
            None
        }
    }
}

/// Writes it here: a web view has no downloads.
#[expect(clippy::unused_async, reason = "a browser has to wait")]
pub(super) async fn save_file(name: &str, text: &str) -> Result<String, CoreError> {
    match exports::save(name, text) {
        Ok(path) => Ok(path.display().to_string()),
        Err(error) if error.kind() == ErrorKind::StorageFull => Err(CoreError::StorageFull),
        Err(error) => Err(CoreError::Failed(error.to_string())),
    }
}

/// Never calls back: nothing is updated under a native app.
pub fn on_update(_callback: impl FnMut() + 'static) {}

/// Never calls back: a native app has no other tabs.
pub fn on_take_over(_callback: impl FnMut() + 'static) {}

/// Listens as long as the app runs.
#[expect(
    clippy::disallowed_methods,
    reason = "a native app reaches its web view no other way, and the text is a name"
)]
pub(super) fn listen(name: &'static str, mut callback: impl FnMut() + 'static) {
    spawn(async move {
        let script =
            format!("window.ctBridge.{name}(() => dioxus.send(true)); await new Promise(() => {{}});");
        let mut heard = dioxus::document::eval(&script);
        while heard.recv::<bool>().await.is_ok() {
            callback();
        }
        tracing::warn!(name, "the bridge says nothing more");
    });
}
