"""Reading of real documents against hand-made labels, where they lie beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loaders import read_document
from ontology.records import Record

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("part", ["seed", "text", "pdf"])
def test_reading_score(corpus: Path, part: str) -> None:
    score = corpus.parent / "score" / "score.py"
    if not score.exists():
        pytest.skip(f"no score.py beside the corpus ({score})")
    inspect = f"{sys.executable} -m kamergraaf inspect --format jsonl"
    command = [
        sys.executable,
        str(score),
        str(corpus / "labels" / part),
        str(corpus / part),
        "--inspect",
        inspect,
    ]
    run = subprocess.run([*command, "--min-f1", "0.97"], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("part", ["text", "pdf"])
def test_answers_are_aligned_as_labelled(corpus: Path, part: str) -> None:
    labels = {
        path.stem: json.loads(path.read_text("utf-8")) for path in (corpus / "labels" / part).glob("*.json")
    }
    wrong = []
    for path in sorted((corpus / part).iterdir()):
        record = read_document(path.read_bytes(), path.name)
        if path.stem in labels and isinstance(record, Record):
            read = [list(answer.numbers) for answer in record.answers]
            if read != labels[path.stem]["answers"]:
                wrong.append(path.name)

    assert wrong == []


def test_every_document_is_read(corpus: Path) -> None:
    files = [path for part in ("seed", "text", "pdf", "docx") for path in sorted((corpus / part).iterdir())]
    failed = [
        path.name for path in files if not isinstance(read_document(path.read_bytes(), path.name), Record)
    ]

    assert files
    assert failed == []
