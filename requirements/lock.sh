#!/usr/bin/env bash
# Writes the locks from pyproject.toml: exact versions with hashes, for every platform, and no address of
# any index in them, so that they install from whichever index the machine is set up to use.
set -euo pipefail
cd "$(dirname "$0")/.."
uv="${1:?usage: requirements/lock.sh PATH-OF-UV [uv options, such as --upgrade]}"
shift
compile=("$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header
    --no-emit-index-url --no-emit-find-links --no-annotate "$@")
"${compile[@]}" pyproject.toml --output-file requirements/runtime.txt
"${compile[@]}" pyproject.toml requirements/build.in --group dev --constraint requirements/runtime.txt \
    --output-file requirements/dev.txt
printf 'uv\n' | "${compile[@]}" - --output-file requirements/uv.txt
