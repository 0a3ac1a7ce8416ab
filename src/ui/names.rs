//! Words for values: what a learner reads where the code has a variant.

use crate::core::view::SentAt;
use crate::domain::day::LearningDay;
use crate::domain::learner::{Avatar, TextSize};
use crate::domain::practice::Mode;
use crate::domain::progress::Standing;
use crate::domain::tutorial::System;
use crate::i18n::Tr;
use crate::platform::bridge::{self, Silence};
use crate::ui::icons::UiIcon;
use jiff::civil::Date;

/// A system's name on the home screen.
pub fn system(tr: Tr, system: System) -> String {
    match system {
        System::Fraud => tr.system_fraud(),
        System::Device => tr.system_device(),
        System::Vneid => tr.system_vneid(),
        System::PublicService => tr.system_public_service(),
    }
}

/// A system's picture.
pub const fn system_icon(system: System) -> UiIcon {
    match system {
        System::Fraud => UiIcon::Shield,
        System::Device => UiIcon::Smartphone,
        System::Vneid => UiIcon::Card,
        System::PublicService => UiIcon::Building,
    }
}

/// Where she stands.
pub fn standing(tr: Tr, standing: Standing) -> String {
    match standing {
        Standing::New => tr.standing_new(),
        Standing::Watched => tr.standing_watched(),
        Standing::Guided => tr.standing_guided(),
        Standing::Alone => tr.standing_alone(),
        Standing::Mastered => tr.standing_mastered(),
    }
}

/// A way to practise.
pub fn mode(tr: Tr, mode: Mode) -> String {
    match mode {
        Mode::Watch => tr.intro_watch(),
        Mode::Guided => tr.intro_guided(),
        Mode::Alone => tr.intro_alone(),
        Mode::Review => tr.intro_review(),
    }
}

/// What a way to practise is like.
pub fn mode_detail(tr: Tr, mode: Mode) -> String {
    match mode {
        Mode::Watch => tr.intro_watch_detail(),
        Mode::Guided => tr.intro_guided_detail(),
        Mode::Alone => tr.intro_alone_detail(),
        Mode::Review => tr.intro_review_detail(),
    }
}

/// A way to practise, as a picture.
pub const fn mode_icon(mode: Mode) -> UiIcon {
    match mode {
        Mode::Watch => UiIcon::Eye,
        Mode::Guided => UiIcon::Pointer,
        Mode::Alone => UiIcon::Hand,
        Mode::Review => UiIcon::Repeat,
    }
}

/// A face's name, for who cannot see it.
pub fn face(tr: Tr, avatar: Avatar) -> String {
    match avatar {
        Avatar::Grandmother => tr.face_grandmother(),
        Avatar::Grandfather => tr.face_grandfather(),
        Avatar::Woman => tr.face_woman(),
        Avatar::Man => tr.face_man(),
        Avatar::Lotus => tr.face_lotus(),
        Avatar::Fish => tr.face_fish(),
        Avatar::Bird => tr.face_bird(),
        Avatar::House => tr.face_house(),
    }
}

/// A text size's name.
pub fn text_size(tr: Tr, size: TextSize) -> String {
    match size {
        TextSize::Normal => tr.size_normal(),
        TextSize::Large => tr.size_large(),
        TextSize::Largest => tr.size_largest(),
    }
}

/// A time of day, as clocks show it.
pub fn time(at: SentAt) -> String {
    format!("{}:{:02}", at.hour, at.minute)
}

/// A day with its year: 25/11/2026.
pub fn whole_date(date: Date) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}

/// A day, short: 25/11.
pub fn day(day: LearningDay) -> String {
    day.date()
        .map(|date| format!("{}/{}", date.day(), date.month()))
        .unwrap_or_default()
}

/// Why nothing is to be heard, and what helps, in a line.
pub fn silence(tr: Tr, why: Silence) -> String {
    match why {
        Silence::NoEngine => tr.silent_no_engine(),
        Silence::NoVoice => tr.practice_no_voice(),
        Silence::NeedsNetwork => tr.silent_needs_network(),
        Silence::NotAllowed => tr.silent_not_allowed(),
        Silence::Busy => tr.silent_busy(),
        Silence::NoSound => tr.silent_no_sound(),
        Silence::Late => tr.silent_late(),
        Silence::TooLong => tr.silent_too_long(),
        Silence::Failed => tr.silent_failed(),
    }
}

/// How a voice comes onto her device, where one is missing.
pub fn how_to_add_a_voice(tr: Tr, why: Silence, system: bridge::System) -> Option<String> {
    match why {
        Silence::NoVoice => Some(match system {
            bridge::System::Android => tr.voice_add_android(),
            bridge::System::Ios => tr.voice_add_ios(),
            bridge::System::Other => tr.voice_add_other(),
        }),
        Silence::NoEngine
        | Silence::NeedsNetwork
        | Silence::NotAllowed
        | Silence::Busy
        | Silence::NoSound
        | Silence::Late
        | Silence::TooLong
        | Silence::Failed => None,
    }
}
