#!/usr/bin/env bash
# Sets up, builds in release and runs the main job; arguments go to the job.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
./scripts/set-up.sh
source scripts/find-swift.sh
exec swift run -c release autoencoder-demo "$@"
