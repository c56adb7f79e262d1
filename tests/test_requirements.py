from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked(lock: Path) -> dict[str, str]:
    """Locked version by name."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE))


def groups() -> list[str]:
    """What the dependency groups ask for, without references to other groups."""
    return [
        entry for group in PROJECT["dependency-groups"].values() for entry in group if isinstance(entry, str)
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_packages_versions_and_hashes_and_no_place(lock: Path) -> None:
    lines = lock.read_text("utf-8").splitlines()
    requirement = re.compile(r"[a-z0-9.-]+==\S+( ; [^/]+)? \\")
    pinned = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")

    odd = [line for line in lines if not (requirement.fullmatch(line) or pinned.fullmatch(line))]

    assert odd == []
    assert lines[-1].startswith("    --hash=")


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("runtime.txt", PROJECT["project"]["dependencies"]), ("dev.txt", groups())],
    ids=["runtime", "dev"],
)
def test_a_lock_fits_the_project(lock: str, wanted: list[str]) -> None:
    versions = locked(ROOT / "requirements" / lock)
    asked = [Requirement(entry) for entry in wanted]

    unmet = [str(need) for need in asked if not need.specifier.contains(versions.get(need.name, "0"))]

    assert unmet == [], "run make lock"


def test_the_tests_run_on_the_packages_that_users_get() -> None:
    runtime, dev = locked(ROOT / "requirements/runtime.txt"), locked(ROOT / "requirements/dev.txt")

    assert {name: dev.get(name) for name in runtime} == runtime
