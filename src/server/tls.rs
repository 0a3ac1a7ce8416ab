//! HTTPS from two PEM files. Browsers keep files and service workers only for secure origins, so every server
//! that is not on the same machine needs this, or a proxy that does it.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::error::ServerError;

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

/// Reads the files.
pub(super) fn read(files: &TlsFiles) -> Result<Arc<ServerConfig>, ServerError> {
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
}
