#!/usr/bin/env bash
# Every script parses, and shellcheck, where it is installed, finds no error. Its warnings change with its version.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

scripts=(scripts/*.sh .ci/run)
for script in "${scripts[@]}"; do
  bash -n "$script"
done
if command -v shellcheck >/dev/null; then
  shellcheck --shell=bash --external-sources --severity=error "${scripts[@]}"
fi
