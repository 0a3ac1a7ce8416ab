//! The server: today it serves the web app; what devices send comes to the same process.
//!
//! It may use `domain` and the wire types, and never a screen, the core or the device's store.

mod app;
mod error;
mod headers;
mod static_files;
mod tls;

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;

use axum_server::tls_rustls::RustlsConfig;
use axum_server::{Handle, Server};
use hyper_util::rt::TokioTimer;
use tokio::task::JoinHandle;

pub use error::ServerError;
pub use tls::{NotTwoFiles, TlsFiles};

/// How long running answers may take after the server was told to stop.
const GRACE: Duration = Duration::from_secs(10);
/// How long a client may take to say what it wants.
const HEADERS_WITHIN: Duration = Duration::from_secs(15);

/// What the server needs to know to start.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// The folder of the web app, as `cargo xtask web` makes it.
    pub web: PathBuf,
    /// Certificate and key, for HTTPS.
    pub tls: Option<TlsFiles>,
}

/// A server that listens.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    https: bool,
    handle: Handle<SocketAddr>,
    task: JoinHandle<std::io::Result<()>>,
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
        let scheme = if self.https { "https" } else { "http" };
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

    /// Takes no new connection, and ends the others once they are answered.
    pub fn stop(&self) {
        self.handle.graceful_shutdown(Some(GRACE));
    }

    /// Waits until it has stopped.
    ///
    /// # Errors
    /// When it stopped by itself.
    pub async fn wait(&mut self) -> Result<(), ServerError> {
        match (&mut self.task).await {
            Ok(outcome) => outcome.map_err(ServerError::Serve),
            Err(panicked) => Err(ServerError::Serve(std::io::Error::other(panicked))),
        }
    }
}

/// Starts listening. Everything that can be wrong with `config` is found here.
///
/// # Errors
/// When there is no web app, the address cannot be used, or certificate and key cannot.
pub async fn start(config: &Config) -> Result<Running, ServerError> {
    let web = static_files::WebApp::open(&config.web)?;
    let tls = config.tls.as_ref().map(tls::read).transpose()?;
    let cannot_listen = |source| ServerError::Listen {
        address: config.listen,
        source,
    };
    let listener = TcpListener::bind(config.listen).map_err(cannot_listen)?;
    listener.set_nonblocking(true).map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;

    let handle = Handle::new();
    let https = tls.is_some();
    let service = app::router(web, https).into_make_service();
    let task = match tls {
        Some(tls) => {
            let mut server = axum_server::from_tcp_rustls(listener, RustlsConfig::from_config(tls))
                .map_err(cannot_listen)?;
            limit(&mut server);
            tokio::spawn(server.handle(handle.clone()).serve(service))
        }
        None => {
            let mut server = axum_server::from_tcp(listener).map_err(cannot_listen)?;
            limit(&mut server);
            tokio::spawn(server.handle(handle.clone()).serve(service))
        }
    };
    handle.listening().await;
    Ok(Running {
        address,
        https,
        handle,
        task,
    })
}

/// A client that never finishes its question must not hold a connection for ever.
fn limit<Acceptor>(server: &mut Server<SocketAddr, Acceptor>) {
    server
        .http_builder()
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN);
}
