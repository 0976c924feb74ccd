#!/usr/bin/env bash
# Makes sure that Swift and the system libraries are there; installs the libraries where it may. Silent when all is well.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "$0")/.."
source scripts/find-swift.sh

# The OpenMP build of OpenBLAS shares its threads with oneDNN; the pthread build would fight over the cores.
# The -dev package depends on the right oneDNN library in every release, whatever that one's number.
packages=(libopenblas0-openmp libdnnl-dev)
missing=()

# On systems without dpkg the names of packages mean nothing: ask the dynamic linker for the libraries instead.
find_missing() {
  missing=()
  local package known library
  if command -v dpkg-query >/dev/null; then
    known=$(dpkg-query -W -f '${Package}=${db:Status-Status}\n' "${packages[@]}" 2>/dev/null || true)
    for package in "${packages[@]}"; do
      [[ $'\n'"$known"$'\n' == *$'\n'"$package=installed"$'\n'* ]] || missing+=("$package")
    done
  else
    known=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null || true)
    for library in libopenblas.so libdnnl.so; do
      [[ "$known" == *"$library"* ]] || missing+=("$library")
    done
  fi
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

find_missing
[[ ${#missing[@]} -eq 0 ]] && exit 0

if [[ "${AULA_WITHOUT_LIBRARIES:-}" == 1 ]]; then
  echo "Aula: going on without ${missing[*]}: its own, slower kernels do the work." >&2
  exit 0
fi

reason=""
install_missing
find_missing
[[ ${#missing[@]} -eq 0 ]] && exit 0

if command -v apt-get >/dev/null; then
  sudo=$([[ $(id -u) == 0 ]] || echo "sudo ")
  how="${sudo}apt-get update && ${sudo}apt-get install ${missing[*]}"
else
  how="with your system's package manager: OpenBLAS (its OpenMP build) and oneDNN (with its headers)"
fi
cat >&2 <<EOF
Aula: missing system libraries: ${missing[*]}
  Why not installed:  $reason.
  What it costs:      without them Aula's own kernels do the work; matrix products and convolutions take several
                      times as long.
  To install:         $how
  To go on without:   put AULA_WITHOUT_LIBRARIES=1 before the command.
EOF
exit 1
