"""How well decisions and reports are read from letters.

    python -m tests.loaders.policy_letters_score [dev] [held-out] [fresh] [later]

Decisions (and reports) as read are paired one to one with those of the gold so that the most facts
agree. A decision is right when its pair has the same type, country and instruments; a report when kind,
country and date agree. Facts are the filled fields, each instrument and each paper being one; a wrong
value is one fact too many and one too few.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx as nx

from loaders import read_document
from ontology.plain import as_plain
from ontology.records import Record

__all__ = ["LETTERS", "PARTS", "Score", "Tally", "compared", "folders", "score"]

LETTERS = Path(__file__).parents[1] / "cases" / "policy-letters"
PARTS = ("dev", "held-out", "fresh", "later")
HEAD = ("kind", "paper", "dated", "from")
KEYS = {"decisions": ("type", "country", "instruments"), "reports": ("kind", "country", "date")}
SMALL_WORDS = frozenset(("de", "het", "een", "alle", "voor", "van", "uit", "in", "met", "op", "en", "die"))

Plain = Mapping[str, Any]
Fact = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """Counts from which an F1 follows."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, right: int, read: int, gold: int) -> None:
        self.right += right
        self.extra += read - right
        self.missed += gold - right

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to read and nothing is read."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Score:
    """What came of some letters: tallies of decisions, reports and the facts of each, and the misses."""

    tallies: dict[str, Tally] = field(
        default_factory=lambda: {
            name: Tally() for name in ("decisions", "decision facts", "reports", "report facts")
        }
    )
    misses: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        shown = (f"{tally.f1:8.3f} {tally.missed:3}-{tally.extra:3}+" for tally in self.tallies.values())
        return f"{name:38}" + "".join(shown)


def folders(part: str) -> list[Path]:
    """Folders of the letters of a part, in order of name."""
    return sorted(path.parent for path in (LETTERS / part).glob("*/letter.txt"))


def score(letters: Sequence[Path]) -> Score:
    """Read letters and compare them with their gold."""
    total = Score()
    for folder in letters:
        gold = json.loads((folder / "expected.json").read_text("utf-8"))
        record = read_document((folder / "letter.txt").read_bytes(), "letter.txt")
        if not isinstance(record, Record):
            raise TypeError(f"{folder.name}: {record}")
        compared(gold, as_plain(record), total, folder.name)
    return total


def compared(gold: Plain, read: Plain, total: Score, name: str) -> None:
    """Add one letter to a score."""
    total.misses += [
        f"{name}: {key} is {read.get(key)}, not {gold[key]}" for key in HEAD if read.get(key) != gold[key]
    ]
    for what, single in (("decisions", "decision facts"), ("reports", "report facts")):
        wanted, found, keys = gold[what], read.get(what, []), KEYS[what]
        pairs = _paired(wanted, found, keys)
        right = sum(_key(wanted[one], keys) == _key(found[other], keys) for one, other in pairs.items())
        total.tallies[what].add(right, len(found), len(wanted))
        facts = sum(len(_common(wanted[one], found[other])[0]) for one, other in pairs.items())
        total.tallies[single].add(facts, sum(map(_count, found)), sum(map(_count, wanted)))
        total.misses += [f"{name}: {told}" for told in _told(wanted, found, pairs)]


def _key(row: Plain, keys: Sequence[str]) -> list[Any]:
    return [sorted(row[key]) if isinstance(row[key], list) else row[key] for key in keys]


def _facts(row: Plain) -> Iterator[Fact]:
    for name, value in row.items():
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                yield name, json.dumps(one, sort_keys=True, ensure_ascii=False)


def _count(row: Plain) -> int:
    return sum(1 for _ in _facts(row))


def _common(gold: Plain, read: Plain) -> tuple[set[Fact], set[Fact], set[Fact]]:
    """Facts of the gold that were read, those that were not, and facts read beside them."""
    wanted, found = set(_facts(gold)), set(_facts(read))
    if same_group(gold.get("target_group"), read.get("target_group")):
        found -= {fact for fact in found if fact[0] == "target_group"}
        found |= {fact for fact in wanted if fact[0] == "target_group"}
    return wanted & found, wanted - found, found - wanted


def same_group(one: str | None, other: str | None) -> bool:
    """Whether two wordings of a target group hold each other, articles and the like left out."""
    first, second = (set(re.findall(r"\w+", (group or "").lower())) - SMALL_WORDS for group in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def _paired(gold: Sequence[Plain], read: Sequence[Plain], keys: Sequence[str]) -> dict[int, int]:
    """Index in the gold -> index as read: the matching with the most keys right, then the most facts."""
    graph = nx.Graph()
    for one, wanted in enumerate(gold):
        for other, found in enumerate(read):
            same = _key(wanted, keys) == _key(found, keys)
            if common := len(_common(wanted, found)[0]):
                graph.add_edge(("gold", one), ("read", other), weight=common + 100 * same)
    pairs = (dict(edge) for edge in nx.max_weight_matching(graph))
    return {pair["gold"]: pair["read"] for pair in pairs}


def _told(gold: Sequence[Plain], read: Sequence[Plain], pairs: Mapping[int, int]) -> Iterator[str]:
    for one, wanted in enumerate(gold):
        if one not in pairs:
            yield f"not read: {_short(wanted)}"
            continue
        _, missed, extra = _common(wanted, read[pairs[one]])
        if missed or extra:
            yield f"{_short(wanted)}: missed {sorted(missed)}, read {sorted(extra)}"
    for other, found in enumerate(read):
        if other not in pairs.values():
            yield f"too much: {_short(found)}"


def _short(row: Plain) -> str:
    return " ".join(f"{name}={value}" for name, value in row.items() if value)


def main(parts: Sequence[str]) -> None:
    """Print a table a part: F1 with what was missed (-) and what was too much (+), then all misses."""
    for part in parts:
        names = "  ".join(f"{name:>14}" for name in Score().tallies)
        print(f"\n{part:38}{names}")  # noqa: T201 - a command for people
        letters = folders(part)
        whole = score(letters)
        rows = [score([folder]).line(folder.name) for folder in letters]
        print("\n".join([*rows, whole.line("all"), *whole.misses]))  # noqa: T201 - as above


if __name__ == "__main__":
    main(sys.argv[1:] or PARTS)
