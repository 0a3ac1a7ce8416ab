//! What a simulated screen is told, and what it tells.

use super::entry_view::EntryView;
use super::geometry::{Place, Point};
use crate::domain::ids::ElementId;
use dioxus::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What the learner has done on the screen so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SimState {
    /// Text in the fields; a half-entered sample is given as far as it goes.
    pub filled: BTreeMap<ElementId, String>,
    /// The field the keys write into.
    pub active_field: Option<ElementId>,
    /// Ticked boxes and chosen answers.
    pub on: BTreeSet<ElementId>,
}

/// A tap on the simulated phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimTap {
    /// What was hit, or nothing.
    pub on: Option<ElementId>,
    /// Beside the target, but not further than [`crate::domain::practice::NEAR_PIXELS`].
    pub near: bool,
}

/// One key pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SimKey {
    /// Its letter or figure.
    pub letter: char,
    /// Another key than the right one, but not further than [`crate::domain::practice::NEAR_PIXELS`] from it.
    pub near: bool,
}

/// Words on a simulated screen that are not the tutorial's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SimLabels {
    /// The strip that is always there: "MÀN HÌNH TẬP".
    pub banner: String,
    /// Name of the whole phone for who cannot see it.
    pub group: String,
    /// Name of an app bar's back arrow.
    pub back: String,
    /// Said of an address bar with a closed lock.
    pub secure: String,
    /// Said of an address bar with an open lock.
    pub insecure: String,
    /// Said of a secret field that has something in it.
    pub filled: String,
    /// Printed across the identity card: "MẪU".
    pub specimen: String,
    /// Above the figures to be entered on a pad.
    pub pin_hint: String,
    /// On the strip that goes further down a long screen.
    pub more: String,
}

/// Where a finger came down.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Touch {
    pub on: Option<ElementId>,
    /// Unknown when a keyboard pressed the button.
    pub at: Option<Point>,
}

/// An element that has appeared.
#[derive(Clone)]
pub(super) struct Appeared {
    pub id: ElementId,
    pub place: Place,
}

/// Everything the elements of one screen share.
#[derive(Clone, PartialEq)]
pub(super) struct Sim {
    pub state: SimState,
    pub target: ElementId,
    pub glow: bool,
    pub pressed: Option<ElementId>,
    pub labels: SimLabels,
    pub entry: Option<EntryView>,
    pub on_touch: Callback<Touch>,
    pub on_appear: Callback<Appeared>,
    pub on_key: EventHandler<SimKey>,
}

impl Sim {
    /// Whether `id` is to glow.
    pub fn glows(&self, id: &ElementId) -> bool {
        self.glow && self.target == *id
    }

    /// Whether `id` is ticked or chosen.
    pub fn is_on(&self, id: &ElementId) -> bool {
        self.state.on.contains(id)
    }

    /// What is in the field, if anything.
    pub fn text_in(&self, id: &ElementId) -> Option<&str> {
        self.state
            .filled
            .get(id)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }
}
