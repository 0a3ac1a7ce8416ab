//! Exchanges with the server: what to send, and what an answer means. `docs/sync-protocol.md` gives the rules.

mod apply;
mod copies;
mod prepare;

pub(super) use copies::rescue;

use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::request::{NoteEnrolled, NoteSyncFailure};
use crate::store::setting::Setting;
use crate::sync::pace::{Pace, Trouble};
use crate::sync::wire::ProblemCode;

impl Core {
    pub(super) fn pace(&self) -> Result<Pace> {
        Ok(self.store.setting(Setting::SyncPace)?.unwrap_or_default())
    }

    /// The server knows this device now.
    pub(super) fn note_enrolled(&mut self, _: NoteEnrolled) -> Result<()> {
        if let Some(mut device) = self.store.device()?
            && !device.enrolled
        {
            device.enrolled = true;
            self.store.set_device(&device)?;
        }
        Ok(())
    }

    /// A try failed; answers how many milliseconds to wait.
    pub(super) fn note_sync_failure(&mut self, request: NoteSyncFailure) -> Result<u64> {
        if request.trouble == Trouble::Refused(ProblemCode::UnknownDevice)
            && let Some(mut device) = self.store.device()?
            && device.enrolled
        {
            // A server restored from a backup: the same bearer is enrolled again, at once.
            device.enrolled = false;
            self.store.set_device(&device)?;
            return Ok(0);
        }
        let now = self.environment.clock.unix_millis();
        let mut pace = self.pace()?;
        pace.failed(now, request.trouble, request.retry_after, request.dice);
        self.store.set_setting(Setting::SyncPace, &pace)?;
        Ok(pace.wait(now, false))
    }
}
