//! What can go wrong before the server answers its first request.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use super::storage::{DatabaseAddress, StorageError};

/// Why the server could not start, or stopped by itself.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The folder of the web app is missing or is not a web build.
    #[error("{folder} holds no web app ({file} is missing): run `make web` first")]
    NoWebApp {
        /// The folder that was given.
        folder: PathBuf,
        /// What a web build always has.
        file: &'static str,
    },
    /// The address is taken, or not ours to use.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address that was given.
        address: SocketAddr,
        /// The system's reason.
        source: io::Error,
    },
    /// A file of the certificate or the key cannot be read as PEM.
    #[error("cannot read {file}: {reason}")]
    TlsFile {
        /// The file that was given.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Certificate and key were read, but do not belong together or are too weak.
    #[error("the certificate and its key cannot be used: {0}")]
    Tls(#[from] rustls::Error),
    /// The database cannot be used.
    #[error("cannot use {database}: {source}")]
    Database {
        /// The one that was given.
        database: DatabaseAddress,
        /// What is wrong with it.
        source: StorageError,
    },
    /// Everybody could fetch it.
    #[error("the database must not lie in the folder of the web app")]
    DatabaseInWebApp,
    /// Accepting connections failed.
    #[error("the server stopped: {0}")]
    Serve(#[source] io::Error),
}
