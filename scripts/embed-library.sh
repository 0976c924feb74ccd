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
  echo "  /// The files by name, in the order they are loaded."
  echo "  static let all: [(name: String, text: String)] = ["
  for file in Sources/Session/Library/*.aula; do
    echo "    ("
    echo "      \"$(basename "$file")\","
    echo "      ###\"\"\""
    sed -e 's/^\(.\)/      \1/' "$file"
    echo
    echo "      \"\"\"###"
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
