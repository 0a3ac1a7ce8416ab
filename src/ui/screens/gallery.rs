//! Every component on one page, for who builds and reviews them.

use dioxus::prelude::*;

/// The gallery.
#[component]
pub fn GalleryScreen() -> Element {
    rsx! {
        crate::ui::components::Gallery {}
    }
}
