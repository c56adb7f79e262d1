"""Reads the documents that were published; skipped where they are not at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from loaders.readers import MarkKind, Text, read_text

pytestmark = pytest.mark.corpus


def squashed(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


def quotes(text: Text) -> list[str]:
    return [text.snapshot.quote(span) for span in text.marked(MarkKind.NOTE)]


def found(text: Text) -> list[str]:
    """Numbers and words of all notes, without blanks, hyphens and brackets round the number."""
    return [re.sub(r"^[\[(]?(\d+)[\])]?", r"\1", squashed(note)) for note in quotes(text)]


def labelled(path: Path) -> list[str]:
    notes = json.loads(path.read_text("utf-8"))["footnotes"]
    return [squashed(f"{note['number']}{note['text']}") for note in notes]


@pytest.mark.parametrize("kind", ["seed", "text", "pdf"])
def test_notes_are_those_that_an_archivist_reads(corpus: Path, kind: str) -> None:
    paths = sorted((corpus / kind).iterdir())
    wrong = {}
    for path in paths:
        expected = labelled(corpus / "labels" / kind / f"{path.stem}.json")
        if (notes := found(read_text(path.read_bytes(), path.name))) != expected:
            wrong[path.name] = (notes, expected)

    assert paths
    assert wrong == {}


@pytest.mark.parametrize("kind", ["text", "pdf"])
def test_no_furniture_is_left_in_running_text(corpus: Path, kind: str) -> None:
    furniture = re.compile(
        r"ISSN|^(?:ah|kv)-tk-|Kamer, vergaderjaar [\d–]+, (?:Aanhangsel|Vragen) ?\d*$", re.MULTILINE
    )
    left = {
        path.name: match.group()
        for path in sorted((corpus / kind).iterdir())
        if (match := furniture.search(read_text(path.read_bytes(), path.name).flow().text))
    }

    assert left == {}


def test_each_raised_digit_of_a_pdf_opens_a_note_or_points_to_one(corpus: Path) -> None:
    for path in sorted((corpus / "pdf").iterdir()):
        text = read_text(path.read_bytes(), path.name)
        notes = text.marked(MarkKind.NOTE)
        raised = text.marked(MarkKind.SUPERSCRIPT)
        opening = [int(text.snapshot.quote(s)) for s in raised if any(n.start == s.start for n in notes)]
        pointing = [
            int(text.snapshot.quote(s)) for s in raised if not any(n.start <= s.start < n.end for n in notes)
        ]

        assert opening == pointing == list(range(1, len(notes) + 1)), path.name


def test_letters_tell_their_notes_and_their_markers(corpus: Path) -> None:
    for path in sorted((corpus / "docx").iterdir()):
        text = read_text(path.read_bytes(), path.name)
        raised = [text.snapshot.quote(span) for span in text.marked(MarkKind.SUPERSCRIPT)]
        feet = [note for note in quotes(text) if not re.match(r"\d+\)", note)]

        assert "Antwoord op vraag 1" in text.flow().text
        assert raised == [str(number) for number in range(1, len(raised) + 1)]
        assert len(feet) == len(raised)


def test_every_character_of_the_flow_is_where_it_says(corpus: Path) -> None:
    for path in sorted((corpus / "pdf").iterdir()):
        text = read_text(path.read_bytes(), path.name)
        flow = text.flow()
        for begin, source, length in flow.pieces:
            assert flow.text[begin : begin + length] == text.content[source : source + length]
