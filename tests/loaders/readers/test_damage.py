"""Damaged bytes: whatever happens to a file, its reader gives a text or a `ReadError`, nothing else."""

from __future__ import annotations

import random

import pytest

from loaders.errors import ReadError
from loaders.readers import read_text
from tests.loaders.fixtures.letter_docx import docx, paragraph
from tests.loaders.fixtures.official_pdf import Sheet, official_pdf

PDF = official_pdf([Sheet(["Vraag 1", "Klopt dit bericht?^1^"], ["^1^ Kamerstuk 99 279, nr. 3"], ["blad 1"])])
DOCX = docx(paragraph("Vraag 1") + paragraph("Klopt dit?"), numbering="", styles="", footnotes="")


def outcome(data: bytes) -> str:
    try:
        return read_text(data, "x").snapshot.media_type
    except ReadError as error:
        return error.code


@pytest.mark.parametrize("whole", [PDF, DOCX], ids=["pdf", "docx"])
def test_bytes_changed_at_random(whole: bytes) -> None:
    chance = random.Random(11)  # noqa: S311 - damage, not a secret
    outcomes = set()
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        outcomes.add(outcome(bytes(data)))

    assert len(outcomes) > 1


@pytest.mark.parametrize("whole", [PDF, DOCX], ids=["pdf", "docx"])
def test_files_cut_short(whole: bytes) -> None:
    cuts = range(20, len(whole) - 40, max(1, len(whole) // 60))

    assert {outcome(whole[:cut]) for cut in cuts} <= {
        "truncated-pdf",
        "broken-docx",
        "zip-archive",
        "binary",
        "text/plain",
    }


@pytest.mark.parametrize(
    "odd",
    [
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="x"/></w:abstractNum>',
        '<w:num w:numId="7"/>',
    ],
)
def test_odd_numbering_is_told_or_passed_over(odd: str) -> None:
    place = '<w:numPr><w:numId w:val="7"/></w:numPr>'

    assert outcome(docx(paragraph("een", properties=place), numbering=odd)) in {
        "broken-docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }


def test_a_list_may_claim_any_number() -> None:
    level = '<w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    data = docx(paragraph("een", properties='<w:numPr><w:numId w:val="7"/></w:numPr>'), numbering=numbering)

    assert read_text(data, "x").content == "2000000000) een\n"
