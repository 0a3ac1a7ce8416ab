//! Settings of one learner.

use crate::core::view::HomeView;
use crate::core::{ChangeLearner, CoreError, DeleteLearner, OpenHome, OpenSharing};
use crate::domain::consent::{Role, ShareStanding};
use crate::domain::ids::LearnerId;
use crate::domain::learner::{Address, Lang, Learner, LearnerKind, Pace, TextSize, Voice};
use crate::domain::name::NAME_TYPED_MAX;
use crate::i18n::Tr;
use crate::platform::bridge;
use crate::ui::Route;
use crate::ui::components::{
    BigButton, ButtonKind, ChoiceCard, ChoiceGroup, Doing, LinkRow, Note, NoteTone, Page, SectionTitle,
    SilentNote, TwoTaps,
};
use crate::ui::context::{App, use_app};
use crate::ui::icons::UiIcon;
use crate::ui::load::use_ask;
use crate::ui::names;
use crate::ui::screens::export::ExportButton;
use crate::ui::screens::failure::not_saved;
use dioxus::prelude::*;

/// The settings screen.
#[component]
pub fn Settings(learner: LearnerId) -> Element {
    let asked = use_ask(OpenHome { learner });
    asked.show(|view| {
        rsx! {
            Shown { view }
        }
    })
}

/// The learner as being changed, and how saving went.
#[derive(Clone, Copy, PartialEq)]
struct Draft {
    app: App,
    learner: Signal<Learner>,
    failed: Signal<Option<CoreError>>,
}

impl Draft {
    /// Changes something and saves it at once: there is no button to forget.
    fn change(self, change: impl FnOnce(&mut Learner)) -> Doing {
        let mut learner = self.learner.peek().clone();
        change(&mut learner);
        Box::pin(self.save(learner))
    }

    async fn save(mut self, learner: Learner) {
        match self.app.ask(ChangeLearner { learner }).await {
            Ok(saved) => {
                self.app.enter(&saved);
                self.learner.set(saved);
                self.failed.set(None);
            }
            Err(error) => self.failed.set(Some(error)),
        }
    }
}

#[component]
fn Shown(view: HomeView) -> Element {
    let app = use_app();
    let learner = view.learner.clone();
    let id = learner.id;
    let entering = learner.clone();
    use_hook(move || app.enter(&entering));
    let draft = Draft {
        app,
        learner: use_signal(move || learner.clone()),
        failed: use_signal(|| None),
    };
    let tr = app.tr();
    let home = Route::Home { learner: id };
    let start = home.clone();
    rsx! {
        Page {
            dock: rsx! {
                div { class: "pair",
                    BigButton {
                        label: tr.back(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Back,
                        testid: "back",
                        onclick: move |()| app.trail.back_to(home.clone()),
                    }
                    BigButton {
                        label: tr.to_start(),
                        kind: ButtonKind::Plain,
                        icon: UiIcon::Home,
                        testid: "to-start",
                        onclick: move |()| app.trail.back_to(start.clone()),
                    }
                }
            },
            h1 { "data-testid": "settings-title", {tr.settings_title()} }
            if let Some(error) = draft.failed.read().clone() {
                Note { tone: NoteTone::Amber, text: problem(tr, &error) }
            }
            Sizes { draft }
            Voices { draft }
            Languages { draft }
            Addresses { draft }
            Name { draft }
            Data { draft }
            LinkRow {
                label: tr.settings_about(),
                testid: "settings-about",
                onclick: move |()| {
                    navigator().push(Route::About {});
                },
            }
        }
    }
}

fn problem(tr: Tr, error: &CoreError) -> String {
    match error {
        CoreError::EmptyName => tr.new_name_empty(),
        other => not_saved(tr, other),
    }
}

#[component]
fn Sizes(draft: Draft) -> Element {
    let tr = draft.app.tr();
    let now = draft.learner.read().preferences.text_size;
    rsx! {
        SectionTitle { text: tr.settings_size() }
        ChoiceGroup { label: tr.settings_size(),
            for size in TextSize::ALL {
                ChoiceCard {
                    key: "{size:?}",
                    label: names::text_size(tr, size),
                    sample: size,
                    selected: size == now,
                    testid: "size-{size:?}",
                    onclick: move |()| draft.change(|l| l.preferences.text_size = size),
                }
            }
        }
    }
}

#[component]
fn Voices(draft: Draft) -> Element {
    let app = draft.app;
    let tr = app.tr();
    let now = draft.learner.read().preferences;
    let silence = use_resource(move || {
        let lang = draft.learner.read().preferences.lang;
        async move { (bridge::silence(lang.tag()).await, bridge::system().await) }
    });
    rsx! {
        SectionTitle { text: tr.settings_voice() }
        if let Some((Some(why), system)) = silence() {
            SilentNote { why, system, missing: tr.settings_voice_missing() }
        }
        ChoiceGroup { label: tr.settings_voice(),
            for voice in [Voice::Auto, Voice::OnTap] {
                ChoiceCard {
                    key: "{voice:?}",
                    label: match voice {
                        Voice::Auto => tr.settings_voice_auto(),
                        Voice::OnTap => tr.settings_voice_tap(),
                    },
                    selected: voice == now.voice,
                    testid: "voice-{voice:?}",
                    onclick: move |()| draft.change(|l| l.preferences.voice = voice),
                }
            }
        }
        SectionTitle { text: tr.settings_pace() }
        ChoiceGroup { label: tr.settings_pace(),
            for pace in [Pace::Normal, Pace::Slow] {
                ChoiceCard {
                    key: "{pace:?}",
                    label: match pace {
                        Pace::Normal => tr.settings_pace_normal(),
                        Pace::Slow => tr.settings_pace_slow(),
                    },
                    selected: pace == now.pace,
                    testid: "pace-{pace:?}",
                    onclick: move |()| draft.change(|l| l.preferences.pace = pace),
                }
            }
        }
        BigButton {
            label: tr.settings_voice_try(),
            kind: ButtonKind::Plain,
            icon: UiIcon::Listen,
            testid: "voice-try",
            onclick: move |()| app.read(tr.settings_voice_sample()),
        }
    }
}

#[component]
fn Languages(draft: Draft) -> Element {
    let tr = draft.app.tr();
    let now = draft.learner.read().preferences.lang;
    rsx! {
        SectionTitle { text: tr.settings_language() }
        ChoiceGroup { label: tr.settings_language(),
            for lang in Lang::ALL {
                ChoiceCard {
                    key: "{lang.tag()}",
                    label: match lang {
                        Lang::Vi => tr.first_language_vi(),
                        Lang::En => tr.first_language_en(),
                    },
                    selected: lang == now,
                    testid: "lang-{lang.tag()}",
                    onclick: move |()| draft.change(|l| l.preferences.lang = lang),
                }
            }
        }
    }
}

#[component]
fn Addresses(draft: Draft) -> Element {
    let tr = draft.app.tr();
    let now = draft.learner.read().preferences.address;
    rsx! {
        SectionTitle { text: tr.settings_address() }
        ChoiceGroup { label: tr.settings_address(),
            div { class: "choices-small",
                for address in Address::ALL {
                    ChoiceCard {
                        key: "{address:?}",
                        label: address.capitalised().to_owned(),
                        selected: address == now,
                        testid: "address-{address:?}",
                        onclick: move |()| draft.change(|l| l.preferences.address = address),
                    }
                }
            }
        }
    }
}

#[component]
fn Name(draft: Draft) -> Element {
    let tr = draft.app.tr();
    let mut name = use_signal(|| draft.learner.peek().name.clone());
    let saved = *name.read() == draft.learner.read().name;
    rsx! {
        div { class: "stack",
            label { class: "section-title", r#for: "name", {tr.new_name()} }
            input {
                id: "name",
                class: "input",
                r#type: "text",
                autocomplete: "off",
                spellcheck: "false",
                maxlength: "{NAME_TYPED_MAX}",
                placeholder: tr.new_name_hint(),
                "data-testid": "settings-name",
                initial_value: draft.learner.peek().name.clone(),
                oninput: move |event| name.set(event.value()),
            }
            if !saved {
                BigButton {
                    label: tr.settings_save_name(),
                    kind: ButtonKind::Plain,
                    testid: "settings-save-name",
                    onclick: move |()| {
                        let typed = name.peek().clone();
                        draft.change(|l| l.name = typed)
                    },
                }
            }
        }
    }
}

#[component]
fn Data(draft: Draft) -> Element {
    let app = draft.app;
    let tr = app.tr();
    let mut failed = draft.failed;
    let id = draft.learner.read().id;
    let profile = draft.learner.read().kind == LearnerKind::Profile;
    rsx! {
        SectionTitle { text: tr.settings_data() }
        if profile && app.sending.server().is_some() {
            LinkRow {
                label: tr.sharing_title(),
                testid: "settings-sharing",
                onclick: move |()| {
                    navigator().push(Route::Sharing { learner: id });
                },
            }
        }
        ExportButton { learner: id, on_failed: move |error| failed.set(Some(error)) }
        Delete { draft }
    }
}

/// Two taps: ask, then yes. It can be taken back for 7 days.
#[component]
fn Delete(draft: Draft) -> Element {
    let app = draft.app;
    let tr = app.tr();
    let mut failed = draft.failed;
    let learner = draft.learner.read().clone();
    let name = match learner.kind {
        LearnerKind::Profile => learner.name.clone(),
        LearnerKind::Guest => tr.guest_name(),
    };
    let id = learner.id;
    let sharing = use_ask(OpenSharing { learner: id }).answer();
    let share = sharing.and_then(|view| view.share);
    let share = share.filter(|share| share.standing == ShareStanding::Open);
    let delete = move |()| async move {
        match app.ask(DeleteLearner { learner: id }).await {
            Ok(()) => app.trail.replace(Route::Who {}),
            Err(error) => failed.set(Some(error)),
        }
    };
    rsx! {
        TwoTaps {
            label: tr.settings_delete(),
            icon: UiIcon::Trash,
            question: tr.settings_delete_sure(name),
            also: share.map(|share| match share.role {
                Role::Own => tr.delete_share_own(),
                Role::Joined => tr.delete_share_joined(),
            }),
            no: tr.settings_delete_no(),
            yes: tr.settings_delete_yes(),
            testids: ["delete", "delete-no", "delete-yes"].map(str::to_owned),
            on_yes: delete,
        }
    }
}
