#!/usr/bin/env bash
# Every source file opens with a comment that says what it is about, and stays short enough to be read in one go.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

most_lines=450
places=()
for place in Sources Tests Benchmarks; do
  [[ -d "$place" ]] && places+=("$place")
done
[[ ${#places[@]} -gt 0 ]] || exit 0

find "${places[@]}" -type f \( -name '*.swift' -o -name '*.[ch]' -o -name '*.inc' \) -print0 | LC_ALL=C sort -z |
  xargs -0 -r awk -v most="$most_lines" '
    FNR == 1 && !/^\/[\/*]/ { print FILENAME ":1: the first line is no comment that says what the file is about"; bad = 1 }
    FNR == most + 1 { print FILENAME ": longer than " most " lines"; bad = 1 }
    END { exit bad }' >&2
