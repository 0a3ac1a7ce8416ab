//! The one button every other is made of.

use dioxus::prelude::*;

/// A real button that takes a long press as a tap.
///
/// A phone turns a long press into a context menu and then sends no click; a slow, trembling hand presses long
/// without wanting to. So the menu's event counts as the tap, and there is never a menu.
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
            oncontextmenu: move |event| {
                event.prevent_default();
                onclick.call(());
            },
            {children}
        }
    }
}
