//! Another day begins while the app is open: a phone lies on the table overnight, a class's tablet waits for the next.

use crate::core::TellTime;
use crate::domain::day::LearningDay;
use crate::ui::context::App;
use dioxus::prelude::*;

/// What every screen knows of the days going by. A copy is as good as the original.
#[derive(Clone, Copy, PartialEq)]
pub struct Days {
    /// What day it was when last asked.
    today: CopyValue<Option<LearningDay>>,
    begun: Signal<u32>,
    looked: Signal<u32>,
}

impl Days {
    pub(super) fn new() -> Self {
        Self {
            today: CopyValue::new(None),
            begun: Signal::new(0),
            looked: Signal::new(0),
        }
    }

    /// Goes up when another day has begun: whoever reads it asks the core again for what is due today.
    #[must_use]
    pub fn begun(self) -> u32 {
        *self.begun.read()
    }

    /// The app is looked at again.
    pub fn look_again(mut self) {
        *self.looked.write() += 1;
    }

    /// How often it was.
    pub(super) fn looked(self) -> u32 {
        *self.looked.read()
    }

    /// Asks what day it is. Whether it is another one than before.
    pub(super) async fn notice(mut self, app: App) -> bool {
        let Ok(now) = app.ask(TellTime { seconds: 0 }).await else {
            return false;
        };
        let before = self.today.write().replace(now.day);
        let another = before.is_some_and(|before| before != now.day);
        if another {
            *self.begun.write() += 1;
        }
        another
    }
}
