#!/usr/bin/env bash
# Sets up, checks the style, builds in release and runs the tests; arguments go to `swift test`.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
./scripts/set-up.sh
./scripts/lint.sh
# One test after the other: side by side each would count the time it waits for the others, and the slowest ten would be any ten.
exec ./scripts/run-tests.sh -- --no-parallel "$@"
