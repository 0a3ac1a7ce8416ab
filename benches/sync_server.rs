//! The server, measured from the other end of a loopback connection: how long a device waits, how much many devices
//! can send, how much disk and memory it takes, how long it takes to start.
//!
//! Prints the numbers and writes them into `target/bench.json`. The server is a process of its own: this program
//! again, without the limits on how often somebody may ask.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a program for developers, run by hand"
)]
#![allow(clippy::disallowed_methods, reason = "measuring needs a clock")]

mod learner;
mod server;

use learner::Learner;
use serde_json::{Map, Value};
use server::{Client, Server};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const CLIENTS: u64 = 8;
/// Learners who send a few events at a time.
const LEARNERS: u64 = 200;
const LESSONS: usize = 40;

type Numbers = BTreeMap<&'static str, u64>;

fn main() {
    if server::is_asked_for() {
        return server::serve();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut numbers = Numbers::new();
    runtime.block_on(async {
        one_device(&mut numbers).await;
        many_devices(&mut numbers).await;
        disk(&mut numbers).await;
        start_up(&mut numbers).await;
    });
    wire(&mut numbers);
    write(&numbers);
}

fn median(mut times: Vec<Duration>) -> u64 {
    times.sort();
    u64::try_from(times[times.len() / 2].as_micros()).unwrap()
}

async fn one_device(numbers: &mut Numbers) {
    let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
    let server = Server::start(folder.path());
    numbers.insert("server_memory_idle_kib", server.memory_kib());
    let mut client = Client::enrolled(&server, 1).await;
    let mut sends = Vec::new();
    let mut nothing = Vec::new();
    for _ in 0..100 {
        let body = client.batch(100);
        let begun = Instant::now();
        client.send(&body).await;
        sends.push(begun.elapsed());
        let body = client.batch(0);
        let begun = Instant::now();
        client.send(&body).await;
        nothing.push(begun.elapsed());
    }
    numbers.insert("server_100_events_median_us", median(sends));
    numbers.insert("server_nothing_new_median_us", median(nothing));
}

async fn many_devices(numbers: &mut Numbers) {
    const BATCHES: usize = 200;
    let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
    let server = Server::start(folder.path());
    let mut clients = Vec::new();
    for number in 0..CLIENTS {
        let mut client = Client::enrolled(&server, number).await;
        // Made beforehand: a phone has its own processor.
        let bodies: Vec<Vec<u8>> = (0..BATCHES).map(|_| client.batch(100)).collect();
        clients.push((client, bodies));
    }
    let begun = Instant::now();
    let running: Vec<_> = clients
        .into_iter()
        .map(|(client, bodies)| {
            tokio::spawn(async move {
                for body in &bodies {
                    client.send(body).await;
                }
            })
        })
        .collect();
    for client in running {
        client.await.unwrap();
    }
    let events = CLIENTS * 100 * BATCHES as u64 * 1000;
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap();
    numbers.insert("server_events_per_s", events / millis);
    numbers.insert("server_memory_busy_kib", server.memory_kib());
}

/// Everything counts: devices, shares, streams and their indexes too.
async fn disk(numbers: &mut Numbers) {
    let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
    let server = Server::start(folder.path());
    let mut clients = Vec::new();
    for number in 0..LEARNERS {
        clients.push(Client::enrolled(&server, number).await);
    }
    let mut sent = 0;
    for lesson in 0..LESSONS {
        for (number, client) in clients.iter_mut().enumerate() {
            // Now and then two or three: there was no network for a while.
            let events = [1, 1, 2, 1, 3][(lesson + number) % 5];
            let body = client.batch(events);
            client.send(&body).await;
            sent += events as u64;
        }
    }
    drop(server);
    let bytes = std::fs::metadata(folder.path().join("server.db")).unwrap().len();
    numbers.insert("server_disk_bytes_per_event", bytes / sent);
}

async fn start_up(numbers: &mut Numbers) {
    for (devices, name) in [
        (200, "server_start_200_devices_ms"),
        (100_000, "server_start_100000_devices_ms"),
    ] {
        let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
        server::fill(folder.path(), devices).await;
        let begun = Instant::now();
        let server = Server::start(folder.path());
        numbers.insert(name, u64::try_from(begun.elapsed().as_millis()).unwrap());
        drop(server);
    }
}

/// Whole bodies: also what goes around the events.
fn wire(numbers: &mut Numbers) {
    // Native apps compress as well as they can; a browser's `CompressionStream` takes the middle level.
    for (events, level, name) in [
        (2, 9, "wire_gzip_bytes_per_event_of_2"),
        (100, 9, "wire_gzip_bytes_per_event_of_100"),
        (100, 6, "wire_browser_gzip_bytes_per_event_of_100"),
    ] {
        let mut client = Client::unknown(7);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
        gzip.write_all(&client.batch(events)).unwrap();
        let bytes = gzip.finish().unwrap().len();
        numbers.insert(name, bytes.div_ceil(events) as u64);
    }
}

fn write(numbers: &Numbers) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench.json");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let mut all: Map<String, Value> = std::fs::read(&file)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    for (key, number) in numbers {
        println!("{key:<44} {number:>12}");
        all.insert((*key).into(), (*number).into());
    }
    std::fs::write(file, serde_json::to_vec_pretty(&all).unwrap()).unwrap();
}
