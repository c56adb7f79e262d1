"""Letters on asylum policy of our own writing: what they decide, against the gold beside them."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.loaders.policy_letters_score import PARTS, Score, compared, folders, same_group, score

ENOUGH = 0.95
LEAST = dict(zip(PARTS, (12, 12, 8, 8), strict=True))
TYPES = {"introduce", "extend", "amend", "end", "announce"}
DECISION = {
    "type": "extend",
    "instruments": ["besluitmoratorium", "vertrekmoratorium"],
    "country": "BLR",
    "target_group": "dienstplichtigen",
    "decided_on": "2024-12-11",
    "effective_from": None,
    "effective_until": "2025-06-29",
    "cites": [],
}
HEAD = {"kind": "letter", "paper": None, "dated": "2024-12-11", "from": None}


@cache
def scored(part: str) -> Score:
    return score(folders(part))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("what", ["decisions", "decision facts", "reports", "report facts"])
def test_what_letters_say_is_read(part: str, what: str) -> None:
    found = scored(part)

    assert found.tallies[what].f1 >= ENOUGH, "\n".join([found.line(part), *found.misses])


@pytest.mark.parametrize("part", PARTS)
def test_heads_are_read(part: str) -> None:
    assert [miss for miss in scored(part).misses if " is " in miss and ", not " in miss] == []


@pytest.mark.parametrize("part", PARTS)
def test_gold_keeps_to_the_contract(part: str) -> None:
    golds = [json.loads((folder / "expected.json").read_text("utf-8")) for folder in folders(part)]
    decisions = [decision for gold in golds for decision in gold["decisions"]]
    days = [
        decision[key] for decision in decisions for key in ("decided_on", "effective_from", "effective_until")
    ]

    assert len(golds) >= LEAST[part]
    assert {decision["type"] for decision in decisions} <= TYPES
    assert all(list(decision) == list(DECISION) for decision in decisions)
    assert all(date.fromisoformat(day) for day in days if day)
    assert any(not gold["decisions"] for gold in golds), "a letter that decides nothing"


def judged(gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    total = Score()
    compared(
        {**HEAD, "decisions": gold, "reports": []},
        {**HEAD, "decisions": read, "reports": []},
        total,
        "letter",
    )
    return {name: (tally.right, tally.extra, tally.missed) for name, tally in total.tallies.items()}


def test_a_wrong_value_is_one_fact_too_many_and_one_too_few() -> None:
    found = judged([DECISION], [DECISION | {"effective_until": "2025-06-28"}])

    assert (found["decisions"], found["decision facts"]) == ((1, 0, 0), (6, 1, 1))


def test_a_missed_instrument_makes_a_decision_wrong() -> None:
    found = judged([DECISION], [DECISION | {"instruments": ["besluitmoratorium"]}])

    assert (found["decisions"], found["decision facts"]) == ((0, 1, 1), (6, 0, 1))


def test_decisions_are_paired_by_what_they_share_not_by_place() -> None:
    second = DECISION | {"country": "SDN", "effective_until": None}

    found = judged([DECISION, second], [second, DECISION])

    assert (found["decisions"], found["decision facts"]) == ((2, 0, 0), (13, 0, 0))


def test_what_is_not_in_the_gold_counts_against_the_reading() -> None:
    found = judged([], [DECISION])

    assert (found["decisions"], found["decision facts"]) == ((0, 1, 0), (0, 7, 0))


def test_a_group_may_be_worded_longer() -> None:
    assert same_group("dienstplichtigen", "Russische dienstplichtigen")
    assert not same_group("dienstplichtigen", "alleenstaande minderjarigen")
    assert not same_group(None, "dienstplichtigen")
