#!/bin/sh
# Checks that the app compiles for Android phones, and that nothing came in which cannot be built for them.
# Says nothing about C: SQLite and ring are given a compiler that compiles nothing, so that no NDK is needed.
set -eu
cd "$(dirname "$0")/.."

TARGET=aarch64-linux-android
FORBIDDEN='openssl|openssl-sys|native-tls|aws-lc-rs|aws-lc-sys|rustls-platform-verifier'
APP="--package cung-tien --lib --bin cung-tien --target $TARGET --no-default-features --features mobile"

say() { printf 'android-check: %s\n' "$*"; }

if [ ! -d "$(rustc --print target-libdir --target $TARGET)" ]; then
    say "this compiler has no $TARGET: rustup target add $TARGET"
    exit 1
fi
CC_aarch64_linux_android=$PWD/scripts/stub-cc/cc
AR_aarch64_linux_android=$PWD/scripts/stub-cc/ar
export CC_aarch64_linux_android AR_aarch64_linux_android

say "dependencies"
tree=$(cargo tree --locked --package cung-tien --target $TARGET --no-default-features --features mobile -e normal --prefix none --format '{p}')
found=$(printf '%s\n' "$tree" | cut -d' ' -f1 | sort -u | grep -Ex "$FORBIDDEN" || true)
if [ -n "$found" ]; then
    for package in $found; do
        say "$package must not be in the app for Android; it comes by:"
        cargo tree --locked --package cung-tien --target $TARGET --no-default-features --features mobile -e normal -i "$package" | head -20
    done
    exit 1
fi

say "cargo check"
# shellcheck disable=SC2086 # the words of APP are separate arguments
cargo check --locked $APP
say "clippy"
# shellcheck disable=SC2086
cargo clippy --locked $APP -- -D warnings
say "passed: the Rust code compiles for $TARGET. Not shown by this: C code, linking, packaging, running."
