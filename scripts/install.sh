#!/usr/bin/env bash
# Builds `aula` in release, with the Swift runtime inside, and puts it in place with its man pages, completions and lessons.
# PREFIX (/usr/local) is where it will be used from; DESTDIR goes in front of it, for those who make packages.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."

prefix=${PREFIX:-/usr/local}
[[ "$prefix" == /* ]] || prefix=$PWD/$prefix
destination=${DESTDIR:-}
[[ -z "$destination" || "$destination" == /* ]] || destination=$PWD/$destination
root=$destination$prefix
list=$root/share/aula/installed

# AULA_BINARY names a program that is built already.
binary=${AULA_BINARY:-}
if [[ -z "$binary" ]]; then
  ./scripts/set-up.sh
  source scripts/find-swift.sh
  swift build -c release --static-swift-stdlib --product aula
  binary=$(swift build -c release --static-swift-stdlib --show-bin-path)/aula
fi

# What was made earlier by this script, and what is made now: uninstalling removes exactly that.
before=()
if [[ -e "$list" ]]; then mapfile -t before <"$list"; fi
made=()

# Makes a folder below the root, and remembers those that did not exist.
make_folder() {
  local folder=$1
  [[ -d "$root/$folder" ]] && return
  if [[ "$folder" == */* ]]; then make_folder "${folder%/*}"; fi
  mkdir -p -- "$root/$folder"
  made+=("$folder/")
}

# Puts a file in place under a new name, so that a program that is running keeps its own.
put() {
  local mode=$1 source=$2 target=$3
  make_folder "${target%/*}"
  install -m "$mode" -- "$source" "$root/$target.new"
  mv -f -- "$root/$target.new" "$root/$target"
  made+=("$target")
}

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cp -- "$binary" "$work/aula"
if command -v strip >/dev/null; then strip -- "$work/aula"; fi

put 755 "$work/aula" bin/aula
for language in en es pt; do
  folder=share/man/man1
  [[ "$language" == en ]] || folder=share/man/$language/man1
  "$work/aula" help --man --lang "$language" >"$work/aula.1"
  put 644 "$work/aula.1" "$folder/aula.1"
done
complete() { "$work/aula" completions "$1" --lang en >"$work/completion"; }
complete bash && put 644 "$work/completion" share/bash-completion/completions/aula
complete zsh && put 644 "$work/completion" share/zsh/site-functions/_aula
complete fish && put 644 "$work/completion" share/fish/vendor_completions.d/aula.fish
for file in LICENSE NOTICE; do put 644 "$file" "share/doc/aula/$file"; done
if [[ -d lessons ]]; then
  while IFS= read -r -d '' file; do put 644 "$file" "share/aula/$file"; done < <(find lessons -type f -print0 | LC_ALL=C sort -z)
fi

make_folder share/aula
made+=("share/aula/installed")
# What an earlier version put here and this one does not have goes; folders that it made stay on the list.
for entry in ${before[@]+"${before[@]}"}; do
  [[ $'\n'"$(printf '%s\n' "${made[@]}")"$'\n' == *$'\n'"$entry"$'\n'* ]] && continue
  if [[ "$entry" == */ ]]; then made+=("$entry"); elif [[ -n "$entry" ]]; then rm -f -- "$root/$entry"; fi
done
printf '%s\n' "${made[@]}" >"$list"

echo "Installed $root/bin/aula."
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) [[ -n "$destination" ]] || echo "To find it everywhere: export PATH=\"$prefix/bin:\$PATH\"" ;;
esac
