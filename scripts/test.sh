#!/usr/bin/env bash
# Sets up, checks the style, builds in release and runs the tests; arguments go to `swift test`.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
./scripts/set-up.sh
./scripts/lint.sh
exec ./scripts/run-tests.sh -- "$@"
