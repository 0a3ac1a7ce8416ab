//! "Lấy dữ liệu của tôi": everything this device has of a learner, readable.

use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::Export;
use crate::core::view::ExportFile;
use crate::domain::event::EventRef;
use crate::domain::iso_date;
use crate::domain::learner::Learner;
use crate::domain::progress::Progress;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Exported {
    what: &'static str,
    learner: Learner,
    progress: Progress,
    events: Vec<ExportedEvent>,
}

#[derive(Serialize)]
struct ExportedEvent {
    place: EventRef,
    event: Value,
}

impl Core {
    pub(super) fn export(&mut self, request: Export) -> Result<ExportFile> {
        let learner = self.store.learner(request.learner)?;
        let events = self
            .store
            .events(learner.id)?
            .into_iter()
            .map(|stored| ExportedEvent {
                place: stored.place,
                // What is not JSON is still hers: it is given as the text it looks like.
                event: serde_json::from_slice(&stored.bytes)
                    .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&stored.bytes).into_owned())),
            })
            .collect();
        let exported = Exported {
            what: "Cùng Tiến: everything this device has of one learner",
            progress: self.store.progress(learner.id)?,
            learner,
            events,
        };
        let text =
            serde_json::to_string_pretty(&exported).map_err(|error| CoreError::Failed(error.to_string()))?;
        let day = self.today().date().map(iso_date::text);
        Ok(ExportFile {
            name: format!("cung-tien-{}.json", day.unwrap_or_else(|| "data".into())),
            text,
        })
    }
}
