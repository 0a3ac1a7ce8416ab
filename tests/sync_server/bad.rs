//! Everything that can be wrong with a request: it is said what, nothing is stored, and nobody else is troubled.

use super::device::{Answer, Sharing, Stream, TestServer, request};
use cung_tien::server::api::Settings;
use cung_tien::server::exchange;
use cung_tien::server::storage::{self, SqliteStorage, Storage};
use cung_tien::sync::secret::Bearer;
use cung_tien::sync::wire::{MAX_BODY_BYTES, ProblemCode, PutState, ShareState, SyncReply};
use reqwest::Method;
use std::io::Write;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const SYNC: &str = "/v1/sync";

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(plain).unwrap();
    gzip.finish().unwrap()
}

#[tokio::test]
async fn what_is_not_json_or_of_another_shape_is_malformed() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    for text in [
        "",
        "{",
        "null",
        "[]",
        "{}",
        "\u{feff}{}",
        r#"{"wire":"1","app":"x","pack":1}"#,
        r#"{"wire":1}"#,
        r#"{"wire":1,"app":"x","pack":-1}"#,
        r#"{"wire":1,"app":7,"pack":1}"#,
        r#"{"wire":1,"app":"x","pack":1,"shares":{}}"#,
        r#"{"wire":1,"app":"x","pack":1,"shares":[{"share":"bà Tư"}]}"#,
        r#"{"wire":1,"app":"x","pack":1,"orders":[{"order":"dance"}]}"#,
        r#"{"wire":1,"app":"\ud800","pack":1}"#,
        r#"{"wire":1,"app":"x","pack":1} {}"#,
    ] {
        let answer = phone.post_text(SYNC, text).await;
        assert_eq!(answer.problem(), (400, ProblemCode::Malformed), "{text}");
    }
    let not_utf8 = phone.post_text(SYNC, vec![b'{', 0xff, b'}']).await;
    assert_eq!(not_utf8.problem(), (400, ProblemCode::Malformed));
    let deep = phone.post_text(SYNC, "[".repeat(100_000)).await;
    assert_eq!(deep.problem(), (400, ProblemCode::Malformed));
    for path in ["/v1/joins", "/v1/joins/redeem", "/v1/recover"] {
        let secret = r#"{"share":1,"code":"00112233445566","claim":"00112233445566"}"#;
        let answer = phone.post_text(path, secret).await;
        assert_eq!(answer.problem(), (400, ProblemCode::Malformed), "{path}");
        let text = String::from_utf8(answer.body).unwrap();
        assert!(!text.contains("0011"), "what was sent may be a secret: {text}");
    }
    server.is_well().await;
}

#[tokio::test]
async fn other_versions_are_told_so_whatever_their_shape() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    for (text, code) in [
        (r#"{"wire":0,"app":"x","pack":1}"#, ProblemCode::WireTooOld),
        (r#"{"wire":2,"app":"x","pack":1}"#, ProblemCode::WireTooNew),
        (
            r#"{"wire":99999999999,"streams":["quite","different"]}"#,
            ProblemCode::WireTooNew,
        ),
    ] {
        assert_eq!(phone.post_text(SYNC, text).await.problem(), (400, code), "{text}");
    }
    server.is_well().await;
}

#[tokio::test]
async fn fields_that_nobody_knows_are_ignored() {
    let server = TestServer::new().await;
    let text = r#"{"wire":1,"app":"x","pack":1,"weather":"rain","shares":
        [{"share":"00000000-0000-4000-8000-000000000001","mood":{"good":true}}]}"#;
    let reply: SyncReply = server.device().await.post_text(SYNC, text).await.read();
    assert_eq!(reply.shares[0].state, ShareState::Unknown);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_packed_or_not() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let padding = |length: usize| {
        format!(
            r#"{{"wire":1,"pack":1,"app":"x","later":"{}"}}"#,
            "a".repeat(length)
        )
    };
    let frame = padding(0).len();
    let fits = phone.post_text(SYNC, padding(MAX_BODY_BYTES - frame)).await;
    assert_eq!(fits.status, 200);
    let large = phone.post_text(SYNC, padding(MAX_BODY_BYTES - frame + 1)).await;
    assert_eq!(large.problem(), (413, ProblemCode::TooLarge));

    // A gigabyte of nothing.
    let packed_megabyte = gzip(&vec![b' '; 1 << 20]);
    let bomb = packed_megabyte.repeat(200);
    assert!(bomb.len() < MAX_BODY_BYTES);
    for body in [gzip(padding(MAX_BODY_BYTES).as_bytes()), bomb] {
        let answer = send_gzip(&server, body).await;
        assert_eq!(answer.problem(), (413, ProblemCode::TooLarge));
    }
    server.is_well().await;
}

#[tokio::test]
async fn the_version_of_an_app_is_no_place_for_anything_else() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let of_length = |length: usize| format!(r#"{{"wire":1,"pack":1,"app":"{}"}}"#, "ố".repeat(length));
    assert_eq!(phone.post_text(SYNC, of_length(64)).await.status, 200);
    for length in [65, 10_000] {
        let refused = phone.post_text(SYNC, of_length(length)).await;
        assert_eq!(refused.problem(), (400, ProblemCode::Malformed), "{length}");
    }
    server.is_well().await;
}

async fn send_gzip(server: &TestServer, body: Vec<u8>) -> Answer {
    let phone = server.device().await;
    let request = phone.request(Method::POST, SYNC);
    let request = request.header("content-type", "application/json");
    phone
        .send(request.header("content-encoding", "gzip").body(body))
        .await
}

#[tokio::test]
async fn what_says_gzip_must_be_gzip_and_what_says_json_json() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let half = gzip(br#"{"wire":1,"app":"x","pack":1}"#)[..20].to_vec();
    for body in [b"not gzip".to_vec(), half] {
        assert_eq!(
            send_gzip(&server, body).await.problem(),
            (400, ProblemCode::Malformed)
        );
    }
    let wrong = (415, ProblemCode::WrongType);
    let body = r#"{"wire":1,"app":"x","pack":1}"#;
    let plain = phone.request(Method::POST, SYNC).body(body);
    assert_eq!(phone.send(plain).await.problem(), wrong);
    let text = phone
        .request(Method::POST, SYNC)
        .header("content-type", "text/plain")
        .body(body);
    assert_eq!(phone.send(text).await.problem(), wrong);
    let brotli = phone
        .request(Method::POST, SYNC)
        .header("content-type", "application/json");
    let brotli = brotli.header("content-encoding", "br").body(body);
    assert_eq!(phone.send(brotli).await.problem(), wrong);
    server.is_well().await;
}

#[tokio::test]
async fn whoever_says_nothing_or_half_a_sentence_is_not_waited_for() {
    let settings = Settings {
        headers_within: Duration::from_millis(300),
        ..Settings::without_limits()
    };
    let server = TestServer::with(settings).await;
    for beginning in [
        "",
        "PRI",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "POST /v1/sync HTTP/1.1\r\nHost: loc",
    ] {
        let mut stream = tokio::net::TcpStream::connect(server.running.address())
            .await
            .unwrap();
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let closed = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await;
        assert!(closed.is_ok(), "{beginning:?} is still waited for");
    }
    server.is_well().await;
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_given_up() {
    let settings = Settings {
        body_within: Duration::from_millis(300),
        ..Settings::without_limits()
    };
    let server = TestServer::with(settings).await;
    let phone = server.device().await;
    let mut stream = tokio::net::TcpStream::connect(server.running.address())
        .await
        .unwrap();
    let head = format!(
        "POST /v1/sync HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{",
        phone.bearer.to_hex()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let drip = async {
        loop {
            tokio::time::sleep(Duration::from_millis(50)).await;
            if stream.write_all(b" ").await.is_err() {
                break;
            }
            let mut answer = [0; 2048];
            let read = tokio::time::timeout(Duration::from_millis(10), stream.read(&mut answer)).await;
            if let Ok(Ok(length)) = read {
                return String::from_utf8_lossy(&answer[..length]).into_owned();
            }
        }
        String::new()
    };
    let answer = tokio::time::timeout(Duration::from_secs(5), drip).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("too-slow"), "{answer}");
    server.is_well().await;
}

#[tokio::test]
async fn without_a_bearer_nothing_is_answered_and_with_an_unknown_one_neither() {
    let server = TestServer::new().await;
    let stranger = server.stranger();
    let body = serde_json::to_string(&request(vec![], vec![])).unwrap();
    let good = stranger.bearer.to_hex();
    let short = good.strip_prefix(|_: char| true).unwrap();
    for value in [
        None,
        Some(String::new()),
        Some("Bearer".into()),
        Some(format!("Basic {good}")),
        Some(format!("Bearer {short}")),
        Some(format!("Bearer {short}z")),
    ] {
        let request = stranger.client.post(format!("{}{SYNC}", stranger.url));
        let mut request = request
            .header("content-type", "application/json")
            .body(body.clone());
        if let Some(value) = &value {
            request = request.header("authorization", value);
        }
        let answer = stranger.send(request).await;
        assert_eq!(answer.problem(), (401, ProblemCode::NoToken), "{value:?}");
    }
    let answer = stranger.post_text(SYNC, body).await;
    assert_eq!(answer.problem(), (401, ProblemCode::UnknownDevice));
    // It enrols, once, and repeats.
    stranger.enrol().await;
    assert_eq!(stranger.post(SYNC, &request(vec![], vec![])).await.status, 200);
    server.is_well().await;
}

#[tokio::test]
async fn a_device_that_operators_locked_out_is_told_so() {
    let server = TestServer::new().await;
    let (phone, tablet) = (server.device().await, server.device().await);
    let sharing = Sharing::begin(&phone).await;
    tablet.join(&phone, &sharing).await;
    let device = tablet.id(&sharing).await;
    // Another process, as an operator's tool would be.
    let operator = SqliteStorage::open(&server.database()).unwrap();
    let revoke =
        move |transaction: &mut dyn storage::Transaction| exchange::revoke(transaction, device, true);
    storage::ask(&operator, revoke).await.unwrap();
    operator.close().await;
    let revoked = (403, ProblemCode::Revoked);
    assert_eq!(
        tablet.post(SYNC, &request(vec![], vec![])).await.problem(),
        revoked
    );
    assert_eq!(tablet.enrol().await.problem(), revoked);
    assert_eq!(phone.devices(&sharing).await.devices.len(), 2);
    server.is_well().await;
}

#[tokio::test]
async fn addresses_and_methods_that_are_not_there_are_problems_too() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    for path in ["/v1", "/v1/", "/v1/sink", "/v1/shares", "/v1/shares/a/b/c"] {
        for method in [Method::GET, Method::POST] {
            let answer = phone.send(phone.request(method, path)).await;
            assert_eq!(answer.problem(), (404, ProblemCode::NoSuchAddress), "{path}");
        }
    }
    for (method, path) in [
        (Method::GET, SYNC),
        (Method::DELETE, "/v1/devices"),
        (Method::PUT, "/v1/joins"),
        (Method::POST, "/v1/shares/a/devices"),
    ] {
        let answer = phone.send(phone.request(method, path)).await;
        assert_eq!(answer.problem(), (405, ProblemCode::Method), "{path}");
    }
    server.is_well().await;
}

#[tokio::test]
async fn more_than_a_request_may_hold_is_too_much() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    let too_much = (413, ProblemCode::TooMuch);
    let small = |events: usize| {
        let mut stream = Stream::new(40);
        stream.events = (0..events)
            .map(|n| format!(r#"{{"day":{n},"kind":"x"}}"#))
            .collect();
        stream
    };
    let put = |stream: &Stream| request(vec![], vec![sharing.ask(vec![stream.put(0)], vec![])]);
    assert_eq!(phone.post(SYNC, &put(&small(501))).await.problem(), too_much);
    assert_eq!(phone.post(SYNC, &put(&small(5000))).await.problem(), too_much);
    let mut wide = Stream::new(41);
    wide.events = vec![format!(r#"{{"day":1,"kind":"{}"}}"#, "a".repeat(3000)); 22];
    assert_eq!(phone.post(SYNC, &put(&wide)).await.problem(), too_much);
    let many_shares = vec![sharing.ask(vec![], vec![]); 65];
    assert_eq!(
        phone.post(SYNC, &request(vec![], many_shares)).await.problem(),
        too_much
    );
    let many_orders = vec![sharing.close(); 65];
    assert_eq!(
        phone.post(SYNC, &request(many_orders, vec![])).await.problem(),
        too_much
    );
    let many_streams = sharing.ask(vec![], vec![small(1).have(1); 257]);
    assert_eq!(
        phone
            .post(SYNC, &request(vec![], vec![many_streams]))
            .await
            .problem(),
        too_much
    );
    // Nothing of it was stored, and half of it is taken.
    assert_eq!(phone.pull(&sharing, vec![]).await, []);
    assert_eq!(phone.put(&sharing, small(500).put(0)).await.ack_through, 500);
    server.is_well().await;
}

#[tokio::test]
async fn a_request_for_a_learner_who_was_not_granted_leaves_the_others_alone() {
    let server = TestServer::new().await;
    let (phone, stranger) = (server.device().await, server.device().await);
    let (hers, his) = (Sharing::begin(&phone).await, Sharing::begin(&stranger).await);
    let (mut spied, mut own) = (Stream::new(42), Stream::new(43));
    spied.write(1);
    own.write(1);
    let shares = vec![
        hers.ask(vec![spied.put(0)], vec![]),
        his.ask(vec![own.put(0)], vec![]),
    ];
    let reply = stranger.sync(vec![], shares).await;
    assert_eq!(reply.shares[0].state, ShareState::NotGranted);
    assert_eq!(reply.shares[0].put, []);
    assert_eq!(reply.shares[1].put[0].state, PutState::Stored);
    assert_eq!(phone.pull(&hers, vec![]).await, []);
    server.is_well().await;
}

#[tokio::test]
async fn a_bearer_never_appears_in_an_answer() {
    let server = TestServer::new().await;
    let phone = server.device().await;
    let sharing = Sharing::begin(&phone).await;
    for path in [format!("/v1/shares/{}/devices", sharing.id), "/v1/sync".into()] {
        let answer = phone.get(&path).await;
        let text = String::from_utf8(answer.body).unwrap();
        assert!(!text.contains(&phone.bearer.to_hex()), "{text}");
        assert_ne!(phone.bearer, Bearer::random());
    }
}
