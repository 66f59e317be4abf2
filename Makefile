# The commands of this repository. `make` alone lists them.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

# The first interpreter that is new enough; `make PYTHON=/path/to/python3.11 …` chooses another.
PYTHON := $(shell for python in python3 python3.11 python3.12 python3.13 /usr/bin/python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; exit; }; done)
BIN := .venv/bin
SETUP = @$(or $(PYTHON),$(error No Python 3.11 or later found; say make PYTHON=/path/to/it)) -m tools.setup

.PHONY: help setup demo run test rules lint fix bench lock clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install everything (as root also the Debian packages); the other commands do their part of it themselves
	$(SETUP) test

demo: ## Play the main job: tablet and desk with a portal on this machine (HEADLESS=1: without windows, with a report)
	$(SETUP) demo
	@$(BIN)/kiosk demo $(if $(HEADLESS),--headless) --output build/demo

run: ## Start the tablet of this machine (ARGS=--desk: the desk)
	$(SETUP) demo
	@$(BIN)/kiosk run $(ARGS)

# Whole files to each worker, in the order of tests/conftest.py; three workers, because journeys wait for processes of
# their own, and two leave a third of two cores idle. A worker that crashed is not replaced: its successor
# would crash at the same test, or wait for ever (pytest-xdist 3.8). Bytecode is kept: many tests start processes.
test: ## All tests (K=signup: only those whose name matches; ARGS=…: more of pytest's options)
	$(SETUP) test
	@QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3 --dist loadfile \
		--no-loadscope-reorder --max-worker-restart=0 --durations=10 $(if $(K),-k '$(K)') $(ARGS)

rules: ## Each product rule (docs/rules.md) with the tests that prove it
	$(SETUP) test
	@$(BIN)/python -m tools.rules

lint: ## Check style, types and the layers
	$(SETUP) lint
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

fix: ## Mend what ruff can mend
	$(SETUP) lint
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: ## The figures: start, save and sync, each beside its floor
	$(SETUP) test
	@$(BIN)/python -m benchmarks

lock: ## Write packaging/lock/ anew (ARGS=--upgrade: with newer versions)
	@PYTHON=$(PYTHON) packaging/lock.sh $(ARGS)

clean: ## Remove what the other commands made, .venv included
	@rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
