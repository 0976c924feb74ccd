#!/usr/bin/env bash
# Runs the tests and every shard; a failure stops nothing, so that one run shows all of them. Ends with a table.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
./scripts/set-up.sh

table=()
failed=0
run() {
  local name=$1 status=0 start=$SECONDS
  shift
  "$@" || status=$?
  case "$status" in
    0) result=passed ;;
    77) result=skipped ;;
    # Stop on an interrupt: it was meant for the whole run.
    130) exit 130 ;;
    *)
      result=FAILED
      failed=$((failed + 1))
      ;;
  esac
  table+=("$(printf '%-14s %-8s %5d s' "$name" "$result" $((SECONDS - start)))")
}

run tests ./scripts/test.sh
while read -r name; do
  # Its own input, or the tests would eat the list of names.
  run "$name" ./scripts/test-shard.sh "$name" </dev/null
done < <(./scripts/test-shard.sh --names)

echo
printf '%s\n' "${table[@]}"
[[ "$failed" == 0 ]]
