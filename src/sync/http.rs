//! The way to the server over HTTP, for apps with a network of their own.

use super::transport::{Answer, Call, Lost, Method, PATIENCE, Sending, Transport};
use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response};
use std::io::Write;
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

async fn read(response: Response) -> Result<Answer, Lost> {
    let status = response.status().as_u16();
    let retry_after = response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.parse().ok());
    let body = response.bytes().await.map_err(|error| lost(&error))?.to_vec();
    Ok(Answer {
        status,
        retry_after,
        body,
    })
}

fn lost(error: &reqwest::Error) -> Lost {
    if error.is_timeout() {
        Lost::TimedOut
    } else {
        Lost::Offline
    }
}
