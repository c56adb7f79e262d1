"""Where the store of a run lies: what the command line says, else the environment, else the platform."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["STORE_VARIABLE", "store_path"]

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
