"""Who is involved in a case: expanded `ZaakActor` rows, or names joined by relation (`_actors`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ontology import iris
from ontology.records import Member, Read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.odata.entities import Row
    from loaders.odata.sheet import Sheet

__all__ = ["Involved", "involved", "speaks"]

_ASKS = ("indiener", "medeindiener")
_ASKED = "gerichtaan"
_ORDER = (*_ASKS, _ASKED)
_WORDS = {
    "indiener": "Indiener",
    "medeindiener": "Medeindiener",
    "gerichtaan": "Gericht aan",
    "volgcommissie": "Volgcommissie",
    "voortouwcommissie": "Voortouwcommissie",
    "zonderrelatie": "Zonder relatie",
}
"""Relations by their squashed name, as they are written in our text of a row."""


_HOUSE = "TK"
"""The House itself, which leads nearly every case that members start."""


@dataclass(slots=True)
class Involved:
    """Those who ask, those who are asked, and others with their relation."""

    askers: list[Member] = field(default_factory=list)
    asked: list[Member] = field(default_factory=list)
    others: list[Read[str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.askers or self.asked)


@dataclass(frozen=True, slots=True)
class _Named:
    relation: str
    name: str
    party: str | None = None
    person: str | None = None


def involved(row: Row, sheet: Sheet) -> Involved:
    """Read who is involved, each name once a relation: first signatory first, as the register has them."""
    found, seen = Involved(), set()
    named = sorted(_named(row), key=lambda one: _ORDER.index(one.relation) if one.relation in _ORDER else 9)
    for one in named:
        if (one.relation, one.name) in seen:
            continue
        seen.add((one.relation, one.name))
        relation = _WORDS.get(one.relation, one.relation)
        span = sheet.say(relation, f"{one.name} ({one.party})" if one.party else one.name)
        if one.relation in _ORDER:
            entry = iris.register_entry("Persoon", one.person) if one.person else None
            (found.asked if one.relation == _ASKED else found.askers).append(
                Member(one.name, one.party, span, entry)
            )
        elif one.name != _HOUSE:
            found.others.append(Read(f"{relation}: {one.name}", span))
    return found


def speaks(row: Row) -> bool:
    """Whether a row says who is involved at all: a flat row does not."""
    return "_actors" in row or "ZaakActor" in row


def _named(row: Row) -> Iterator[_Named]:
    joined = row.get("_actors")
    if isinstance(joined, dict):
        for relation, names in joined.items():
            separate = str(names or "").split(", ")
            yield from (_Named(_squashed(relation), one.strip()) for one in separate if one.strip())
    expanded = row.get("ZaakActor")
    for actor in expanded if isinstance(expanded, list) else ():
        name = _text(actor, "ActorNaam") if isinstance(actor, dict) else None
        if name and not actor.get("Verwijderd"):
            relation = _squashed(_text(actor, "Relatie") or "zonder relatie")
            yield _Named(relation, name, _text(actor, "ActorFractie"), _text(actor, "Persoon_Id"))


def _squashed(relation: str) -> str:
    return "".join(relation.lower().split())


def _text(actor: dict[str, Any], name: str) -> str | None:
    value = actor.get(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None
