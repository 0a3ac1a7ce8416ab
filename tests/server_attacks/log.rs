//! What is asked for is not written into the log, however it is asked for: it can be a name, or a secret.

use super::program::{Program, folder};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const NAME: &str = "NGUYENTHITU";

#[tokio::test]
async fn nothing_that_was_sent_is_in_the_log() {
    let folder = folder();
    let mut program = Program::start(folder.path(), &[], None);
    let requests = [
        format!("GET /{NAME} HTTP/1.1"),
        format!("GET /{NAME}.html HTTP/1.1"),
        format!("GET /anh.{NAME}/a.png?me={NAME} HTTP/1.1"),
        format!("GET /.{NAME} HTTP/1.1"),
        format!("GET /%2e{NAME} HTTP/1.1"),
        format!("GET /v1/{NAME}.x HTTP/1.1"),
        format!("GET /v1.{NAME} HTTP/1.1"),
        format!("GET /v1/shares/{NAME}/devices HTTP/1.1"),
        format!("POST /{NAME}.html HTTP/1.1"),
        format!("{NAME} / HTTP/1.1"),
        format!("GET http://{NAME}.example/{NAME}.js HTTP/1.1"),
        format!("GET /a.js HTTP/1.1\r\nUser-Agent: {NAME}\r\nReferer: https://{NAME}/"),
        NAME.to_owned(),
        format!("GET {NAME} HTTP/1.1"),
    ];
    for request in &requests {
        let mut stream = tokio::net::TcpStream::connect(program.address()).await.unwrap();
        let head = format!("{request}\r\nHost: {NAME}.example\r\nConnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert!(answer.starts_with(b"HTTP/1.1 "), "{request}");
    }
    let client = reqwest::get(format!("http://{}/healthz", program.address())).await;
    assert!(client.unwrap().status().is_success());
    let written = program.wait_for("path=\"/healthz\"");
    assert!(!written.contains(NAME), "{written}");
    for shown in [
        "a file",
        "a screen",
        "/v1/shares/{share}/devices",
        "/v1/{*rest}",
        "method=\"other\"",
    ] {
        assert!(written.contains(shown), "{shown}: {written}");
    }
}
