//! Wall clocks.

use std::cell::Cell;
use std::rc::Rc;

/// A wall clock with a time zone. It may be wrong; nothing that matters relies on it alone.
pub trait Clock {
    /// Milliseconds since 1970 in UTC.
    fn unix_millis(&self) -> i64;
    /// Minutes east of Greenwich, now: +420 in Viet Nam.
    fn offset_minutes(&self) -> i32;
}

/// The device's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeviceClock;

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::disallowed_methods, reason = "this is the clock the others ask")]
impl Clock for DeviceClock {
    fn unix_millis(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond()
    }

    fn offset_minutes(&self) -> i32 {
        jiff::Zoned::now().offset().seconds() / 60
    }
}

#[cfg(target_arch = "wasm32")]
impl Clock for DeviceClock {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds fit for 280,000 years"
    )]
    fn unix_millis(&self) -> i64 {
        js_sys::Date::now() as i64
    }

    #[allow(clippy::cast_possible_truncation, reason = "JavaScript gives whole minutes")]
    fn offset_minutes(&self) -> i32 {
        -(js_sys::Date::new_0().get_timezone_offset() as i32)
    }
}

/// A clock that tests set: "bà Tư's phone, eight days later".
#[derive(Debug, Clone)]
pub struct ShiftableClock {
    millis: Rc<Cell<i64>>,
}

const MILLIS_PER_DAY: i64 = 86_400_000;

impl ShiftableClock {
    /// A clock that stands at noon of this day in Viet Nam.
    #[must_use]
    pub fn at_noon(day: i32) -> Self {
        let noon = i64::from(day) * MILLIS_PER_DAY + MILLIS_PER_DAY / 2 - 7 * 3_600_000;
        Self {
            millis: Rc::new(Cell::new(noon)),
        }
    }

    /// Moves it, back too.
    pub fn shift_days(&self, days: i32) {
        self.shift_millis(i64::from(days) * MILLIS_PER_DAY);
    }

    /// Moves it by less than a day.
    pub fn shift_millis(&self, millis: i64) {
        self.millis.set(self.millis.get() + millis);
    }
}

impl Clock for ShiftableClock {
    fn unix_millis(&self) -> i64 {
        self.millis.get()
    }

    fn offset_minutes(&self) -> i32 {
        420
    }
}
