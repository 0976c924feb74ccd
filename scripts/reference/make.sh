#!/usr/bin/env bash
# Makes the reference files of Tests/Reference anew, in a Python environment of its own (.build/reference-venv).
# Usage: make.sh [folder to write to]. The environment takes several gigabytes; PYTHON names another Python 3.11.
set -euo pipefail
target=$(realpath -m -- "${1:-$(dirname -- "$0")/../../Tests/Reference}")
CDPATH='' cd -- "$(dirname -- "$0")/../.."

environment=.build/reference-venv
wanted=scripts/reference/requirements.txt
# The copy tells what the environment holds; an installation that was cut short leaves none behind.
if ! cmp -s -- "$wanted" "$environment/installed.txt"; then
  "${PYTHON:-python3.11}" -m venv --clear "$environment"
  "$environment/bin/pip" install --quiet --requirement "$wanted"
  cp -- "$wanted" "$environment/installed.txt"
fi

# How a library shares work decides the last digits of its sums: one thread, and nothing left to chance.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
exec "$environment/bin/python" scripts/reference/generate.py "$target"
