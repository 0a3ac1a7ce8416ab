//! An address that leads nowhere.

use crate::core::CoreError;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// Says so, and offers the way to the first screen.
#[component]
pub fn Nowhere(rest: Vec<String>) -> Element {
    rsx! {
        Failure { error: CoreError::NotFound(rest.join("/")), on_retry: |()| {} }
    }
}
