#!/usr/bin/env bash
# Builds the libFuzzer program and runs it; without options for four minutes on one core.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh
cd Fuzz

# A crash is written down by libFuzzer; Swift's own report would take half a minute for each.
export SWIFT_BACKTRACE=enable=no
# The usual linker fails at the marks that libFuzzer needs.
swift build -c release --scratch-path "${AULA_FUZZ_BUILD:-.build}" -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
program="${AULA_FUZZ_BUILD:-.build}/release/fuzz-aula"

for argument in "$@"; do
  [[ -f "$argument" ]] && exec "$program" "$@"
done
mkdir -p corpus
[[ $# -gt 0 ]] || set -- -max_total_time=240
exec "$program" -timeout=20 -rss_limit_mb=4096 -max_len=2048 -dict=aula.dict "$@" corpus ../Tests/LanguageTests/Programs
