# One command per job; each recipe is a script, so that all of this works without make as well.
# The scripts run from their own folder upward, so paths with spaces never pass through make.

.DEFAULT_GOAL := help
.PHONY: help setup run test test-shard test-all bench install uninstall lint format clean
# SwiftPM locks its build folder: two jobs side by side would only wait for each other.
.NOTPARALLEL:

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | while IFS='|' read -r target text; do \
	  printf '%-18s %s\n' "$$target" "$$text"; done

setup: ## check for Swift, install the system libraries that are missing
	@./scripts/set-up.sh

run: ## set up, build in release and open the lesson gan-toy
	@./scripts/run.sh

test: ## set up, check the style, build in release and run the tests (under 15 minutes)
	@./scripts/test.sh

# A shard that cannot run here says so with code 77: that is no error.
test-shard: ## run one slow job: SHARD=number or name; without SHARD, list them
	@./scripts/test-shard.sh "$(SHARD)" || test $$? -eq 77

test-all: ## run the tests, then every slow job: exhaustive sweeps, sanitizers, CPU levels
	@./scripts/test-all.sh

bench: ## set up, build in release and run the benchmarks
	@./scripts/bench.sh

install: ## put `aula` in place: PREFIX=/usr/local, and DESTDIR for those who make packages
	@./scripts/install.sh

uninstall: ## remove what `make install` put in place under the same PREFIX and DESTDIR
	@./scripts/uninstall.sh

lint: ## check the style of the Swift sources, then run scripts/check-*.sh
	@./scripts/lint.sh

format: ## rewrite the Swift sources in the project's style
	@./scripts/format.sh

clean: ## remove everything that was built
	@rm -rf .build
