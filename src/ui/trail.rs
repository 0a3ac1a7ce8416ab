//! The way through the screens, so that "Quay lại" and the phone's own back key agree.

use crate::ui::route::Route;
use dioxus::prelude::*;

/// The routes that led to the one on the screen, which is the last.
#[derive(Clone, Copy, PartialEq)]
pub struct Trail {
    way: Signal<Vec<Route>>,
    replacing: Signal<bool>,
}

impl Trail {
    pub(super) fn new() -> Self {
        Self {
            way: Signal::new(Vec::new()),
            replacing: Signal::new(false),
        }
    }

    /// Notes that this route is on the screen now, however it came there.
    pub(super) fn arrived(mut self, route: &Route) {
        let mut way = self.way.write();
        let before = way.len().checked_sub(2).and_then(|index| way.get(index));
        if way.last() == Some(route) {
            // Nothing has changed.
        } else if before == Some(route) {
            way.pop();
        } else if *self.replacing.peek() {
            way.pop();
            way.push(route.clone());
        } else {
            way.push(route.clone());
        }
        drop(way);
        self.replacing.set(false);
    }

    /// The way of before this page was loaded again, when it led to the very screen that is on now: the browser still
    /// goes back along it, and "Quay lại" must agree.
    pub(super) fn resume(mut self, before: Vec<Route>) {
        let is_beginning = self.is_beginning();
        if is_beginning && before.last().is_some() && before.last() == self.here().as_ref() {
            self.way.set(before);
        }
    }

    /// The screen that is on.
    pub(super) fn here(self) -> Option<Route> {
        self.way.peek().last().cloned()
    }

    /// The addresses of the way, for [`Self::resume`].
    pub(super) fn addresses(self) -> Vec<String> {
        self.way.peek().iter().map(ToString::to_string).collect()
    }

    /// Whether no other screen has been on before this one.
    pub fn is_beginning(self) -> bool {
        self.way.peek().len() <= 1
    }

    /// Goes to a screen in place of this one, so that going back does not lead here again.
    pub fn replace(mut self, route: Route) {
        self.replacing.set(true);
        navigator().replace(route);
    }

    /// "Quay lại" from a screen that several lead to: back along the way, or to `parent` if there is none.
    pub fn back_or(self, parent: Route) {
        if self.way.peek().len() > 1 {
            navigator().go_back();
        } else {
            self.replace(parent);
        }
    }

    /// "Quay lại" to the screen this one belongs to: back along the way if that is where one came from.
    pub fn back_to(self, parent: Route) {
        let came_from = {
            let way = self.way.peek();
            way.len().checked_sub(2).and_then(|index| way.get(index).cloned())
        };
        if came_from.as_ref() == Some(&parent) {
            navigator().go_back();
        } else {
            self.replace(parent);
        }
    }
}
