#!/usr/bin/env bash
# Makes sure that Swift and the system libraries are there; installs those that it may. Silent when all is well.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh

# Nothing builds without these: pictures are written by libpng, lines at the prompt are read by readline, lessons by cmark-gfm.
needed=(libpng-dev libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev)
declare -A described=([libpng-dev]=libpng [libreadline-dev]=readline [libcmark-gfm-dev]=libcmark-gfm [libcmark-gfm-extensions-dev]=libcmark-gfm)
# Numbers are only slower without these. The OpenMP build of OpenBLAS shares its threads with oneDNN; the pthread build
# would fight over the cores. The -dev package depends on the right oneDNN library in every release, whatever that one's
# number.
helpful=(libopenblas0-openmp libdnnl-dev)
missing_needed=()
missing_helpful=()

# On systems without dpkg the names of packages mean nothing: ask pkg-config for the headers and the dynamic linker
# for the libraries instead.
find_missing() {
  missing_needed=()
  missing_helpful=()
  local package known=""
  if command -v dpkg-query >/dev/null; then
    known=$(dpkg-query -W -f '${Package}=${db:Status-Status}\n' "${needed[@]}" "${helpful[@]}" 2>/dev/null || true)
    for package in "${helpful[@]}"; do
      [[ $'\n'"$known"$'\n' == *$'\n'"$package=installed"$'\n'* ]] || missing_helpful+=("$package")
    done
  else
    local linked library
    linked=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null || true)
    for library in libopenblas.so libdnnl.so; do
      [[ "$linked" == *"$library"* ]] || missing_helpful+=("$library")
    done
  fi
  # One that somebody built is as good as the package.
  for package in "${needed[@]}"; do
    if [[ $'\n'"$known"$'\n' != *$'\n'"$package=installed"$'\n'* ]] &&
      ! { command -v pkg-config >/dev/null && pkg-config --exists "${described[$package]}"; }; then
      missing_needed+=("$package")
    fi
  done
  if [[ "${AULA_WITHOUT_LIBRARIES:-}" == 1 ]]; then skipped=("${missing_helpful[@]}") missing_helpful=(); fi
  missing=("${missing_needed[@]}" "${missing_helpful[@]}")
}

# Installs what is missing, or sets `reason` to why it cannot. Never asks for a password: a job without a
# terminal would hang on it.
install_missing() {
  if ! command -v apt-get >/dev/null; then
    reason="this system has no apt-get"
    return
  fi
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
      reason="installing needs root, or sudo without a password"
      return
    fi
    as_root=(sudo -n)
  fi
  echo "Aula: installing ${missing[*]}" >&2
  local apt_get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=60 -q)
  # A fresh container has no package lists at all. A list that cannot be fetched may belong to some other source.
  "${apt_get[@]}" update </dev/null >&2 || echo "Aula: some package lists could not be fetched; trying anyway" >&2
  local package
  # One by one: a release that lacks one of them can still have the other.
  for package in "${missing[@]}"; do
    "${apt_get[@]}" install -y --no-install-recommends "$package" </dev/null >&2 || true
  done
  reason="apt-get failed, see above"
}

skipped=()
find_missing
if [[ ${#skipped[@]} -gt 0 ]]; then
  echo "Aula: going on without ${skipped[*]}: its own, slower kernels do the work." >&2
fi
[[ ${#missing[@]} -eq 0 ]] && exit 0

reason=""
install_missing
find_missing
[[ ${#missing[@]} -eq 0 ]] && exit 0

if command -v apt-get >/dev/null; then
  sudo=$([[ $(id -u) == 0 ]] || echo "sudo ")
  how="${sudo}apt-get update && ${sudo}apt-get install ${missing[*]}"
else
  how="with your system's package manager: libpng, readline and oneDNN (with their headers), OpenBLAS (its OpenMP build)"
fi
echo "Aula: missing system libraries: ${missing[*]}" >&2
echo "  Why not installed:  $reason." >&2
if [[ ${#missing_needed[@]} -gt 0 ]]; then
  echo "  What it costs:      without ${missing_needed[*]} Aula cannot be built: pictures and the prompt need them." >&2
fi
if [[ ${#missing_helpful[@]} -gt 0 ]]; then
  cat >&2 <<EOF
  What it costs:      without ${missing_helpful[*]} Aula's own kernels do the work;
                      matrix products and convolutions take several times as long.
EOF
fi
echo "  To install:         $how" >&2
if [[ ${#missing_helpful[@]} -gt 0 ]]; then
  echo "  To go on without:   put AULA_WITHOUT_LIBRARIES=1 before the command; the others are needed all the same." >&2
fi
exit 1
