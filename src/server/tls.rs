//! HTTPS from two PEM files. Browsers keep files and service workers only for secure origins, so every server
//! that is not on the same machine needs this, or a proxy that does it.
//!
//! Certificates are renewed every few weeks, and a server that has to be started again for that is one day not started
//! again: they are read anew when the program gets SIGHUP, and when one of the files has changed.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Weak};
use std::time::{Duration, SystemTime};

use axum_server::tls_rustls::RustlsConfig;
use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::error::ServerError;

/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Where the certificate chain and its private key lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// PEM, the server's own certificate first.
    pub certificate: PathBuf,
    /// PEM: PKCS#8, PKCS#1 or SEC1.
    pub key: PathBuf,
}

/// The argument was not two file names.
#[derive(Debug, thiserror::Error)]
#[error("expected two files: certificate.pem,key.pem")]
pub struct NotTwoFiles;

impl FromStr for TlsFiles {
    type Err = NotTwoFiles;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(',') {
            Some((certificate, key)) if !certificate.is_empty() && !key.is_empty() => Ok(Self {
                certificate: certificate.into(),
                key: key.into(),
            }),
            _ => Err(NotTwoFiles),
        }
    }
}

/// When each file was written, and how long it is; `None` if it is not there.
type Stamps = [Option<(SystemTime, u64)>; 2];

/// The certificate in use, and where it came from.
#[derive(Debug)]
pub(super) struct Certificate {
    files: TlsFiles,
    in_use: RustlsConfig,
}

impl Certificate {
    /// Reads the files.
    pub(super) fn read(files: &TlsFiles) -> Result<Self, ServerError> {
        Ok(Self {
            files: files.clone(),
            in_use: RustlsConfig::from_config(read(files)?),
        })
    }

    /// What connections are made with; the same when the files were read again.
    pub(super) fn in_use(&self) -> RustlsConfig {
        self.in_use.clone()
    }

    /// Reads the files again. If they cannot be used, those of before stay in use.
    pub(super) fn reload(&self) -> Result<(), ServerError> {
        self.in_use.reload_from_config(read(&self.files)?);
        Ok(())
    }

    fn stamps(&self) -> Stamps {
        [&self.files.certificate, &self.files.key].map(|file| {
            let found = std::fs::metadata(file).ok()?;
            Some((found.modified().ok()?, found.len()))
        })
    }

    /// Reads the files if they changed. Two files are not written at once: what does not fit together is told and left
    /// alone until one of them changes again.
    fn renew_if_changed(&self, seen: &mut Stamps) {
        let stamps = self.stamps();
        if stamps == *seen {
            return;
        }
        *seen = stamps;
        match self.reload() {
            Ok(()) => tracing::info!("the certificate was renewed"),
            Err(error) => {
                tracing::error!(%error, "the new certificate is not used; the old one stays in use");
            }
        }
    }

    /// Looks at the files until nobody holds the certificate any more.
    pub(super) async fn watch(certificate: Weak<Self>) {
        let Some(mut seen) = certificate.upgrade().map(|here| here.stamps()) else {
            return;
        };
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let Some(here) = certificate.upgrade() else { return };
            here.renew_if_changed(&mut seen);
        }
    }
}

/// Reads the files.
fn read(files: &TlsFiles) -> Result<Arc<ServerConfig>, ServerError> {
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|reason| unreadable(&files.certificate, &reason))?;
    if chain.is_empty() {
        return Err(unreadable(&files.certificate, &pem::Error::NoItemsFound));
    }
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|reason| unreadable(&files.key, &reason))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn unreadable(file: &Path, reason: &pem::Error) -> ServerError {
    let reason = match reason {
        // The debug form of this error quotes the file, which may be a key.
        pem::Error::Io(error) => error.to_string(),
        pem::Error::NoItemsFound => "nothing of the expected kind in it".to_owned(),
        _ => "it is not PEM".to_owned(),
    };
    ServerError::TlsFile {
        file: file.to_path_buf(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_argument_is_two_files() {
        let files: TlsFiles = "a.pem,b.pem".parse().unwrap();
        assert_eq!(
            files,
            TlsFiles {
                certificate: "a.pem".into(),
                key: "b.pem".into()
            }
        );
        for wrong in ["", "a.pem", ",b.pem", "a.pem,"] {
            assert!(wrong.parse::<TlsFiles>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn files_that_changed_are_read_and_what_is_wrong_with_them_changes_nothing() {
        let folder = tempfile::TempDir::new().unwrap();
        let files = TlsFiles {
            certificate: folder.path().join("cert.pem"),
            key: folder.path().join("key.pem"),
        };
        let made = || rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let first = made();
        std::fs::write(&files.certificate, first.cert.pem()).unwrap();
        std::fs::write(&files.key, first.signing_key.serialize_pem()).unwrap();
        let certificate = Certificate::read(&files).unwrap();
        let mut seen = certificate.stamps();
        let in_use = || certificate.in_use().get_inner();
        let before = in_use();
        certificate.renew_if_changed(&mut seen);
        assert!(Arc::ptr_eq(&before, &in_use()), "nothing changed");

        let second = made();
        // A different length, so that a clock with a coarse hand sees it too.
        let longer = |text: String| text + "\n\n";
        std::fs::write(&files.certificate, longer(second.cert.pem())).unwrap();
        certificate.renew_if_changed(&mut seen);
        assert!(Arc::ptr_eq(&before, &in_use()), "the key is still the other one");
        std::fs::write(&files.key, longer(second.signing_key.serialize_pem())).unwrap();
        certificate.renew_if_changed(&mut seen);
        let renewed = in_use();
        assert!(!Arc::ptr_eq(&before, &renewed));
        std::fs::remove_file(&files.key).unwrap();
        certificate.renew_if_changed(&mut seen);
        assert!(Arc::ptr_eq(&renewed, &in_use()), "the key is gone for a moment");
    }
}
