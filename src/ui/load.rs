//! Asking the core for what a screen shows, and showing what comes of it.

use crate::core::{Call, CoreError};
use crate::ui::components::Waiting;
use crate::ui::context::use_app;
use crate::ui::screens::Failure;
use dioxus::prelude::*;

/// What was asked for, once it is there.
pub struct Asked<T: 'static> {
    resource: Resource<Result<T, CoreError>>,
}

impl<T: 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Asked<T> {}

/// Asks the core, again whenever the request changes.
pub fn use_ask<C: Call + Clone + PartialEq + 'static>(call: C) -> Asked<C::Reply> {
    let app = use_app();
    let resource = use_resource(use_reactive!(|(call,)| async move { app.ask(call).await }));
    Asked { resource }
}

/// The same, and again after every try to send and fetch: something may have come from another device.
pub fn use_fresh<C: Call + Clone + PartialEq + 'static>(call: C) -> Asked<C::Reply> {
    let app = use_app();
    let resource = use_resource(use_reactive!(|(call,)| {
        let _ = app.sending.rounds();
        async move { app.ask(call).await }
    }));
    Asked { resource }
}

impl<T: Clone + 'static> Asked<T> {
    /// The answer, if it is there and good.
    pub fn answer(self) -> Option<T> {
        self.resource.read().as_ref()?.as_ref().ok().cloned()
    }

    /// Asks once more.
    pub fn again(mut self) {
        // What was there is shown no longer: she sees that something is being done.
        self.resource.clear();
        self.resource.restart();
    }

    /// Shows the answer, or why there is none; while waiting, which takes a few milliseconds, where it is.
    pub fn show(self, render: impl FnOnce(T) -> Element) -> Element {
        let answer = self.resource.read().as_ref().cloned();
        match answer {
            None => rsx! {
                Waiting {}
            },
            Some(Ok(view)) => render(view),
            Some(Err(error)) => rsx! {
                Failure { error, on_retry: move |()| self.again() }
            },
        }
    }
}
