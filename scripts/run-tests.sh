#!/usr/bin/env bash
# Builds the tests in release, runs them, and ends with the slowest ones and the runner's own summary.
# Usage: run-tests.sh [options of `swift build` and `swift test`] [-- options of `swift test` alone]
# AULA_TEST_LOG names the file that keeps the output (.build/test.log).
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh

build_options=(-c release)
while [[ $# -gt 0 ]]; do
  [[ "$1" == -- ]] && { shift; break; }
  build_options+=("$1")
  shift
done

log=${AULA_TEST_LOG:-.build/test.log}
mkdir -p "$(dirname -- "$log")"
# A crash report must not wait for a key that nobody presses.
export SWIFT_BACKTRACE=${SWIFT_BACKTRACE:-interactive=no,color=no}

# The release build of `make run` is used again: only what the tests add is compiled.
swift build "${build_options[@]}" --build-tests

# On an interrupt (a key, or a time limit) the runner ends its child; this script lives on to say what was still running.
interrupted=0
trap 'interrupted=1' INT
status=0
# Line by line, or the output of a run that is cut short would be lost in its buffers.
stdbuf -oL swift test "${build_options[@]}" --skip-build "$@" 2>&1 | tee -i "$log" || status=${PIPESTATUS[0]}
[[ "$interrupted" == 1 && "$status" == 0 ]] && status=130

summary=0
awk -f scripts/summary.awk "$log" || summary=$?
[[ "$status" == 0 ]] && status=$summary
# A sanitizer or a crash can fail a run in which every test passed.
[[ "$status" == 0 ]] || echo "The run failed with code $status; its whole output is in $log."
exit "$status"
