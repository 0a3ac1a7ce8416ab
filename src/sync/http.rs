//! The way to the server over HTTP, for apps with a network of their own.

use super::answer::{LONGEST, MARK};
use super::transport::{Answer, Call, Lost, Method, PATIENCE, Sending, Transport, media};
use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response};
use std::error::Error;
use std::io::{self, ErrorKind, Write};
use std::time::Duration;

/// Bodies shorter than this are not worth compressing.
const WORTH_COMPRESSING: usize = 512;

/// One server, whose address nobody can change while the app runs.
pub struct Http {
    client: Client,
    base: String,
    patience: Duration,
}

impl Http {
    /// The server at this address, such as `https://example.org`.
    ///
    /// # Errors
    /// If the system's network cannot be used at all.
    pub fn new(base: &str) -> Result<Self, reqwest::Error> {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none());
        Ok(Self {
            client: client.build()?,
            base: base.trim_end_matches('/').to_owned(),
            patience: PATIENCE,
        })
    }

    /// The same, with another patience; for tests.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    async fn request(&self, call: Call) -> Result<Answer, Lost> {
        let address = format!("{}{}", self.base, call.path);
        let request = match call.method {
            Method::Get => self.client.get(address),
            Method::Post => self.client.post(address),
        };
        let request = request.bearer_auth(call.bearer.to_hex()).timeout(self.patience);
        let request = if call.body.is_empty() {
            request
        } else {
            with_body(request, call.body)
        };
        let response = request.send().await.map_err(|error| lost(&error))?;
        read(response).await
    }
}

impl Transport for Http {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(self.request(call))
    }
}

fn with_body(request: RequestBuilder, body: String) -> RequestBuilder {
    let request = request.header(CONTENT_TYPE, "application/json");
    match gzip(&body) {
        Some(bytes) => request.header(CONTENT_ENCODING, "gzip").body(bytes),
        None => request.body(body),
    }
}

fn gzip(text: &str) -> Option<Vec<u8>> {
    if text.len() < WORTH_COMPRESSING {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).ok()?;
    encoder.finish().ok()
}

async fn read(mut response: Response) -> Result<Answer, Lost> {
    let said = |name| response.headers().get(name)?.to_str().ok();
    let mut answer = Answer {
        status: response.status().as_u16(),
        retry_after: said(RETRY_AFTER).and_then(|value| value.parse().ok()),
        media: said(CONTENT_TYPE).map(media).unwrap_or_default(),
        marked: response.headers().contains_key(MARK),
        body: Vec::new(),
    };
    loop {
        match response.chunk().await {
            Ok(Some(part)) if answer.body.len() + part.len() <= LONGEST => {
                answer.body.extend_from_slice(&part);
            }
            // Nothing honest is so long, and the rest is not waited for.
            Ok(Some(_)) => {
                answer.body = Vec::new();
                return Ok(answer);
            }
            Ok(None) => return Ok(answer),
            Err(error) if error.is_timeout() => return Err(Lost::TimedOut),
            Err(_) => return Err(Lost::CutOff),
        }
    }
}

/// What became of a request without an answer. Offline is what a device without a network sees: no route, no name found.
fn lost(error: &reqwest::Error) -> Lost {
    if error.is_timeout() {
        return Lost::TimedOut;
    }
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(here) = cause {
        if let Some(io) = here.downcast_ref::<io::Error>() {
            match io.kind() {
                ErrorKind::NetworkUnreachable
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkDown
                | ErrorKind::AddrNotAvailable => return Lost::Offline,
                // How rustls says through its connector that a certificate, or the protocol, is wrong.
                ErrorKind::InvalidData if error.is_connect() => return Lost::Insecure,
                _ => {}
            }
        }
        if here.to_string() == "dns error" {
            return Lost::Offline;
        }
        cause = here.source();
    }
    Lost::Unreachable
}
