//! Writes the files, and beside each one that gains by it a Brotli and a gzip version: the server only picks.

use std::fmt;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context, Result};

use super::site::Site;

const WORTH_COMPRESSING: [&str; 7] = ["html", "js", "css", "wasm", "svg", "json", "webmanifest"];
const BROTLI_WINDOW: i32 = 22;

/// Bytes of the whole build, for the person who watches the phone's data plan.
#[derive(Default, Clone, Copy)]
pub struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kb = |bytes: usize| bytes.div_ceil(1000);
        write!(
            f,
            "{} KB, gzip {} KB, brotli {} KB",
            kb(self.raw),
            kb(self.gzip),
            kb(self.brotli)
        )
    }
}

/// Writes every file of `site` below `folder`, on as many threads as there are cores.
pub fn write_all(site: &Site, folder: &Path, dev: bool) -> Result<Sizes> {
    let quality = if dev { 5 } else { 11 };
    let queue = Mutex::new(site.files.iter());
    let next = || queue.lock().ok().and_then(|mut files| files.next());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut sizes = Sizes::default();
                    while let Some((path, content)) = next() {
                        // The manifest of the build is for servers and tests: no phone fetches it.
                        let counted = path != "build.json";
                        let written = write_one(&folder.join(path), content, quality)?;
                        if counted {
                            sizes = add(sizes, written);
                        }
                    }
                    Ok(sizes)
                })
            })
            .collect();
        workers.into_iter().try_fold(Sizes::default(), |sum, worker| {
            let part: Result<Sizes> = worker.join().map_err(|_| anyhow::anyhow!("compression failed"))?;
            Ok(add(sum, part?))
        })
    })
}

fn add(a: Sizes, b: Sizes) -> Sizes {
    Sizes {
        raw: a.raw + b.raw,
        gzip: a.gzip + b.gzip,
        brotli: a.brotli + b.brotli,
    }
}

fn write_one(path: &Path, content: &[u8], quality: u32) -> Result<Sizes> {
    let told = || format!("write {}", path.display());
    std::fs::create_dir_all(path.parent().unwrap_or(path)).with_context(told)?;
    std::fs::write(path, content).with_context(told)?;
    let mut sizes = Sizes {
        raw: content.len(),
        gzip: content.len(),
        brotli: content.len(),
    };
    if path
        .extension()
        .is_none_or(|extension| !WORTH_COMPRESSING.iter().any(|known| extension == *known))
    {
        return Ok(sizes);
    }
    for (suffix, size, packed) in [
        ("br", &mut sizes.brotli, brotli_of(content, quality)?),
        ("gz", &mut sizes.gzip, gzip_of(content)?),
    ] {
        if packed.len() < content.len() {
            *size = packed.len();
            std::fs::write(format!("{}.{suffix}", path.display()), packed).with_context(told)?;
        }
    }
    Ok(sizes)
}

fn brotli_of(content: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let level = i32::try_from(quality)?;
    let settings = brotli::enc::BrotliEncoderParams {
        quality: level,
        lgwin: BROTLI_WINDOW,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*content, &mut packed, &settings)?;
    Ok(packed)
}

fn gzip_of(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
