//! One connection, which tells the table what it moved, and ends when the table says so.

use super::table::Place;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// A connection with a place in the table. Dropped, it leaves the table.
#[derive(Debug)]
pub(in crate::server) struct Guarded {
    stream: TcpStream,
    place: Place,
}

impl Guarded {
    pub(super) const fn new(stream: TcpStream, place: Place) -> Self {
        Self { stream, place }
    }

    /// Fails once the connection has to go; otherwise it will be woken then.
    fn may_stay(&self, context: &Context<'_>) -> io::Result<()> {
        if self.place.must_go(context.waker()) {
            // What the kernel still holds for this client goes too, at once.
            let _ = self.stream.set_zero_linger();
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }

    fn written(&self, outcome: &Poll<io::Result<usize>>) {
        match outcome {
            Poll::Ready(Ok(bytes)) => self.place.wrote(*bytes),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => self.place.waits(),
        }
    }
}

impl AsyncRead for Guarded {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.may_stay(context)?;
        let before = into.filled().len();
        let outcome = Pin::new(&mut self.stream).poll_read(context, into);
        if into.filled().len() > before {
            self.place.read();
        }
        outcome
    }
}

impl AsyncWrite for Guarded {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.may_stay(context)?;
        let outcome = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(&outcome);
        outcome
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.may_stay(context)?;
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.written(&outcome);
        outcome
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.may_stay(context)?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.may_stay(context)?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
