# What a developer needs, on a machine with Python 3.11 or newer and nothing else.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help report test lint types imports docs docs-check bench clean

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# The newest-named interpreter that is new enough; PYTHON=... overrides.
$(READY): pyproject.toml constraints.txt
	@python="$(PYTHON)"; \
	for one in python3 python3.13 python3.12 python3.11; do \
		[ -n "$$python" ] && break; \
		"$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && python="$$one"; \
	done; \
	[ -n "$$python" ] || { echo "Python 3.11 or newer is needed, and none was found" >&2; exit 2; }; \
	[ -x $(BIN)/python ] || "$$python" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,docx,pdf,review,postgres,server,archives]'
	@touch $@

report: $(READY)  ## the report on the seed articles: on screen, and in report.html, report.md, report.json
	@$(BIN)/checker report seeds/ --format html --output report.html
	@$(BIN)/checker report seeds/ --format markdown --output report.md
	@$(BIN)/checker report seeds/ --format json --output report.json
	@$(BIN)/checker report seeds/ --format text
	@printf '\nAlso in report.html (open it in a browser), report.md and report.json, in %s\n' "$(CURDIR)"

# Compiled first, as installing does it: where PYTHONDONTWRITEBYTECODE is set, each of the hundreds of commands that the
# tests start would compile all modules anew. For pytest it is set to nothing, since rewritten tests are kept the same way.
# Each process takes a stretch of the tests, and from others when it is done: what a module's tests share is made once.
test: $(READY)  ## the tests, on all cores
	@$(BIN)/python -m compileall -q checker rules reports
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -q -n auto --dist worksteal

lint: $(READY)  ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)  ## static types
	$(BIN)/mypy

imports: $(READY)  ## the direction of imports
	$(BIN)/lint-imports

docs: $(READY)  ## write the generated pages under docs/ again
	$(BIN)/python docs/generate.py

docs-check: $(READY)  ## are the generated pages what the code says?
	$(BIN)/python docs/generate.py --check

bench: $(READY)  ## how fast it is, and how that grows
	$(BIN)/python benchmarks/report.py
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/scaling.py
	$(BIN)/python benchmarks/weighing.py
	$(BIN)/python benchmarks/review.py

clean:
	rm -rf $(VENV) build dist report.html report.md report.json
