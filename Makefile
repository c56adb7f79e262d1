# `make demo` and `make test` are all a newcomer needs; both set up .venv first.
.DEFAULT_GOAL := help
.PHONY: help demo test check bench sample ontology-docs docs picture lock clean

BIN := .venv/bin
READY := .venv/.ready

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

demo: $(READY) ## Load the sample dossier, ask three questions of it, write CSVs and a network page to out/demo
	$(BIN)/kamergraaf demo --out out/demo

test: $(READY) ## Run the tests; page tests are skipped where no Chromium is installed
	$(BIN)/pytest

check: $(READY) ## Format, lint, types, layers of import, tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: $(READY) ## Measure reading, loading, memory and drawing
	@for benchmark in benchmarks/*.py; do echo "== $$benchmark"; $(BIN)/python $$benchmark || exit 1; done

sample: $(READY) ## Write the sample dossier anew from docs/samples/dossier.toml
	$(BIN)/python docs/samples/build_sample.py

ontology-docs: $(READY) ## Write the reference of the ontology anew
	$(BIN)/python docs/build_ontology.py

docs: $(READY) ## Write anew what the pages print: sessions, competency questions, docs/reference/cli.md from --help
	$(BIN)/python docs/reference/build_cli.py
	$(BIN)/python docs/build_sessions.py
	$(BIN)/python docs/build_competency.py

picture: $(READY) ## Take docs/images/network.png and timeline.png anew; needs Chromium
	$(BIN)/python docs/images/take_network.py
	$(BIN)/python docs/images/take_timeline.py

lock: $(READY) ## Resolve the dependencies anew; make lock LOCK=--upgrade takes the newest
	bash requirements/lock.sh "$$(command -v uv || echo .tools/bin/uv)" $(LOCK)

clean: ## Remove what was made: .venv, .tools, out and caches
	rm -rf .venv .tools out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(READY): pyproject.toml requirements/dev.txt requirements/uv.txt requirements/install.sh
	bash requirements/install.sh
	@touch $@
