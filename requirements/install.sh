#!/usr/bin/env bash
# Makes .venv with the locked packages and this project in it. Needs Python 3.11 or later, nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

# Trust what the machine trusts (a company's proxy, say); the second name is the one older versions know.
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}" UV_NATIVE_TLS="${UV_NATIVE_TLS:-true}"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

say() { printf 'setup: %s\n' "$*" >&2; }

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            "$name" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    say 'no Python 3.11 or later found: install one, or name it with make PYTHON=/path/to/python3'
    return 1
}

# uv goes into .tools: through a venv of its own, or, where Python has no ensurepip (Debian without
# python3-venv), through the pip that is there.
find_uv() {
    if command -v uv >/dev/null; then command -v uv; return; fi
    if [ -x .tools/bin/uv ]; then printf '.tools/bin/uv\n'; return; fi
    say 'installing uv into .tools'
    mkdir -p .tools
    if "$1" -c 'import ensurepip' 2>/dev/null && "$1" -m venv .tools >&2; then
        .tools/bin/python -m pip install --quiet --require-hashes --requirement requirements/uv.txt >&2
    elif "$1" -c 'import pip' 2>/dev/null; then
        "$1" -m pip install --quiet --require-hashes --target .tools --requirement requirements/uv.txt >&2
    else
        say "$1 has neither ensurepip nor pip: install one (Debian, Ubuntu: apt-get install python3-venv) or uv"
        return 1
    fi
    printf '.tools/bin/uv\n'
}

python="$(find_python)"
uv="$(find_uv "$python")"
say "making .venv with $("$python" --version)"
"$uv" venv --quiet --allow-existing --python "$python" .venv
"$uv" pip sync --quiet --python .venv --require-hashes requirements/dev.txt
"$uv" pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
say 'done'
