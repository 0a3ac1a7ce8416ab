//! `cung-tien-server`: reads its arguments, starts, and stops when it is asked to.

mod devices;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::pin::pin;

use anyhow::Context;
use clap::{Parser, Subcommand};
use cung_tien::platform::bundled;
use cung_tien::server::api::Settings;
use cung_tien::server::storage::DatabaseAddress;
use cung_tien::server::{Config, TlsFiles, start};
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

/// Serves the Cùng Tiến web app, and keeps and passes on what devices send.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Address and port to listen on
    #[arg(long, env = "CUNG_TIEN_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder of the web app, made by `make web`
    #[arg(long, env = "CUNG_TIEN_WEB", default_value = "dist")]
    web: PathBuf,
    /// Certificate chain and private key in PEM, for HTTPS; browsers need it beyond localhost
    #[arg(long, env = "CUNG_TIEN_TLS", value_name = "CERT,KEY")]
    tls: Option<TlsFiles>,
    /// Database for what devices send; made if it is not there
    #[arg(
        long,
        global = true,
        env = "CUNG_TIEN_DATABASE",
        value_name = "sqlite:PATH",
        default_value = "sqlite:cung-tien-server.db"
    )]
    database: DatabaseAddress,
    /// Take the address of whoever asks from the last X-Forwarded-For, which a proxy in front writes
    #[arg(long, env = "CUNG_TIEN_BEHIND_PROXY")]
    behind_proxy: bool,
    /// Write the log as JSON, one object per line
    #[arg(long, env = "CUNG_TIEN_LOG_JSON")]
    log_json: bool,
}

/// What is done instead of serving.
#[derive(Subcommand)]
enum Command {
    /// Look at devices and lock one out, also beside a running server
    #[command(subcommand)]
    Devices(devices::Devices),
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if let Some(Command::Devices(asked)) = arguments.command {
        return devices::carry_out(&asked, &arguments.database);
    }
    start_log(arguments.log_json);
    // From here on; before, the signal would end the program.
    let mut reload = reload_signal();
    let config = Config {
        listen: arguments.listen,
        web: arguments.web,
        tls: arguments.tls,
        database: arguments.database,
        settings: Settings {
            behind_proxy: arguments.behind_proxy,
            pack: pack_of_this_build(),
            ..Settings::default()
        },
    };
    let mut server = start(&config).await?;
    tracing::info!(web = %config.web.display(), "ready at {}", server.url());
    let readable =
        config.tls.is_none() && !config.settings.behind_proxy && !server.address().ip().is_loopback();
    if readable {
        tracing::warn!(
            "beyond this machine, browsers keep the app offline only over HTTPS, and results travel readable \
             without it: give --tls, or --behind-proxy behind a proxy that ends HTTPS"
        );
    }
    let mut stop = pin!(asked_to_stop());
    loop {
        tokio::select! {
            outcome = server.wait() => return outcome.context("nobody asked it to stop"),
            () = &mut stop => break,
            () = reload.next() => match server.reload() {
                Ok(()) => tracing::info!("read the certificate again, if there is one"),
                Err(error) => tracing::error!(%error, "the new certificate is not used; the old one stays in use"),
            },
        }
    }
    tracing::info!("stopping");
    server.stop();
    server.wait().await?;
    Ok(())
}

/// Devices learn from it that there is a newer app; 0 tells them nothing.
fn pack_of_this_build() -> u32 {
    #[derive(Deserialize)]
    struct Header {
        version: u32,
    }
    serde_json::from_slice::<Header>(bundled::PACK).map_or(0, |header| header.version)
}

/// `RUST_LOG` chooses what is written; requests are written from `info` on.
fn start_log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false);
    if json {
        log.json().init();
    } else {
        log.compact().init();
    }
}

/// SIGHUP, which service managers and renewers of certificates send.
struct Reload(#[cfg(unix)] Option<tokio::signal::unix::Signal>);

#[cfg(unix)]
fn reload_signal() -> Reload {
    use tokio::signal::unix::{SignalKind, signal};
    Reload(signal(SignalKind::hangup()).ok())
}

#[cfg(not(unix))]
fn reload_signal() -> Reload {
    Reload()
}

impl Reload {
    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some(signal) = &mut self.0
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}

/// Ctrl-C, or the signal that service managers send.
async fn asked_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
