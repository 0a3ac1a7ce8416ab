#!/bin/sh
# Installs what is missing for the parts named as arguments: web e2e engines desktop desktop-test android fuzz deny (none means web e2e).
# On Debian and its relatives as root it installs; elsewhere it says in one line what to install, and stops.
# One more part is lighthouse: what `make bench` asks of a first visit.
set -eu
cd "$(dirname "$0")/.."

WASM=wasm32-unknown-unknown
ANDROID=aarch64-linux-android
NODE_MAJOR=20
RUST_MINOR=95

packages=
advice=
have() { command -v "$1" >/dev/null 2>&1; }
say() { printf 'setup: %s\n' "$*"; }
# need COMMAND-THAT-TELLS PACKAGES-IN-DEBIAN NAME-ELSEWHERE
need() {
    if ! sh -c "$1" >/dev/null 2>&1; then
        packages="$packages $2"
        advice="$advice, $3"
    fi
}
target_is_there() {
    libraries=$(rustc --print target-libdir --target "$1" 2>/dev/null) && [ -d "$libraries" ]
}
debian_compiler_is_there() {
    [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -d /usr/src/rustc-"$(/usr/bin/rustc --version | cut -d' ' -f2)" ]
}

check_given_tools() {
    if ! have cargo; then
        say "please install Rust 1.$RUST_MINOR or newer first"
        exit 1
    fi
    minor=$(rustc --version | sed 's/^rustc [0-9]*\.\([0-9]*\).*/\1/')
    if [ "$minor" -lt "$RUST_MINOR" ]; then
        say "this is Rust 1.$minor; please update to 1.$RUST_MINOR or newer"
        exit 1
    fi
}

check_node() {
    if ! have npm || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt "$NODE_MAJOR" ]; then
        say "please install Node.js $NODE_MAJOR or newer, with npm"
        exit 1
    fi
}

install_packages() {
    [ -n "$packages" ] || return 0
    if have apt-get && [ "$(id -u)" = 0 ]; then
        say "installing$packages"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        # shellcheck disable=SC2086 # one word per package
        apt-get install -y -qq --no-install-recommends $packages
    elif have apt-get; then
        say "please run as root: apt-get install$packages"
        exit 1
    else
        say "please install: ${advice#, }"
        exit 1
    fi
    packages=
    advice=
}

# The browser's target: from rustup, or where rustup cannot reach its server from Debian's compiler for the web.
add_wasm() {
    target_is_there $WASM && return 0
    if have rustup && say "rustup target add $WASM" && rustup target add $WASM; then
        return 0
    fi
    debian_compiler_is_there && return 0
    say "rustup could not add $WASM: taking Debian's compiler, which builds the standard library from source"
    newest=$(apt-cache search --names-only '^lld-[0-9]+$' 2>/dev/null | sed 's/^lld-\([0-9]*\).*/\1/' | sort -n | tail -1)
    packages="rustc-web cargo-web rust-web-src clang-$newest lld-$newest llvm-$newest libclang-rt-$newest-dev-wasm32"
    advice=", the Rust target $WASM"
    install_packages
}

# The web app is smaller with a standard library of its own; without its source it is built with the library as it comes.
add_library_source() {
    have rustup || return 0
    [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] && return 0
    say "rustup component add rust-src"
    rustup component add rust-src || say "no source of the standard library: the web app will be a little larger"
}

# add_program NAME VERSION
add_program() {
    have "$1" || { say "cargo install $1 $2"; cargo install --locked "$1" --version "$2"; }
}

add_android() {
    target_is_there $ANDROID && return 0
    if have rustup && say "rustup target add $ANDROID" && rustup target add $ANDROID; then
        return 0
    fi
    say "the target $ANDROID is needed for android-check: rustup target add $ANDROID"
    exit 1
}

# add_node_modules [FOLDER]
add_node_modules() {
    ours=${1:-tests/e2e}
    if [ ! -d $ours/node_modules ] || [ $ours/package-lock.json -nt $ours/node_modules/.package-lock.json ]; then
        say "npm ci in $ours"
        (cd $ours && npm ci --no-audit --no-fund --loglevel=error)
    fi
}

[ $# -gt 0 ] || set -- web e2e
check_given_tools
need 'command -v cc' build-essential 'a C compiler'
for part in "$@"; do
    case $part in
        web)
            need 'clang --print-targets | grep -q wasm32' clang 'clang with wasm32'
            need 'command -v llvm-ar' llvm 'llvm (for llvm-ar)'
            ;;
        e2e)
            check_node
            need 'test -n "$CHROMIUM" || command -v chromium || command -v chromium-browser || command -v google-chrome' \
                'chromium fonts-noto-core' 'Chromium (or set CHROMIUM to its program)'
            ;;
        engines)
            check_node
            need 'test -n "$FIREFOX" || command -v firefox-esr || command -v firefox' firefox-esr 'Firefox (or set FIREFOX to its program)'
            need 'test -n "$WEBKIT_DRIVER" || command -v WebKitWebDriver' webkit2gtk-driver 'WebKitWebDriver of WebKitGTK 4.1'
            # Debian's own Python: what it knows of WebKitGTK is not known to one that came from elsewhere.
            need '"${PYTHON_GI:-/usr/bin/python3}" -c "import gi; gi.require_version(\"WebKit2\", \"4.1\"); gi.require_version(\"Gtk\", \"3.0\")"' \
                'python3 python3-gi gir1.2-gtk-3.0 gir1.2-webkit2-4.1' 'PyGObject with WebKitGTK 4.1 (or set PYTHON_GI to a Python that has it)'
            need 'command -v Xvfb' xvfb Xvfb
            ;;
        desktop)
            need 'pkg-config --exists webkit2gtk-4.1' 'pkg-config libwebkit2gtk-4.1-dev' 'WebKitGTK 4.1 with headers'
            need 'pkg-config --exists openssl' libssl-dev 'OpenSSL headers'
            need 'test -e /usr/include/xdo.h || test "$(uname)" != Linux' libxdo-dev 'libxdo with headers'
            ;;
        lighthouse) check_node ;;
        desktop-test)
            check_node
            need 'command -v Xvfb' xvfb Xvfb
            need 'command -v xdotool' xdotool xdotool
            ;;
        android | fuzz | deny) ;;
        *)
            say "there is no part '$part'"
            exit 2
            ;;
    esac
done
install_packages
for part in "$@"; do
    case $part in
        lighthouse) add_node_modules tests/lighthouse ;;
        web)
            add_wasm
            add_library_source
            ;;
        e2e | engines | desktop-test) add_node_modules ;;
        android) add_android ;;
        fuzz) add_program cargo-fuzz 0.13.2 ;;
        deny) add_program cargo-deny 0.20.2 ;;
    esac
done
say "everything is there for: $*"
