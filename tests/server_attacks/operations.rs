//! What an operator relies on.

use super::device::{Device, Sharing, Stream, request};
use super::program::{Program, folder};
use cung_tien::sync::secret::Bearer;
use cung_tien::sync::wire::ProblemCode;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// Writes a certificate for this machine and its key; gives the certificate.
fn certificate(folder: &Path) -> reqwest::Certificate {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    fs::write(folder.join("cert.pem"), made.cert.pem()).unwrap();
    fs::write(folder.join("key.pem"), made.signing_key.serialize_pem()).unwrap();
    reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap()
}

/// Whether somebody who trusts this certificate alone gets an answer.
async fn trusts(certificate: &reqwest::Certificate, url: &str) -> bool {
    let client = reqwest::Client::builder()
        .add_root_certificate(certificate.clone())
        .build()
        .unwrap();
    let answer = client.get(format!("{url}/healthz")).send().await;
    answer.is_ok_and(|answer| answer.status().is_success())
}

fn phone(program: &Program) -> Device {
    Device {
        client: reqwest::Client::builder().no_gzip().build().unwrap(),
        url: format!("http://{}", program.address()),
        bearer: Bearer::random(),
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cung-tien-server"))
        .args(arguments)
        .env(
            "CUNG_TIEN_DATABASE",
            format!("sqlite:{}", Program::database(folder).display()),
        )
        .output()
        .unwrap()
}

#[tokio::test]
async fn a_renewed_certificate_is_used_without_a_restart_and_a_bad_one_is_not() {
    let folder = folder();
    let old = certificate(folder.path());
    let files = format!(
        "{},{}",
        folder.path().join("cert.pem").display(),
        folder.path().join("key.pem").display()
    );
    let mut program = Program::start(folder.path(), &["--tls", &files], None);
    let url = program.url.clone();
    assert!(trusts(&old, &url).await);

    let new = certificate(folder.path());
    program.signal("HUP");
    program.wait_for("read the certificate again");
    assert!(trusts(&new, &url).await && !trusts(&old, &url).await);

    // Somebody else's key, half a file, none.
    let key = folder.path().join("key.pem");
    let right = fs::read(&key).unwrap();
    let other = tempfile::TempDir::new().unwrap();
    certificate(other.path());
    let wrong = [
        fs::read(other.path().join("key.pem")).unwrap(),
        right[..60].to_vec(),
    ];
    for (times, content) in wrong.iter().enumerate() {
        fs::write(&key, content).unwrap();
        program.signal("HUP");
        let began = Instant::now();
        let told = |text: &str| text.matches("the new certificate is not used").count() > times;
        while !told(&program.wait_for("ready at")) {
            assert!(began.elapsed() < Duration::from_secs(10));
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert!(trusts(&new, &url).await);
    }
    fs::write(&key, right).unwrap();
    let written = program.wait_for("ready at");
    assert!(!written.contains("PRIVATE KEY"), "the log must not quote a key");
}

#[tokio::test]
async fn hanging_up_does_not_end_a_server_without_a_certificate() {
    let folder = folder();
    let mut program = Program::start(folder.path(), &[], None);
    let phone = phone(&program);
    for _ in 0..3 {
        program.signal("HUP");
    }
    program.wait_for("read the certificate again");
    assert_eq!(phone.enrol().await.status, 200);
}

#[tokio::test]
async fn health_is_that_of_the_database() {
    let folder = folder();
    let program = Program::start(folder.path(), &[], None);
    let phone = phone(&program);
    assert_eq!(phone.get("/healthz").await.status, 200);
    // Somebody holds the database.
    let other = rusqlite::Connection::open(Program::database(folder.path())).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let began = Instant::now();
    // Many ask at once, and are told the same.
    let asked = (0..20).map(|_| phone.get("/healthz"));
    for answer in futures_util::future::join_all(asked).await {
        assert_eq!(answer.status, 503);
        assert_eq!(answer.headers["retry-after"], "5");
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    other.execute_batch("ROLLBACK").unwrap();
    let began = Instant::now();
    while phone.get("/healthz").await.status != 200 {
        assert!(began.elapsed() < Duration::from_secs(10));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn an_operator_finds_a_device_and_locks_it_out_while_the_server_runs() {
    let folder = folder();
    let program = Program::start(folder.path(), &[], None);
    let (quiet, loud) = (phone(&program), phone(&program));
    for device in [&quiet, &loud] {
        assert_eq!(device.enrol().await.status, 200);
    }
    let sharing = Sharing::begin(&loud).await;
    let mut lesson = Stream::new(91);
    lesson.write(40);
    loud.put(&sharing, lesson.put(0)).await;
    let id = loud.id(&sharing).await.to_string();

    let list = |more: &[&str]| {
        let output = run(folder.path(), &[&["devices", "list"], more].concat());
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    // The one that keeps most comes first.
    let rows = list(&[]);
    let first: Vec<&str> = rows.lines().nth(1).unwrap().split_whitespace().collect();
    assert_eq!(
        (first[0], first[2], first[3], first[4]),
        (id.as_str(), "in", "1", "40")
    );
    assert!(first[5].parse::<u64>().unwrap() > 100, "{rows}");
    assert_eq!(rows.lines().count(), 3, "{rows}");
    assert_eq!(list(&["--most", "1"]).lines().count(), 2);
    let of_share = list(&["--share", &sharing.id.to_string()]);
    assert_eq!(of_share.lines().count(), 2, "{of_share}");

    let nothing = request(vec![], vec![]);
    assert_eq!(loud.post("/v1/sync", &nothing).await.status, 200);
    assert!(run(folder.path(), &["devices", "revoke", &id]).status.success());
    let refused = loud.post("/v1/sync", &nothing).await;
    assert_eq!(refused.problem(), (403, ProblemCode::Revoked));
    assert_eq!(quiet.post("/v1/sync", &nothing).await.status, 200);
    assert!(list(&[]).contains("revoked"));
    assert!(run(folder.path(), &["devices", "restore", &id]).status.success());
    assert_eq!(loud.post("/v1/sync", &nothing).await.status, 200);
}

#[test]
fn what_an_operator_mistypes_changes_nothing() {
    let folder = folder();
    let nobody = "00000000-0000-4000-8000-000000000000";
    let refused = run(folder.path(), &["devices", "revoke", nobody]);
    assert!(!refused.status.success());
    assert!(!Program::database(folder.path()).exists(), "no database is made");
    let mut program = Program::start(folder.path(), &[], None);
    for arguments in [
        ["devices", "revoke", nobody],
        ["devices", "revoke", "bà Tư"],
        ["devices", "forget", nobody],
    ] {
        let refused = run(folder.path(), &arguments);
        assert!(
            !refused.status.success() && !refused.stderr.is_empty(),
            "{refused:?}"
        );
    }
    program.wait_for("ready at");
    drop(program);
    // A file that is no database of the server is left alone.
    let other = folder.path().join("other.db");
    fs::write(&other, "not a database, but a long enough text for one").unwrap();
    let refused = Command::new(env!("CARGO_BIN_EXE_cung-tien-server"))
        .args(["devices", "list", "--database"])
        .arg(format!("sqlite:{}", other.display()))
        .output()
        .unwrap();
    assert!(!refused.status.success());
    assert!(fs::read(&other).unwrap().starts_with(b"not a database"));
}

#[tokio::test]
async fn nobody_else_on_the_machine_can_read_the_database() {
    let folder = folder();
    let modes = || {
        let mut found = Vec::new();
        for ending in ["", "-wal", "-shm"] {
            let file = folder.path().join(format!("server.db{ending}"));
            if let Ok(file) = fs::metadata(file) {
                found.push(format!("{:o}", file.permissions().mode() & 0o777));
            }
        }
        found
    };
    let program = Program::start(folder.path(), &[], None);
    assert_eq!(phone(&program).enrol().await.status, 200);
    assert_eq!(modes(), ["600"; 3]);
    drop(program);
    // It was killed, so the log is still there; an earlier server left everything open.
    for ending in ["", "-wal", "-shm"] {
        let file = folder.path().join(format!("server.db{ending}"));
        if file.exists() {
            fs::set_permissions(file, fs::Permissions::from_mode(0o644)).unwrap();
        }
    }
    let program = Program::start(folder.path(), &[], None);
    assert_eq!(phone(&program).enrol().await.status, 200);
    assert_eq!(modes(), ["600"; 3]);
    // What is no database of the server keeps its mode.
    let other = folder.path().join("other.db");
    fs::write(&other, "not a database, but a long enough text for one").unwrap();
    fs::set_permissions(&other, fs::Permissions::from_mode(0o644)).unwrap();
    let refused = Command::new(env!("CARGO_BIN_EXE_cung-tien-server"))
        .args(["--listen", "127.0.0.1:0", "--web"])
        .arg(folder.path().join("web"))
        .arg("--database")
        .arg(format!("sqlite:{}", other.display()))
        .output()
        .unwrap();
    assert!(!refused.status.success());
    let mode = fs::metadata(&other).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
}
