//! The frame of every practice screen.

use super::on_press::OnPress;
use super::practice_head::{PracticeHead, Told};
use super::press::Press;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// Words on the three buttons that are on every practice screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FrameLabels {
    /// "Quay lại".
    pub back: String,
    /// "Nghe".
    pub listen: String,
    /// "Trang đầu".
    pub home: String,
    /// Name of the row for who cannot see it.
    pub row: String,
}

/// Instruction above, stage in the middle, and below them the three buttons that never move.
///
/// The buttons' size is in pixels and not in letters, so that they are in the same place at every text size.
#[component]
pub fn PracticeFrame(
    say: String,
    feedback: Option<Told>,
    steps_done: usize,
    steps_total: usize,
    step_label: String,
    /// A line above the instruction, such as "Đóng vai".
    eyebrow: Option<String>,
    #[props(default)] danger: bool,
    labels: FrameLabels,
    #[props(into)] on_back: OnPress,
    #[props(into)] on_listen: OnPress,
    #[props(into)] on_home: OnPress,
    extra: Option<Element>,
    children: Element,
) -> Element {
    rsx! {
        div { class: if danger { "practice is-danger" } else { "practice" },
            PracticeHead { say, feedback, eyebrow, steps_done, steps_total, step_label }
            main { class: "practice-stage", {children} }
            footer { class: "practice-dock",
                if let Some(extra) = extra {
                    div { class: "practice-extra", {extra} }
                }
                nav { class: "practice-row", "aria-label": labels.row,
                    DockButton {
                        icon: UiIcon::Back,
                        label: labels.back,
                        testid: "practice-back",
                        onclick: on_back,
                    }
                    DockButton {
                        icon: UiIcon::Listen,
                        label: labels.listen,
                        testid: "practice-listen",
                        onclick: on_listen,
                    }
                    DockButton {
                        icon: UiIcon::Home,
                        label: labels.home,
                        testid: "practice-home",
                        onclick: on_home,
                    }
                }
            }
        }
    }
}

#[component]
fn DockButton(icon: UiIcon, label: String, testid: String, #[props(into)] onclick: OnPress) -> Element {
    rsx! {
        Press { class: "practice-button", testid, onclick,
            UiIconView { icon }
            span { "{label}" }
        }
    }
}
