//! "Lấy dữ liệu của tôi": everything this device has of a learner, readable.

use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::Export;
use crate::core::view::ExportFile;
use crate::domain::consent::{Role, ShareStanding};
use crate::domain::day::LearningDay;
use crate::domain::event::EventRef;
use crate::domain::ids::TutorialId;
use crate::domain::iso_date;
use crate::domain::learner::Learner;
use crate::domain::practice::Mode;
use crate::domain::progress::Progress;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Exported {
    what: &'static str,
    learner: Learner,
    progress: Progress,
    attempts: Vec<ExportedAttempt>,
    sharing: Option<ExportedSharing>,
    events: Vec<ExportedEvent>,
}

#[derive(Serialize)]
struct ExportedEvent {
    place: EventRef,
    event: Value,
    /// Why the server will never take it, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<String>,
}

/// A lesson she is in the middle of.
#[derive(Serialize)]
struct ExportedAttempt {
    tutorial: TutorialId,
    mode: Mode,
    steps_done: u32,
}

/// That her results are sent. The words of her recovery card are not in it: whoever finds the file could use them.
#[derive(Serialize)]
struct ExportedSharing {
    role: Role,
    standing: ShareStanding,
    since: LearningDay,
}

impl Core {
    pub(super) fn export(&mut self, request: Export) -> Result<ExportFile> {
        let learner = self.store.learner(request.learner)?;
        let exchange = self.store.exchange()?;
        let refused = exchange.rejected(learner.id)?;
        let share = exchange.share(learner.id)?;
        drop(exchange);
        let attempts = self.store.attempts(learner.id)?.into_iter();
        let events = self
            .store
            .events(learner.id)?
            .into_iter()
            .map(|stored| ExportedEvent {
                refused: refused
                    .iter()
                    .find(|(place, _)| *place == stored.place)
                    .map(|(_, code)| code.clone()),
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
            attempts: attempts
                .map(|attempt| ExportedAttempt {
                    tutorial: attempt.tutorial,
                    mode: attempt.mode,
                    steps_done: attempt.steps_done,
                })
                .collect(),
            sharing: share.map(|share| ExportedSharing {
                role: share.role,
                standing: share.standing,
                since: share.since,
            }),
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
