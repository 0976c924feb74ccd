#!/usr/bin/env bash
# Runs one row of scripts/shards, given by number (from 1) or name; without an argument, lists the rows.
# Exit code 77: the row cannot run on this machine.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

trim() {
  local text=$1
  text=${text#"${text%%[![:space:]]*}"}
  printf '%s' "${text%"${text##*[![:space:]]}"}"
}

names=() conditions=() commands=() reasons=()
while IFS='|' read -r name condition command reason; do
  name=$(trim "$name")
  [[ -z "$name" || "$name" == '#'* ]] && continue
  names+=("$name")
  conditions+=("$condition")
  commands+=("$command")
  reasons+=("$(trim "$reason")")
done <scripts/shards

wanted=${1:-}
case "$wanted" in
  --names)
    printf '%s\n' "${names[@]}"
    exit
    ;;
  '')
    echo "Give one of these as SHARD=number or SHARD=name:"
    for i in "${!names[@]}"; do printf '%4d  %-14s %s\n' $((i + 1)) "${names[i]}" "${reasons[i]}"; done
    exit
    ;;
esac

row=
for i in "${!names[@]}"; do
  [[ "$wanted" == "${names[i]}" || "$wanted" == $((i + 1)) ]] && row=$i
done
if [[ -z "$row" ]]; then
  echo "There is no shard '$wanted'; 'make test-shard' lists them." >&2
  exit 2
fi

./scripts/set-up.sh
echo "Shard $((row + 1)) of ${#names[@]}, ${names[row]}: ${reasons[row]}"
if ! bash -c "${conditions[row]}"; then
  echo "Shard ${names[row]} skipped: it cannot run on this machine."
  exit 77
fi
export AULA_TEST_LOG=.build/shard-${names[row]}.log
exec bash -c "exec env ${commands[row]}"
