from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sample_is_what_its_script_writes(sample: Path, tmp_path: Path) -> None:
    script = ROOT / "docs" / "samples" / "build_sample.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)

    kept = {path.name: path.read_bytes() for path in sample.iterdir()}

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == kept
