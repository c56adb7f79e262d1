from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from loaders.readers.detect import MAX_BYTES
from loaders.sources.files import Arrival, arrivals
from ontology.records import Failure


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("map/b.txt", "map/a.txt", "map/.verborgen", "map/.git/x.txt", "map/onder/c.txt", "los.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path


def sources(*paths: str) -> list[str]:
    return [arrival.source for arrival in arrivals(paths)]


def codes(*paths: str) -> list[tuple[str, str]]:
    return [(item.source, item.code) for item in arrivals(paths) if isinstance(item, Failure)]


@pytest.mark.usefixtures("folder")
def test_paths_come_as_given_and_folders_sorted_without_hidden_files() -> None:
    assert sources("los.txt", "map") == ["los.txt", "map/a.txt", "map/b.txt", "map/onder/c.txt"]
    assert sources("./map/", "los.txt")[0] == "map/a.txt"
    assert sources("map/.verborgen") == ["map/.verborgen"]


@pytest.mark.usefixtures("folder")
def test_an_arrival_holds_the_bytes_and_their_hash() -> None:
    (arrival,) = arrivals([Path("map/a.txt")])

    assert isinstance(arrival, Arrival)
    assert arrival.data == b"map/a.txt"
    assert arrival.sha256 == hashlib.sha256(b"map/a.txt").hexdigest()


def test_a_file_is_read_when_its_turn_comes(folder: Path) -> None:
    row = arrivals(["map/a.txt", "map/b.txt"])
    next(row)
    (folder / "map/b.txt").write_bytes(b"later")

    second = next(row)

    assert isinstance(second, Arrival)
    assert second.data == b"later"


def test_standard_input() -> None:
    (arrival,) = arrivals(["-"], stdin=io.BytesIO(b"Vraag 1"))

    assert arrival == Arrival("-", b"Vraag 1")


def test_what_is_missing_is_a_failure_and_the_rest_comes(folder: Path) -> None:
    (folder / "map/dood").symlink_to(folder / "nergens")

    assert codes("weg.txt", "map") == [("weg.txt", "missing"), ("map/dood", "missing")]
    assert len(sources("weg.txt", "map")) == 5


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "map/onder/terug").symlink_to(folder / "map")
    (folder / "map/zelf").symlink_to("zelf")

    assert sources("map") == ["map/a.txt", "map/b.txt", "map/onder/c.txt", "map/zelf"]
    assert codes("map") == [("map/zelf", "unreadable")]


def test_a_linked_folder_is_followed(folder: Path) -> None:
    (folder / "los").symlink_to(folder / "map/onder")

    assert sources("los") == ["los/c.txt"]


def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pijp")

    assert codes("pijp") == [("pijp", "not-a-file")]


def test_a_file_over_the_limit_is_a_failure(folder: Path) -> None:
    with (folder / "groot").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)

    assert codes("groot") == [("groot", "too-large")]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_a_failure(folder: Path) -> None:
    (folder / "los.txt").chmod(0)

    assert codes("los.txt") == [("los.txt", "no-permission")]


def test_a_name_that_is_no_utf_8_can_be_stored(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/vraag\xff.txt")).write_bytes(b"x")

    assert sources(".")[-1] == "vraag\ufffd.txt"
