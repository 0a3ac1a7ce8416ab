//! Clients that ask for much and never read.

use super::program::{MODULE, MODULE_BYTES, Program, folder};
use cung_tien::server::api::Settings;
use cung_tien::server::storage::DatabaseAddress;
use cung_tien::server::{Config, ConnectionLimits, Running, TlsFiles, start};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

/// Its window is small, as that of someone who wants to be waited for.
async fn connect(address: SocketAddr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.set_recv_buffer_size(4096)?;
    socket.connect(address).await
}

/// Asks for the largest file many times at once, and does not read.
async fn ask_and_never_read(address: SocketAddr) -> std::io::Result<TcpStream> {
    let mut stream = connect(address).await?;
    let request = format!("GET {MODULE} HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(20);
    stream.write_all(request.as_bytes()).await?;
    Ok(stream)
}

/// Fetches the page often, over a connection that it keeps.
async fn fetch(url: String) {
    let client = reqwest::Client::new();
    for _ in 0..number("BESIDE_REQUESTS", 20) {
        let answer = client.get(&url).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.bytes().await.unwrap();
    }
}

/// How long a new client waits for `/healthz`.
async fn health(address: SocketAddr) -> Duration {
    let began = Instant::now();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answer = String::new();
    let reading = stream.read_to_string(&mut answer);
    let read = tokio::time::timeout(Duration::from_secs(10), reading).await;
    assert!(
        read.is_ok_and(|read| read.is_ok()) && answer.starts_with("HTTP/1.1 200"),
        "{answer:?}"
    );
    began.elapsed()
}

async fn served(limits: ConnectionLimits) -> (Running, TempDir) {
    let folder = folder();
    let config = Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        web: folder.path().join("web"),
        tls: None,
        database: DatabaseAddress::Sqlite(":memory:".into()),
        settings: Settings {
            connections: limits,
            ..Settings::default()
        },
    };
    (start(&config).await.unwrap(), folder)
}

/// With as many descriptors as systems give when nobody asks for more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_that_never_reads_keeps_nobody_from_an_answer() {
    let clients = number("UNREAD_CLIENTS", 300);
    let most = Duration::from_millis(u64::try_from(number("HEALTH_WITHIN_MS", 1000)).unwrap());
    rlimit::increase_nofile_limit(16_384).unwrap();
    let folder = folder();
    // Too few for two thirds of them, each with its file.
    let descriptors = u32::try_from(clients).unwrap().min(1024);
    let program = Program::start(folder.path(), &[], Some(descriptors));
    let address = program.address().parse().unwrap();
    health(address).await;
    let before = program.megabytes();
    let mut crowd = Vec::new();
    for _ in 0..clients {
        // It may be sent away, and comes again.
        if let Ok(stream) = ask_and_never_read(address).await {
            crowd.push(stream);
        }
    }
    let mut waits = Vec::new();
    for _ in 0..50 {
        waits.push(health(address).await);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let longest = waits.iter().max().unwrap();
    // Others are answered beside them, all of them. They use all the processor there is, so a newcomer has to wait for
    // his turn.
    let began = Instant::now();
    let url = format!("http://{address}/");
    let mut others = tokio::task::JoinSet::new();
    for _ in 0..number("BESIDE_CLIENTS", 20) {
        others.spawn(fetch(url.clone()));
    }
    let mut beside = Duration::ZERO;
    while !others.is_empty() {
        beside = beside.max(health(address).await);
        while let Some(done) = others.try_join_next() {
            done.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    println!(
        "all others in {:?}, /healthz in {beside:?} at most",
        began.elapsed()
    );
    assert!(beside < most * 20, "{beside:?}");
    let grown = program.megabytes().zip(before).map(|(now, then)| now - then);
    println!("{clients} clients never read: /healthz in {longest:?} at most, {grown:?} MB more");
    assert!(*longest < most, "{longest:?}");
    // 0.2 MB for each place there is.
    assert!(
        grown.is_none_or(|grown| grown < 100),
        "{grown:?} MB for {} clients",
        crowd.len()
    );
}

#[tokio::test]
async fn who_never_reads_is_closed_and_who_reads_slowly_is_not() {
    let limits = ConnectionLimits {
        patience: Duration::from_secs(1),
        least_rate: 64 * 1024,
        ..ConnectionLimits::default()
    };
    let (running, _folder) = served(limits).await;
    let never = async {
        let mut stream = ask_and_never_read(running.address()).await.unwrap();
        let began = Instant::now();
        // What the kernel of this side took may still be read; writing tells when the other side has gone.
        loop {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let gone = stream.write_all(b"G").await.is_err();
            if gone {
                return began.elapsed();
            }
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "it is still waited for"
            );
        }
    };
    // Far below the least rate, and never quite still.
    let drips = async {
        let mut stream = ask_and_never_read(running.address()).await.unwrap();
        let began = Instant::now();
        let mut some = [0; 512];
        while stream.read_exact(&mut some).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "it is still waited for"
            );
        }
        began.elapsed()
    };
    // A slow phone: three times the least rate.
    let slow = async {
        let mut stream = connect(running.address()).await.unwrap();
        let request = format!("GET {MODULE} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let (mut read, mut some) = (0, vec![0; 20 * 1024]);
        // Long enough to be closed three times over.
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(4) {
            read += stream.read(&mut some).await.unwrap();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        // Then it gets a better place.
        loop {
            match stream.read(&mut some).await.unwrap() {
                0 => break,
                more => read += more,
            }
        }
        read
    };
    let (never, drips, read) = tokio::join!(never, drips, slow);
    println!("closed after {never:?} and {drips:?}");
    assert!(read > MODULE_BYTES, "{read}");
}

#[tokio::test]
async fn somebody_who_comes_when_all_places_are_taken_comes_in() {
    let limits = ConnectionLimits {
        in_all: Some(20),
        of_address: 10,
        ..ConnectionLimits::default()
    };
    let (running, _folder) = served(limits).await;
    let mut crowd = Vec::new();
    // Some never read, and some never ask.
    for _ in 0..5 {
        crowd.push(ask_and_never_read(running.address()).await.unwrap());
        crowd.push(connect(running.address()).await.unwrap());
    }
    tokio::time::sleep(Duration::from_millis(400)).await;
    for _ in 0..20 {
        health(running.address()).await;
    }
    // So many at once that all are busy: those who are sent away are told when to come again.
    let newcomer = async || {
        let mut told = String::new();
        if let Ok(mut stream) = TcpStream::connect(running.address()).await {
            let reading = stream.read_to_string(&mut told);
            let _ = tokio::time::timeout(Duration::from_secs(1), reading).await;
        }
        told
    };
    let told = futures_util::future::join_all((0..60).map(|_| newcomer())).await;
    let refused = |told: &&String| told.starts_with("HTTP/1.1 503") && told.contains("retry-after: 5");
    assert!(told.iter().filter(refused).count() > 10, "{told:?}");
}

/// A browser keeps its connections for later; they cost something, and are not kept for ever.
#[tokio::test]
async fn who_rests_between_two_requests_is_closed_after_a_while() {
    let folder = folder();
    let config = Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        web: folder.path().join("web"),
        tls: None,
        database: DatabaseAddress::Sqlite(":memory:".into()),
        settings: Settings {
            headers_within: Duration::from_millis(400),
            ..Settings::default()
        },
    };
    let running = start(&config).await.unwrap();
    let mut stream = TcpStream::connect(running.address()).await.unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answers = Vec::new();
    let reading = stream.read_to_end(&mut answers);
    let closed = tokio::time::timeout(Duration::from_secs(5), reading).await;
    assert!(closed.is_ok(), "it is still waited for");
    assert!(answers.starts_with(b"HTTP/1.1 200"));
}

/// With HTTPS, too, whoever connects has to begin, and to read.
#[tokio::test]
async fn who_never_begins_to_encrypt_or_reads_nothing_is_not_waited_for() {
    let folder = folder();
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let config = Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        web: folder.path().join("web"),
        tls: Some(TlsFiles { certificate, key }),
        database: DatabaseAddress::Sqlite(":memory:".into()),
        settings: Settings {
            headers_within: Duration::from_millis(400),
            connections: ConnectionLimits {
                patience: Duration::from_secs(1),
                ..ConnectionLimits::default()
            },
            ..Settings::default()
        },
    };
    let running = start(&config).await.unwrap();
    // Who reads nothing is found beneath the encryption.
    let trusted = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let client = reqwest::Client::builder().add_root_certificate(trusted);
    let client = client.no_gzip().build().unwrap();
    let asked = async || {
        client
            .get(format!("{}{MODULE}", running.url()))
            .send()
            .await
            .unwrap()
    };
    let whole = asked().await.bytes().await.unwrap();
    assert_eq!(whole.len(), MODULE_BYTES);
    let unread = asked().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(unread.bytes().await.is_err(), "it is still waited for");
    for beginning in ["", "\u{16}\u{3}\u{1}"] {
        let mut stream = TcpStream::connect(running.address()).await.unwrap();
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let reading = stream.read_to_end(&mut answer);
        let closed = tokio::time::timeout(Duration::from_secs(5), reading).await;
        assert!(closed.is_ok(), "{beginning:?} is still waited for");
    }
}
