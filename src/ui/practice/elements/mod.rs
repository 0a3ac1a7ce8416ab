//! The elements of simulated screens, one file each.

mod address_bar;
mod app_bar;
mod bottom_bar;
mod button;
mod call;
mod checkbox;
mod choice;
mod dialog;
mod id_card;
mod list;
mod pin_pad;
mod qr;
mod sms;
mod text_field;
mod tile_grid;
mod words;

use super::context::Sim;
use crate::domain::screen::Element as Drawn;
use dioxus::prelude::*;
use std::rc::Rc;

/// Draws one element.
#[component]
pub(super) fn SimElement(element: Drawn, sim: Rc<Sim>) -> Element {
    match element {
        Drawn::AppBar { label, back } => rsx! {
            app_bar::AppBar { label, back, sim }
        },
        Drawn::AddressBar { id, url, secure } => rsx! {
            address_bar::AddressBar { id, url, secure, sim }
        },
        Drawn::Heading { text } => rsx! {
            words::Heading { text }
        },
        Drawn::Paragraph { text, boxed } => rsx! {
            words::Paragraph { text, boxed }
        },
        Drawn::TileGrid { tiles } => rsx! {
            tile_grid::TileGrid { tiles, sim }
        },
        Drawn::List { items } => rsx! {
            list::List { items, sim }
        },
        Drawn::Button(button) => rsx! {
            button::ScreenButton { button, sim }
        },
        Drawn::TextField {
            id,
            label,
            placeholder,
            secret,
        } => rsx! {
            text_field::TextField { id, label, placeholder, secret, sim }
        },
        Drawn::PinPad { id, label } => rsx! {
            pin_pad::PinPad { id, label, sim }
        },
        Drawn::Checkbox { id, label } => rsx! {
            checkbox::Checkbox { id, label, sim }
        },
        Drawn::Choice { label, options } => rsx! {
            choice::Choice { label, options, sim }
        },
        Drawn::Dialog { title, body, buttons } => rsx! {
            dialog::Dialog { title, body, buttons, sim }
        },
        Drawn::BottomBar { tabs, open } => rsx! {
            bottom_bar::BottomBar { tabs, open, sim }
        },
        Drawn::Sms { id, from, body } => rsx! {
            sms::Sms { id, from, body, sim }
        },
        Drawn::Call {
            caller,
            number,
            state,
        } => rsx! {
            call::Call { caller, number, state, sim }
        },
        Drawn::IdCard {
            id,
            title,
            name,
            number,
        } => rsx! {
            id_card::IdCard { id, title, name, number, sim }
        },
        Drawn::Qr { label } => rsx! {
            qr::Qr { label }
        },
    }
}
