# `make run` on an empty clone sets up .venv, reads the sample articles and writes tables and graphs to outputs/.

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	"$$python" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo "$$python" && break; done)
BIN := .venv/bin
STAMP := .venv/.installed
DATA := $(abspath ../shared)

ifndef RAVABET_DATA
ifneq ($(wildcard $(DATA)),)
export RAVABET_DATA := $(DATA)
endif
endif

.PHONY: run test format wheel lock clean
.DELETE_ON_ERROR:

run: $(STAMP)
	$(BIN)/ravabet run seeds/ --out outputs/

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(STAMP)
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

# The pins of requirements.txt are for Python 3.11; the other versions take the ranges of pyproject.toml.
$(STAMP): requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11, 3.12 or 3.13 with venv found; install one, or name it: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv
	@if $(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; then \
		echo "Installing the pinned packages into .venv (some minutes)"; \
		$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt \
		&& $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .; \
	else \
		echo "Installing packages within the ranges of pyproject.toml into .venv (some minutes)"; \
		$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[notebook,dev]'; \
	fi
	@touch $@

# Pin what is installed now; the local part of a version (torch's +cpu) names a build, not a version.
lock: $(STAMP)
	{ grep '^#' requirements.txt; $(BIN)/pip freeze --all --exclude-editable | grep -v -E '^(pip|wheel|ravabet)==' | sed 's/+[a-z0-9.]*$$//'; } > requirements.new
	mv requirements.new requirements.txt

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
