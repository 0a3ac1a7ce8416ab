//! Where the server of a native app is, and how what is sent gets smaller.

use crate::sync::http::Compressed;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::pin::Pin;

/// Names another server; for developers.
pub const SERVER_VARIABLE: &str = "CUNG_TIEN_SERVER";

/// The address given when the app was built, unless a developer names another one now.
pub(crate) fn server() -> Option<String> {
    let named = std::env::var(SERVER_VARIABLE).ok();
    named
        .or_else(|| option_env!("CUNG_TIEN_SERVER").map(str::to_owned))
        .filter(|address| address.starts_with("https://") || address.starts_with("http://"))
}

pub(crate) fn gzip(text: String) -> Pin<Box<dyn Future<Output = Compressed>>> {
    Box::pin(async move {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        match encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()) {
            Ok(bytes) => Compressed::Gzip(bytes),
            Err(_) => Compressed::Plain(text),
        }
    })
}
