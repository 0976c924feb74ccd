#!/usr/bin/env bash
# Checks the style of the Swift sources, then runs every scripts/check-*.sh in order; fails if one of them did.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

status=0
./scripts/format.sh --check || status=1
for check in scripts/check-*.sh; do
  [[ -e "$check" ]] || continue
  if ! bash "$check"; then
    echo "$check failed" >&2
    status=1
  fi
done
exit "$status"
