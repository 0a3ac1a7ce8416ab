//! Drawn faces to pick oneself out by, without reading. The drawings are our own.

use crate::domain::learner::Avatar;
use dioxus::prelude::*;

const GRANDMOTHER: &str = r##"<rect width="64" height="64" fill="#F6DBDF"/><circle cx="32" cy="10" r="7.5" fill="#A9A39C"/><path d="M24 9h16" stroke="#8C3B4A" stroke-width="2.6" stroke-linecap="round"/><path d="M14 33c0-14 7-20 18-20s18 6 18 20l-3 6H17z" fill="#BDB7B0"/><path d="M8 66c0-13 10-19 24-19s24 6 24 19z" fill="#7A3550"/><path d="M26 44h12v5l-6 5-6-5z" fill="#E3B48C"/><path d="M24 48l8 8 8-8" fill="none" stroke="#F6DBDF" stroke-width="2.4" stroke-linejoin="round"/><path d="M18.5 31c0-9 5-13 13.5-13s13.5 4 13.5 13c0 10-6 16.5-13.5 16.5S18.5 41 18.5 31z" fill="#F0CBA6"/><path d="M17 32c0-10 6-16 15-17-3 8-8 11-13 12zM47 32c0-10-6-16-15-17 3 8 8 11 13 12z" fill="#BDB7B0"/><g fill="none" stroke="#3B2A22" stroke-linecap="round"><g stroke-width="1.6"><circle cx="26" cy="32" r="4.6"/><circle cx="38" cy="32" r="4.6"/><path d="M30.6 32q1.4-1 2.8 0"/></g><path d="M24 32.4q2-1.8 4 0M36 32.4q2-1.8 4 0" stroke-width="1.8"/><path d="M27 40.5q5 4 10 0" stroke="#A8483F" stroke-width="2.2"/></g><circle cx="22.5" cy="38" r="2.3" fill="#E79C8C" opacity=".6"/><circle cx="41.5" cy="38" r="2.3" fill="#E79C8C" opacity=".6"/>"##;

const GRANDFATHER: &str = r##"<rect width="64" height="64" fill="#D9E4F1"/><path d="M8 66c0-13 10-19 24-19s24 6 24 19z" fill="#3F5C80"/><path d="M26 43h12v6l-6 5-6-5z" fill="#D9A57C"/><path d="M23 48l9 9 9-9 3 2-7 10H27l-7-10z" fill="#F7F4EC"/><circle cx="17.5" cy="32" r="3.4" fill="#E3B48C"/><circle cx="46.5" cy="32" r="3.4" fill="#E3B48C"/><path d="M18 30c0-11 5-16.5 14-16.5S46 19 46 30c0 11-6 17.5-14 17.5S18 41 18 30z" fill="#EDC49C"/><path d="M18 30c-3-5-1.5-11 3-13.5.5 4-1 8-3 13.5zM46 30c3-5 1.5-11-3-13.5-.5 4 1 8 3 13.5z" fill="#F4F2EE" stroke="#B9B5AE" stroke-width=".8"/><path d="M20 37c2 9 6 13 12 13s10-4 12-13c-2 2-5 2.6-7.5 1.2-2-1.2-7-1.2-9 0C25 39.6 22 39 20 37z" fill="#F4F2EE" stroke="#B9B5AE" stroke-width=".8"/><path d="M28 41.5q4 2.8 8 0" fill="none" stroke="#8A4B3A" stroke-width="2" stroke-linecap="round"/><g fill="none" stroke-linecap="round"><path d="M23.5 26.5q2.7-2 5.4-.4M35.1 26.1q2.7-1.6 5.4.4" stroke="#A8A39B" stroke-width="2.4"/><path d="M24.5 31q2-1.8 4 0M35.5 31q2-1.8 4 0" stroke="#3B2A22" stroke-width="2"/><path d="M26 20h12" stroke="#D2A076" stroke-width="1.4"/></g>"##;

const WOMAN: &str = r##"<rect width="64" height="64" fill="#DDEDD8"/><path d="M14 50c-2-8-1-14 0-20C15 17 22 11 32 11s17 6 18 19c1 6 2 12 0 20z" fill="#2C2320"/><path d="M8 66c0-12 10-18 24-18s24 6 24 18z" fill="#1E6B57"/><path d="M26 43h12v7q-6 4-12 0z" fill="#E3B48C"/><path d="M25 48q7 5 14 0v3q-7 5-14 0z" fill="#15503F"/><path d="M19 30c0-8 5-13 13-13s13 5 13 13c0 10-6 16.5-13 16.5S19 40 19 30z" fill="#F2CDA9"/><path d="M18 32c0-11 5-17 13-18-1 8-6 13-13 18zM46 32c0-11-6-17-15-18 3 8 9 13 15 18z" fill="#2C2320"/><g fill="none" stroke="#2C2320" stroke-linecap="round"><path d="M23.5 28q2.5-1.8 5-.3M35.5 27.7q2.5-1.5 5 .3" stroke-width="1.6"/><path d="M27.5 40q4.5 3.6 9 0" stroke="#A33B3B" stroke-width="2.2"/></g><circle cx="26" cy="32" r="1.9" fill="#2C2320"/><circle cx="38" cy="32" r="1.9" fill="#2C2320"/><circle cx="22.8" cy="37" r="2.2" fill="#E79C8C" opacity=".6"/><circle cx="41.2" cy="37" r="2.2" fill="#E79C8C" opacity=".6"/>"##;

const MAN: &str = r##"<rect width="64" height="64" fill="#F8E3B4"/><path d="M8 66c0-13 10-18.5 24-18.5S56 53 56 66z" fill="#8A4A1E"/><path d="M26 43h12v6l-6 5-6-5z" fill="#D9A57C"/><path d="M25 47.5l7 7 7-7 3 1.5-6 9-4-3.5-4 3.5-6-9z" fill="#FBF3E2"/><circle cx="18" cy="32" r="3.2" fill="#DDAA80"/><circle cx="46" cy="32" r="3.2" fill="#DDAA80"/><path d="M18.5 30c0-10 5-15 13.5-15s13.5 5 13.5 15c0 11-6 17-13.5 17S18.5 41 18.5 30z" fill="#E9BD92"/><path d="M17.5 31c-2-12 3-20 14.5-20s16.5 8 14.5 20c-1-5-2.5-8-4-9.5-6 1.5-15 1-19-.5-2.5 2-5 5-6 10z" fill="#2A211C"/><g fill="none" stroke="#2A211C" stroke-linecap="round"><path d="M23.5 28q2.6-1.6 5.2 0M35.3 28q2.6-1.6 5.2 0" stroke-width="2.2"/><path d="M27 40q5 3.6 10 0" stroke="#8A4B3A" stroke-width="2.2"/></g><circle cx="26" cy="32" r="1.9" fill="#2A211C"/><circle cx="38" cy="32" r="1.9" fill="#2A211C"/>"##;

const LOTUS: &str = r##"<rect width="64" height="64" fill="#E3EFEA"/><path d="M6 50q26 12 52 0-6 9-26 9T6 50z" fill="#2F6B4A"/><g stroke="#8E2F52" stroke-width="1.8" stroke-linejoin="round"><path d="M32 51C18 53 8 46 6 35c11-1 21 4 26 16zM32 51c14 2 24-5 26-16-11-1-21 4-26 16z" fill="#FBE3EA"/><path d="M32 51C20 49 13 38 15 22c11 4 17 15 17 29zM32 51c12-2 19-13 17-29-11 4-17 15-17 29z" fill="#F3B3C6"/><path d="M32 51c-9-7-11-24 0-40 11 16 9 33 0 40z" fill="#E88AA8"/></g>"##;

const FISH: &str = r##"<rect width="64" height="64" fill="#CFE6F0"/><path d="M44 32l13-10c2 6 2 14 0 20z" fill="#D9642B" stroke="#7C3110" stroke-width="1.8" stroke-linejoin="round"/><path d="M22 22q8-10 17-6l-2 8zM24 43q5 8 13 7l-1-8z" fill="#D9642B" stroke="#7C3110" stroke-width="1.8" stroke-linejoin="round"/><path d="M7 33c6-12 26-17 40-1-14 16-34 13-40 1z" fill="#F08A3C" stroke="#7C3110" stroke-width="1.8" stroke-linejoin="round"/><path d="M22 24q6 8 0 17" fill="none" stroke="#7C3110" stroke-width="1.8" stroke-linecap="round"/><path d="M29 28q3 4 0 8M36 28q3 4 0 8" fill="none" stroke="#B34E17" stroke-width="1.8" stroke-linecap="round"/><circle cx="16" cy="30" r="3.4" fill="#fff"/><circle cx="16" cy="30" r="1.8" fill="#2A211C"/><path d="M8 35q3 1.6 5 .4" fill="none" stroke="#7C3110" stroke-width="1.6" stroke-linecap="round"/>"##;

const BIRD: &str = r##"<rect width="64" height="64" fill="#E4E2F4"/><path d="M8 55q24-9 48-3" fill="none" stroke="#6B4A2B" stroke-width="3.6" stroke-linecap="round"/><path d="M28 47v6M36 46v6" stroke="#8F5600" stroke-width="2.4" stroke-linecap="round"/><path d="M40 40l18 3-15 6z" fill="#22406E" stroke="#16294A" stroke-width="1.6" stroke-linejoin="round"/><path d="M12 28c0-9 6-15 14-15s12 5 14 11c2 7 9 9 9 15 0 7-9 9-17 9-13 0-20-8-20-20z" fill="#3E6DAF" stroke="#16294A" stroke-width="1.8"/><path d="M14 34c5-4 12-2 14 4 1 4 0 8-2 9-6-2-11-6-12-13z" fill="#F6E7C8"/><path d="M28 29c8-2 15 4 17 11-8 3-16-1-17-11z" fill="#22406E"/><path d="M12.5 24L4 28l9 3z" fill="#F2A100" stroke="#8F5600" stroke-width="1.4" stroke-linejoin="round"/><circle cx="21" cy="23" r="3.2" fill="#fff"/><circle cx="20.5" cy="23" r="1.8" fill="#16202E"/>"##;

const HOUSE: &str = r##"<rect width="64" height="64" fill="#FBEBCB"/><path d="M0 52h64v12H0z" fill="#7FA66B"/><path d="M51 54c1-10 0-19-2-25" fill="none" stroke="#7A5230" stroke-width="3.4" stroke-linecap="round"/><path d="M49 29c-6-4-11-3-14 2 6-2 10-2 14-2zM49 29c0-7-4-10-9-11 4 4 6 7 9 11zM49 29c3-6 8-8 12-6-5 1-8 3-12 6zM49 29c6-2 10 0 12 5-4-3-8-5-12-5z" fill="#2F6B4A" stroke="#1C4A31" stroke-width="1"/><path d="M11 34h32v20H11z" fill="#FFF8E8" stroke="#6B3A1E" stroke-width="1.8"/><path d="M5 36L27 16l22 20z" fill="#B4482F" stroke="#6E2415" stroke-width="2" stroke-linejoin="round"/><path d="M18 32h18M22 27.5h10" stroke="#8C3420" stroke-width="1.8" stroke-linecap="round"/><path d="M23 41h9v13h-9z" fill="#8A5A2B" stroke="#5A3716" stroke-width="1.6"/><path d="M14.5 40h5.5v6h-5.5zM35 40h5.5v6H35z" fill="#BFE0EC" stroke="#5A3716" stroke-width="1.4"/>"##;

const fn drawing(avatar: Avatar) -> &'static str {
    match avatar {
        Avatar::Grandmother => GRANDMOTHER,
        Avatar::Grandfather => GRANDFATHER,
        Avatar::Woman => WOMAN,
        Avatar::Man => MAN,
        Avatar::Lotus => LOTUS,
        Avatar::Fish => FISH,
        Avatar::Bird => BIRD,
        Avatar::House => HOUSE,
    }
}

/// A face in its round frame. Decoration: the name beside it says who it is.
#[component]
pub fn Face(avatar: Avatar, #[props(default)] small: bool) -> Element {
    rsx! {
        span { class: if small { "face is-small" } else { "face" }, "aria-hidden": "true",
            svg {
                view_box: "0 0 64 64",
                "focusable": "false",
                dangerous_inner_html: drawing(avatar),
            }
        }
    }
}
