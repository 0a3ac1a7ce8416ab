# The commands of this project; `make help` lists them.

export CARGO_TARGET_DIR ?= $(HOME)/.cache/cung-tien/target
# The web app's folder, for the server and the end-to-end tests.
export WEB_DIST ?= $(CURDIR)/dist
# The app with a window of its own.
export DESKTOP_BIN ?= $(CARGO_TARGET_DIR)/desktop/cung-tien
PORT ?= 8080
export PORT
# How many cases a property is tried with, how often the core, the server and the browser are killed.
PROPTEST_CASES ?= 256
KILLS ?= 10
SERVER_KILLS ?= 3
BROWSER_KILLS ?= 3
# How many clients never read what they asked for, and how soon the server must answer others meanwhile.
UNREAD_CLIENTS ?= 300
HEALTH_WITHIN_MS ?= 1000
# How many stories of phones and networks are told.
SYNC_STORIES ?= 200
export PROPTEST_CASES KILLS SERVER_KILLS BROWSER_KILLS SYNC_STORIES UNREAD_CLIENTS HEALTH_WITHIN_MS
# How long each fuzz target runs.
FUZZ_SECONDS ?= 600

# The profile of the tests that need no browser.
PROFILE ?= dev
CARGO_TEST := $(shell command -v cargo-nextest >/dev/null 2>&1 && echo "cargo nextest run --cargo-profile" || echo "cargo test --profile")
# Only names of test files, to run a part: make e2e ONLY=shell
ONLY ?=

.DEFAULT_GOAL := help
.PHONY: help run test soak lint deps lint-deps fmt unit e2e e2e-engines e2e-desktop web web-dev server server-build \
	server-release desktop desktop-build desktop-check android-check content screenshots bench fuzz setup setup-all

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup web server-release ## build the web app and its server, start it, open a browser
	@scripts/run.sh

test: setup-all lint deps unit android-check desktop-check web e2e e2e-engines e2e-desktop ## everything, with short counts

soak: setup web server-build ## the long counts: property tests, kills of the core, the server and the browser
	$(MAKE) unit PROFILE=soak PROPTEST_CASES=10000 KILLS=300 SERVER_KILLS=200 SYNC_STORIES=5000 \
		UNREAD_CLIENTS=1000 HEALTH_WITHIN_MS=100
	$(MAKE) e2e BROWSER_KILLS=50

lint: content ## format, clippy for the machine and the browser, content
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo xtask lint-web

deps: ## licences, sources and banned packages of everything that ships
	scripts/setup.sh deny
	scripts/lint-deps.sh

lint-deps: ## the same, and advisories where their list can be reached
	scripts/setup.sh deny
	scripts/lint-deps.sh advisories

fmt: ## format the Rust code
	cargo fmt --all

content: ## check every tutorial and its words
	cargo xtask content

unit: ## tests that need no browser
	$(CARGO_TEST) $(PROFILE) --locked --workspace
	cargo test --profile $(PROFILE) --locked --workspace --doc --quiet

web: setup ## the web app as shipped, into dist/
	cargo xtask web --out "$(WEB_DIST)"

web-dev: setup ## the web app while working on a screen: quick to build, larger
	cargo xtask web --dev --out "$(WEB_DIST)"

# For tests: quick to build, and with all checks.
server-build:
	cargo build --locked --bin cung-tien-server --no-default-features --features server

# For people.
server-release:
	cargo build --release --locked --bin cung-tien-server --no-default-features --features server

server: server-build ## start a server for tests with the web app that is in dist/
	@SERVER_BIN="$(CARGO_TARGET_DIR)/debug/cung-tien-server" scripts/run.sh

desktop: desktop-build ## the app in a phone-sized window
	"$(DESKTOP_BIN)"

# Copied at once: every build of the same program with other features writes to the same place.
desktop-build:
	scripts/setup.sh desktop
	cargo build --locked --bin cung-tien --no-default-features --features desktop
	mkdir -p "$(dir $(DESKTOP_BIN))"
	cp -f "$(CARGO_TARGET_DIR)/debug/cung-tien" "$(DESKTOP_BIN)"

desktop-check:
	scripts/setup.sh desktop
	cargo clippy --locked --lib --bin cung-tien --no-default-features --features desktop -- -D warnings

android-check: ## the Rust code compiles for Android, and nothing came in that cannot
	scripts/setup.sh android
	scripts/android-check.sh

e2e: server-build ## the app in a real Chromium (make e2e ONLY=shell for one file)
	scripts/setup.sh e2e
	@test -f "$(WEB_DIST)/index.html" || $(MAKE) web
	@test -z "$$(find src assets locales -newer "$(WEB_DIST)/index.html" -print -quit)" \
		|| echo "note: the sources are newer than $(WEB_DIST); make web (or web-dev) brings it up to date"
	node tests/e2e/run.mjs $(ONLY)

e2e-engines: server-build ## the same paths in Firefox ESR and in WebKitGTK (make e2e-engines ONLY=webkit for one)
	scripts/setup.sh engines
	@test -f "$(WEB_DIST)/index.html" || $(MAKE) web
	node tests/e2e/run.mjs $(or $(ONLY),firefox webkit)

e2e-desktop: desktop-build server-build ## the app in its own window, with real clicks on a screen nobody sees
	scripts/setup.sh desktop-test
	@test -f "$(WEB_DIST)/index.html" || $(MAKE) web
	node tests/e2e/run.mjs desktop

screenshots: server-build ## every screen, into docs/screenshots/
	scripts/setup.sh e2e
	@test -f "$(WEB_DIST)/index.html" || $(MAKE) web
	node tests/e2e/screenshots.mjs

bench: web server-build ## sizes and times, as a table and into target/bench.json
	scripts/setup.sh e2e lighthouse
	mkdir -p target
	cargo xtask content --out target/pack.json
	cargo bench --locked --bench step_saved
	cargo bench --locked --bench sync_server
	node tests/e2e/bench.mjs

# The compiler's own flags for it are not for everyone yet; the variable makes a stable compiler take them.
fuzz: ## strange requests and strange words, FUZZ_SECONDS for each target
	scripts/setup.sh fuzz
	for target in sync_body spoken_words; do \
		mkdir -p fuzz/corpus/$$target; \
		RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$(CARGO_TARGET_DIR)/fuzz" cargo fuzz run $$target \
			fuzz/corpus/$$target fuzz/seeds/$$target -- -max_total_time=$(FUZZ_SECONDS) -max_len=65536 || exit 1; \
	done

setup:
	scripts/setup.sh web

setup-all:
	scripts/setup.sh web e2e engines desktop desktop-test android
