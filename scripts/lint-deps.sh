#!/bin/sh
# Licences, sources and banned packages of everything that ships; with `advisories`, also those, where their list can
# be reached.
set -eu
cd "$(dirname "$0")/.."

# check FEATURE TARGET
check() {
    echo "lint-deps: $1 for $2"
    cargo deny --no-default-features --features "$1" --target "$2" check --hide-inclusion-graph licenses sources bans
}

check server x86_64-unknown-linux-gnu
check server aarch64-unknown-linux-gnu
check web wasm32-unknown-unknown
check mobile aarch64-linux-android
if [ "${1:-}" = advisories ]; then
    cargo deny --all-features check advisories
fi
