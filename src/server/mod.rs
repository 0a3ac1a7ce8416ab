//! The server: it serves the web app, and keeps and passes on what devices send.
//!
//! It may use `domain` and the wire types, and never a screen, the core or the device's store.

mod address;
pub mod api;
mod app;
pub mod clock;
mod connections;
mod error;
pub mod exchange;
mod headers;
mod health;
mod static_files;
pub mod storage;
mod tls;

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum_server::accept::DefaultAcceptor;
use axum_server::tls_rustls::RustlsAcceptor;
use axum_server::{Handle, Server};
use hyper_util::rt::TokioTimer;
use tokio::task::JoinHandle;

use api::Settings;
use clock::{Clock, SystemClock};
use connections::{Gate, Table};
use storage::{DatabaseAddress, Storage};
use tls::Certificate;

pub use connections::ConnectionLimits;
pub use error::ServerError;
pub use tls::{NotTwoFiles, TlsFiles};

/// How long running answers may take after the server was told to stop.
const GRACE: Duration = Duration::from_secs(10);
/// Most bytes of requests and of answers that wait in the memory of one connection; headers must fit in.
const BUFFER: usize = 32 * 1024;

/// What the server needs to know to start.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// The folder of the web app, as `cargo xtask web` makes it.
    pub web: PathBuf,
    /// Certificate and key, for HTTPS.
    pub tls: Option<TlsFiles>,
    /// What devices send is kept here.
    pub database: DatabaseAddress,
    /// How it answers devices.
    pub settings: Settings,
}

/// A server that listens.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    certificate: Option<Arc<Certificate>>,
    handle: Handle<SocketAddr>,
    task: JoinHandle<std::io::Result<()>>,
    storage: Arc<dyn Storage>,
}

impl Running {
    /// The address it really listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where a browser on this machine finds it.
    #[must_use]
    pub fn url(&self) -> String {
        let scheme = if self.certificate.is_some() {
            "https"
        } else {
            "http"
        };
        let host = if self.address.ip().is_loopback() || self.address.ip().is_unspecified() {
            // The name counts as secure in every browser; certificates are made for names, too.
            "localhost".to_owned()
        } else {
            match self.address {
                SocketAddr::V4(address) => address.ip().to_string(),
                SocketAddr::V6(address) => format!("[{}]", address.ip()),
            }
        };
        format!("{scheme}://{host}:{}", self.address.port())
    }

    /// Reads certificate and key again, for connections that are made from now on. Without HTTPS, nothing is to be
    /// done.
    ///
    /// # Errors
    /// When they cannot be used; those of before stay in use.
    pub fn reload(&self) -> Result<(), ServerError> {
        self.certificate
            .as_ref()
            .map_or(Ok(()), |certificate| certificate.reload())
    }

    /// Takes no new connection, and ends the others once they are answered.
    pub fn stop(&self) {
        self.handle.graceful_shutdown(Some(GRACE));
    }

    /// Waits until it has stopped and the database is closed.
    ///
    /// # Errors
    /// When it stopped by itself.
    pub async fn wait(&mut self) -> Result<(), ServerError> {
        let outcome = (&mut self.task).await;
        self.storage.close().await;
        match outcome {
            Ok(outcome) => outcome.map_err(ServerError::Serve),
            Err(panicked) => Err(ServerError::Serve(std::io::Error::other(panicked))),
        }
    }
}

/// Starts listening. Everything that can be wrong with `config` is found here.
///
/// # Errors
/// When there is no web app, or the address, the database, or certificate and key cannot be used.
pub async fn start(config: &Config) -> Result<Running, ServerError> {
    let web = static_files::WebApp::open(&config.web)?;
    let certificate = config
        .tls
        .as_ref()
        .map(Certificate::read)
        .transpose()?
        .map(Arc::new);
    let cannot_listen = |source| ServerError::Listen {
        address: config.listen,
        source,
    };
    let listener = TcpListener::bind(config.listen).map_err(cannot_listen)?;
    listener.set_nonblocking(true).map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;

    let storage = open_database(&config.database, &config.web)?;
    let handle = Handle::new();
    let https = certificate.is_some();
    let settings = &config.settings;
    let api = api::router(Arc::clone(&storage), settings.clone());
    let router = app::router(web, api, Arc::clone(&storage), https);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    // Sockets are real, also where a test has its own time for everything else.
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::start());
    let table = Arc::new(Table::new(settings.connections, &clock));
    tracing::debug!("{} connections at a time", table.in_all());
    tokio::spawn(Table::watch(Arc::downgrade(&table)));
    let gate = Gate::new(table, !settings.behind_proxy, https);
    let server = axum_server::from_tcp(listener).map_err(cannot_listen)?;
    let server = limited(server, settings.headers_within).handle(handle.clone());
    let task = match &certificate {
        Some(certificate) => {
            let acceptor = RustlsAcceptor::new(certificate.in_use())
                .handshake_timeout(settings.headers_within)
                .acceptor(gate);
            tokio::spawn(server.acceptor(acceptor).http1_only().serve(service))
        }
        None => tokio::spawn(server.acceptor(gate).http1_only().serve(service)),
    };
    handle.listening().await;
    if let Some(certificate) = &certificate {
        tokio::spawn(Certificate::watch(Arc::downgrade(certificate)));
    }
    Ok(Running {
        address,
        certificate,
        handle,
        task,
        storage,
    })
}

fn open_database(address: &DatabaseAddress, web: &Path) -> Result<Arc<dyn Storage>, ServerError> {
    let folder = address.folder().and_then(|folder| folder.canonicalize().ok());
    if let (Some(folder), Ok(web)) = (folder, web.canonicalize())
        && folder.starts_with(web)
    {
        return Err(ServerError::DatabaseInWebApp);
    }
    address.open().map_err(|source| ServerError::Database {
        database: address.clone(),
        source,
    })
}

/// A client that never finishes its question, or never begins one, must not hold a connection for ever; nor must one
/// that asks for much and reads nothing hold much memory.
///
/// It must be told to speak HTTP/1.1 only: while it is not known which version a client speaks, no time runs.
fn limited(
    mut server: Server<SocketAddr, DefaultAcceptor>,
    headers_within: Duration,
) -> Server<SocketAddr, DefaultAcceptor> {
    server
        .http_builder()
        .http1()
        .timer(TokioTimer::new())
        .max_buf_size(BUFFER)
        .header_read_timeout(headers_within);
    server
}
