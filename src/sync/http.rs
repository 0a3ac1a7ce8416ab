//! The way to the server over HTTP.

use super::transport::{Answer, Call, Lost, Method, Sending, Transport};
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response};
use std::pin::Pin;
use std::time::Duration;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bodies shorter than this are not worth compressing.
const WORTH_COMPRESSING: usize = 512;

/// Compresses a body, or gives it back as it is where it cannot.
pub type Compress = fn(String) -> Pin<Box<dyn Future<Output = Compressed>>>;

/// A body ready to be sent.
#[derive(Debug)]
pub enum Compressed {
    /// Gzip.
    Gzip(Vec<u8>),
    /// Not compressed: this browser cannot.
    Plain(String),
}

/// One server, whose address nobody can change while the app runs.
pub struct Http {
    client: Client,
    base: String,
    compress: Compress,
}

impl Http {
    /// The server at this address, such as `https://example.org`.
    ///
    /// # Errors
    /// If the system's network cannot be used at all.
    pub fn new(base: &str, compress: Compress) -> Result<Self, reqwest::Error> {
        let builder = Client::builder();
        #[cfg(not(target_arch = "wasm32"))]
        let builder = builder.redirect(reqwest::redirect::Policy::none());
        Ok(Self {
            client: builder.build()?,
            base: base.trim_end_matches('/').to_owned(),
            compress,
        })
    }

    async fn request(&self, call: Call) -> Result<Answer, Lost> {
        let address = format!("{}{}", self.base, call.path);
        let request = match call.method {
            Method::Get => self.client.get(address),
            Method::Post => self.client.post(address),
        };
        let request = request.bearer_auth(call.bearer.to_hex()).timeout(PATIENCE);
        let request = if call.body.is_empty() {
            request
        } else {
            self.with_body(request, call.body).await
        };
        let response = request.send().await.map_err(|error| lost(&error))?;
        read(response).await
    }

    async fn with_body(&self, request: RequestBuilder, body: String) -> RequestBuilder {
        let request = request.header(CONTENT_TYPE, "application/json");
        if body.len() < WORTH_COMPRESSING {
            return request.body(body);
        }
        match (self.compress)(body).await {
            Compressed::Gzip(bytes) => request.header(CONTENT_ENCODING, "gzip").body(bytes),
            Compressed::Plain(text) => request.body(text),
        }
    }
}

impl Transport for Http {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(self.request(call))
    }
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
