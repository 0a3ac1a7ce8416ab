//! Whether the server can do what it is there for.

use super::clock::{Clock, SystemClock};
use super::storage::{self, Storage, StorageError};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// A database that has not answered by then does not answer.
const DEADLINE: Duration = Duration::from_secs(1);
/// So long an answer is good for everybody: whoever asks all the time must not keep the database busy.
const FRESH: Duration = Duration::from_secs(1);
/// No device has this bearer: it is the hash of nothing known.
const NOBODY: [u8; 32] = [0; 32];

/// Asks the database, once for all who want to know.
#[derive(Debug)]
pub(super) struct Health {
    storage: Arc<dyn Storage>,
    clock: SystemClock,
    /// The last answer, and when it was given. Who comes while it is asked for waits for the same.
    last: Mutex<Option<(Duration, bool)>>,
}

impl Health {
    pub(super) fn of(storage: Arc<dyn Storage>) -> Arc<Self> {
        Arc::new(Self {
            storage,
            clock: SystemClock::start(),
            last: Mutex::new(None),
        })
    }

    /// Whether the database reads a row within the deadline, through the same door as every request.
    pub(super) async fn is_well(&self) -> bool {
        let mut last = self.last.lock().await;
        if let Some((then, well)) = *last
            && self.clock.running().saturating_sub(then) < FRESH
        {
            return well;
        }
        let asking = storage::ask(&*self.storage, |transaction| transaction.device(&NOBODY));
        let well = match tokio::time::timeout(DEADLINE, asking).await {
            Ok(Ok(_)) => true,
            Ok(Err(error)) => {
                told(&error);
                false
            }
            Err(_) => {
                tracing::error!("the database does not answer");
                false
            }
        };
        *last = Some((self.clock.running(), well));
        well
    }
}

fn told(error: &StorageError) {
    tracing::error!(%error, "the database cannot be asked");
}
