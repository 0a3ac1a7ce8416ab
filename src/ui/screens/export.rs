//! "Lấy dữ liệu của tôi": what is here, as a file of her own.

use crate::core::{CoreError, Export};
use crate::domain::ids::LearnerId;
use crate::platform::bridge;
use crate::ui::components::{BigButton, ButtonKind, Note, NoteTone};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use dioxus::prelude::*;

/// The button, and what came of it.
#[component]
pub fn ExportButton(learner: LearnerId, on_failed: EventHandler<CoreError>) -> Element {
    let app = use_app();
    let tr = app.tr();
    let mut written = use_signal(|| None::<String>);
    let export = move |()| async move {
        match app.ask(Export { learner }).await {
            Ok(file) => match bridge::save_file(&file.name, &file.text).await {
                Ok(place) => written.set(Some(place)),
                Err(error) => on_failed.call(error),
            },
            Err(error) => on_failed.call(error),
        }
    };
    rsx! {
        BigButton {
            label: tr.settings_export(),
            kind: ButtonKind::Plain,
            icon: UiIcon::Download,
            testid: "export",
            onclick: export,
        }
        if let Some(name) = written() {
            Note { tone: NoteTone::Leaf, text: tr.settings_exported(name) }
        }
    }
}
