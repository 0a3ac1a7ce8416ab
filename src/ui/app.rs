//! The app as a whole: what is shared, what happens around the screens.

use crate::core::{CoreError, Handle};
use crate::platform::{bridge, network, start_core};
use crate::ui::components::{MoreWords, Rest};
use crate::ui::context::App;
use crate::ui::route::Route;
use crate::ui::screens::{MovedAway, OpenInBrowser};
use crate::ui::sending::Server;
use dioxus::prelude::*;

/// The app with the core of its device.
#[component]
pub fn Root() -> Element {
    let core = use_hook(start_core);
    let server = use_hook(|| {
        Some(Server {
            courier: network::courier(&core)?,
            address: network::server_address()?,
        })
    });
    rsx! {
        Shell { core, server }
    }
}

/// The app with a given core, and a server if there is one.
#[component]
pub fn Shell(core: Handle, server: Option<Server>) -> Element {
    let mut app = use_context_provider(|| App::new(core.clone(), server.clone()));
    use_context_provider(Rest::new);
    use_context_provider(|| MoreWords(Memo::new(move || app.tr().practice_more())));
    let mut stay_here = use_signal(|| false);

    use_effect(move || {
        let preferences = *app.preferences.read();
        let title = app.tr().brand();
        spawn(async move {
            let pixels = preferences.text_size.pixels();
            bridge::set_document(preferences.lang.tag(), pixels, &title).await;
        });
    });
    let mut returned = use_signal(|| 0_u32);
    use_hook(move || {
        // Asked first of all: what is said of saving depends on it.
        let looking = app.look_where_kept();
        app.sending.start(app.core());
        bridge::on_update(move || app.update_waits.set(true));
        bridge::on_take_over(move || {
            app.core().close();
            app.moved_away.set(true);
        });
        bridge::on_leave(move || app.leave());
        bridge::on_return(move || {
            if !*app.moved_away.peek() && app.core().resume() {
                *returned.write() += 1;
            }
        });
        spawn(async move {
            let surroundings = bridge::surroundings().await;
            app.look_as_before(&surroundings);
            app.surroundings.set(surroundings);
            app.note_passing();
        });
        // If it cannot be had, the screen that needs the core says why.
        spawn(async move {
            let _ = looking.await;
        });
    });
    // Back from the page cache: the screen goes on where it was, unless another tab has the data meanwhile.
    use_effect(move || {
        if returned() > 0 {
            spawn(async move {
                if app.look_where_kept().await == Err(CoreError::OpenElsewhere) {
                    app.moved_away.set(true);
                }
                app.sending.soon();
            });
        }
    });

    let passing = {
        let in_app = app.surroundings.read().in_app.is_some();
        in_app || app.kept.read().no_files().is_some()
    };
    rsx! {
        div { class: "app", "data-testid": "app",
            if *app.moved_away.read() {
                MovedAway {}
            } else if passing && !stay_here() {
                OpenInBrowser { on_stay: move |()| stay_here.set(true) }
            } else {
                Router::<Route> {}
            }
        }
    }
}
