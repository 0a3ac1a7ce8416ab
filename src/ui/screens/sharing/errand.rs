//! Asking the server for something when a screen opens: nothing yet, why not, or the answer.

use super::words::{self, Why};
use crate::core::courier::{Courier, ErrandError, ProblemCode, Trouble};
use crate::core::{CoreError, TellTime};
use crate::ui::components::{BigButton, Note, NoteTone};
use crate::ui::context::{App, use_app};
use crate::ui::icons::UiIcon;
use dioxus::prelude::*;
use std::future::Future;

/// Why an errand did not work, in her words.
pub(in crate::ui::screens) async fn explain(app: App, error: &ErrandError) -> Why {
    let until = match error {
        ErrandError::Wait(seconds) => app.ask(TellTime { seconds: *seconds }).await.ok(),
        ErrandError::Core(_) | ErrandError::Trouble(_) | ErrandError::Words(_) => None,
    };
    if *error == ErrandError::Trouble(Trouble::Refused(ProblemCode::NoShare)) {
        // The sentence says that it is on its way.
        app.sending.now();
    }
    words::errand(app.tr(), error, until)
}

/// What was asked of the server, once it is there.
pub(super) struct Errand<T: 'static> {
    app: App,
    resource: Resource<Result<T, Why>>,
}

impl<T: 'static> Clone for Errand<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Errand<T> {}

/// A hook: asks the server now.
pub(super) fn use_errand<T, F>(ask: impl Fn(Courier) -> F + 'static) -> Errand<T>
where
    F: Future<Output = Result<T, ErrandError>> + 'static,
{
    let app = use_app();
    let resource = use_resource(move || {
        let asked = app.sending.server().map(|server| ask(server.courier));
        async move {
            match asked {
                None => Err(Why::Note(app.tr().come_none())),
                Some(answer) => match answer.await {
                    Ok(answer) => Ok(answer),
                    Err(error) => Err(explain(app, &error).await),
                },
            }
        }
    });
    Errand { app, resource }
}

impl<T: Clone + 'static> Errand<T> {
    /// Asks once more, and shows that it is being asked.
    pub(super) fn again(mut self) {
        self.resource.clear();
        self.resource.restart();
    }

    /// What the core has against it: that takes the place of the whole screen.
    pub(super) fn failure(self) -> Option<CoreError> {
        match self.resource.read().as_ref()? {
            Err(Why::Screen(error)) => Some(error.clone()),
            Ok(_) | Err(Why::Note(_)) => None,
        }
    }

    /// Shows the answer; until then that it is being asked, or why there is none.
    pub(super) fn show(self, asking: String, render: impl FnOnce(T) -> Element) -> Element {
        let tr = self.app.tr();
        let answer = self.resource.read().as_ref().cloned();
        match answer {
            None => rsx! {
                p { class: "lead", role: "status", "{asking}" }
            },
            Some(Ok(answer)) => render(answer),
            // In place of the whole screen: see `failure`.
            Some(Err(Why::Screen(_))) => rsx! {},
            Some(Err(Why::Note(text))) => rsx! {
                div { role: "alert", "data-testid": "errand-failed",
                    Note { tone: NoteTone::Amber, text }
                }
                BigButton {
                    label: tr.try_again(),
                    icon: UiIcon::Refresh,
                    testid: "errand-again",
                    onclick: move |()| self.again(),
                }
            },
        }
    }
}
