#!/usr/bin/env bash
# Removes exactly what scripts/install.sh put in place under the same PREFIX and DESTDIR.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

prefix=${PREFIX:-/usr/local}
[[ "$prefix" == /* ]] || prefix=$PWD/$prefix
destination=${DESTDIR:-}
[[ -z "$destination" || "$destination" == /* ]] || destination=$PWD/$destination
root=$destination$prefix
list=$root/share/aula/installed

if [[ ! -e "$list" ]]; then
  echo "Nothing is installed under $root: there is no $list." >&2
  exit 1
fi
mapfile -t entries <"$list"
folders=()
for entry in "${entries[@]}"; do
  # The list is ours; a path that leads out is not.
  case "/$entry" in */../* | */.. | //*) continue ;; esac
  if [[ "$entry" == */ ]]; then folders+=("$entry"); elif [[ -n "$entry" ]]; then rm -f -- "$root/$entry"; fi
done
# The deepest first; a folder that holds something else by now stays.
if [[ ${#folders[@]} -gt 0 ]]; then
  printf '%s\n' "${folders[@]}" | LC_ALL=C sort -ru | while IFS= read -r folder; do
    rmdir -- "$root/$folder" 2>/dev/null || true
  done
fi
echo "Removed Aula from $root."
