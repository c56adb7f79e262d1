from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from graph.queries import all_queries
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

NUMBERS = "SELECT ?n ?text { ?q a kg:Question ; eli:is_part_of ?set ; kg:questionNumber ?n ; kg:text ?text . \
?set kg:caseNumber ?case } ORDER BY ?n"


def test_a_named_query_as_csv(ask: Run) -> None:
    result = ask("query", "overdue", "--param", "on=2031-02-20", "--format", "csv")
    rows = list(csv.DictReader(result.stdout.splitlines()))

    assert result.exit_code == 0
    assert [(row["due"], row["status"], row["newTerm"]) for row in rows] == [
        ("2031-02-12", "delayed", "2031-03-05")
    ]


def test_sparql_needs_no_declaration_of_known_prefixes_and_takes_parameters(ask: Run) -> None:
    result = ask("query", NUMBERS, "--param", "case=2031Z00977", "--format", "tsv")
    rows = list(csv.DictReader(result.stdout.splitlines(), delimiter="\t"))

    assert [row["n"] for row in rows] == ["1", "2", "3"]


def test_a_query_from_a_file_and_from_standard_input(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.rq"
    file.write_text("# which letters\nSELECT ?d { ?d dcterms:type document-kind:letter }", "utf-8")

    from_file = ask("query", file, "--format", "csv")
    from_stdin = ask("query", "-", "--format", "csv", stdin=file.read_bytes())

    assert sorted(from_file.stdout.splitlines()) == [
        "d",
        *(f"https://w3id.org/kamergraaf/id/doc/nl/kst-99001-{number}" for number in (14, 16, 18)),
    ]
    assert from_stdin.stdout == from_file.stdout


def test_a_file_with_a_header_says_the_types_of_its_parameters(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "numbered.rq"
    file.write_text(
        "# title: By number\n# answers: Papers with a number.\n# param n: text — number (example 1)\n"
        "SELECT ?p { ?p kg:sequenceNumber ?n }",
        "utf-8",
    )

    assert ask("query", file, "--param", "n=12", "--format", "csv").stdout.splitlines()[1:] == [
        "https://w3id.org/kamergraaf/id/doc/nl/kst-99001-12"
    ]


def test_json_is_the_standard_form(ask: Run) -> None:
    result = ask("query", NUMBERS, "--param", "case=2031Z00412", "--limit", "2", "--format", "json")
    form = json.loads(result.stdout)

    assert form["head"]["vars"] == ["n", "text"]
    assert [row["n"]["value"] for row in form["results"]["bindings"]] == ["1", "2"]
    assert result.stderr == "only the first 2 are shown\n"


def test_turtle_is_for_triples(ask: Run) -> None:
    good = ask("query", "DESCRIBE <https://w3id.org/kamergraaf/id/doc/nl/kst-99001-14>", "--format", "ttl")
    bad = ask("query", "SELECT * { ?s ?p ?o }", "--format", "ttl")

    assert "kg:sequenceNumber" in good.stdout
    assert bad.exit_code == 5
    assert "CONSTRUCT or DESCRIBE" in bad.stderr


def test_a_table_shortens_iris_and_is_as_wide_as_it_needs(ask: Run) -> None:
    result = ask("query", "SELECT ?d ?t { ?d kg:appendixNumber ?n ; dcterms:title ?t }")

    assert "id:doc/nl/ah-tk-20302031-9042   een besluit- en vertrekmoratorium voor Eritrea" in result.stdout
    assert result.stdout.endswith("\n2 rows\n")


def test_a_short_name_is_an_iri(ask: Run) -> None:
    result = ask(
        "query",
        "ASK { ?doc kg:sequenceNumber ?n }",
        "--param",
        "doc=id:doc/nl/kst-99001-12",
        "--format",
        "csv",
    )

    assert result.stdout == "boolean\ntrue\n"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["overdeu"], 2, "overdeu: neither a named query nor a file: did you mean overdue?"),
        (["absent.rq"], 2, "absent.rq: neither a named query nor a file"),
        (["overdue"], 5, "overdue: give on, the day to look from: --param on=2030-02-01."),
        (["overdue", "--param", "on=gisteren"], 5, "a day such as 2030-02-01, not 'gisteren'"),
        (["overdue", "--param", "day=2031-02-20"], 5, "there is no parameter day; this query has on"),
        (["overdue", "--param", "on"], 2, "'on' is not of the form name=value"),
        (["SELECT ?s { ?s"], 5, "The query cannot be read"),
        (["DELETE WHERE { ?s ?p ?o }"], 5, "DELETE would change the store"),
        (["SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"], 5, "SERVICE would send the query"),
        (["overdue", "--timeout", "0"], 2, "'--timeout'"),
    ],
)
def test_a_wrong_query_is_told_in_words(ask: Run, arguments: list[str], code: int, told: str) -> None:
    result = ask("query", *arguments)

    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only a child process can be stopped")
def test_a_query_that_takes_too_long_is_stopped(ask: Run) -> None:
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c < ?f && ?f < ?i) }"

    result = ask("query", runaway, "--timeout", "0.3")

    assert result.exit_code == 5
    assert "stopped after 0.3 seconds" in result.stderr


@pytest.mark.parametrize("command", ["stats", "query overdue --param on=2031-02-20", "validate"])
def test_reading_where_there_is_no_store(run: Run, tmp_path: Path, command: str) -> None:
    result = run(*command.split())

    assert result.exit_code == 3
    assert f"{tmp_path / 'store'}: there is no store here. Load documents first" in result.stderr


def test_reading_while_another_process_writes(ask: Run, loaded: Path) -> None:
    with open_store(loaded):
        result = ask("query", "grouped-answers", "--format", "csv")

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 5


def test_queries_lists_all_with_their_parameters(ask: Run) -> None:
    result = ask("queries")
    listed = json.loads(ask("queries", "--format", "json").stdout)

    assert [name for name in all_queries() if f"{name}: " not in result.stdout] == []
    assert "    --param on=2030-02-01  the day to look from\n" in result.stdout
    assert [one["name"] for one in listed] == list(all_queries())


def test_the_output_is_utf8_in_any_locale(loaded: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kamergraaf", "query", "SELECT ?t { ?d dcterms:title ?t }", "--format", "csv"],
        env={
            "PATH": os.environ["PATH"],
            "LC_ALL": "POSIX",
            "KAMERGRAAF_STORE": str(loaded),
            "PYTHONUTF8": "0",
        },
        capture_output=True,
        check=True,
    )

    assert "Eritrea" in done.stdout.decode("utf-8")


def test_stats_counts_what_the_sample_holds(ask: Run, loaded: Path) -> None:
    counts = json.loads(ask("stats", "--format", "json").stdout)
    told = ask("stats").stdout

    assert counts["store"] == str(loaded)
    assert told.startswith(f"store: {loaded}\n")
    assert {
        name: counts[name] for name in ("question sets", "answer documents", "delay notices", "letters")
    } == {
        "question sets": 4,
        "answer documents": 3,
        "delay notices": 1,
        "letters": 3,
    }
    assert (counts["questions"], counts["answers"]) == (18, 9)
    assert (counts["names in documents"], counts["not resolved"]) == (17, 4)
    assert counts["failed documents"] == 0


def test_stats_counts_failures(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    run("load", sample / "4-brief.pdf", tmp_path / "empty.txt")

    assert json.loads(run("stats", "--format", "json").stdout)["failed documents"] == 1


def test_the_sample_conforms(ask: Run) -> None:
    result = ask("validate")

    assert result.exit_code == 0, result.output
    assert "the graph conforms: 0 errors" in result.stdout


def test_a_broken_graph_is_told_and_exits_with_1(run: Run, sample: Path, tmp_path: Path) -> None:
    run("load", sample / "1-vragen.pdf")
    graph = "https://w3id.org/kamergraaf/graph/curated"
    with open_store(tmp_path / "store") as store:
        store.add(
            f"<https://x.example/q> a <https://w3id.org/kamergraaf/def#Question> <{graph}> .\n".replace(
                " a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            ).encode()
        )

    told = run("validate")
    listed = json.loads(run("validate", "--format", "json").stdout)

    assert told.exit_code == 1
    assert "https://x.example/q [Question]" in told.stdout
    assert {one["focus"] for one in listed if not one["warning"]} == {"https://x.example/q"}


def test_what_breaks_a_shape_is_told_with_its_document_and_page(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    run("load", sample / "3-antwoord.pdf")
    base = "https://w3id.org/kamergraaf"
    answer, kind = f"{base}/id/answer/nl/ah-tk-20302031-9042/5-6-7", f"{base}/concept/answer-kind/evasive"
    with open_store(tmp_path / "store") as store:
        store.add(f"<{answer}> <{base}/def#answerKind> <{kind}> <{base}/graph/curated> .\n".encode())

    told = run("validate").stdout
    listed = json.loads(run("validate", "--format", "json").stdout)
    page = "https://zoek.officielebekendmakingen.nl/ah-tk-20302031-9042.html"

    assert f"{answer} [Answer]\n    in {page}, page 2\n" in told
    assert {"document": f"{base}/id/doc/nl/ah-tk-20302031-9042", "official": page, "page": 2} in [
        one["place"] for one in listed if one["focus"] == answer
    ]
