//! The one button every other is made of.

use dioxus::prelude::*;

/// A real button.
///
/// A phone turns a long press into a context menu and then sends no click; a slow, trembling hand presses long
/// without wanting to. `assets/web/bridge.js` makes a tap of it, for everything on the page, and there is never a menu.
#[component]
pub(crate) fn Press(
    class: String,
    testid: Option<String>,
    #[props(default)] disabled: bool,
    pressed: Option<bool>,
    onclick: EventHandler<()>,
    children: Element,
) -> Element {
    rsx! {
        button {
            r#type: "button",
            class,
            disabled,
            "data-testid": testid,
            "aria-pressed": pressed.map(|on| if on { "true" } else { "false" }),
            onclick: move |_| onclick.call(()),
            {children}
        }
    }
}
