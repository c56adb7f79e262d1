from __future__ import annotations

import io
import json

import pytest

from loaders.errors import ReadError
from loaders.odata import pages, unpack
from loaders.odata.pages import Place, is_rows, places
from tests.loaders.odata import rows


def read(data: bytes, head: int = 100) -> list[Place]:
    assert is_rows(data[:65536])
    stream = io.BytesIO(data)
    return list(places(stream.read(head), stream))


CASES = [rows.case(place=1), rows.case("2031Z00002", place=2)]
FORMS = {
    "jsonl": rows.jsonl(*CASES),
    "jsonl with a mark and empty lines": b"\xef\xbb\xbf\n" + rows.jsonl(*CASES).replace(b"\n", b"\r\n\n"),
    "packed": rows.packed(*CASES),
    "page": rows.page(*CASES),
    "array": json.dumps(CASES, indent=1).encode(),
    "array on one line": json.dumps(CASES).encode(),
    "kept answer": b'{"url": "https://x.example", "data": ' + rows.page(*CASES) + b"}",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_rows(form: str) -> None:
    assert [place.row for place in read(FORMS[form])] == CASES


def test_one_row_alone() -> None:
    pretty, short = json.dumps(CASES[0], indent=2).encode(), rows.jsonl(CASES[0])

    assert [place.row for place in read(pretty)] == [place.row for place in read(short)] == CASES[:1]


def test_a_page_tells_its_entity() -> None:
    assert [place.entity for place in read(rows.page(*CASES))] == ["Zaak", "Zaak"]


def test_a_damaged_line_is_named_and_the_rest_is_read() -> None:
    whole = rows.jsonl(*CASES)
    for data, damaged in (
        (whole + b'{"Id": "cut', 3),
        (whole[20:] + whole, 1),
        (whole + b"[1]\n" + whole, 3),
    ):
        found = read(b'{"GestartOp": ' + data if damaged == 1 else data)
        assert [place.number for place in found if place.row is None] == [damaged]
        assert all(place.reason for place in found if place.row is None)


@pytest.mark.parametrize("data", [rows.packed(*CASES)[:-30], rows.page(*CASES)[:-30]])
def test_a_file_that_is_cut_off(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code in {"archive-damaged", "json"}


def test_a_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MAX_LINE", 1000)
    with pytest.raises(ReadError, match="over"):
        read(rows.packed(rows.case(Onderwerp="x" * 5000)))
    monkeypatch.setattr(unpack, "MAX_LINE", 8 << 20)
    monkeypatch.setattr(unpack, "MAX_UNPACKED", 1500)
    with pytest.raises(ReadError, match="over"):
        read(rows.packed(*CASES, *CASES))


def test_lines_are_read_one_by_one() -> None:
    class Counting(io.BytesIO):
        given = 0

        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(size)
            self.given += len(data)
            return data

    stream = Counting(rows.jsonl(*CASES) * 2000)
    found = places(stream.read(pages.HEAD), stream)
    next(found)

    assert stream.given < 4 * pages.HEAD


@pytest.mark.parametrize(
    "data", [b"[1] Zie het antwoord", b"{tekst}", b'{"name": "x"}', b"\x1f\x8b\x08", b"", b"%PDF-1.7"]
)
def test_other_files_are_left_to_others(data: bytes) -> None:
    assert not is_rows(data)
