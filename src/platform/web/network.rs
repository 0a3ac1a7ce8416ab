//! Where the server of the web app is, and how what is sent gets smaller.

use crate::sync::http::Compressed;
use js_sys::{ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The page's own origin.
pub(crate) fn server() -> Option<String> {
    web_sys::window()?.location().origin().ok()
}

/// The browser compresses: an encoder of ours would make the app larger for everybody.
pub(crate) fn gzip(text: String) -> Pin<Box<dyn Future<Output = Compressed>>> {
    Box::pin(async move {
        match compress(&text).await {
            Ok(bytes) => Compressed::Gzip(bytes),
            Err(_) => Compressed::Plain(text),
        }
    })
}

async fn compress(text: &str) -> Result<Vec<u8>, JsValue> {
    let bridge = Reflect::get(&js_sys::global(), &"ctBridge".into())?;
    let function: Function = Reflect::get(&bridge, &"gzip".into())?.dyn_into()?;
    let promise = function.call1(&bridge, &text.into())?;
    let buffer = JsFuture::from(Promise::resolve(&promise)).await?;
    let buffer: ArrayBuffer = buffer.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
