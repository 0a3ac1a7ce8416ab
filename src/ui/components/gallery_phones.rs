//! The simulated screens of the gallery, one for each family of looks.

use crate::domain::ids::ElementId;
use crate::domain::screen::{
    Button, ButtonStyle, CallState, Element as Drawn, Icon, Item, Screen, Text, Theme,
};
use crate::ui::practice::{EntryView, Keys, KeysLabels, SimLabels, SimScreen, SimState};
use dioxus::prelude::*;

fn text(words: &str) -> Text {
    Text::Label(words.to_owned())
}

fn item(id: &str, label: &str, detail: Option<&str>, icon: Icon) -> Item {
    Item {
        id: id.into(),
        label: text(label),
        detail: detail.map(text),
        icon: Some(icon),
    }
}

fn button(id: &str, label: &str, style: ButtonStyle) -> Button {
    Button {
        id: id.into(),
        label: text(label),
        style,
    }
}

fn screen(id: &str, theme: Theme, elements: Vec<Drawn>) -> Screen {
    Screen {
        id: id.into(),
        theme,
        elements,
    }
}

fn bar(label: &str, back: Option<&str>) -> Drawn {
    Drawn::AppBar {
        label: text(label),
        back: back.map(ElementId::from),
    }
}

fn labels() -> SimLabels {
    SimLabels {
        banner: "MÀN HÌNH TẬP".into(),
        group: "Màn hình tập".into(),
        back: "Lùi lại".into(),
        secure: "Có khóa".into(),
        insecure: "Không khóa".into(),
        filled: "Đã điền".into(),
        specimen: "MẪU".into(),
        pin_hint: "Mã tập".into(),
        more: "Còn nữa ở dưới".into(),
    }
}

fn phone() -> Screen {
    let tiles = vec![
        item("g-camera", "Máy ảnh", None, Icon::Camera),
        item("g-sms", "Tin nhắn", None, Icon::Message),
        item("g-vneid", "VNeID", None, Icon::Card),
        item("g-calls", "Điện thoại", None, Icon::Phone),
        item("g-settings", "Cài đặt", None, Icon::Settings),
        item("g-map", "Bản đồ", None, Icon::Map),
    ];
    let sms = Drawn::Sms {
        id: "g-message".into(),
        from: text("000 999 000"),
        body: text("Bác được hoàn 2 triệu. Bấm vào đường dẫn để nhận tiền."),
    };
    screen("g-phone", Theme::Phone, vec![sms, Drawn::TileGrid { tiles }])
}

fn login() -> Screen {
    let field = |id: &str, label: &str, secret| Drawn::TextField {
        id: id.into(),
        label: text(label),
        placeholder: Some(text("Chạm để nhập")),
        secret,
    };
    screen(
        "g-login",
        Theme::Identity,
        vec![
            bar("VNeID", Some("g-login-back")),
            field("g-number", "Số định danh cá nhân", false),
            field("g-password", "Mật khẩu", true),
            Drawn::Button(button("g-log-in", "Đăng nhập", ButtonStyle::Primary)),
            Drawn::Button(button("g-forgot", "Quên mật khẩu", ButtonStyle::Link)),
            Drawn::BottomBar {
                tabs: vec![
                    item("g-tab-home", "Trang chủ", None, Icon::Home),
                    item("g-tab-wallet", "Ví giấy tờ", None, Icon::Wallet),
                    item("g-tab-me", "Cá nhân", None, Icon::User),
                ],
                open: None,
            },
        ],
    )
}

fn pin() -> Screen {
    let pad = Drawn::PinPad {
        id: "g-pin".into(),
        label: text("Nhập passcode"),
    };
    screen("g-pin-screen", Theme::Identity, vec![bar("VNeID", None), pad])
}

fn card() -> Screen {
    let card = Drawn::IdCard {
        id: "g-card".into(),
        title: text("CĂN CƯỚC ĐIỆN TỬ"),
        name: text("NGUYỄN THỊ MẪU"),
        number: "000 000 000 123".into(),
    };
    let code = Drawn::Qr {
        label: text("Mã QR")
    };
    screen(
        "g-card-screen",
        Theme::Identity,
        vec![bar("VNeID", None), card, code],
    )
}

fn shop() -> Screen {
    let rows = vec![
        item("g-real", "VNeID", Some("Trung tâm dữ liệu quốc gia"), Icon::Card),
        item(
            "g-fake",
            "VNeID Pro 2026",
            Some("vneid-gov.top"),
            Icon::ShieldAlert,
        ),
    ];
    let answers = vec![
        item("g-install", "Cài đặt", None, Icon::Download),
        item("g-leave", "Để sau", None, Icon::Clock),
    ];
    screen(
        "g-shop",
        Theme::Store,
        vec![
            bar("CH Play", None),
            Drawn::List { items: rows },
            Drawn::Choice {
                label: text("Bác chọn gì?"),
                options: answers,
            },
            Drawn::Button(button("g-get", "Cài đặt", ButtonStyle::Secondary)),
        ],
    )
}

fn portal() -> Screen {
    screen(
        "g-portal",
        Theme::Portal,
        vec![
            Drawn::AddressBar {
                id: "g-address".into(),
                url: "dichvucong.gov.vn".into(),
                secure: true,
            },
            bar("Cổng Dịch vụ công Quốc gia", None),
            Drawn::Heading {
                text: text("Chứng thực bản sao từ bản chính"),
            },
            Drawn::Paragraph {
                text: text("Hồ sơ được gửi đến Ủy ban nhân dân xã, phường."),
                boxed: true,
            },
            Drawn::Checkbox {
                id: "g-sure".into(),
                label: text("Tôi cam đoan những lời khai trên là đúng"),
            },
            Drawn::Button(button("g-send", "Nộp hồ sơ", ButtonStyle::Primary)),
        ],
    )
}

fn dialog() -> Screen {
    screen(
        "g-dialog",
        Theme::Plain,
        vec![
            Drawn::Heading {
                text: text("Ba bí mật"),
            },
            Drawn::Dialog {
                title: text("Cho phép gửi thông báo?"),
                body: text("VNeID muốn gửi thông báo cho bác."),
                buttons: vec![
                    button("g-allow", "Cho phép", ButtonStyle::Primary),
                    button("g-deny", "Không cho phép", ButtonStyle::Secondary),
                ],
            },
        ],
    )
}

fn call(id: &str, state: CallState) -> Screen {
    let call = Drawn::Call {
        caller: text("Số lạ"),
        number: "000 999 000".into(),
        state,
    };
    screen(id, Theme::Call, vec![call])
}

fn ringing() -> Screen {
    let state = CallState::Incoming {
        answer: button("g-answer", "Trả lời", ButtonStyle::Primary),
        decline: button("g-decline", "Từ chối", ButtonStyle::Primary),
    };
    call("g-ringing", state)
}

fn talking() -> Screen {
    let state = CallState::Talking {
        speech: text("Tôi là công an phường. Bác phải cập nhật VNeID ngay, không thì bị khóa tài khoản."),
        hang_up: button("g-hang-up", "Kết thúc", ButtonStyle::Primary),
        keep_talking: button("g-talk", "Nói chuyện tiếp", ButtonStyle::Secondary),
    };
    call("g-talking", state)
}

/// Every simulated element, each on a phone of its own.
#[component]
pub(super) fn Phones() -> Element {
    let pages = [
        (phone(), "g-vneid", None),
        (login(), "g-password", None),
        (pin(), "g-pin", Some(EntryView::new("000123", 2))),
        (card(), "g-card", None),
        (shop(), "g-real", None),
        (portal(), "g-sure", None),
        (dialog(), "g-allow", None),
        (ringing(), "g-decline", None),
        (talking(), "g-hang-up", None),
    ];
    let mut state = SimState::default();
    state.filled.insert("g-number".into(), "000 000 000 123".into());
    state.active_field = Some("g-password".into());
    state.on.insert("g-install".into());
    let words = KeysLabels {
        sample: "Chữ mẫu".into(),
        fill: "Điền chữ mẫu".into(),
        erase: "Xóa".into(),
        space: "Cách".into(),
        hint: Some("Gợi ý".into()),
    };
    rsx! {
        for (page, target, entry) in pages {
            div { key: "{page.id}", class: "gallery-phone",
                SimScreen {
                    screen: page.clone(),
                    state: state.clone(),
                    target: ElementId::from(target),
                    glow: true,
                    labels: labels(),
                    entry,
                    on_tap: |_| {},
                }
            }
        }
        for sample in ["000 000 000 123", "chứng thực bản sao"] {
            Keys {
                key: "{sample}",
                entry: EntryView::new(sample, 4),
                glow_next: true,
                labels: words.clone(),
                on_key: |_| {},
                on_erase: |()| {},
                on_fill: |()| {},
                on_hint: |()| {},
            }
        }
    }
}
