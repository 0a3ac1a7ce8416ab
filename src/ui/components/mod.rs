//! The handful of components every screen is built from. `Gallery` shows them all.

mod breakable;
mod button;
mod choice;
#[cfg(test)]
mod contrast_tests;
#[cfg(feature = "gallery")]
mod gallery;
#[cfg(feature = "gallery")]
mod gallery_phones;
mod link_row;
mod listen;
mod note;
mod on_press;
mod page;
mod practice_frame;
mod practice_head;
mod press;
mod qr;
mod rest;
mod scroll;
mod section_title;
mod status_line;
mod step_bar;
mod tile;
mod two_taps;
mod waiting;

pub(crate) use breakable::breakable;
pub use button::{BigButton, ButtonKind};
pub use choice::{ChoiceCard, ChoiceGroup};
#[cfg(feature = "gallery")]
pub use gallery::Gallery;
pub use link_row::LinkRow;
pub use listen::{ListenButton, SilentNote};
pub use note::{News, Note, NoteTone};
pub use on_press::{Doing, Happens, OnPress};
pub use page::{MoreWords, Page, PageTone};
pub use practice_frame::{FrameLabels, PracticeFrame};
pub use practice_head::{Told, ToldPlace};
pub(crate) use press::Press;
pub use qr::QrPicture;
pub use rest::Rest;
pub(crate) use scroll::{MoreStrip, use_scroll};
pub use section_title::SectionTitle;
pub use status_line::{StatusLine, StatusLink};
pub use step_bar::StepBar;
pub use tile::{Tile, Tiles};
pub use two_taps::TwoTaps;
pub use waiting::Waiting;
