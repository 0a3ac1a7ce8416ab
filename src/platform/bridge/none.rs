//! No web view: nothing can be asked.

use crate::core::CoreError;
use serde_json::Value;

pub(super) const IN_A_BROWSER: bool = false;

#[expect(clippy::unused_async, reason = "the shells that can answer have to wait")]
pub(super) async fn call(_name: &str, _arguments: Vec<Value>) -> Option<Value> {
    None
}

#[expect(clippy::unused_async, reason = "the shells that can answer have to wait")]
pub(super) async fn save_file(_name: &str, _text: &str) -> Result<String, CoreError> {
    Err(CoreError::Failed("there is nowhere to save a file".into()))
}

/// Never calls back: nothing is updated under a native app.
pub fn on_update(_callback: impl FnMut() + 'static) {}

/// Never calls back: a native app has no other tabs.
pub fn on_take_over(_callback: impl FnMut() + 'static) {}

/// Never calls back: there is no web view to hear anything from.
pub(super) fn listen(_name: &'static str, _callback: impl FnMut() + 'static) {}
