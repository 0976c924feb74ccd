#!/usr/bin/env bash
# Writes the library's .aula files into Sources/Session/LibraryTexts.swift, so that a session needs no files to start.
# With --check it only says whether that file is up to date.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

target=Sources/Session/LibraryTexts.swift
made=$(mktemp)
trap 'rm -f "$made"' EXIT

{
  echo "// The library written in Aula, as text. Made by scripts/embed-library.sh; edit Sources/Session/Library instead."
  echo
  echo "enum LibraryTexts {"
  echo "  /// The files by name, with what they define."
  echo "  static let all: [(name: String, text: String, names: [String])] = ["
  for file in Sources/Session/Library/*.aula; do
    echo "    ("
    echo "      \"$(basename "$file")\","
    echo "      ###\"\"\""
    sed -e 's/^\(.\)/      \1/' "$file"
    echo
    echo "      \"\"\"###,"
    # A name without a doc comment is the file's own affair.
    names=$(grep -A1 '^## ' "$file" | sed -nE 's/^(fn|model|let) ([^ (:=]+).*/"\2"/p' | paste -sd, - | sed 's/,/, /g')
    # As the style wants it: on a line of its own, or opened where that would be too long.
    if [[ ${#names} -le 110 ]]; then
      echo "      [$names]"
    else
      printf '      [\n%s\n      ]\n' "$(echo "$names," | fold -s -w 110 | sed -e 's/^/        /' -e 's/ *$//')"
    fi
    echo "    ),"
  done
  echo "  ]"
  echo "}"
} >"$made"

if [[ "${1:-}" == "--check" ]]; then
  cmp -s "$made" "$target" || {
    echo "$target is stale: run scripts/embed-library.sh" >&2
    exit 1
  }
else
  cp "$made" "$target"
fi
