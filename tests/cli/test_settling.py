from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kamergraaf
from kamergraaf import knowledge_graph

if TYPE_CHECKING:
    from pathlib import Path


def dump(path: Path) -> list[bytes]:
    with kamergraaf.open(path) as kg:
        lines = (line for line in kg.store.lines() if b"graph/prov>" not in line)
        return sorted(b"".join(lines).splitlines())


@pytest.mark.parametrize("step", ["load_authority", "Lookup", "find_anew"])
def test_what_a_killed_load_did_not_find_is_found_by_the_next(
    step: str, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kamergraaf.open(tmp_path / "whole") as kg:
        kg.load(sample)

    def die(*_: object, **__: object) -> None:
        raise SystemExit  # as a kill would, nothing after this step is done

    with monkeypatch.context() as patch, kamergraaf.open(tmp_path / "cut") as kg:
        patch.setattr(knowledge_graph, step, die)
        with pytest.raises(SystemExit):
            kg.load(sample)
    assert dump(tmp_path / "cut") != dump(tmp_path / "whole")
    with kamergraaf.open(tmp_path / "cut") as kg:
        kg.load(sample)

    assert dump(tmp_path / "cut") == dump(tmp_path / "whole")
    assert not (tmp_path / "cut.settling").exists()
