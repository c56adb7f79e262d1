"""What a run takes from its surroundings: where the store lies, and how many cores it may use."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["STORE_VARIABLE", "store_path", "usable_cores"]

STORE_VARIABLE = "KAMERGRAAF_STORE"


def store_path(given: Path | str | None = None) -> Path:
    """Give the folder of the store.

    `given` wins, then the environment variable `KAMERGRAAF_STORE`, then `kamergraaf/store` in the
    folder in which the platform keeps data of one user (`~/.local/share` on most Linux systems).
    """
    if given is not None:
        return Path(given).expanduser()
    named = os.environ.get(STORE_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - only needed where nothing was named

    return user_data_path("kamergraaf", appauthor=False) / "store"


def usable_cores() -> int:
    """Cores that this process may run on, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
