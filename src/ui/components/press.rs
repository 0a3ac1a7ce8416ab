//! The one button every other is made of.

use super::on_press::{OnPress, use_flag};
use super::rest::{Pause, Rest};
use crate::platform::time;
use dioxus::prelude::*;

/// A real button.
///
/// A phone turns a long press into a context menu and then sends no click; a slow, trembling hand presses long
/// without wanting to. `assets/web/bridge.js` makes a tap of it, for everything on the page, and there is never a menu.
///
/// One tap does one thing: it counts only when the screen has stood still for a moment (see `rest`), a second tap on
/// the same button right after it does not count, nor does one while what the first began goes on.
#[component]
pub(crate) fn Press(
    class: String,
    testid: Option<String>,
    #[props(default)] disabled: bool,
    pressed: Option<bool>,
    /// Is tapped as often and as fast as she likes, and nothing else moves when it comes or goes.
    #[props(default)]
    repeats: bool,
    #[props(into)] onclick: OnPress,
    children: Element,
) -> Element {
    // The gallery of components has no app around it.
    let rest = use_hook(try_consume_context::<Rest>).filter(|_| !repeats);
    let mut mine = use_hook(|| CopyValue::new(Pause::default()));
    let busy = use_flag();
    let at_work = busy.get();
    let change = move || {
        if let Some(rest) = rest {
            rest.begin();
        }
    };
    let means = testid.clone();
    // Once it can be seen; the same button with another meaning is another button.
    use_effect(use_reactive!(|(means,)| {
        let _ = means;
        change();
    }));
    use_drop(change);
    rsx! {
        button {
            r#type: "button",
            class,
            disabled,
            "data-testid": testid,
            "aria-pressed": pressed.map(|on| if on { "true" } else { "false" }),
            "aria-busy": at_work.then_some("true"),
            // Not `disabled`, which would take the focus away.
            "aria-disabled": at_work.then_some("true"),
            onclick: move |event: MouseEvent| {
                let place = event.client_coordinates();
                // Keys and screen readers tap nowhere.
                let spot = (place.x != 0.0 || place.y != 0.0).then_some((place.x, place.y));
                if busy.get() || rest.is_some_and(|rest| !rest.lets_pass(spot)) {
                    return;
                }
                if !repeats {
                    let now = rest.map_or_else(time::monotonic_millis, Rest::now);
                    let (counts, after) = mine.peek().tapped(now);
                    mine.set(if counts { Pause::beginning(now) } else { after });
                    if !counts {
                        return;
                    }
                }
                if let Some(rest) = rest {
                    rest.counted(spot);
                }
                onclick.start(&busy);
                if busy.get() {
                    // It is on its way: nothing beside it is meant by the second tap.
                    change();
                }
            },
            {children}
        }
    }
}
