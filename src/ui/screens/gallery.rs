//! Every component on one page, for who builds and reviews them. The app as shipped has no such page.

use dioxus::prelude::*;

/// The gallery.
#[cfg(feature = "gallery")]
#[component]
pub fn GalleryScreen() -> Element {
    rsx! {
        crate::ui::components::Gallery {}
    }
}

/// No gallery in this build: the address leads nowhere.
#[cfg(not(feature = "gallery"))]
#[component]
pub fn GalleryScreen() -> Element {
    rsx! {
        super::Nowhere { rest: Vec::new() }
    }
}
