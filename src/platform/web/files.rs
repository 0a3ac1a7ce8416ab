//! The origin's private files, held by a pool of synchronous handles.

use crate::core::{CoreError, Place};
use crate::domain::retention::NoFiles;
use crate::store::error::{Result, StoreError};
use crate::store::files::DeviceFiles;
use rsqlite_vfs::VfsFilesManager;
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHError, OpfsSAHPoolCfg, OpfsSAHPoolUtil, install};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Attempts to get hold of files that nobody else can want: the worker of a page just left may hold them a moment longer.
const ATTEMPTS: u32 = 20;
/// … and where the browser has no locks to ask (Web Locks): another tab is more likely.
const ATTEMPTS_UNKNOWN: u32 = 6;
const BETWEEN_ATTEMPTS_MS: u32 = 100;

/// For a log.
const HELD: &str = "the files are held, though no other tab has them";

/// A database and its journal for each of a few files moved aside.
const SLOTS: usize = 12;

// What `worker.js` found out.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = ctPlace)]
    static PLACE: String;
    #[wasm_bindgen(thread_local_v2, js_name = ctOwner)]
    static OWNER: String;
    #[wasm_bindgen(thread_local_v2, js_name = ctKeptBefore)]
    static KEPT_BEFORE: bool;
    #[wasm_bindgen(thread_local_v2, js_name = ctTaking)]
    static TAKING: bool;
    #[wasm_bindgen(js_name = ctFilesAreThere)]
    async fn files_are_there(now: bool) -> JsValue;
}

/// Whether the browser still has the files; looked at now, or only if the last look was a while ago.
pub async fn are_there(now: bool) -> bool {
    files_are_there(now).await != JsValue::FALSE
}

/// The device's place for databases: files, or memory where the browser gives no files at all. The page says so before
/// (`ui/screens/open_in_browser.rs`).
///
/// # Errors
/// Why there is neither: whatever is wrong with files that may hold lessons is for her to know.
pub async fn open() -> std::result::Result<Box<dyn DeviceFiles>, CoreError> {
    match PLACE.with(|word| Place::found(word, KEPT_BEFORE.with(|kept| *kept))) {
        Place::Nowhere(why) => Ok(Box::new(Memory(why))),
        Place::Closed(error) => Err(error),
        Place::Files => {
            let owner = OWNER.with(Clone::clone);
            let attempts = match owner.as_str() {
                "ours" => ATTEMPTS,
                "elsewhere" => return Err(CoreError::OpenElsewhere),
                _ if TAKING.with(|taking| *taking) => ATTEMPTS,
                _ => ATTEMPTS_UNKNOWN,
            };
            match Pool::open(attempts).await {
                Ok(pool) => Ok(Box::new(pool)),
                // The lock is ours, so no tab of this app holds them. Chromium does so itself after data were cleared under
                // an open app, until it is closed as a whole.
                Err(CoreError::OpenElsewhere) if owner == "ours" => Err(CoreError::Failed(HELD.to_owned())),
                Err(error) => Err(error),
            }
        }
    }
}

/// The pool as the device's place for databases.
struct Pool(OpfsSAHPoolUtil);

impl Pool {
    async fn open(attempts: u32) -> std::result::Result<Self, CoreError> {
        let mut attempt = 0;
        loop {
            attempt += 1;
            let error = match install::<WasmOsCallback>(&OpfsSAHPoolCfg::default(), true).await {
                Ok(pool) => {
                    pool.ensure_capacity(SLOTS).await.map_err(|error| why(&error))?;
                    return Ok(Self(pool));
                }
                Err(error) => why(&error),
            };
            if error != CoreError::OpenElsewhere || attempt >= attempts {
                return Err(error);
            }
            super::sleep(BETWEEN_ATTEMPTS_MS).await;
        }
    }
}

/// A place that lasts as long as the page.
struct Memory(NoFiles);

impl DeviceFiles for Memory {
    fn names(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn path(&self, _: &str) -> String {
        ":memory:".to_owned()
    }

    fn no_files(&self) -> Option<NoFiles> {
        Some(self.0)
    }
}

/// The browser's own error is inside, with its name.
fn why(error: &OpfsSAHError) -> CoreError {
    let name = match error {
        OpfsSAHError::Opfs { value, .. } => js_sys::Reflect::get(value, &"name".into()).ok(),
        OpfsSAHError::Cleanup { error, .. } => return why(error),
        _ => None,
    };
    let name = name.and_then(|name| name.as_string()).unwrap_or_default();
    CoreError::of_browser(&name, &error.to_string())
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
