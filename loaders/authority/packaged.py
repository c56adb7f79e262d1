"""The table that ships with the package: cabinets, posts and their holders since July 2006.

`data/ABOUT.md` says where it is from and up to which day it tells.
"""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from functools import cache
from pathlib import Path

from ontology.authority import (
    PACKAGED,
    AuthoritySet,
    Cabinet,
    Edition,
    Incumbency,
    Person,
    Succession,
)

__all__ = ["AS_OF", "packaged"]

AS_OF = date(2025, 8, 22)
"""Day up to which the table tells."""

_DATA = Path(__file__).with_name("data")


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _person(row: dict[str, str]) -> Person:
    born = row["born"]
    is_day = len(born) > len("1967")
    return Person(
        row["key"],
        row["surname"],
        row["given"],
        row["particle"],
        row["initials"],
        born=date.fromisoformat(born) if is_day else None,
        birth_year=int(born) if born and not is_day else None,
        tk=row["tk"],
        wikidata=row["wikidata"],
    )


@cache
def packaged() -> Edition:
    """The packaged set; the same object each time, not to be changed."""
    data = b"".join(path.read_bytes() for path in sorted(_DATA.glob("*.csv")))
    return Edition(_read(), hashlib.sha256(data).hexdigest(), ())


def _read() -> AuthoritySet:
    return AuthoritySet(
        PACKAGED,
        "Cabinets, posts and their holders since 2006, as packaged",
        AS_OF,
        persons=[_person(row) for row in _rows("persons")],
        incumbencies=[
            Incumbency(row["person"], row["post"], date.fromisoformat(row["start"]), _day(row["end"]))
            for row in _rows("holders")
        ],
        cabinets=[
            Cabinet(row["name"], date.fromisoformat(row["start"]), _day(row["end"]))
            for row in _rows("cabinets")
        ],
        successions=[
            Succession(row["post"], row["relation"], row["former"])  # type: ignore[arg-type]  # a test holds the file to the two words
            for row in _rows("successions")
        ],
        terms=[date.fromisoformat(row["start"]) for row in _rows("terms")],
    )
