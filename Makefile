# Every target sets up what it needs first, in .venv, and again only when pyproject.toml has changed.
# `make help` lists them. Another Python: make PYTHON=/path/to/python3.12 demo

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: bench check clean demo format FORCE help lint picture neo4j test types wheel

BIN := .venv/bin
PYTHON ?= python3 python3.13 python3.12 python3.11 python3.14 python

# Scripts of an environment hold its path: in a checkout that has moved, or after Python itself has gone, it is made anew.
FITS := [ -x $(BIN)/python ] && grep -qsF "$(CURDIR)/$(BIN)/" $(BIN)/sysgraph
STALE := $(shell $(FITS) || echo FORCE)

help: ## list the targets
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1	\2/p' Makefile

demo: .venv/.ready ## build the bundled plan, ask it questions, write its page
	@$(BIN)/sysgraph demo

test: check ## everything that must hold before a change lands
	$(BIN)/pytest --cov

check: lint types ## what test does, without running the tests

picture: .venv/.ready-dev ## docs/figure.png, the picture of the README, from the demo's graph
	@folder=$$(mktemp -d) && $(BIN)/sysgraph demo -o $$folder >/dev/null && \
	$(BIN)/sysgraph figure --about "Stoke-on-Trent Health and Wellbeing Board" --posts-only \
		--store $$folder/graph.sqlite -o docs/figure.png && rm -r $$folder

lint: .venv/.ready-dev ## rules of style and of who may import whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo

types: .venv/.ready-dev ## mypy --strict over source, tests and benchmarks
	$(BIN)/mypy --strict

format: .venv/.ready-dev ## put the code into its standard form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/.ready ## what starting up costs, against Python's own start
	$(BIN)/python benchmarks/startup.py

neo4j: ## a Neo4j server for the tests, on this machine only, until it is ended; needs a JDK and Maven
	@echo 'In another shell: export SYSGRAPH_NEO4J=bolt://127.0.0.1:17687 NEO4J_USERNAME=neo4j NEO4J_PASSWORD=sysgraph-tests'
	@NEO4J_PASSWORD=sysgraph-tests tests/neo4j/serve 17687

wheel: .venv/.ready-dev ## the source archive and the wheel, in dist/
	rm -rf dist
	$(BIN)/python -m build --no-isolation

clean: ## remove the environment, dist/ and every cache
	rm -rf .venv build dist htmlcov tests/neo4j/target .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks seed -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.ready: pyproject.toml $(STALE)
	$(call set_up,.)
	@touch $@

.venv/.ready-dev: pyproject.toml $(STALE)
	$(call set_up,.[dev])
	@touch .venv/.ready $@

FORCE:

# $(call set_up,WHAT): WHAT and all that it needs, installed into .venv.
define set_up
@set -e; \
is_new_enough='import sys; sys.exit(sys.version_info < (3, 11))'; \
uv=$$(command -v uv || true); \
if ! { $(FITS); }; then \
	python=; \
	for candidate in $(PYTHON); do \
		if "$$candidate" -c "$$is_new_enough" >/dev/null 2>&1; then python=$$candidate; break; fi; \
	done; \
	rm -rf .venv; \
	if [ -n "$$uv" ]; then \
		"$$uv" venv --quiet --seed --python "$${python:->=3.11}" .venv; \
	elif [ -z "$$python" ]; then \
		echo "sysgraph needs Python 3.11 or later; none of these is: $(PYTHON)." >&2; \
		echo "Install one (Debian, Ubuntu: apt install python3 python3-venv) or name it: make PYTHON=/path/to/python3.11" >&2; \
		exit 1; \
	elif ! "$$python" -m venv .venv; then \
		rm -rf .venv; \
		echo "$$python cannot make an environment (Debian, Ubuntu: apt install python3-venv), then try again." >&2; \
		exit 1; \
	fi; \
fi; \
echo "Setting up .venv, once: this takes a minute or two ..."; \
if [ -n "$$uv" ]; then \
	"$$uv" pip install --quiet --python $(BIN)/python --editable '$(1)'; \
else \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '$(1)'; \
fi
endef
