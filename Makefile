# make run    install what is missing and open the dashboard (PORT=8501 unless set)
# make serve  several dashboards behind a proxy (WORKERS=2, SITE=http://localhost:8501 unless set)
# make test   install the test tools and run every check and test
# make lint   the checks without the tests
# make bench  measure the map (BENCH="--json figures.json" passes options on)
# make words  list the words of the interface for translators anew, after an edit of them
# make pin    write the second part of the two requirements files anew, and the hashes
# make holes  ask whether a hole is known in what is installed
#
# Written for the make and the shell of both Debian and macOS.

PORT ?= 8501
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
# The one uv that is inside the environment, told which environment is meant:
# one that happens to be active in the shell must not be installed into.
UV := VIRTUAL_ENV="$(CURDIR)/$(VENV)" $(VENV)/bin/uv
# Whatever is installed has to be what its hash says.
# Compiled once: else each process that may not write beside its libraries compiles them anew.
INSTALL := $(UV) pip install --quiet --compile-bytecode --python $(PY) \
	--require-hashes --constraints hashes.txt
INSTALLED := $(VENV)/.installed
WORDS := geo/words/messages.pot
TOOLS_INSTALLED := $(VENV)/.tools-installed
# Tests and checks find the project's packages here, from whichever shell they are started.
export PYTHONPATH := $(CURDIR)
# Tests start many processes: where Python may keep nothing, each compiles the project anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run serve test lint without-browser bench words pin holes chromium clean

run: $(INSTALLED)
	$(PY) -m streamlit run dashboard.py --server.port=$(PORT)

serve: $(INSTALLED)
	$(PY) deploy/serve.py --workers=$(WORKERS)

# The checks run beside the first tests: they take one core for some seconds.
# A browser and its server wait for each other now and then: three of them keep two cores busy.
# They run after the rest.
test: chromium
	$(MAKE) --jobs=2 lint without-browser
	$(PY) -m pytest tests/e2e --numprocesses=3 --dist=loadfile --no-loadscope-reorder \
	  --max-worker-restart=0

# Files of tests are begun in the order of the folders: by their number of tests, which is usual,
# those with few tests that take long would come last, and one core would wait. A process that is
# ended by what it tests ends the run: what it had left to do would be waited for without an end.
# One process more than there are cores: some wait for a server, a database or a file.
without-browser: $(TOOLS_INSTALLED)
	$(PY) -m pytest --ignore=tests/e2e --dist=loadfile \
	  --numprocesses=$$(($$(getconf _NPROCESSORS_ONLN) + 1)) \
	  --no-loadscope-reorder --max-worker-restart=0

lint: $(TOOLS_INSTALLED)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/pyrefly check
	$(VENV)/bin/lint-imports

bench: $(TOOLS_INSTALLED) chromium
	$(PY) -m bench map $(BENCH)

# Without the time of day, which would differ in every branch.
words: $(TOOLS_INSTALLED)
	$(VENV)/bin/pybabel --quiet extract --keyword=counted:2,3 --add-location=file --sort-by-file \
	  --project="Training coverage dashboard" --output=$(WORDS).new dashboard.py geo data \
	  pages reports
	grep -v POT-Creation-Date $(WORDS).new > $(WORDS) && rm $(WORDS).new

# ---------------------------------------------------------------- installing

$(PY):
	@python=""; \
	for name in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    python="$$name"; break; fi; done; \
	if [ -z "$$python" ]; then \
	  echo "Python 3.11 or newer is needed and was not found."; \
	  echo "Debian: apt install python3 python3-venv   macOS: brew install python"; exit 1; fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "Python is here, but its venv module is not."; \
	  echo "Debian: apt install python3-venv"; exit 1; fi; \
	"$$python" -m venv --clear $(VENV)

$(VENV)/bin/uv: | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes \
	  --requirement requirements-installer.txt

$(INSTALLED): requirements.txt hashes.txt | $(VENV)/bin/uv
	$(INSTALL) -r requirements.txt
	@touch $@

$(TOOLS_INSTALLED): requirements.txt requirements-dev.txt hashes.txt | $(VENV)/bin/uv
	$(INSTALL) -r requirements-dev.txt
	@touch $(INSTALLED) $@

# A Chromium that is there is used as it is. Else Debian's package where we may
# install it, without what draws windows, else the build that Playwright keeps for its users.
chromium: $(TOOLS_INSTALLED)
	@if ! $(PY) -m bench.browser.chromium; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	      --no-install-recommends chromium-headless-shell fonts-liberation \
	      || $(PY) -m playwright install chromium; \
	  else $(PY) -m playwright install chromium; fi; \
	  $(PY) -m bench.browser.chromium; fi

# ------------------------------------------------------------------- pinning

MARKER := ^\# --- What the above bring
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --no-header \
	--annotation-style line --no-emit-index-url --no-emit-find-links

HASHES := $(COMPILE) --generate-hashes --no-annotate

# uv notes beside each line what asked for it: a line that a requirements file
# asked for is in a first part already, and every other belongs in the second.
pin: $(VENV)/bin/uv
	@for name in requirements requirements-dev; do \
	  sed '/$(MARKER)/q' $$name.txt > $$name.in && \
	  $(COMPILE) $$name.in > $$name.out && \
	  { cat $$name.in; echo; grep -v -- '-r requirements' $$name.out; } > $$name.txt && \
	  rm -f $$name.in $$name.out || exit 1; done
	@{ echo "# Hashes of what the requirements pin, for every platform (written by make pin)."; \
	  $(HASHES) requirements-dev.txt; } > hashes.new && mv hashes.new hashes.txt
	@sed -n '/^#/p; s/^\(uv==[^ ]*\).*/\1/p' requirements-installer.txt > installer.in && \
	  { grep '^#' installer.in; $(HASHES) installer.in; } > installer.new && \
	  mv installer.new requirements-installer.txt && rm -f installer.in

# The only check that asks another host (the advisories of PyPI). It fails where it cannot ask.
holes: $(INSTALLED)
	@$(VENV)/bin/uv tool run --quiet pip-audit==2.10.1 --requirement hashes.txt --disable-pip \
	  --require-hashes --strict --progress-spinner=off \
	  || { echo "Holes are known, or could not check: see above."; exit 1; }

clean:
	rm -rf $(VENV) static .cache .pytest_cache .grimp_cache .ruff_cache .import_linter_cache .hypothesis
