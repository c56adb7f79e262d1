from __future__ import annotations

from pathlib import Path

from loaders import read_document
from loaders.sources.files import Arrival, arrivals
from ontology.records import Failure, Kind, Record

RECORD = (
    '<sru:record><sru:recordData><gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru"><gzd:originalData>'
    "<meta><owmskern><identifier>{0}</identifier><title>Iets</title></owmskern></meta>"
    "</gzd:originalData></gzd:gzd></sru:recordData><sru:recordPosition>{1}</sru:recordPosition></sru:record>\n"
)


def answer(*identifiers: str, start: int = 1) -> bytes:
    records = "".join(RECORD.format(name, place) for place, name in enumerate(identifiers, start))
    return (
        '<?xml version="1.0"?><sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws">'
        f"<sru:records>{records}</sru:records></sru:searchRetrieveResponse>"
    ).encode()


def given(folder: Path, data: bytes, name: str = "answer.xml") -> list[Arrival]:
    (folder / name).write_bytes(data)
    found = list(arrivals([folder / name]))
    assert all(isinstance(one, Arrival) for one in found)
    return [one for one in found if isinstance(one, Arrival)]


def test_an_answer_gives_a_document_a_record(tmp_path: Path) -> None:
    found = given(tmp_path, answer("kv-tk-2031Z00001", "kst-36999-3"))
    read = [read_document(one.data, one.source) for one in found]

    assert [one.source.rpartition("#")[2] for one in found] == ["kv-tk-2031Z00001", "kst-36999-3"]
    assert [one.kind for one in read if isinstance(one, Record)] == [Kind.WRITTEN_QUESTIONS, Kind.PAPER]


def test_a_record_is_the_same_bytes_by_whichever_query_it_came(tmp_path: Path) -> None:
    (first,) = given(tmp_path, answer("kst-36999-3"), "one.xml")
    _, second = given(tmp_path, answer("kst-36999-2", "kst-36999-3", start=40), "two.xml")

    assert first.sha256 == second.sha256


def test_a_record_of_another_publication_fails_alone(tmp_path: Path) -> None:
    found = given(tmp_path, answer("stb-2031-7", "kst-36999-3"))
    read = [read_document(one.data, one.source) for one in found]

    assert isinstance(read[0], Failure)
    assert read[0].code == "other-publication"
    assert isinstance(read[1], Record)


def test_a_damaged_answer_is_left_whole_and_named(tmp_path: Path) -> None:
    (only,) = given(tmp_path, answer("kst-36999-3")[:-20])
    read = read_document(only.data, only.source)

    assert isinstance(read, Failure)
    assert read.code == "broken-xml"


def test_an_answer_without_records_is_named(tmp_path: Path) -> None:
    (only,) = given(tmp_path, answer())
    read = read_document(only.data, only.source)

    assert isinstance(read, Failure)
    assert read.code == "unknown-xml"
