//! Adding a profile: a face, the name used at home, the form of address.

use crate::core::{AddLearner, CoreError};
use crate::domain::learner::{Address, Avatar, NAME_MAX_CHARS};
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{
    BigButton, ButtonKind, ChoiceCard, ChoiceGroup, Note, NoteTone, Page, SectionTitle,
};
use crate::ui::context::use_app;
use crate::ui::faces::Face;
use crate::ui::icons::UiIcon;
use crate::ui::names;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// The only screen with a field for the phone's own keyboard: a name never leaves the phone.
#[component]
pub fn NewLearner() -> Element {
    let mut app = use_app();
    let tr = app.tr();
    let preferences = *app.preferences.read();
    let mut avatar = use_signal(Avatar::default);
    let mut address = use_signal(|| preferences.address);
    let mut name = use_signal(String::new);
    let mut nameless = use_signal(|| false);
    let mut failed = use_signal(|| None::<CoreError>);

    let save = move |()| async move {
        let mut preferences = *app.preferences.peek();
        preferences.address = *address.peek();
        let add = AddLearner {
            name: name.peek().clone(),
            avatar: *avatar.peek(),
            preferences,
        };
        match app.ask(add).await {
            Ok(learner) => {
                app.keeping.set(bridge::ask_to_keep().await);
                app.enter(&learner);
                app.trail.replace(Route::Home { learner: learner.id });
            }
            Err(CoreError::EmptyName) => nameless.set(true),
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
            div { class: "stack",
                label { class: "section-title", r#for: "name", {tr.new_name()} }
                input {
                    id: "name",
                    class: "input",
                    r#type: "text",
                    autocomplete: "off",
                    autocapitalize: "words",
                    spellcheck: "false",
                    maxlength: "{NAME_MAX_CHARS}",
                    placeholder: tr.new_name_hint(),
                    "data-testid": "new-name",
                    initial_value: "",
                    oninput: move |event| {
                        name.set(event.value());
                        nameless.set(false);
                    },
                }
                if nameless() {
                    Note { tone: NoteTone::Amber, text: tr.new_name_empty() }
                } else {
                    p { {tr.new_name_private()} }
                }
            }
            SectionTitle { text: tr.new_face() }
            ChoiceGroup { label: tr.new_face(),
                div { class: "faces",
                    for face in Avatar::ALL {
                        ChoiceCard {
                            key: "{face:?}",
                            label: names::face(tr, face),
                            leading: rsx! { Face { avatar: face } },
                            selected: avatar() == face,
                            testid: "face-{face:?}",
                            onclick: move |()| avatar.set(face),
                        }
                    }
                }
            }
            SectionTitle { text: tr.new_address() }
            ChoiceGroup { label: tr.new_address(),
                div { class: "choices-small",
                    for word in Address::ALL {
                        ChoiceCard {
                            key: "{word:?}",
                            label: word.capitalised().to_owned(),
                            selected: address() == word,
                            testid: "address-{word:?}",
                            onclick: move |()| address.set(word),
                        }
                    }
                }
            }
        }
    }
}
