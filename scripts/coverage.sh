#!/usr/bin/env bash
# Measures how many lines of the language's rooms the tests run, prints it for each room, and fails below the least share.
# Usage: coverage.sh [files]    with `files`, the share of every file too, and the lines that no test runs, in uncovered.txt
# AULA_COVERAGE_BUILD names the folder to build in (.build/coverage).
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh

least=90
rooms=(Syntax Analysis Machine)
build=${AULA_COVERAGE_BUILD:-.build/coverage}

# Without optimization: it is built in half the time, and every line is still a line.
swift build --build-tests --enable-code-coverage --scratch-path "$build"
mkdir -p "$build/counts"
rm -f "$build"/counts/*

# Left out: what is about the core, about time, about memory, or about depths that only optimized code has the stack for.
# A few thousand inputs reach the lines that a hundred thousand reach.
LLVM_PROFILE_FILE="$build/counts/%p.profraw" AULA_FUZZ=1/400 \
  "$build/debug/AulaPackageTests.xctest" --testing-library swift-testing \
  --skip TensorKitTests --skip GraphTests --skip DepthTests --skip NestingTests --skip LeakTests --skip NativeBench
llvm-profdata merge -o "$build/counts/all.profdata" "$build"/counts/*.profraw

status=0
[[ "${1:-}" == files ]] && : >"$build/uncovered.txt"
for room in "${rooms[@]}"; do
  # The room's own object files: what the whole program says of the kernels in C, llvm-cov cannot read.
  objects=()
  for object in "$build/debug/$room.build"/*.o "$build/debug/$room.build"/*/*.o; do
    [[ -e "$object" ]] && objects+=(-object "$object")
  done
  report=$(llvm-cov report "${objects[@]:1}" -instr-profile="$build/counts/all.profdata")
  if [[ "${1:-}" == files ]]; then
    awk '/%/ && $1 != "TOTAL" { printf "  %-52s %4d lines, %3d not run\n", $1, $8, $9 }' <<<"$report"
    llvm-cov show "${objects[@]:1}" -instr-profile="$build/counts/all.profdata" |
      awk '/^\// || /^ *[0-9]+\| *0\|/' >>"$build/uncovered.txt"
  fi
  share=$(awk '$1 == "TOTAL" { sub("%", "", $10); print $10 }' <<<"$report")
  echo "$room: $share % of the lines"
  if awk -v share="$share" -v least="$least" 'BEGIN { exit share + 0 >= least }'; then
    echo "  that is less than $least %" >&2
    status=1
  fi
done
exit "$status"
