# `make demo` and `make test` are the two commands; the rest serves those who change the code. `make help` lists all.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR
.PHONY: help demo serve test check generate bench web clean

help: ## This list.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: web ## Build everything and run the demo network.
	cargo build --release --locked -p sala-app
	exec tests/scripts/with-postgres.sh "$$CARGO_TARGET_DIR/release/sala" demo

test: web ## Every test there is: Rust, web, browser.
	tests/scripts/with-postgres.sh tests/scripts/test.sh

check: node_modules ## Formatting, lints, generated files, dependency direction, licences.
	tests/scripts/with-postgres.sh tests/scripts/check.sh

generate: node_modules ## Renew .sqlx, schema.graphql, web operations, message catalogues.
	mkdir -p web/dist
	cargo build -q --locked --workspace --all-targets
	tests/scripts/with-postgres.sh "$$CARGO_TARGET_DIR/debug/with-database" tests/scripts/generate.sh

bench: web ## Measure the bars that have a bench so far, beside their peers, and print them as tables.
	cargo build --release --locked -p sala-app -p sala-bench
	@# The peers are for comparison only; without them their rows say so.
	cd tests/bench/peers && npm install --no-save --no-audit --no-fund --loglevel=error || true
	tests/scripts/with-postgres.sh tests/bench/run.sh
	tests/scripts/with-postgres.sh "$$CARGO_TARGET_DIR/release/sala-bench" "$$CARGO_TARGET_DIR/release/sala" tests/bench/peers

web: node_modules ## Build the web app.
	cd web && npm run -s build

node_modules: web/node_modules/.installed

web/node_modules/.installed: web/package-lock.json
	@# Not `npm ci`: it insists on packages for foreign platforms, which some registry mirrors lack.
	cd web && npm install --no-save --no-audit --no-fund --loglevel=error
	touch $@

clean: ## Remove what was built.
	rm -rf target web/dist web/node_modules .postgres
