//! What the real program writes about those who ask: nothing that tells who they are.

use super::device::{Device, Sharing, Stream};
use cung_tien::sync::secret::Bearer;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

#[tokio::test]
async fn the_log_names_templates_and_nobody() {
    let folder = tempfile::tempdir().unwrap();
    for file in ["index.html", "sw.js"] {
        std::fs::create_dir_all(folder.path().join("web")).unwrap();
        std::fs::write(folder.path().join("web").join(file), "").unwrap();
    }
    let mut process = Command::new(env!("CARGO_BIN_EXE_cung-tien-server"))
        .args(["--listen", "127.0.0.1:0", "--web"])
        .arg(folder.path().join("web"))
        .env(
            "CUNG_TIEN_DATABASE",
            format!("sqlite:{}", folder.path().join("server.db").display()),
        )
        .env("RUST_LOG", "info")
        .env("NO_COLOR", "1")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(process.stdout.take().unwrap());
    let mut written = String::new();
    while !written.contains("ready at ") {
        assert!(log.read_line(&mut written).unwrap() > 0, "{written}");
    }
    let url = written
        .split("ready at ")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    let phone = Device {
        client: reqwest::Client::new(),
        url: url.to_owned(),
        bearer: Bearer::random(),
    };
    phone.enrol().await;
    let sharing = Sharing::begin(&phone).await;
    let mut lesson = Stream::new(90);
    lesson.write(2);
    phone.put(&sharing, lesson.put(0)).await;
    phone.devices(&sharing).await;
    phone.get(&format!("/v1/shares/{}/nothing", sharing.id)).await;
    phone
        .get(&format!("/v1/{}?bearer={}", lesson.id, phone.bearer.to_hex()))
        .await;
    phone
        .post_text("/v1/sync", format!("{{\"wire\":1,\"app\":\"{}\"", sharing.id))
        .await;

    // It ends as a service manager ends it, and closes the database.
    let stopped = Command::new("kill")
        .arg(process.id().to_string())
        .status()
        .unwrap();
    assert!(stopped.success() && process.wait().unwrap().success());
    assert!(!folder.path().join("server.db-wal").exists());
    log.read_to_string(&mut written).unwrap();
    assert!(written.contains("/v1/shares/{share}/devices"), "{written}");
    for secret in [
        sharing.id.to_string(),
        lesson.id.to_string(),
        phone.bearer.to_hex(),
        sharing.claim().to_hex(),
    ] {
        assert!(!written.contains(&secret), "{written}");
    }
}
