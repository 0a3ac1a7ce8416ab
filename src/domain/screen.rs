//! Simulated screens: what a tutorial draws instead of the real app.
//!
//! A screen is a list of elements from a small set. Their labels are the official words as printed
//! by the sources in the tutorial's header; sentences of ours are referred to by word key and live
//! in the tutorial's `.ftl` files.

use super::ids::{ElementId, ScreenId};
use serde::{Deserialize, Serialize};

/// Text on a simulated screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// An official label or sample datum, the same in every language of the interface.
    Label(String),
    /// A sentence of ours, by its key in the tutorial's words.
    Word {
        /// Key of the message.
        word: String,
    },
}

impl Text {
    /// The words to show. A word key is shown as it is only if nobody filled it in, which the checker prevents.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Label(text) => text,
            Self::Word { word } => word,
        }
    }
}

/// The family of looks a screen belongs to: a neutral cousin of the real one, with no logo of anyone's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// The phone's own screens: home, settings, messages.
    Phone,
    /// An app shop.
    Store,
    /// The national identity app.
    Identity,
    /// A public-service website in a browser.
    Portal,
    /// A phone call: dark.
    Call,
    /// An explanation drawn by us, belonging to no real app.
    Plain,
}

/// A drawn icon from the app's own family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each variant is the name of its drawing")]
pub enum Icon {
    Home,
    Wallet,
    Card,
    User,
    Users,
    Shield,
    ShieldAlert,
    Key,
    Lock,
    Message,
    Phone,
    PhoneOff,
    Search,
    Document,
    Building,
    Heart,
    Bell,
    Star,
    Settings,
    Globe,
    Download,
    Camera,
    Qr,
    Gift,
    Clock,
    Check,
    Bag,
    Map,
    Grid,
    Eye,
}

/// How strongly a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ButtonStyle {
    /// Filled.
    #[default]
    Primary,
    /// Outlined.
    Secondary,
    /// Underlined words.
    Link,
}

/// A button, on the screen itself or in a dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Button {
    /// What a step names to have it tapped.
    pub id: ElementId,
    /// Words on it.
    pub label: Text,
    /// Its weight.
    #[serde(default)]
    pub style: ButtonStyle,
}

/// One tile, tab or row: an icon with words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What a step names to have it tapped.
    pub id: ElementId,
    /// Words on it.
    pub label: Text,
    /// A second, smaller line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Text>,
    /// Its drawing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,
}

/// Whether the phone still rings or the caller already speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallState {
    /// Ringing: answer, or refuse.
    Incoming {
        /// The button that answers.
        answer: Button,
        /// The button that refuses.
        decline: Button,
    },
    /// In conversation: hang up, or go on talking.
    Talking {
        /// What the caller says.
        speech: Text,
        /// The button that ends the call.
        hang_up: Button,
        /// The button that goes on with it.
        keep_talking: Button,
    },
}

/// One thing on a simulated screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Element {
    /// The bar at the top with the app's or page's title.
    AppBar {
        /// Title.
        label: Text,
        /// A back arrow that can be tapped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        back: Option<ElementId>,
    },
    /// A web browser's address bar.
    AddressBar {
        /// To have it tapped or typed into.
        id: ElementId,
        /// The address shown.
        url: String,
        /// Whether the browser shows a closed lock.
        #[serde(default)]
        secure: bool,
    },
    /// A line of larger words.
    Heading {
        /// The words.
        text: Text,
    },
    /// A paragraph, or a boxed notice.
    Paragraph {
        /// The words.
        text: Text,
        /// Drawn in a box.
        #[serde(default)]
        boxed: bool,
    },
    /// Tiles in rows of two or three.
    TileGrid {
        /// The tiles.
        tiles: Vec<Item>,
    },
    /// Rows one below the other.
    List {
        /// The rows.
        items: Vec<Item>,
    },
    /// A single button.
    Button(Button),
    /// A field that is filled with the shown sample through our own keys.
    TextField {
        /// To have it tapped and filled.
        id: ElementId,
        /// The field's printed name.
        label: Text,
        /// Words shown while it is empty.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placeholder: Option<Text>,
        /// Dots instead of the letters.
        #[serde(default)]
        secret: bool,
    },
    /// Six (or four) empty places and a pad of figures.
    PinPad {
        /// To have it filled.
        id: ElementId,
        /// The pad's printed name.
        label: Text,
    },
    /// A box to tick.
    Checkbox {
        /// To have it ticked.
        id: ElementId,
        /// The sentence beside it.
        label: Text,
    },
    /// Several answers of which one is chosen.
    Choice {
        /// The printed question.
        label: Text,
        /// The answers.
        options: Vec<Item>,
    },
    /// A dialog over the screen.
    Dialog {
        /// Its title.
        title: Text,
        /// Its message.
        body: Text,
        /// Its buttons, the last being the lowest.
        buttons: Vec<Button>,
    },
    /// Tabs at the bottom.
    BottomBar {
        /// The tabs.
        tabs: Vec<Item>,
        /// The one whose page this is, if it is not the first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        open: Option<ElementId>,
    },
    /// A text message or notification.
    Sms {
        /// To have it tapped.
        id: ElementId,
        /// Who sent it, as the phone shows it.
        from: Text,
        /// What it says.
        body: Text,
    },
    /// A phone call.
    Call {
        /// The caller, as the phone shows it.
        caller: Text,
        /// The number shown.
        number: String,
        /// Ringing or talking.
        state: CallState,
    },
    /// The electronic identity card, with fictional data.
    IdCard {
        /// To have it tapped.
        id: ElementId,
        /// Printed title of the card.
        title: Text,
        /// Fictional name.
        name: Text,
        /// Fictional number (000…).
        number: String,
    },
    /// A square code to be shown to an officer (drawn, it leads nowhere).
    Qr {
        /// Words below it.
        label: Text,
    },
}

/// One simulated screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Named by steps.
    pub id: ScreenId,
    /// Its look.
    pub theme: Theme,
    /// From top to bottom.
    pub elements: Vec<Element>,
}

/// What an element answers to when it is the target of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Tapped: button, tile, row, tab, message, bar.
    Tappable,
    /// Filled with keys.
    Field,
    /// Filled with the pad's figures.
    Pin,
    /// Ticked.
    Checkbox,
    /// One answer of a choice.
    Option,
    /// Answers a call.
    Answer,
    /// Refuses or ends a call.
    HangUp,
    /// Goes on with a call.
    KeepTalking,
}

impl Element {
    /// Every id on this element that a finger can reach, with the part it plays.
    #[must_use]
    pub fn targets(&self) -> Vec<(&ElementId, Role)> {
        fn items(list: &[Item], role: Role) -> Vec<(&ElementId, Role)> {
            list.iter().map(|item| (&item.id, role)).collect()
        }
        match self {
            Self::AppBar { back, .. } => back.iter().map(|id| (id, Role::Tappable)).collect(),
            Self::AddressBar { id, .. } => vec![(id, Role::Field)],
            Self::Heading { .. } | Self::Paragraph { .. } | Self::Qr { .. } => Vec::new(),
            Self::TileGrid { tiles } => items(tiles, Role::Tappable),
            Self::List { items: rows } => items(rows, Role::Tappable),
            Self::BottomBar { tabs, .. } => items(tabs, Role::Tappable),
            Self::Choice { options, .. } => items(options, Role::Option),
            Self::Button(button) => vec![(&button.id, Role::Tappable)],
            Self::TextField { id, .. } => vec![(id, Role::Field)],
            Self::PinPad { id, .. } => vec![(id, Role::Pin)],
            Self::Checkbox { id, .. } => vec![(id, Role::Checkbox)],
            Self::Sms { id, .. } | Self::IdCard { id, .. } => vec![(id, Role::Tappable)],
            Self::Dialog { buttons, .. } => buttons.iter().map(|b| (&b.id, Role::Tappable)).collect(),
            Self::Call { state, .. } => match state {
                CallState::Incoming { answer, decline } => {
                    vec![(&answer.id, Role::Answer), (&decline.id, Role::HangUp)]
                }
                CallState::Talking {
                    hang_up,
                    keep_talking,
                    ..
                } => vec![(&hang_up.id, Role::HangUp), (&keep_talking.id, Role::KeepTalking)],
            },
        }
    }

    /// Every text on this element, so that word keys can be checked and filled in.
    pub fn texts_mut(&mut self) -> Vec<&mut Text> {
        fn of_items(list: &mut [Item]) -> Vec<&mut Text> {
            list.iter_mut()
                .flat_map(|item| std::iter::once(&mut item.label).chain(item.detail.as_mut()))
                .collect()
        }
        match self {
            Self::AppBar { label, .. }
            | Self::PinPad { label, .. }
            | Self::Checkbox { label, .. }
            | Self::Qr { label } => vec![label],
            Self::AddressBar { .. } => Vec::new(),
            Self::Heading { text } | Self::Paragraph { text, .. } => vec![text],
            Self::TileGrid { tiles } => of_items(tiles),
            Self::List { items } => of_items(items),
            Self::BottomBar { tabs, .. } => of_items(tabs),
            Self::Choice { label, options } => {
                let mut all = vec![label];
                all.extend(of_items(options));
                all
            }
            Self::Button(button) => vec![&mut button.label],
            Self::TextField {
                label, placeholder, ..
            } => std::iter::once(label).chain(placeholder.as_mut()).collect(),
            Self::Dialog { title, body, buttons } => {
                let mut all = vec![title, body];
                all.extend(buttons.iter_mut().map(|b| &mut b.label));
                all
            }
            Self::Sms { from, body, .. } => vec![from, body],
            Self::Call { caller, state, .. } => {
                let mut all = vec![caller];
                match state {
                    CallState::Incoming { answer, decline } => {
                        all.extend([&mut answer.label, &mut decline.label]);
                    }
                    CallState::Talking {
                        speech,
                        hang_up,
                        keep_talking,
                    } => all.extend([speech, &mut hang_up.label, &mut keep_talking.label]),
                }
                all
            }
            Self::IdCard { title, name, .. } => vec![title, name],
        }
    }
}

impl Screen {
    /// The part `id` plays on this screen, if it is on it.
    #[must_use]
    pub fn role_of(&self, id: &ElementId) -> Option<Role> {
        self.elements
            .iter()
            .flat_map(Element::targets)
            .find(|(known, _)| *known == id)
            .map(|(_, role)| role)
    }
}
