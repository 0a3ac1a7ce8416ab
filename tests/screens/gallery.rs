//! The page on which every component stands beside the others.

use super::harness::Phone;
use cung_tien::ui::Route;

/// Each component of `src/ui/components/`, by what only it draws.
const COMPONENTS: [&str; 17] = [
    "button-main",
    "button-plain",
    "button-help",
    "card choice",
    "card row",
    "card tile",
    "class=\"listen\"",
    "note-amber",
    "note-leaf",
    "note-brick",
    "practice-head",
    "practice-stage",
    "steps",
    "status-text",
    "section-title",
    "qr",
    "tiles",
];

#[tokio::test]
async fn the_gallery_shows_every_component() {
    let mut phone = Phone::new().await;
    phone.open(&Route::GalleryScreen {}).await;
    let page = phone.snapshot();
    for component in COMPONENTS {
        assert!(page.contains(component), "{component} is not in the gallery");
    }
}
