//! How far a tap is from what it should have hit.

use crate::domain::practice::NEAR_PIXELS;
use dioxus::html::geometry::PixelsRect;
use dioxus::prelude::*;
use std::rc::Rc;

/// Something drawn on the glass, whose rectangle can be asked for.
#[derive(Clone)]
pub(super) struct Place(pub Rc<MountedData>);

impl PartialEq for Place {
    /// The same drawn thing, not merely one that lies in the same place.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A point on the glass, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

/// Where the finger was; `None` for a press from the keyboard, which has no place.
pub(super) fn point_of(event: &MouseData) -> Option<Point> {
    let place = event.client_coordinates();
    let from_keyboard = place.x == 0.0 && place.y == 0.0;
    (!from_keyboard).then_some(Point {
        x: place.x,
        y: place.y,
    })
}

/// How far outside the rectangle the point is; 0 inside it.
fn distance(point: Point, rect: &PixelsRect) -> f64 {
    let beyond = |at: f64, from: f64, to: f64| (from - at).max(at - to).max(0.0);
    let x = beyond(point.x, rect.min_x(), rect.max_x());
    let y = beyond(point.y, rect.min_y(), rect.max_y());
    x.hypot(y)
}

/// Whether the point is close enough to be called "gần đúng".
fn is_near(point: Point, rect: &PixelsRect) -> bool {
    !rect.is_empty() && distance(point, rect) <= NEAR_PIXELS
}

/// Whether a finger that came down at `at` was near `target` as it now lies on the glass.
pub(super) async fn was_near(at: Option<Point>, target: Option<Place>) -> bool {
    let (Some(at), Some(target)) = (at, target) else {
        return false;
    };
    target
        .0
        .get_client_rect()
        .await
        .is_ok_and(|rect| is_near(at, &rect))
}

/// Whether `inner` lies wholly between the top and the bottom of `outer`, give or take a pixel of rounding.
pub(super) fn is_within(inner: &PixelsRect, outer: &PixelsRect) -> bool {
    inner.min_y() >= outer.min_y() - 1.0 && inner.max_y() <= outer.max_y() + 1.0
}

/// So much of something must be seen to know what it is.
const TELLING_PIXELS: f64 = 72.0;

/// Whether one has to go down to see what `inner` is.
pub(super) fn is_below(inner: &PixelsRect, outer: &PixelsRect) -> bool {
    inner.max_y().min(inner.min_y() + TELLING_PIXELS) > outer.max_y() + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use dioxus::html::geometry::euclid::{Point2D, Size2D};

    fn rect() -> PixelsRect {
        PixelsRect::new(Point2D::new(100.0, 200.0), Size2D::new(50.0, 40.0))
    }

    #[test]
    fn near_is_24_pixels_from_the_edge_in_any_direction() {
        for (x, y, near) in [
            (125.0, 220.0, true),
            (125.0, 264.0, true),
            (125.0, 264.5, false),
            (76.0, 220.0, true),
            (75.0, 220.0, false),
            // In the corner the distance is slanting: 20 across and 20 down is 28.
            (170.0, 260.0, false),
            (166.0, 256.0, true),
        ] {
            assert_eq!(is_near(Point { x, y }, &rect()), near, "{x} {y}");
        }
    }

    #[test]
    fn what_is_not_drawn_is_never_near() {
        assert!(!is_near(Point { x: 1.0, y: 1.0 }, &PixelsRect::zero()));
    }
}
