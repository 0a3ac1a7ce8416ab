//! What of WebAssembly the app's module may use: no more than the page asks a browser about before it starts anything.

use anyhow::{Context, Result};
use wasmparser::{Validator, WasmFeatures};

/// The smallest module that uses every proposal the app's module may use. A browser that takes it takes the app's.
/// Each line is a section: types (two results), an import (a global that changes), functions, a table of references,
/// a memory, code (numbers cut off at their limits and letters grown to numbers; a memory filled at once).
pub const TASTE: [u8; 69] = [
    0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, //
    0x01, 0x0a, 0x02, 0x60, 0x01, 0x7d, 0x02, 0x7f, 0x7f, 0x60, 0x00, 0x00, //
    0x02, 0x06, 0x01, 0x00, 0x00, 0x03, 0x7f, 0x01, //
    0x03, 0x03, 0x02, 0x00, 0x01, //
    0x04, 0x04, 0x01, 0x6f, 0x00, 0x00, //
    0x05, 0x03, 0x01, 0x00, 0x00, //
    0x0a, 0x17, 0x02, //
    0x09, 0x00, 0x20, 0x00, 0xfc, 0x00, 0xc0, 0x41, 0x00, 0x0b, //
    0x0b, 0x00, 0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0b, 0x00, 0x0b,
];

/// In browsers since Chrome 96, Safari 15 and Firefox 79.
fn allowed() -> WasmFeatures {
    WasmFeatures::MVP
        | WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::REFERENCE_TYPES
}

/// Fails if the module needs what [`TASTE`] does not ask for: an old browser would be told that it can run the app.
pub fn check(module: &[u8]) -> Result<()> {
    Validator::new_with_features(allowed())
        .validate_all(module)
        .context("the module needs more of WebAssembly than assets/web/start.js asks browsers about")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(features: WasmFeatures) -> bool {
        Validator::new_with_features(features)
            .validate_all(&TASTE)
            .is_ok()
    }

    #[test]
    fn the_taste_needs_every_proposal_the_app_may_use() {
        assert!(check(&TASTE).is_ok(), "{:?}", check(&TASTE));
        for (name, left_out) in [
            ("globals that change", WasmFeatures::MUTABLE_GLOBAL),
            ("two results", WasmFeatures::MULTI_VALUE),
            ("numbers cut off", WasmFeatures::SATURATING_FLOAT_TO_INT),
            ("letters grown", WasmFeatures::SIGN_EXTENSION),
            ("a memory filled", WasmFeatures::BULK_MEMORY),
            ("references", WasmFeatures::REFERENCE_TYPES),
        ] {
            assert!(!takes(allowed() - left_out), "taken without {name}");
        }
    }
}
