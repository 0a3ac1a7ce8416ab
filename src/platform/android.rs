//! Android: the app's own folder, asked of the activity.

#![allow(
    unsafe_code,
    reason = "the Java machine and the activity are handed over as raw pointers"
)]

use jni::JavaVM;
use jni::objects::{JObject, JString};
use std::path::PathBuf;
use std::sync::OnceLock;

/// `Context.getFilesDir()`. Asked once: the context is gone after the activity was destroyed.
pub fn files_dir() -> Option<PathBuf> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOLDER
        .get_or_init(|| match ask() {
            Ok(folder) => Some(folder),
            Err(error) => {
                tracing::error!(%error, "the app's folder is not known");
                None
            }
        })
        .clone()
}

fn ask() -> jni::errors::Result<PathBuf> {
    let context = ndk_context::android_context();
    // SAFETY: the windowing library sets this pointer to the process's Java machine before `main` runs.
    let vm = unsafe { JavaVM::from_raw(context.vm().cast()) }?;
    let mut env = vm.attach_current_thread()?;
    // SAFETY: the windowing library keeps a global reference to the activity while it lives; this is
    // called while the first one is starting.
    let activity = unsafe { JObject::from_raw(context.context().cast()) };
    let folder = env
        .call_method(&activity, "getFilesDir", "()Ljava/io/File;", &[])?
        .l()?;
    let path = env
        .call_method(&folder, "getAbsolutePath", "()Ljava/lang/String;", &[])?
        .l()?;
    let path: String = env.get_string(&JString::from(path))?.into();
    Ok(path.into())
}
