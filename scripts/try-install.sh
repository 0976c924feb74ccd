#!/usr/bin/env bash
# Installs into an empty folder, uses what was installed without the toolchain and from elsewhere, and removes it again.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

place=$(mktemp -d)
trap 'rm -rf -- "$place"' EXIT
export PREFIX=/opt/aula DESTDIR="$place/with blanks"
./scripts/install.sh
aula="$DESTDIR/opt/aula/bin/aula"
cd /

fail() {
  echo "$1" >&2
  exit 1
}
if ldd "$aula" | grep -i swift; then fail "the Swift runtime is not inside of the program"; fi
answer=$(env -i "$aula" eval '∇(x -> x^3)(2)')
[[ "$answer" == 12 ]] || fail "an empty environment: $answer"
answer=$(env -i PATH=/usr/bin:/bin HOME=/nowhere "$aula" run - <<<'print("{1 + 1}")')
[[ "$answer" == 2 ]] || fail "no home: $answer"
env -i "$aula" help softmax | grep -q softmax || fail "no help"
env -i "$aula" doctor
CDPATH='' cd -- "$OLDPWD"
./scripts/uninstall.sh
[[ -z "$(find "$place" -type f)" ]] || fail "files were left: $(find "$place" -type f)"
