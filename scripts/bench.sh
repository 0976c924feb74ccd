#!/usr/bin/env bash
# Sets up, builds in release and runs the benchmarks; arguments go to the benchmark program.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
./scripts/set-up.sh
source scripts/find-swift.sh
swift build -c release --product aula-bench
# OpenBLAS obeys this variable even where it names an older processor: figures would be half of what they can be.
unset OPENBLAS_CORETYPE
exec .build/release/aula-bench "$@"
