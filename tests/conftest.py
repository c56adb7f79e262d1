"""What all tests share: where the real documents lie, if they lie anywhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).parents[2] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of real documents: `KAMERGRAAF_CORPUS`, or `shared/corpus` beside the checkout."""
    folder = Path(os.environ.get("KAMERGRAAF_CORPUS", _BESIDE))
    if not folder.is_dir():
        pytest.skip(f"no real documents in {folder}; set KAMERGRAAF_CORPUS to test on them")
    return folder
