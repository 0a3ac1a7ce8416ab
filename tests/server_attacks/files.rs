//! What lies in the folder of the web app and was not meant to be published.

use super::program::folder;
use cung_tien::server::api::Settings;
use cung_tien::server::storage::DatabaseAddress;
use cung_tien::server::{Config, start};
use std::fs;
use std::os::unix::fs::symlink;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

#[tokio::test]
async fn nothing_is_served_that_the_build_did_not_lay_down() {
    let folder = folder();
    let web = folder.path().join("web");
    let outside = folder.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("key.pem"), "secret").unwrap();
    fs::write(web.join(".env"), "secret").unwrap();
    fs::write(web.join(".htpasswd.html"), "secret").unwrap();
    fs::create_dir(web.join(".git")).unwrap();
    fs::write(web.join(".git/config.txt"), "secret").unwrap();
    fs::create_dir_all(web.join("fonts/.cache")).unwrap();
    fs::write(web.join("fonts/.cache/a.txt"), "secret").unwrap();
    symlink(outside.join("key.pem"), web.join("key.pem")).unwrap();
    symlink(&outside, web.join("linked")).unwrap();
    symlink(outside.join("key.pem"), web.join("fonts/a.woff2")).unwrap();
    // Only its compressed form lies elsewhere.
    fs::write(web.join("page.html"), "harmless").unwrap();
    symlink(outside.join("key.pem"), web.join("page.html.br")).unwrap();
    symlink(outside.join("key.pem"), web.join("only.html.gz")).unwrap();
    fs::create_dir(web.join("folder.js")).unwrap();
    fs::write(web.join("fonts/real.woff2"), "a font").unwrap();

    // The folder itself may be a link: that is how a build is put in place.
    let current = folder.path().join("current");
    symlink(&web, &current).unwrap();
    let config = Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        web: current,
        tls: None,
        database: DatabaseAddress::Sqlite(":memory:".into()),
        settings: Settings::default(),
    };
    let running = start(&config).await.unwrap();
    let get = async |path: &str| {
        let mut stream = tokio::net::TcpStream::connect(running.address()).await.unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    };
    for path in [
        "/.env",
        "/%2eenv",
        "/.htpasswd.html",
        "/.git/config.txt",
        "/%2egit/config.txt",
        "/./.env",
        "//.env",
        "/fonts/.cache/a.txt",
        "/fonts/%2ecache/a.txt",
        "/key.pem",
        "/key%2epem",
        "/linked/key.pem",
        "/linked//key.pem",
        "/fonts/../linked/key.pem",
        "/fonts/a.woff2",
        "/page.html",
        "/only.html",
        "/only.html.gz",
        "/folder.js",
        "/.well-known/a.json",
    ] {
        let answer = get(path).await;
        assert!(!answer.contains("secret"), "{path}: {answer}");
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(answer.contains("content-security-policy"), "{path}: {answer}");
    }
    assert!(get("/fonts/real.woff2").await.ends_with("a font"));
    assert!(get("/sw.js").await.starts_with("HTTP/1.1 200"));
    assert!(get("/a/screen").await.starts_with("HTTP/1.1 200"));
}
