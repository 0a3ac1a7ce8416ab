#!/bin/sh
# Starts the server with the web build, says where it is, and opens a browser where there is a display.
# PORT chooses another port, CUNG_TIEN_DATABASE another database, SERVER_BIN another server.
set -eu
cd "$(dirname "$0")/.."
port=${PORT:-8080}
server=${SERVER_BIN:-${CARGO_TARGET_DIR:-$HOME/.cache/cung-tien/target}/release/cung-tien-server}
url=http://localhost:$port
if [ -z "${CUNG_TIEN_DATABASE:-}" ]; then
    data=${XDG_DATA_HOME:-$HOME/.local/share}/cung-tien
    mkdir -p "$data"
    # What devices send is for nobody else on this machine.
    chmod 700 "$data"
    CUNG_TIEN_DATABASE=sqlite:$data/server.db
fi

"$server" --listen "127.0.0.1:$port" --web "${WEB_DIST:-dist}" --database "$CUNG_TIEN_DATABASE" &
pid=$!
trap 'kill $pid 2>/dev/null || true' INT TERM

# The server refuses to start at once or never: three seconds tell.
tries=0
until curl -fsS -o /dev/null "$url/healthz" 2>/dev/null; do
    tries=$((tries + 1))
    if ! kill -0 $pid 2>/dev/null; then
        wait $pid
        exit $?
    fi
    # Without curl the address is printed all the same.
    if [ $tries -ge 30 ] || ! command -v curl >/dev/null 2>&1; then break; fi
    sleep 0.1
done

printf '\n  Cùng Tiến: %s   (Ctrl-C ends it)\n\n' "$url"
if [ "$(uname)" = Darwin ]; then
    open "$url"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null 2>&1; then
    xdg-open "$url" >/dev/null 2>&1 &
fi
wait $pid
