from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_tables(ask: Run, tmp_path: Path) -> None:
    result = ask("export", "csv", "--out", tmp_path / "tables")
    package = json.loads((tmp_path / "tables" / "datapackage.json").read_text("utf-8"))

    assert result.exit_code == 0
    for resource in package["resources"]:
        file = tmp_path / "tables" / resource["path"]
        rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
        assert f"{file}: {len(rows)} rows\n" in result.stdout
        assert list(rows[0]) == [field["name"] for field in resource["schema"]["fields"]]
    questions = (tmp_path / "tables" / "questions.csv").read_text("utf-8")
    assert len(list(csv.DictReader(io.StringIO(questions)))) == 18


@pytest.mark.parametrize(
    ("form", "reader"), [("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("ttl", RdfFormat.TURTLE)]
)
def test_rdf_holds_all_triples(ask: Run, loaded: Path, tmp_path: Path, form: str, reader: RdfFormat) -> None:
    file = tmp_path / f"dump.{form}"

    result = ask("export", "rdf", "--format", form, "--out", file)

    with open_store(loaded, read_only=True) as store:
        assert len(set(parse(file.read_bytes(), reader))) == len(store)
    assert (result.exit_code, result.stdout) == (0, "")


def test_rdf_goes_to_standard_output_unless_a_file_is_named(ask: Run, tmp_path: Path) -> None:
    ask("export", "rdf", "--out", tmp_path / "dump.nq")

    assert ask("export", "rdf").stdout_bytes == (tmp_path / "dump.nq").read_bytes()


def test_two_stores_with_the_same_documents_give_the_same_bytes(run: Run, ask: Run, sample: Path) -> None:
    for file in sorted(sample.iterdir(), reverse=True):
        run("load", file)

    other = run("export", "rdf", "--format", "trig", "--without-provenance").stdout

    assert other == ask("export", "rdf", "--format", "trig", "--without-provenance").stdout


def test_jsonld_is_json(ask: Run) -> None:
    assert json.loads(ask("export", "rdf", "--format", "jsonld").stdout)


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_a_network_for_other_programs(
    ask: Run, tmp_path: Path, form: str, read: Callable[[Path], nx.Graph[str]]
) -> None:
    whole, part = tmp_path / f"whole.{form}", tmp_path / f"part.{form}"
    ask("export", form, "--out", whole)
    ask("export", form, "kst-99001-12", "--hops", "1", "--out", part)

    everything, around = read(whole), read(part)

    assert set(around.nodes) < set(everything.nodes)
    assert "https://w3id.org/kamergraaf/id/question/nl/2031Z00412/3" in around.nodes


def test_a_file_appears_whole_or_not_at_all(ask: Run, tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()

    result = ask("export", "rdf", "--out", target)

    assert result.exit_code == 1
    assert f"{target}: cannot be written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_reader_that_goes_away_ends_the_export_quietly(
    process: Callable[..., subprocess.Popen[bytes]], loaded: Path
) -> None:
    running = process("export", "rdf", "--store", loaded)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.read(10)
    running.stdout.close()

    error = running.stderr.read()

    assert running.wait(60) == 141
    assert error == b""
