//! The bridge in a browser: plain calls, nothing evaluated from text.

use crate::core::CoreError;
use js_sys::{Array, Function, JSON, Promise, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// It may be a private window, or one inside another app, and the data may be cleared.
pub(super) const IN_A_BROWSER: bool = true;

fn invoke(name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let bridge = Reflect::get(&js_sys::global(), &"ctBridge".into())?;
    let function: Function = Reflect::get(&bridge, &name.into())?.dyn_into()?;
    function.apply(&bridge, arguments)
}

pub(super) async fn call(name: &str, arguments: Vec<Value>) -> Option<Value> {
    let given = Array::new();
    for argument in arguments {
        given.push(&JSON::parse(&argument.to_string()).ok()?);
    }
    let answer = match invoke(name, &given) {
        Ok(answer) => JsFuture::from(Promise::resolve(&answer)).await,
        Err(error) => Err(error),
    };
    match answer {
        Ok(value) => {
            let text = JSON::stringify(&value).ok()?.as_string()?;
            serde_json::from_str(&text).ok()
        }
        Err(error) => {
            web_sys::console::warn_2(&format!("bridge: {name}").into(), &error);
            None
        }
    }
}

pub(super) async fn save_file(name: &str, text: &str) -> Result<String, CoreError> {
    let file = vec![json!(name), json!("application/json"), json!(text)];
    call("saveFile", file).await;
    Ok(name.to_owned())
}

pub(super) fn listen(name: &str, callback: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(callback);
    let given = Array::of1(closure.as_ref());
    if let Err(error) = invoke(name, &given) {
        web_sys::console::warn_2(&format!("bridge: {name}").into(), &error);
    }
    // It lives as long as the page.
    closure.forget();
}

/// A worker for the core, with what it cannot find out itself.
///
/// # Errors
/// If the page does not know its script, or the browser starts none.
pub fn start_core(take_over: bool) -> Result<JsValue, JsValue> {
    invoke("startCore", &Array::of1(&take_over.into()))
}

/// Calls back when a newer build waits, at once if one already does.
pub fn on_update(callback: impl FnMut() + 'static) {
    listen("onUpdate", callback);
}

/// Calls back when another tab wants the data.
pub fn on_take_over(callback: impl FnMut() + 'static) {
    listen("onTakeOver", callback);
}
