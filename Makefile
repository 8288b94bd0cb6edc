# Two commands on a machine with Python 3.11 or newer and make:
#   make demo   installs into its own environment, converts samples/ into out/, and prints what was read
#   make test   the same environment, then lint, format, types and all tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
# The package's own folder is the root of the project, under whatever name it was checked out; for mypy it needs its own.
TYPES := $(VENV)/types

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint types tests quality dictionary catalogues bench overview national clean

demo: $(INSTALLED)
	@# Exit code 1 says that some file could not be read, which the summary tells; anything above is a fault.
	@$(BIN)/pledgecards convert "samples/**/*.pdf" "samples/**/*.txt" --out out || test $$? -eq 1

test: lint types tests

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	@mkdir -p $(TYPES)
	@ln -sfn "$(CURDIR)" $(TYPES)/pledgecards
	cd $(TYPES) && ../bin/mypy --config-file pledgecards/pyproject.toml -p pledgecards

tests: $(INSTALLED)
	$(BIN)/pytest

# How well every layout of the samples is read, as a table.
quality: $(INSTALLED)
	$(BIN)/python -m pledgecards.samples.quality --write docs/quality.md

# How fast, beside other readers: docs/performance.md. A taste of it: make bench ARGUMENTS="--quick --out out".
bench: $(INSTALLED)
	$(BIN)/python -m pledgecards.bench.run $(ARGUMENTS)

# The review site of 16,000 cards: how fast its overview opens and answers in a browser; docs/review.md. Takes a quarter of an hour.
overview: $(INSTALLED)
	$(BIN)/python -m pledgecards.bench.overview --write docs/review.md $(ARGUMENTS)

# The cards of all 243 bodies, made and converted; takes long. SHARE=0.1 takes every tenth body.
SHARE ?= 1.0
national: $(INSTALLED)
	$(BIN)/python bench/national.py --share $(SHARE)

# After a change of the registry.
dictionary: $(INSTALLED)
	$(BIN)/pledgecards dictionary > docs/data-dictionary.md

# After a change of what people are told: gathers the texts, keeps their Korean, compiles it; says what has none yet.
catalogues: $(INSTALLED)
	$(BIN)/python -m pledgecards.language.catalogue

$(INSTALLED): requirements-test.txt pyproject.toml extract/pdf/_loops.c
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps -r requirements-test.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) out build *.egg-info .hypothesis .pytest_cache .ruff_cache .mypy_cache
