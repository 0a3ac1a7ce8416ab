//! Every screen has an address of its own.

use crate::core::{OpenHome, Start};
use crate::domain::ids::{LearnerId, TutorialId};
use crate::domain::practice::Mode;
use crate::platform::bridge;
use crate::ui::components::{Rest, Waiting};
use crate::ui::context::{App, use_app};
use crate::ui::screens::{
    About, ChecklistScreen, ComeIn, Devices, Finished, FirstStart, GalleryScreen, Home, Intro, Join,
    NewLearner, Nowhere, Practice, Privacy, Question, Recover, RecoveryCard, Settings, ShareCode, Sharing,
    Who,
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
        #[route("/welcome/:question")]
        FirstStart { question: Question },
        #[route("/new")]
        NewLearner {},
        #[route("/come-in")]
        ComeIn {},
        #[route("/join")]
        Join {},
        #[route("/recover")]
        Recover {},
        #[route("/about")]
        About {},
        #[route("/privacy")]
        Privacy {},
        #[route("/gallery")]
        GalleryScreen {},
        #[route("/learner/:learner")]
        Home { learner: LearnerId },
        #[route("/learner/:learner/settings")]
        Settings { learner: LearnerId },
        #[route("/learner/:learner/sharing")]
        Sharing { learner: LearnerId },
        #[route("/learner/:learner/sharing/code")]
        ShareCode { learner: LearnerId },
        #[route("/learner/:learner/sharing/card")]
        RecoveryCard { learner: LearnerId },
        #[route("/learner/:learner/sharing/devices")]
        Devices { learner: LearnerId },
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

impl Route {
    /// Whose screen it is, if it is somebody's.
    const fn learner(&self) -> Option<LearnerId> {
        match self {
            Self::Home { learner }
            | Self::Settings { learner }
            | Self::Sharing { learner }
            | Self::ShareCode { learner }
            | Self::RecoveryCard { learner }
            | Self::Devices { learner }
            | Self::Intro { learner, .. }
            | Self::Practice { learner, .. }
            | Self::Finished { learner, .. }
            | Self::ChecklistScreen { learner, .. } => Some(*learner),
            Self::Who {}
            | Self::FirstStart { .. }
            | Self::NewLearner {}
            | Self::ComeIn {}
            | Self::Join {}
            | Self::Recover {}
            | Self::About {}
            | Self::Privacy {}
            | Self::GalleryScreen {}
            | Self::Nowhere { .. } => None,
        }
    }
}

/// Whether the app speaks to whose screen this is. If not, as after a reload in the middle of a lesson, she is
/// asked for first: no screen of hers is shown in another language, address, size or voice.
fn use_entered(app: App, route: &Route) -> bool {
    let mut refused = use_signal(|| None::<LearnerId>);
    let whose = route.learner();
    let entered = whose.is_none_or(|id| {
        let known = app.learner.read();
        let known = known.as_ref().filter(|learner| learner.id == id);
        known.is_some_and(|learner| learner.preferences == *app.preferences.read()) || refused() == Some(id)
    });
    use_effect(use_reactive!(|(whose, entered)| {
        if let (Some(learner), false) = (whose, entered) {
            spawn(async move {
                match app.ask(OpenHome { learner }).await {
                    Ok(home) => app.enter(&home.learner),
                    // The screen itself says why.
                    Err(_) => refused.set(Some(learner)),
                }
            });
        }
    }));
    entered
}

/// A screen that is nobody's speaks as the device was set up, also when the app is opened right there.
fn use_device_preferences(mut app: App, route: &Route) {
    let mut asked = use_signal(|| false);
    let cold = matches!(
        route,
        Route::NewLearner {}
            | Route::ComeIn {}
            | Route::Join {}
            | Route::Recover {}
            | Route::About {}
            | Route::Privacy {}
            | Route::Nowhere { .. }
    );
    use_effect(use_reactive!(|(cold,)| {
        // The way in has set them already, unless this is it.
        if cold && !*asked.peek() && app.learner.peek().is_none() && app.trail.is_beginning() {
            asked.set(true);
            spawn(async move {
                if let Ok(start) = app.ask(Start {}).await {
                    app.preferences.set(start.preferences);
                }
            });
        }
    }));
}

/// Around every screen: notes the way, and lets each screen begin at its heading.
#[component]
fn Frame() -> Element {
    let app = use_app();
    let route = use_route::<Route>();
    let entered = use_entered(app, &route);
    use_device_preferences(app, &route);
    // The key is told of from outside the app; it goes back from inside.
    let mut back_pressed = use_signal(|| 0_u32);
    use_hook(|| bridge::on_back(move || *back_pressed.write() += 1));
    use_effect(move || {
        if back_pressed() > 0 {
            navigator().go_back();
        }
    });
    let rest = use_context::<Rest>();
    use_effect(use_reactive!(|(route,)| {
        rest.begin();
        app.trail.arrived(&route);
        let screen_before = !app.trail.is_beginning();
        spawn(async move { bridge::set_back(screen_before).await });
        spawn(async move {
            bridge::stop_speaking().await;
            bridge::focus_heading().await;
        });
    }));
    if !entered {
        return rsx! {
            Waiting {}
        };
    }
    rsx! {
        Outlet::<Route> {}
    }
}
