//! Where the server keeps what it knows. Nothing above this room knows which database that is.
//!
//! The rules of the protocol are in [`super::exchange`]; they see a [`Transaction`]. A storage runs a whole piece of
//! work inside one transaction and answers once it is on the disk.

mod address;
mod error;
pub mod sqlite;
mod transaction;

use futures_util::future::BoxFuture;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

pub use address::{DatabaseAddress, NotADatabaseAddress};
pub use error::StorageError;
pub use sqlite::SqliteStorage;
pub use transaction::{
    Code, Device, DeviceFacts, DeviceKey, Member, Share, ShareKey, ShareState, Stream, StreamKey, Transaction,
};

/// Result of a storage operation.
pub type Result<T> = std::result::Result<T, StorageError>;

/// What becomes of what a piece of work wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is committed.
    Keep,
    /// Nothing of it stays.
    Undo,
}

/// A piece of work. It may be called again if the database asks for the transaction to be repeated.
pub type Job = Box<dyn FnMut(&mut dyn Transaction) -> Outcome + Send>;

/// A database.
pub trait Storage: Debug + Send + Sync {
    /// Does the work in one transaction; the answer comes after the commit.
    fn transact(&self, job: Job) -> BoxFuture<'_, Result<()>>;

    /// Finishes what was begun and closes the database, so that its file can be copied. Whatever is asked
    /// afterwards is refused with [`StorageError::Stopped`].
    fn close(&self) -> BoxFuture<'_, ()>;
}

/// Does `work` in one transaction and hands over what it answers. An error undoes it.
///
/// # Errors
/// What `work` answers, or that the database failed.
pub async fn ask<T, E, W>(storage: &dyn Storage, mut work: W) -> std::result::Result<T, E>
where
    T: Send + 'static,
    E: From<StorageError> + Send + 'static,
    W: FnMut(&mut dyn Transaction) -> std::result::Result<T, E> + Send + 'static,
{
    let answer = Arc::new(Mutex::new(None));
    let inside = Arc::clone(&answer);
    let job = move |transaction: &mut dyn Transaction| {
        let result = work(transaction);
        let outcome = if result.is_ok() {
            Outcome::Keep
        } else {
            Outcome::Undo
        };
        *inside.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        outcome
    };
    storage.transact(Box::new(job)).await?;
    let answer = answer.lock().unwrap_or_else(PoisonError::into_inner).take();
    answer.unwrap_or_else(|| Err(StorageError::Failed("the work was not done".into()).into()))
}
