#!/usr/bin/env bash
# Sets up, builds in release and opens the lesson gan-toy step by step; arguments go to `aula` in place of that.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
./scripts/set-up.sh
source scripts/find-swift.sh
swift build -c release --product aula
(($#)) || set -- learn gan-toy
exec .build/release/aula "$@"
