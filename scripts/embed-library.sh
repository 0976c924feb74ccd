#!/usr/bin/env bash
# Writes the library's .aula files into Sources/Session/LibraryTexts, a Swift file each, so that a session needs no files to start.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

folder=Sources/Session/LibraryTexts
rm -rf "$folder"
mkdir -p "$folder"

texts=()
for file in Sources/Session/Library/*.aula; do
  name=$(basename "$file" .aula)
  # distributions_gamma → distributionsGamma
  text=$(echo "$name" | sed -E 's/_([a-z])/\U\1/g')
  texts+=("$text")
  # A name without a doc comment is the file's own affair.
  names=$(grep -A1 '^## ' "$file" | sed -nE 's/^(fn|model|let) ([^ (:=]+).*/"\2"/p' | paste -sd, - | sed 's/,/, /g')
  {
    echo "// $name.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/$name.aula instead."
    echo
    echo "extension LibraryTexts {"
    echo "  static let $text = LibraryText("
    echo "    name: \"$name.aula\","
    # As the style wants it: on one line, or opened where that would be too long.
    if [[ ${#names} -le 100 ]]; then
      echo "    names: [$names],"
    else
      printf '    names: [\n%s\n    ],\n' "$(echo "$names," | fold -s -w 110 | sed -e 's/^/      /' -e 's/ *$//')"
    fi
    echo "    text: ###\"\"\""
    sed -e 's/^\(.\)/      \1/' "$file"
    echo
    echo "      \"\"\"###)"
    echo "}"
  } >"$folder/LibraryTexts+$text.swift"
done

{
  echo "// The library written in Aula, as text. Made by scripts/embed-library.sh."
  echo
  echo "/// A file of the library."
  echo "package struct LibraryText: Sendable {"
  echo "  package let name: String"
  echo "  /// What it defines for sessions."
  echo "  package let names: [String]"
  echo "  package let text: String"
  echo "}"
  echo
  echo "enum LibraryTexts {"
  echo "  /// Every file."
  echo "  static let all: [LibraryText] = ["
  echo "${texts[*]}," | sed 's/ /, /g' | fold -s -w 114 | sed -e 's/^/    /' -e 's/ *$//'
  echo "  ]"
  echo "}"
} >"$folder/LibraryTexts.swift"
