//! Adding a profile: a face, the name used at home, the form of address.

use super::questions::{Answers, Questions};
use crate::core::{AddLearner, CoreError};
use crate::ui::Route;
use crate::ui::components::{BigButton, ButtonKind, Page};
use crate::ui::context::use_app;
use crate::ui::icons::UiIcon;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// Asks the three questions and makes the profile.
#[component]
pub fn NewLearner() -> Element {
    let mut app = use_app();
    let tr = app.tr();
    let mut answers = Answers::using(app);
    let mut failed = use_signal(|| None::<CoreError>);

    let save = move |()| async move {
        let add = AddLearner {
            name: answers.name(),
            avatar: answers.avatar(),
            preferences: answers.preferences(),
        };
        match app.ask(add).await {
            Ok(learner) => {
                app.to_be_kept.set(true);
                app.enter(&learner);
                app.trail.replace(Route::Home { learner: learner.id });
            }
            Err(CoreError::EmptyName) => answers.ask_for_name(),
            Err(error) => failed.set(Some(error)),
        }
    };
    if let Some(error) = failed() {
        return rsx! {
            Failure { error, on_retry: move |()| failed.set(None) }
        };
    }
    rsx! {
        Page {
            dock: rsx! {
                div { class: "stack",
                    BigButton { label: tr.new_save(), testid: "new-save", onclick: save }
                    BigButton {
                        label: tr.back(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Back,
                        testid: "back",
                        onclick: move |()| app.trail.back_to(Route::Who {}),
                    }
                }
            },
            h1 { "data-testid": "new-title", {tr.new_title()} }
            Questions { answers }
        }
    }
}
