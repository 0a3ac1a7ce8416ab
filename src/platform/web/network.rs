//! The web app's way to its server: the browser's own, through the bridge. An HTTP client of ours would be 66 KB that
//! every phone has to load, for what the browser does anyway.

use crate::core::Handle;
use crate::core::courier::Courier;
use crate::platform::bridge;
use crate::platform::network::dice;
use crate::sync::transport::{Call, Method, Sending, Transport};
use std::rc::Rc;

/// A courier to the server this page came from.
#[must_use]
pub fn courier(core: &Handle) -> Option<Courier> {
    Some(Courier::new(core.clone(), Rc::new(Browser), dice))
}

/// The page's own origin.
#[must_use]
pub fn server_address() -> Option<String> {
    web_sys::window()?.location().origin().ok()
}

struct Browser;

impl Transport for Browser {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(async move {
            let method = match call.method {
                Method::Get => "GET",
                Method::Post => "POST",
            };
            let bearer = call.bearer.to_hex();
            bridge::send(method, &call.path, &bearer, &call.body).await
        })
    }
}
