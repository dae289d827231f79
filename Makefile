# Everything a person or CI does with this project. `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# The articles are not part of the project; where they lie beside it, every printed fragment is held to them.
ARTICLES ?= $(wildcard ../shared/articles)

.PHONY: help setup setup-test browser nginx bake run dev check schema lint types layers test test-fast test-whole test-browser test-office same bench lock image clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

setup: $(VENV)/.runtime static/vendor/.done ## Create .venv and install the locked dependencies

setup-test: $(VENV)/.test static/vendor/.done ## The same, with what the tests need

$(VENV)/.runtime: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

# A quarter of the bytes of the plotly.js that comes with the Python package. Without npm the latter is served.
static/vendor/.done: package-lock.json
	@mkdir -p static/vendor
	@if command -v npm >/dev/null 2>&1 && npm ci --ignore-scripts --no-audit --no-fund --silent; then \
		cp node_modules/plotly.js-basic-dist-min/plotly-basic.min.js static/vendor/; \
	else echo "npm did not bring the small plotly.js; the full one of the Python package will be served"; fi
	@touch $@

browser: $(VENV)/.test ## Find or install a Chromium for the tests
	@$(BIN)/python -m tests.browser.chromium --install

nginx: $(VENV)/.test ## Find or install an nginx for the tests
	@$(BIN)/python -m tests.deploy.nginx --install

run: setup ## Validate the data and serve on http://127.0.0.1:8050
	@$(BIN)/python -m app serve

dev: setup ## Serve with reload and debug, for working on the program
	@$(BIN)/python -m app serve --dev

BAKED ?= baked
bake: setup ## Write the whole site as files into BAKED (baked)
	@$(BIN)/python -m app bake $(BAKED)

check: setup ## Print every problem of datasets/
	$(BIN)/python -m app check $(if $(ARTICLES),--articles $(ARTICLES))

schema: setup ## Write the JSON Schemas that give an editor completion
	$(BIN)/python -m app schema

lint: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup-test
	$(BIN)/mypy

layers: setup-test
	$(BIN)/lint-imports

test-fast: lint types layers check ## What a change is tried with in two minutes: all but the three below
	$(BIN)/python -m pytest -m "not whole and not browser and not nginx and not ledger" -q -n auto --dist worksteal

test-whole: setup-test ## Every page, file and drawing of the real data, and thousands of hostile inputs, alone
	$(BIN)/python -m pytest -m "whole" -q -n auto --dist worksteal

test-browser: browser nginx ## The tests in a browser and behind nginx, and that walk, alone
	$(BIN)/python -m pytest -m "browser or nginx or ledger" -q -n auto --dist worksteal

test: test-fast test-whole test-browser ## Everything CI runs

test-office: setup-test ## Open every story and kind of chart in LibreOffice and hold it to Office's schemas (installs by apt)
	apt-get install -y --no-install-recommends libreoffice-impress poppler-utils
	$(BIN)/python -m pip install --quiet --disable-pip-version-check openxml-audit==0.8.0
	$(BIN)/python -m tests.office.convert $(if $(PICTURES),--pictures $(PICTURES))

BASE ?= HEAD
same: setup-test ## Write everything that the site and its commands give, here and of the commit BASE, and name what differs
	@nice $(BIN)/python -m tests.same --base $(BASE)

bench: setup-test ## Print start-up, memory, callback and SVG times
	$(BIN)/python -m tests.bench.bench_server
	$(BIN)/python -m tests.bench.bench_svg
	$(BIN)/python -m tests.bench.bench_files
	$(BIN)/python -m tests.bench.bench_slides

lock: ## Resolve the dependencies anew into the lock files (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o requirements.lock
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o requirements-test.lock

image: ## Build the container image
	docker build -t beijing-innovation-dashboard .

clean: ## Remove what the targets above made
	rm -rf $(VENV) static node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
