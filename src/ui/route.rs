//! Every screen has an address of its own.

use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::practice::Mode;
use crate::platform::bridge;
use crate::ui::context::use_app;
use crate::ui::screens::{
    About, ChecklistScreen, Finished, FirstStart, GalleryScreen, Home, Intro, NewLearner, Nowhere, Practice,
    Settings, Who,
};
use dioxus::prelude::*;

/// The screens.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
#[allow(missing_docs, reason = "each variant is the screen of that name")]
pub enum Route {
    #[layout(Frame)]
        #[route("/")]
        Who {},
        #[route("/welcome")]
        FirstStart {},
        #[route("/new")]
        NewLearner {},
        #[route("/about")]
        About {},
        #[route("/gallery")]
        GalleryScreen {},
        #[route("/learner/:learner")]
        Home { learner: LearnerId },
        #[route("/learner/:learner/settings")]
        Settings { learner: LearnerId },
        #[route("/learner/:learner/lesson/:tutorial")]
        Intro { learner: LearnerId, tutorial: TutorialId },
        #[route("/learner/:learner/lesson/:tutorial/practice/:mode")]
        Practice { learner: LearnerId, tutorial: TutorialId, mode: Mode },
        #[route("/learner/:learner/lesson/:tutorial/finished/:mode")]
        Finished { learner: LearnerId, tutorial: TutorialId, mode: Mode },
        #[route("/learner/:learner/lesson/:tutorial/checklist")]
        ChecklistScreen { learner: LearnerId, tutorial: TutorialId },
        #[route("/:..rest")]
        Nowhere { rest: Vec<String> },
}

/// Around every screen: notes the way, and lets each screen begin at its heading.
#[component]
fn Frame() -> Element {
    let app = use_app();
    let route = use_route::<Route>();
    use_effect(use_reactive!(|(route,)| {
        app.trail.arrived(&route);
        spawn(async move {
            bridge::stop_speaking().await;
            bridge::focus_heading().await;
        });
    }));
    rsx! {
        Outlet::<Route> {}
    }
}
