//! The origin's private files, held by a pool of synchronous handles.

use crate::core::CoreError;
use crate::store::error::{Result, StoreError};
use crate::store::files::DeviceFiles;
use rsqlite_vfs::VfsFilesManager;
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfg, OpfsSAHPoolUtil, install};
use wasm_bindgen::prelude::wasm_bindgen;

/// Attempts to get hold of the files: the worker of a page just left may hold them a moment longer.
const ATTEMPTS: u32 = 20;
const BETWEEN_ATTEMPTS_MS: u32 = 100;

/// A database and its journal for each of a few files moved aside.
const SLOTS: usize = 12;

/// The pool as the device's place for databases.
pub struct Pool(OpfsSAHPoolUtil);

impl Pool {
    /// Gets hold of the files.
    ///
    /// # Errors
    /// [`CoreError::OpenElsewhere`] if another tab keeps them.
    pub async fn open() -> std::result::Result<Self, CoreError> {
        let mut attempt = 0;
        loop {
            attempt += 1;
            match install::<WasmOsCallback>(&OpfsSAHPoolCfg::default(), true).await {
                Ok(pool) => {
                    pool.ensure_capacity(SLOTS).await.map_err(|error| why(&error))?;
                    return Ok(Self(pool));
                }
                Err(error) if attempt >= ATTEMPTS => return Err(why(&error)),
                Err(_) => super::sleep(BETWEEN_ATTEMPTS_MS).await,
            }
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// Whether the browser gives this page a place for files; said by `worker.js`.
    #[wasm_bindgen(thread_local_v2, js_name = ctKeepsFiles)]
    static KEEPS_FILES: bool;
}

/// A place that lasts as long as the page, for a window in which nothing is kept. The page says so before
/// (`ui/screens/open_in_browser.rs`).
pub struct Memory;

impl Memory {
    /// Only where there is no place for files at all: whatever else is wrong with them is for her to know.
    pub fn instead_of_files() -> Option<Self> {
        (!KEEPS_FILES.with(|keeps| *keeps)).then_some(Self)
    }
}

impl DeviceFiles for Memory {
    fn names(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn path(&self, _: &str) -> String {
        ":memory:".to_owned()
    }
}

/// The browser's errors come as text only.
fn why(error: &impl std::fmt::Display) -> CoreError {
    let text = error.to_string();
    if text.contains("NoModificationAllowed") {
        CoreError::OpenElsewhere
    } else if text.contains("QuotaExceeded") {
        CoreError::StorageFull
    } else {
        CoreError::Failed(text)
    }
}

impl DeviceFiles for Pool {
    fn names(&self) -> Result<Vec<String>> {
        let names = self
            .0
            .names()
            .map_err(|error| StoreError::Unreachable(error.to_string()))?;
        // The pool may write them with a leading slash.
        Ok(names
            .into_iter()
            .map(|name| name.trim_start_matches('/').to_owned())
            .collect())
    }

    fn path(&self, name: &str) -> String {
        name.to_owned()
    }
}
