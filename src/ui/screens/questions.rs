//! The three questions of a new profile, also for a learner who comes in from another device: names do not travel.

use crate::domain::learner::{Address, Avatar, Preferences};
use crate::domain::name::NAME_TYPED_MAX;
use crate::ui::components::{ChoiceCard, ChoiceGroup, Note, NoteTone, SectionTitle};
use crate::ui::context::{App, use_app};
use crate::ui::faces::Face;
use crate::ui::names;
use dioxus::prelude::*;

/// What was answered so far.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Answers {
    app: App,
    avatar: Signal<Avatar>,
    address: Signal<Address>,
    name: Signal<String>,
    nameless: Signal<bool>,
}

impl Answers {
    /// A hook: nothing answered yet, the form of address as the device was set up.
    pub(super) fn using(app: App) -> Self {
        let preferences = *app.preferences.read();
        Self {
            app,
            avatar: use_signal(Avatar::default),
            address: use_signal(|| preferences.address),
            name: use_signal(String::new),
            nameless: use_signal(|| false),
        }
    }

    /// As typed.
    pub(super) fn name(self) -> String {
        self.name.peek().clone()
    }

    /// The face chosen.
    pub(super) fn avatar(self) -> Avatar {
        *self.avatar.peek()
    }

    /// As the device was set up, with the form of address chosen.
    pub(super) fn preferences(self) -> Preferences {
        Preferences {
            address: *self.address.peek(),
            ..*self.app.preferences.peek()
        }
    }

    /// There is no name in it.
    pub(super) fn ask_for_name(&mut self) {
        self.nameless.set(true);
    }
}

/// The field for the phone's own keyboard, faces, forms of address.
#[component]
pub(super) fn Questions(
    answers: Answers,
    /// Test id of the button that Enter in the field taps.
    enter: String,
) -> Element {
    let tr = use_app().tr();
    let Answers {
        mut avatar,
        mut address,
        mut name,
        mut nameless,
        ..
    } = answers;
    let first = use_hook(|| name.peek().clone());
    rsx! {
        div { class: "stack",
            label { class: "section-title", r#for: "name", {tr.new_name()} }
            input {
                id: "name",
                class: "input",
                r#type: "text",
                autocomplete: "off",
                autocapitalize: "words",
                spellcheck: "false",
                maxlength: "{NAME_TYPED_MAX}",
                placeholder: tr.new_name_hint(),
                "data-testid": "new-name",
                enterkeyhint: "done",
                "data-enter": enter,
                // What was typed stays, also when it could not be saved.
                initial_value: first,
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
