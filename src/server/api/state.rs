//! What every request needs.

use super::limits::{Address, Limits, too_often};
use super::problem::Failed;
use super::settings::Settings;
use crate::server::exchange::{self, Failure, Moment};
use crate::server::storage::{self, DeviceKey, Payer, Storage, Transaction};
use crate::sync::secret::SecretHash;
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
        bearer: SecretHash,
        mut work: impl FnMut(&mut dyn Transaction, DeviceKey) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failed> {
        let api = self.clone();
        let payer = Payer::of(&bearer);
        let answer = storage::ask_for(&*self.0.storage, payer, move |transaction| {
            let device = exchange::known(transaction, &bearer)?.key;
            api.limits().device.count(&device).map_err(too_often)?;
            work(transaction, device)
        });
        Ok(answer.await?)
    }

    /// The same for a code or a card, of which one may try only a few.
    pub(super) async fn try_as<T: Send + 'static>(
        &self,
        bearer: SecretHash,
        address: Address,
        mut work: impl FnMut(&mut dyn Transaction, DeviceKey) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failed> {
        self.limits().address_tries.count(&address).map_err(too_often)?;
        let api = self.clone();
        self.ask_as(bearer, move |transaction, device| {
            api.limits().device_tries.count(&device).map_err(too_often)?;
            work(transaction, device)
        })
        .await
    }
}
