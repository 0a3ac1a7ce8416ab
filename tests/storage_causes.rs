//! What browsers say when files cannot be had, and what it means: one table.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use cung_tien::core::{CoreError, Place};
use cung_tien::domain::retention::NoFiles;

fn unknown(text: &str) -> CoreError {
    CoreError::Failed(text.into())
}

/// Every error of the file system's standard, and what a browser may throw besides.
#[test]
fn every_error_of_a_browser_has_its_meaning() {
    let table = [
        ("NoModificationAllowedError", CoreError::OpenElsewhere),
        ("InvalidStateError", CoreError::OpenElsewhere),
        ("QuotaExceededError", CoreError::StorageFull),
        ("NotFoundError", CoreError::FilesGone),
        ("NotAllowedError", unknown("x")),
        ("NotReadableError", unknown("x")),
        ("SecurityError", unknown("x")),
        ("TypeMismatchError", unknown("x")),
        ("AbortError", unknown("x")),
        ("TimeoutError", unknown("x")),
        ("UnknownError", unknown("x")),
        ("TypeError", unknown("x")),
        ("", unknown("x")),
    ];
    for (name, meaning) in table {
        assert_eq!(CoreError::of_browser(name, "x"), meaning, "{name}");
    }
}

/// What the worker found, whether lessons were kept here before, and what is done.
#[test]
fn only_where_there_can_be_no_lessons_an_empty_app_is_shown() {
    let nowhere = Place::Nowhere;
    let closed = |name: &str| Place::Closed(unknown(name));
    let table = [
        ("files", Place::Files, Place::Files),
        (
            "not-secure",
            nowhere(NoFiles::NotSecure),
            nowhere(NoFiles::NotSecure),
        ),
        ("too-old", nowhere(NoFiles::TooOld), nowhere(NoFiles::TooOld)),
        (
            "SecurityError",
            nowhere(NoFiles::PrivateWindow),
            nowhere(NoFiles::PrivateWindow),
        ),
        (
            "NotAllowedError",
            nowhere(NoFiles::PrivateWindow),
            nowhere(NoFiles::PrivateWindow),
        ),
        (
            "UnknownError",
            nowhere(NoFiles::PrivateWindow),
            closed("UnknownError"),
        ),
        ("TypeError", nowhere(NoFiles::PrivateWindow), closed("TypeError")),
        (
            "InvalidStateError",
            nowhere(NoFiles::PrivateWindow),
            Place::Closed(CoreError::OpenElsewhere),
        ),
        (
            "QuotaExceededError",
            Place::Closed(CoreError::StorageFull),
            Place::Closed(CoreError::StorageFull),
        ),
        (
            "NotFoundError",
            Place::Closed(CoreError::FilesGone),
            Place::Closed(CoreError::FilesGone),
        ),
        ("TimeoutError", closed("TimeoutError"), closed("TimeoutError")),
        ("something new", closed("something new"), closed("something new")),
    ];
    for (word, first, later) in table {
        assert_eq!(Place::found(word, false), first, "{word}, the first time");
        assert_eq!(
            Place::found(word, true),
            later,
            "{word}, with lessons kept before"
        );
    }
}

#[test]
fn a_fresh_core_is_tried_only_where_it_may_help() {
    let cured = [
        CoreError::Crashed,
        CoreError::WorkerLost,
        CoreError::OpenElsewhere,
        CoreError::Damaged(String::new()),
    ];
    assert!(cured.iter().all(CoreError::is_cured_by_opening_again));
    // Opened again, cleared files are an empty app: she is told first.
    for stays in [CoreError::FilesGone, CoreError::StorageFull, CoreError::NewerData] {
        assert!(!stays.is_cured_by_opening_again(), "{stays}");
    }
}
