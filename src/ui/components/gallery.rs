//! A developer's page: every component and every simulated element, with sample data.
//!
//! The one file whose words are written here: no learner ever sees it.

use super::gallery_phones::Phones;
use super::{
    BigButton, ButtonKind, ChoiceCard, ChoiceGroup, FrameLabels, LinkRow, ListenButton, Note, NoteTone,
    PracticeFrame, QrPicture, SectionTitle, StatusLine, StatusLink, StepBar, Tile, Tiles, Told, ToldPlace,
    TwoTaps,
};
use crate::domain::learner::Avatar;
use crate::ui::faces::Face;
use crate::ui::icons::{UiIcon, UiIconView};
use dioxus::prelude::*;

/// Everything, one part below the other.
#[component]
pub fn Gallery() -> Element {
    rsx! {
        div { class: "gallery",
            section { class: "gallery-part", "aria-label": "Thành phần",
                Parts {}
            }
            section { class: "gallery-part", "aria-label": "Hình vẽ",
                Drawings {}
            }
            section { class: "gallery-part", "aria-label": "Màn hình tập",
                SectionTitle { text: "Màn hình tập" }
                Phones {}
            }
            div { class: "gallery-frame", Frame {} }
        }
    }
}

#[component]
fn Parts() -> Element {
    let mut chosen = use_signal(|| 0);
    rsx! {
        SectionTitle { text: "Nút" }
        BigButton { label: "Học tiếp bước 3", icon: UiIcon::Play, onclick: |()| {} }
        BigButton { label: "Về trang đầu", kind: ButtonKind::Plain, onclick: |()| {} }
        BigButton {
            label: "Gợi ý",
            kind: ButtonKind::Help,
            icon: UiIcon::Hint,
            onclick: |()| {},
        }
        BigButton {
            label: "Xóa ngay",
            kind: ButtonKind::Danger,
            icon: UiIcon::Trash,
            onclick: |()| {},
        }
        BigButton { label: "Chưa dùng được", disabled: true, onclick: |()| {} }
        ListenButton { label: "Nghe", onclick: |()| {} }
        SectionTitle { text: "Chọn một" }
        ChoiceGroup { label: "Cỡ chữ",
            for (index, label) in ["Vừa", "Lớn", "Rất lớn"].into_iter().enumerate() {
                ChoiceCard {
                    key: "{label}",
                    label,
                    detail: "Chữ như thế này",
                    selected: chosen() == index,
                    onclick: move |()| chosen.set(index),
                }
            }
        }
        ChoiceCard {
            label: "Bà Tư",
            detail: "Đang học: Đăng nhập VNeID",
            selected: false,
            leading: rsx! {
                Face { avatar: Avatar::Grandmother }
            },
            onclick: |()| {},
        }
        SectionTitle { text: "Hàng và ô" }
        LinkRow {
            label: "Ôn hôm nay",
            detail: "2 bài, khoảng 5 phút",
            leading: rsx! {
                UiIconView { icon: UiIcon::Repeat }
            },
            onclick: |()| {},
        }
        Tiles {
            Tile {
                label: "Chống lừa đảo",
                detail: "3 trên 10 bài",
                icon: UiIcon::Shield,
                onclick: |()| {},
            }
            Tile {
                label: "VNeID",
                detail: "4 trên 18 bài",
                icon: UiIcon::Card,
                onclick: |()| {},
            }
            Tile {
                label: "Điện thoại",
                detail: "Xong cả 7 bài",
                icon: UiIcon::Smartphone,
                onclick: |()| {},
            }
            Tile {
                label: "Dịch vụ công",
                detail: "Chưa học",
                icon: UiIcon::Building,
                onclick: |()| {},
            }
        }
        SectionTitle { text: "Các bước và lời nhắn" }
        StepBar { done: 2, total: 6, label: "Đã xong 2 trên 6 bước" }
        Note { title: "Ghi nhớ", text: "Mật khẩu là của riêng bác." }
        Note {
            tone: NoteTone::Amber,
            title: "Gần đúng rồi.",
            text: "Bác tìm nút màu đỏ phía trên.",
        }
        Note {
            tone: NoteTone::Brick,
            text: "Công an không bao giờ hỏi mật khẩu qua điện thoại.",
        }
        Note { tone: NoteTone::Leaf, text: "Bác làm được rồi!" }
        StatusLine { text: "Đã lưu trên máy · không cần mạng", ok: true }
        StatusLine { text: "Máy sắp hết chỗ", ok: false }
        StatusLink { text: "Đã gửi 9:41", ok: true, onclick: |()| {} }
        StatusLink {
            text: "3 bài chưa gửi, vẫn còn trong máy",
            detail: "Chưa có mạng. Có mạng là ứng dụng tự gửi.",
            ok: false,
            onclick: |()| {},
        }
        TwoTaps {
            label: "Ngừng gửi",
            question: "Ngừng gửi? Bài trên máy này vẫn còn.",
            no: "Không, gửi tiếp",
            yes: "Ngừng gửi",
            testids: ["gallery-ask".to_owned(), "gallery-no".to_owned(), "gallery-yes".to_owned()],
            on_yes: |()| {},
        }
        QrPicture { text: "https://example.vn/join#ao-ba-ca-cam", label: "Hình vuông để quét" }
    }
}

#[component]
fn Drawings() -> Element {
    rsx! {
        SectionTitle { text: "Gương mặt" }
        div { class: "gallery-row",
            for (index, avatar) in Avatar::ALL.into_iter().enumerate() {
                Face { key: "{index}", avatar }
            }
            Face { avatar: Avatar::Grandmother, small: true }
        }
        SectionTitle { text: "Biểu tượng" }
        div { class: "gallery-row",
            for (index, icon) in UiIcon::ALL.into_iter().enumerate() {
                UiIconView { key: "{index}", icon }
            }
        }
    }
}

#[component]
fn Frame() -> Element {
    rsx! {
        PracticeFrame {
            say: "Bác chạm vào ô Mật khẩu.",
            feedback: Told {
                tone: NoteTone::Amber,
                text: "Gần đúng rồi. Bác tìm ô ở giữa.".to_owned(),
                place: ToldPlace::Beside,
            },
            steps_done: 2,
            steps_total: 6,
            step_label: "Bước 3 trên 6",
            labels: FrameLabels {
                back: "Quay lại".into(),
                listen: "Nghe".into(),
                home: "Trang đầu".into(),
                row: "Các nút luôn có".into(),
            },
            on_back: |()| {},
            on_listen: |()| {},
            on_home: |()| {},
            extra: rsx! {
                BigButton {
                    label: "Gợi ý",
                    kind: ButtonKind::Help,
                    icon: UiIcon::Hint,
                    onclick: |()| {},
                }
            },
            p { "Sân khấu" }
        }
    }
}
