//! Fingers on the glass: mouse and form events as a browser would send them, and where things lie.

use dioxus::html::geometry::euclid::{Point2D, Size2D};
use dioxus::html::geometry::{ClientPoint, Coordinates, ElementPoint, PagePoint, PixelsRect, ScreenPoint};
use dioxus::html::{
    AnimationData, CancelData, ClipboardData, CompositionData, DragData, FocusData, FormData,
    HtmlEventConverter, ImageData, KeyboardData, MediaData, MountedData, MountedResult, MouseData,
    PlatformEventData, PointerData, RenderedElementBacking, ResizeData, ScrollData, SelectionData,
    SerializedHtmlEventConverter, SerializedMouseData, ToggleData, TouchData, TransitionData, VisibleData,
    WheelData,
};
use std::any::Any;
use std::pin::Pin;

/// Every thing that can be tapped is this high …
pub const HEIGHT: f64 = 60.0;
/// … and begins this far below the one before it, so that there is room to miss.
pub const PITCH: f64 = 160.0;
pub const WIDTH: f64 = 300.0;

/// A place on the glass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect(pub PixelsRect);

impl Rect {
    /// Of the thing with this number, from the top.
    pub fn numbered(index: usize) -> Self {
        let index = u32::try_from(index).expect("few things");
        Self(PixelsRect::new(
            Point2D::new(10.0, 10.0 + f64::from(index) * PITCH),
            Size2D::new(WIDTH, HEIGHT),
        ))
    }

    /// Of what holds everything.
    pub fn everything() -> Self {
        Self(PixelsRect::new(
            Point2D::new(0.0, 0.0),
            Size2D::new(400.0, 100_000.0),
        ))
    }
}

impl RenderedElementBacking for Rect {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn get_client_rect(&self) -> Pin<Box<dyn Future<Output = MountedResult<PixelsRect>>>> {
        let rect = self.0;
        Box::pin(async move { Ok(rect) })
    }
}

/// A tap at this place; (0, 0) is what a keyboard says, which has no place.
pub fn tap_at(x: f64, y: f64) -> PlatformEventData {
    let at = Coordinates::new(
        ScreenPoint::new(x, y),
        ClientPoint::new(x, y),
        ElementPoint::new(x, y),
        PagePoint::new(x, y),
    );
    let data = SerializedMouseData::new(
        None,
        dioxus::html::input_data::MouseButtonSet::empty(),
        at,
        Default::default(),
    );
    PlatformEventData::new(Box::new(data))
}

/// Reads what [`super::harness`] sends.
pub struct Converter;

macro_rules! as_serialized {
    ($($name:ident -> $data:ident;)+) => {
        $(
            fn $name(&self, event: &PlatformEventData) -> $data {
                SerializedHtmlEventConverter.$name(event)
            }
        )+
    };
}

impl HtmlEventConverter for Converter {
    fn convert_mounted_data(&self, event: &PlatformEventData) -> MountedData {
        MountedData::from(*event.downcast::<Rect>().expect("a place"))
    }

    as_serialized! {
        convert_animation_data -> AnimationData;
        convert_cancel_data -> CancelData;
        convert_clipboard_data -> ClipboardData;
        convert_composition_data -> CompositionData;
        convert_drag_data -> DragData;
        convert_focus_data -> FocusData;
        convert_form_data -> FormData;
        convert_image_data -> ImageData;
        convert_keyboard_data -> KeyboardData;
        convert_media_data -> MediaData;
        convert_mouse_data -> MouseData;
        convert_pointer_data -> PointerData;
        convert_resize_data -> ResizeData;
        convert_scroll_data -> ScrollData;
        convert_selection_data -> SelectionData;
        convert_toggle_data -> ToggleData;
        convert_touch_data -> TouchData;
        convert_transition_data -> TransitionData;
        convert_visible_data -> VisibleData;
        convert_wheel_data -> WheelData;
    }
}
