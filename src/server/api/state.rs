//! What every request needs.

use super::access::Asker;
use super::guesses::{Guesser, Secret};
use super::limits::{Limits, too_often};
use super::problem::Failed;
use super::settings::Settings;
use crate::server::exchange::{self, Failure, Moment, Refusal};
use crate::server::storage::{self, DeviceKey, Storage, Transaction};
use crate::sync::wire::ProblemCode;
use std::sync::Arc;

/// The server, as its handlers see it.
#[derive(Clone)]
pub(super) struct Api(Arc<Parts>);

struct Parts {
    storage: Arc<dyn Storage>,
    settings: Settings,
    limits: Limits,
}

impl Api {
    pub(super) fn new(storage: Arc<dyn Storage>, settings: Settings) -> Self {
        let limits = Limits::new(&settings);
        Self(Arc::new(Parts {
            storage,
            settings,
            limits,
        }))
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(super) fn now(&self) -> Moment {
        self.0.settings.clock.now()
    }

    /// Does something in one transaction.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Transaction) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failed> {
        Ok(storage::ask(&*self.0.storage, work).await?)
    }

    /// The same for a device that is enrolled and does not come too often: found out in the same transaction, so that
    /// one way to the database is enough.
    pub(super) async fn ask_as<T: Send + 'static>(
        &self,
        asker: Asker,
        mut work: impl FnMut(&mut dyn Transaction, DeviceKey) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failed> {
        let api = self.clone();
        self.ask(move |transaction| {
            let device = api.known(transaction, &asker)?;
            api.limits().device.count(&device).map_err(too_often)?;
            work(transaction, device)
        })
        .await
    }

    /// The same for a code or a card, of which one may get only a few wrong. Asked and counted within the job: the
    /// storage does one after the other, so that a device that sends a hundred guesses at once gains nothing.
    pub(super) async fn guess_as<T: Send + 'static>(
        &self,
        secret: Secret,
        asker: Asker,
        mut work: impl FnMut(&mut dyn Transaction, DeviceKey) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failed> {
        let api = self.clone();
        self.ask_as(asker, move |transaction, device| {
            let guesses = &api.limits().guesses;
            let who = Guesser {
                device: Some(device),
                address: asker.address,
            };
            guesses.admit(secret, &who).map_err(too_often)?;
            let answer = work(transaction, device);
            if refused_with(&answer, &[ProblemCode::NoSuchCode, ProblemCode::NoSuchCard]) {
                guesses.wrong(secret, &who);
            }
            answer
        })
        .await
    }

    /// The device that asks. A bearer that nobody has is a wrong guess; whoever has one is heard, whatever others
    /// at his address made up.
    fn known(&self, transaction: &mut dyn Transaction, asker: &Asker) -> Result<DeviceKey, Failure> {
        let found = exchange::known(transaction, &asker.bearer).map(|device| device.key);
        if refused_with(&found, &[ProblemCode::UnknownDevice]) {
            let who = Guesser {
                device: None,
                address: asker.address,
            };
            let guesses = &self.limits().guesses;
            guesses.admit(Secret::Bearer, &who).map_err(too_often)?;
            guesses.wrong(Secret::Bearer, &who);
        }
        found
    }
}

fn refused_with<T>(answer: &Result<T, Failure>, codes: &[ProblemCode]) -> bool {
    matches!(answer, Err(Failure::Refused(Refusal { code, .. })) if codes.contains(code))
}
