#!/usr/bin/env bash
# Succeeds where programs built with a sanitizer (address or thread) run: not every kernel and toolchain allows it.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 'print("runs")' >"$folder/main.swift"
swiftc -sanitize="$1" "$folder/main.swift" -o "$folder/probe" && "$folder/probe" >/dev/null
