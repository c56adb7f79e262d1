from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kamergraaf.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "kamergraaf" / "sample"


@pytest.fixture
def sample() -> Path:
    return SAMPLE


def runner(store: Path) -> Run:
    """Give a function that invokes the command in this process, with a store of its own."""
    environment = {"KAMERGRAAF_STORE": str(store), "COLUMNS": None}

    def invoke(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner(env=environment).invoke(cli, [str(argument) for argument in arguments], input=stdin)

    return invoke


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command on a store that does not exist yet."""
    return runner(tmp_path / "store")


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample dossier, for commands that only read."""
    store = tmp_path_factory.mktemp("loaded") / "store"
    assert runner(store)("load", SAMPLE).exit_code == 0
    return store


@pytest.fixture
def ask(loaded: Path) -> Run:
    """The command on a store that holds the sample dossier."""
    return runner(loaded)


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command as a process of its own, with the same empty store."""

    def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "kamergraaf", *map(str, arguments)],
            env={**os.environ, "KAMERGRAAF_STORE": str(tmp_path / "store")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return start
