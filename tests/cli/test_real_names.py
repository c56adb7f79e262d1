"""Everyone who asks, answers, proposes or speaks in real documents: one person, or listed with the reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from graph.people.findings import CODES
from tests.cli.conftest import runner

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ROLES = frozenset({"asker", "answerer", "proposer", "speaker"})
pytestmark = pytest.mark.corpus

NAMED = """SELECT ?actor ?role (COUNT(DISTINCT ?person) AS ?people) (COUNT(DISTINCT ?why) AS ?reasons) {
    ?part eli-dl:participation_role ?role ; eli-dl:had_participant_person ?actor
    FILTER(?role IN (role:asker, role:answerer, role:proposer, role:speaker))
    MINUS { ?lone kg:hasParticipation ?part .
            ?lone kg:sameSetAs/kg:hasParticipation/eli-dl:participation_role ?role }
    OPTIONAL { ?actor kg:identifiedAs ?person } OPTIONAL { ?actor kg:unresolvedBecause ?why }
  } GROUP BY ?actor ?role"""


@pytest.fixture(scope="module")
def real(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    run = runner(tmp_path_factory.mktemp("real") / "store")
    folders = ("seed", "text", "pdf", "docx", "op-xml", "people", "odata/pages", "odata/zaak-expanded")
    run("load", *(corpus / folder for folder in folders), corpus / "odata/zaak_asiel_rusland_subset.jsonl")
    return run


def rows(run: Run, *arguments: str) -> list[dict[str, str]]:
    found = json.loads(run(*arguments, "--format", "json").stdout)["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in found]


def test_each_name_is_one_person_or_listed_with_the_reason(real: Run) -> None:
    named, listed = rows(real, "query", NAMED), rows(real, "unresolved")
    found = [row for row in named if (row["people"], row["reasons"]) == ("1", "0")]
    lacking = [row for row in named if (row["people"], row["reasons"]) == ("0", "1")]
    told = [row for row in listed if row["role"] in ROLES]

    assert len(named) == len(found) + len(lacking)
    assert len(named) > 1500
    assert sum(int(row["times"]) for row in told) == len(lacking)
    assert {row["why"].partition(":")[0] for row in told} <= CODES.keys()
    assert len(found) / len(named) > 0.97


def test_whose_group_the_registers_know_is_resolved_or_told_apart(real: Run) -> None:
    """Nobody is left out for a name that no register knows; days and seats alone are what is missing."""
    told = [row for row in rows(real, "unresolved") if row["role"] in ROLES]

    assert {row["why"].partition(":")[0] for row in told} <= {
        "no-date", "no-seat-data-for-that-day", "not-a-member-that-day", "party-differs",
    }  # fmt: skip
