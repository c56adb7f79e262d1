from __future__ import annotations

import io
import json
import os
import shutil
import signal
import time
from typing import TYPE_CHECKING

import pytest

from graph.store import open_store
from ontology.iris import PROV_GRAPH

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Run

    Start = Callable[..., subprocess.Popen[bytes]]


def dump(folder: Path, *without: str) -> bytes:
    out = io.BytesIO()
    with open_store(folder, read_only=True) as store:
        store.dump(out, without=without)
    return out.getvalue()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where `run` and `process` keep their store."""
    return tmp_path / "store"


def test_loading_twice_changes_nothing(run: Run, sample: Path, store: Path) -> None:
    first = run("load", sample)
    before = dump(store)

    second = run("load", sample)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout.startswith("10 added: ")
    assert second.stdout == "10 unchanged: 0 graphs written, 0 removed, 0 triples\n"
    assert dump(store) == before


def test_the_order_of_loading_does_not_matter(run: Run, sample: Path, store: Path, tmp_path: Path) -> None:
    files = sorted(sample.iterdir())
    for file in files:
        run("load", file)
    run("load", *reversed(files), "--store", tmp_path / "other")

    assert dump(store, PROV_GRAPH) == dump(tmp_path / "other", PROV_GRAPH)


def test_bad_documents_are_told_and_the_rest_is_loaded(run: Run, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    shutil.copytree(sample, folder)
    (folder / "empty.txt").touch()
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 40)
    (folder / "cut.pdf").write_bytes((sample / "1-vragen.pdf").read_bytes()[:700])
    (folder / "invoice.txt").write_text("Factuur 12\nTe betalen: 100 euro\n", "utf-8")

    result = run("load", folder)

    assert result.exit_code == 1
    assert result.stdout.startswith("10 added, 4 not read: ")
    told = result.stderr.splitlines()
    assert [line.split(": not read: ")[0] for line in told] == [
        str(folder / name) for name in ("cut.pdf", "empty.txt", "invoice.txt", "noise.bin")
    ]
    assert all(line.endswith("]") for line in told)


def test_the_report_as_json(run: Run, sample: Path, tmp_path: Path) -> None:
    result = run("load", "--format", "json", sample, tmp_path / "absent.pdf")
    report = json.loads(result.stdout)

    assert result.exit_code == 1
    assert (report["added"], report["unchanged"]) == (10, 0)
    assert [failure["code"] for failure in report["failed"]] == ["missing"]


def test_a_document_from_standard_input(run: Run, sample: Path) -> None:
    result = run("load", "-", stdin=(sample / "4-brief.pdf").read_bytes())

    assert result.exit_code == 0
    assert result.stdout.startswith("1 added: ")


def test_a_store_that_another_process_holds(run: Run, sample: Path, store: Path) -> None:
    with open_store(store):
        result = run("load", sample)

    assert result.exit_code == 4
    assert "another process holds this store" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("make", ["file", "folder of other things"])
def test_a_place_that_is_no_store_is_left_alone(run: Run, sample: Path, store: Path, make: str) -> None:
    if make == "file":
        store.write_text("mine", "utf-8")
    else:
        store.mkdir()
        (store / "thesis.odt").write_text("mine", "utf-8")

    result = run("load", sample)

    assert result.exit_code == 3
    assert str(store) in result.stderr
    kept = [store] if make == "file" else list(store.iterdir())
    assert [path.read_text("utf-8") for path in kept] == ["mine"]


def test_the_option_wins_over_the_environment(run: Run, sample: Path, store: Path, tmp_path: Path) -> None:
    run("load", sample, "--store", tmp_path / "named")

    assert (tmp_path / "named" / "CURRENT").is_file()
    assert not store.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_leaves_the_store_as_it_was(process: Start, run: Run, sample: Path, store: Path) -> None:
    run("load", sample / "1-vragen.pdf")
    before = dump(store)
    spool = store.with_name("store.loading")
    running = process("load", sample / "4-brief.pdf", "-")
    until = time.monotonic() + 30
    while not spool.exists() and time.monotonic() < until:
        time.sleep(0.02)

    running.send_signal(signal.SIGINT)
    _, error = running.communicate(timeout=30)

    # Where the signal falls inside an `exec`, as dataclasses use on import, CPython ends itself by that
    # signal whatever code is asked for; a shell says 130 for both.
    assert running.returncode in {130, -signal.SIGINT}
    assert error.decode().strip() == "kamergraaf: stopped; the store is as it was"
    assert dump(store) == before
    assert run("load", sample / "4-brief.pdf").exit_code == 0
    assert not spool.exists()


def test_what_was_joined_is_told_with_its_grounds(run: Run, sample: Path) -> None:
    told = run("load", sample).stdout.splitlines()[-1]
    again = json.loads(run("load", sample, "--format", "json").stdout)

    assert told == (
        "joined: 2 followsUp, 1 repliesTo, 1 sameSetAs "
        "(2 by number, 2 by earlier-reply; see `kamergraaf query joins`)"
    )
    assert again["joined"] is None


TWINS = """2031Z0060{n}
Vragen van het lid Bos (Waterlijn) aan de Minister van Asiel en Migratie over het bos
(ingezonden 6 januari 2031).

Vraag 1
Klopt het?
"""
REPLY = """AH 9301
Vragen van het lid Bos (Waterlijn) aan de Minister van Asiel en Migratie over het bos
(ingezonden 6 januari 2031).
Antwoord van Minister Duinhoven (Asiel en Migratie) (ontvangen 20 januari 2031)

Vraag 1
Klopt het?

Antwoord 1
Ja.
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_fits_several_sets_is_told_and_joined_to_none(run: Run, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "twins"
    folder.mkdir()
    for n in (1, 2):
        (folder / f"{n}.txt").write_text(TWINS.format(n=n), "utf-8")
    (folder / "answer.txt").write_text(REPLY, "utf-8")

    result = run("load", folder, "--format", form)

    assert result.exit_code == 0
    if form == "json":
        [one] = json.loads(result.stdout)["joined"]["ambiguous"]
        assert (one["basis"], len(one["fits"])) == ("heading-key", 2)
    else:
        fits = "id:doc/nl/kv-tk-2031Z00601, id:doc/nl/kv-tk-2031Z00602"
        assert f"fits several by heading-key, joined to none: {fits}" in result.stderr
