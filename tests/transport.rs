//! The way to the server for apps with a network of their own: what goes out, and what is made of what comes back.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use cung_tien::sync::http::Http;
use cung_tien::sync::secret::Bearer;
use cung_tien::sync::transport::{Answer, Call, Lost, Method, Transport};
use flate2::read::GzDecoder;
use std::io::Read;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;

type Heard = Arc<Mutex<Vec<(HeaderMap, Vec<u8>)>>>;

/// A server that notes what it hears.
async fn server() -> (String, Heard) {
    let heard = Heard::default();
    let notes = Arc::clone(&heard);
    let note = move |headers: HeaderMap, body: Bytes| async move {
        notes.lock().expect("notes").push((headers, body.to_vec()));
        "{}"
    };
    let later = || async {
        (
            StatusCode::TOO_MANY_REQUESTS,
            [(header::RETRY_AFTER, "17")],
            "later",
        )
            .into_response()
    };
    let silent = || async {
        tokio::time::sleep(Duration::from_secs(60)).await;
        ""
    };
    let router = Router::new()
        .route("/v1/note", post(note.clone()).get(note))
        .route("/v1/later", post(later))
        .route("/v1/silent", get(silent))
        .route("/v1/elsewhere", get(|| async { Redirect::temporary("/v1/note") }));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}/", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, heard)
}

async fn ask(address: &str, method: Method, path: &str, body: &str) -> Result<Answer, Lost> {
    let http = Http::new(address)
        .expect("a network")
        .with_patience(Duration::from_millis(400));
    let call = Call {
        method,
        path: path.to_owned(),
        bearer: Bearer([0xab; 32]),
        body: body.to_owned(),
    };
    http.send(call).await
}

#[tokio::test]
async fn what_is_long_goes_out_packed_and_what_is_short_as_it_is() {
    let (address, heard) = server().await;
    let long = format!("{{\"app\":\"{}\"}}", "x".repeat(4_000));
    for body in ["{}", &long, ""] {
        let answer = ask(&address, Method::Post, "/v1/note", body)
            .await
            .expect("an answer");
        assert_eq!((answer.status, answer.body.as_slice()), (200, b"{}".as_slice()));
    }
    let heard = heard.lock().expect("notes");
    for (headers, _) in heard.iter() {
        assert_eq!(headers["authorization"], format!("Bearer {}", "ab".repeat(32)));
        assert!(!headers.contains_key("cookie") && !headers.contains_key("referer"));
    }
    assert!(!heard[0].0.contains_key("content-encoding"));
    assert_eq!(heard[0].0["content-type"], "application/json");
    assert_eq!(heard[0].1, b"{}");
    assert_eq!(heard[1].0["content-encoding"], "gzip");
    assert!(heard[1].1.len() < 200, "{} bytes", heard[1].1.len());
    let mut unpacked = String::new();
    GzDecoder::new(heard[1].1.as_slice())
        .read_to_string(&mut unpacked)
        .expect("gzip");
    assert_eq!(unpacked, long);
    assert!(
        !heard[2].0.contains_key("content-type"),
        "nothing is said of nothing"
    );
}

#[tokio::test]
async fn a_pause_that_the_server_asks_for_is_heard() {
    let (address, _) = server().await;
    let answer = ask(&address, Method::Post, "/v1/later", "{}")
        .await
        .expect("an answer");
    assert_eq!((answer.status, answer.retry_after), (429, Some(17)));
}

#[tokio::test]
async fn a_server_that_says_nothing_and_none_at_all_are_told_apart() {
    let (address, _) = server().await;
    assert_eq!(
        ask(&address, Method::Get, "/v1/silent", "").await,
        Err(Lost::TimedOut)
    );
    let nobody = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", nobody.local_addr().expect("an address"));
    drop(nobody);
    assert_eq!(
        ask(&address, Method::Get, "/v1/note", "").await,
        Err(Lost::Unreachable)
    );
}

#[tokio::test]
async fn nobody_is_followed_elsewhere() {
    let (address, heard) = server().await;
    let answer = ask(&address, Method::Get, "/v1/elsewhere", "")
        .await
        .expect("an answer");
    assert_eq!(answer.status, 307);
    assert!(
        heard.lock().expect("notes").is_empty(),
        "the bearer stays with the server it was meant for"
    );
}
