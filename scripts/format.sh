#!/usr/bin/env bash
# Rewrites the Swift sources in the project's style; with --check only reports what would change, as errors.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh

places=()
for place in Package.swift Sources Tests Benchmarks; do
  [[ -e "$place" ]] && places+=("$place")
done

if [[ "${1:-}" == --check ]]; then
  if ! swift format lint --strict --parallel --recursive "${places[@]}"; then
    echo "The style differs. 'make format' repairs what can be repaired without you." >&2
    exit 1
  fi
else
  swift format --in-place --parallel --recursive "${places[@]}"
fi
