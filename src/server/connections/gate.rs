//! Where connections come in.

use super::super::address::Address;
use super::guarded::Guarded;
use super::table::Table;
use axum_server::accept::Accept;
use std::future::{Ready, ready};
use std::io;
use std::sync::Arc;
use tokio::net::TcpStream;

/// Most bytes that wait in the kernel for a client although they could not be sent yet. What it takes is seen in steps
/// of this size, however large the buffers of the kernel have become while it was quick.
#[cfg(any(target_os = "linux", target_os = "android"))]
const UNSENT: u32 = 32 * 1024;

/// What somebody reads whose connection was not taken. Only without TLS: with it, nothing can be said yet.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\ncache-control: no-store\r\n\
    content-length: 0\r\nconnection: close\r\n\r\n";

/// Enters connections into the table.
#[derive(Debug, Clone)]
pub(in crate::server) struct Gate {
    table: Arc<Table>,
    /// The address of the one who connects tells who asks.
    by_address: bool,
    /// Before HTTPS begins, no answer can be read.
    https: bool,
}

impl Gate {
    pub(in crate::server) const fn new(table: Arc<Table>, by_address: bool, https: bool) -> Self {
        Self {
            table,
            by_address,
            https,
        }
    }

    fn enter(&self, stream: TcpStream) -> io::Result<Guarded> {
        let peer = stream.peer_addr()?;
        let address = self.by_address.then(|| Address::new(peer.ip()));
        let Some(place) = self.table.enter(address) else {
            if !self.https {
                // It may not fit; then there is no answer, which says the same.
                let _ = stream.try_write(FULL);
            }
            return Err(io::ErrorKind::ConnectionRefused.into());
        };
        #[cfg(any(target_os = "linux", target_os = "android"))]
        if let Err(error) = socket2::SockRef::from(&stream).set_tcp_notsent_lowat(UNSENT) {
            tracing::debug!(%error, "the kernel keeps what it likes for a connection");
        }
        Ok(Guarded::new(stream, place))
    }
}

impl<S> Accept<TcpStream, S> for Gate {
    type Stream = Guarded;
    type Service = S;
    type Future = Ready<io::Result<(Guarded, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        ready(self.enter(stream).map(|stream| (stream, service)))
    }
}
