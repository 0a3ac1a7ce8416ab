//! The bridge inside a native app's web view.

use serde_json::Value;

pub(super) async fn call(name: &str, arguments: Vec<Value>) -> Option<Value> {
    let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
    let script = format!(
        "return (await window.ctBridge.{name}({})) ?? null;",
        arguments.join(", ")
    );
    dioxus::document::eval(&script).await.ok()
}

/// Never calls back: nothing is updated under a native app.
pub fn on_update(_callback: impl FnMut() + 'static) {}

/// Never calls back: a native app has no other tabs.
pub fn on_take_over(_callback: impl FnMut() + 'static) {}
