# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
#
# Alles wat hier gebeurt, gebeurt in .venv: buiten deze map verandert niets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# The stamps carry the place of the checkout: an environment that was copied along would import the old place.
PLACE := $(shell printf '%s' '$(CURDIR)' | cksum | cut -d ' ' -f 1)
BASE := $(VENV)/.basis-$(PLACE)
DEV := $(VENV)/.ontwikkeling-$(PLACE)

DEMO := ondiep-huurgrens mantelzorg-dochter ondiep-auto gewoon-gezin

.PHONY: help setup demo test test-lang check bench ablate mutate clean

help:
	@echo "make setup    maakt de omgeving: .venv/bin/samenloop"
	@echo "make demo     rekent vier huishoudens door en laat de uitkomst lezen"
	@echo "make test     alle tests"
	@echo "make test-lang  alle tests, met elke maand sinds 2015 en 200 verstoringen per huishouden"
	@echo "make check    stijl, typen, lagen, licenties, regels, en daarna alle tests"
	@echo "make bench    meet tijd en geheugen"
	@echo "make ablate   haalt regels en bedragen een voor een weg: elke keer moet een test dat merken"
	@echo "make mutate   zet fouten in de regels, een voor een: een voorbeeld bij de regels moet dat merken"
	@echo "make clean    ruimt de omgeving en alle tussenresultaten op"

setup: $(BASE)
	@echo "Klaar: $(BIN)/samenloop"

$(BASE): pyproject.toml
	@command -v $(PYTHON) >/dev/null \
	  || { echo "Python ontbreekt. Op Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 of nieuwer is nodig; dit is $$($(PYTHON) --version)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "De module venv ontbreekt. Op Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "De omgeving wordt gemaakt in $(VENV)."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --quiet --editable .
	@if ! command -v cc >/dev/null && ! command -v gcc >/dev/null; then \
	  echo "Geen C-compiler gevonden: verder zonder durable-rules. Patronen zoekt Python dan zelf."; \
	elif $(PIP) install --editable '.[durable]' >$(VENV)/durable-rules.log 2>&1 \
	  && $(BIN)/python -c 'import durable.lang' >>$(VENV)/durable-rules.log 2>&1; then \
	  echo "durable-rules is gebouwd."; \
	else \
	  echo "durable-rules bouwen lukte niet (zie $(VENV)/durable-rules.log): verder zonder." \
	    "Patronen zoekt Python dan zelf."; \
	fi
	@touch $@

$(DEV): $(BASE)
	@$(PIP) install --quiet --editable '.[dev]'
	@touch $@

demo: $(BASE)
	@for naam in $(DEMO); do \
	  printf '\n%s\n$$ samenloop check fixtures/huishoudens/%s.yaml\n\n' "$$(printf '%0.s─' {1..78})" "$$naam"; \
	  $(BIN)/samenloop check "fixtures/huishoudens/$$naam.yaml"; \
	done

test: $(DEV)
	@workers=$$($(BIN)/python -c 'import importlib.util as u; print("-n 2" if u.find_spec("xdist") else "")'); \
	$(BIN)/python -m pytest $$workers $(ARGS)

test-lang: $(DEV)
	@SAMENLOOP_LANG=1 SAMENLOOP_VERSTORINGEN=200 $(MAKE) test

check: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/reuse lint --lines
	$(BIN)/samenloop rules lint
	@$(MAKE) test

bench: $(DEV)
	@$(BIN)/python tests/bench/bench.py $(ARGS)

ablate: $(DEV)
	@$(BIN)/python tests/ablation/ablate.py $(ARGS)

mutate: $(DEV)
	@$(BIN)/python tests/mutation/mutate.py $(ARGS)

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find engine tests -name __pycache__ -type d -prune -exec rm -rf {} +
