//! The browser: the same module runs in the page, where the screens are, and in a worker, where SQLite may
//! use the origin's private files.

mod client;
mod files;
pub(crate) mod network;
mod server;

use crate::core::Handle;
use js_sys::{Function, Promise, Reflect};
use std::panic::PanicHookInfo;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DedicatedWorkerGlobalScope;

pub use server::serve;

/// Whether this is the worker and not the page.
#[must_use]
pub fn is_worker() -> bool {
    js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().is_ok()
}

/// Starts the core in its worker.
#[must_use]
pub fn start_core() -> Handle {
    Handle::new(client::CoreWorker::start())
}

/// Writes panics to the browser's console; the page or the worker then stops, and says so.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        web_sys::console::error_1(&info.to_string().into());
    }));
}

pub(super) async fn sleep(millis: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        let set_timeout =
            Reflect::get(&js_sys::global(), &"setTimeout".into()).and_then(JsCast::dyn_into::<Function>);
        if let Ok(set_timeout) = set_timeout {
            let _ = set_timeout.call2(&JsValue::NULL, &resolve, &millis.into());
        }
    });
    let _ = JsFuture::from(promise).await;
}
