"""Reading of real official XML, where it lies beside the checkout."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from loaders import read_document
from ontology.records import Failure, Kind, Record

pytestmark = pytest.mark.corpus


def read(path: Path) -> Record:
    found = read_document(path.read_bytes(), path.name)
    assert isinstance(found, Record), f"{path.name}: {found}"
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def is_part(part: list[str], whole: list[str]) -> bool:
    """Whether words come in the same order in the whole, in which there may be more."""
    rest = iter(whole)
    return all(word in rest for word in part)


def notes_of(element: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"<noot\.nr>(\d+)</noot\.nr>", element))


def test_fragments_read_as_their_neighbours_say(corpus: Path) -> None:
    fragments = sorted((corpus / "op-xml" / "kamervragen-fragments").glob("*.xml"))
    assert fragments

    for path in fragments:
        record = read(path)
        neighbour = json.loads(path.with_name(path.name.replace(".fragment.xml", ".json")).read_text("utf-8"))
        groups = {tuple(map(int, key.split())): said for key, said in neighbour["vraagdata"].items()}
        asked = {question.number: question for question in record.questions}
        answered = {answer.numbers: answer for answer in record.answers}

        assert record.identifier
        assert record.identifier.value == neighbour["identifier"]
        assert sorted(asked) == sorted(number for group in groups for number in group)
        assert sorted(answered) == sorted(group for group, said in groups.items() if "antwoord" in said)
        for group, said in groups.items():
            text, element = said["vraag"]
            together = [asked[number] for number in group]
            assert is_part(words(text), words(" ".join(one.text for one in together))), (path.name, group)
            assert sum((one.notes for one in together), ()) == notes_of(element), (path.name, group)
            if "antwoord" in said:
                text, element = said["antwoord"]
                assert is_part(words(text), words(answered[group].text)), (path.name, group)
                assert answered[group].notes == notes_of(element), (path.name, group)
        assert not [remark for remark in record.remarks if remark.code != "note-without-marker"]


def test_all_papers_are_read(corpus: Path) -> None:
    paths = sorted((corpus / "op-xml" / "kamerstukken").glob("*.xml"))
    assert len(paths) > 80

    for path in paths:
        record = read(path)
        assert record.kind is Kind.MOTION
        assert record.identifier
        assert record.identifier.value == path.stem
        assert record.paper
        assert f"kst-{record.paper.dossier}-{record.paper.number}" == path.stem
        assert record.title
        assert record.wording
        assert record.proposers
        assert not any(member.name.isupper() for member in record.proposers), path.name
        assert (record.paper.dossier, record.paper.number) not in {
            (paper.dossier, paper.number) for paper in record.papers
        }
    undated = [path.stem for path in paths if read(path).dated is None]
    assert len(undated) <= 1  # one prints no day and has no metadata of its own


def test_all_proceedings_are_read(corpus: Path) -> None:
    records = [read(path) for path in sorted((corpus / "op-xml" / "handelingen").glob("*.xml"))]

    assert len(records) == 14
    assert {record.kind for record in records} == {Kind.PROCEEDINGS}
    assert all(record.meeting and record.meeting.value == 70 for record in records)
    assert sum(1 for record in records if record.title) == 13
    assert sum(len(record.speakers) for record in records) > 60


def test_catalogue_records_are_read_or_named(corpus: Path) -> None:
    found = {
        path.name: read_document(path.read_bytes(), path.name)
        for path in sorted((corpus / "koop-metadata").glob("*.xml"))
    }
    read_ones = [one for one in found.values() if isinstance(one, Record)]

    assert [(one.kind, one.catalogue) for one in read_ones] == [(Kind.DELAY_NOTICE, True)]
    assert {one.code for one in found.values() if isinstance(one, Failure)} == {"other-publication"}
