#!/usr/bin/env bash
# Measures how many lines of the language's rooms the tests run, prints it for each room, and fails below the least share.
# Usage: coverage.sh [files]      with `files`, every file of the rooms too, and the lines that no test runs in .build/coverage/uncovered.txt
# AULA_COVERAGE_BUILD names the folder to build in; with AULA_COVERAGE_TESTED=1 the last run's numbers are read again.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh

least=90
rooms=(Syntax Analysis Machine)
build=${AULA_COVERAGE_BUILD:-.build/coverage}

if [[ -z "${AULA_COVERAGE_TESTED:-}" ]]; then
  # The core's own sweeps and the hundred thousand inputs add nothing to these rooms that a few of them do not.
  AULA_FUZZ=1/100 ./scripts/run-tests.sh --enable-code-coverage --scratch-path "$build" -- \
    --skip TensorKitTests --skip GraphTests --skip Leaks
fi

profile=$build/release/codecov/default.profdata
program=$build/release/AulaPackageTests.xctest
[[ -f "$profile" && -f "$program" ]] || { echo "There are no numbers at $profile." >&2; exit 1; }

status=0
for room in "${rooms[@]}"; do
  report=$(llvm-cov report "$program" -instr-profile="$profile" "Sources/$room")
  [[ "${1:-}" == files ]] && awk 'NF >= 10 && /%/ { printf "  %-60s %5d lines, %4d not run, %s\n", $1, $8, $9, $10 }' <<<"$report"
  share=$(awk '$1 == "TOTAL" { sub("%", "", $10); print $10 }' <<<"$report")
  echo "$room: $share % of the lines"
  awk -v share="$share" -v least="$least" 'BEGIN { exit !(share + 0 >= least) }' || {
    echo "  that is less than $least %" >&2
    status=1
  }
done

if [[ "${1:-}" == files ]]; then
  mkdir -p .build/coverage
  for room in "${rooms[@]}"; do
    llvm-cov show "$program" -instr-profile="$profile" "Sources/$room" | awk '/^\// || /^ *[0-9]+\| *0\|/'
  done >.build/coverage/uncovered.txt
fi
exit "$status"
