//! No web view: nothing can be asked.

use serde_json::Value;

#[expect(clippy::unused_async, reason = "the shells that can answer have to wait")]
pub(super) async fn call(_name: &str, _arguments: Vec<Value>) -> Option<Value> {
    None
}

/// Never calls back: nothing is updated under a native app.
pub fn on_update(_callback: impl FnMut() + 'static) {}

/// Never calls back: a native app has no other tabs.
pub fn on_take_over(_callback: impl FnMut() + 'static) {}
