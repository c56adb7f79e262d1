"""People as registers in a store know them, looked up by family name, with what they held and when.

Nothing is read before it is asked for, so that resolving one document costs a few lookups, and
everything is read once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph.results import plain
from ontology import iris
from ontology.terms import Foaf, Kg, Org

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graph.store.oxigraph import OxigraphStore

__all__ = ["Fit", "Held", "Known", "People"]

_INCUMBENCY = f"{iris.ID}incumbency/"
_HORIZON = """SELECT (MAX(?day) AS ?last) {
    { SELECT ?seat ?day { ?seat kg:openOn ?day } } FILTER EXISTS { ?seat a org:Membership } }"""
"""Few seats are open: asked of these first, it takes a twentieth of the time of the other way."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How surely something holds on a day: stated, or open when its register was made, before that day."""

    stated: bool


_STATED, _OPEN = Fit(stated=True), Fit(stated=False)


@dataclass(frozen=True, slots=True)
class Held:
    """A seat or the holding of a post; `of` is the group or the post."""

    person: str
    of: str
    start: date
    end: date | None
    open_on: date | None

    def on(self, day: date) -> Fit | None:
        """Whether it holds on a day; both ends count."""
        if day < self.start or (self.end is not None and day > self.end):
            return None
        return _STATED if self.open_on is None or day <= self.open_on else _OPEN

    def ended_within(self, day: date, grace: timedelta) -> bool:
        """Whether it had ended before a day, but no longer than `grace` before."""
        return self.open_on is None and self.end is not None and self.end < day <= self.end + grace


@dataclass(frozen=True, slots=True)
class Known:
    """A person: names, seats and posts."""

    iri: str
    name: str
    given: str
    particle: str | None
    initials: str
    forenames: str
    family: str
    seats: tuple[Held, ...]
    posts: tuple[Held, ...]


class People:
    """Looks people and posts up in a store."""

    def __init__(self, store: OxigraphStore) -> None:
        self._store = store
        self._by_key: dict[str, tuple[Known, ...]] = {}
        self._people: dict[str, Known] = {}
        self._registered: dict[str, str] = {}
        self._lines: dict[str, frozenset[str]] = {}
        self._holders: dict[str, tuple[Held, ...]] = {}
        self._horizon: date | None = None

    def keyed(self, key: str) -> tuple[Known, ...]:
        """People with a name key, sorted by IRI."""
        if key not in self._by_key:
            quads = self._store.match(None, NamedNode(Kg.NAME_KEY), Literal(key))
            found = {plain(quad.subject) or "" for quad in quads}
            self._by_key[key] = tuple(self.person(iri) for iri in sorted(found))
        return self._by_key[key]

    def person(self, iri: str) -> Known:
        """Read one person."""
        if iri not in self._people:
            facts = self._facts(iri)
            particle = facts.get(Kg.NAME_PARTICLE)
            held = [self._held(plain(q.subject) or "") for q in self._holding(iri)]
            known = sorted((h for h in held if h), key=lambda h: (h.start, h.of))
            self._people[iri] = Known(
                iri=iri,
                name=_one(facts, Foaf.NAME) or iri,
                given=_one(facts, Foaf.GIVEN_NAME),
                particle=min(particle) if particle else None,
                initials=_one(facts, Kg.INITIALS),
                forenames=_one(facts, Kg.FORENAMES),
                family=_one(facts, Foaf.FAMILY_NAME),
                seats=tuple(h for h in known if h.of.startswith(f"{iris.ID}group/")),
                posts=tuple(h for h in known if h.of.startswith(f"{iris.ID}post/")),
            )
        return self._people[iri]

    def registered(self, entry: str) -> str:
        """The person of a row `Persoon(<id>)` of the open data of the House; empty where none is known."""
        if entry not in self._registered:
            guid = entry.rpartition("Persoon(")[2].removesuffix(")") if "Persoon(" in entry else ""
            iri = iris.person_tk(guid) if guid else ""
            known = iri and next(self._store.match(NamedNode(iri), NamedNode(Kg.NAME_KEY), None), None)
            self._registered[entry] = iri if known else ""
        return self._registered[entry]

    def line(self, post: str) -> frozenset[str]:
        """All names of one post: itself and what it was renamed from and to."""
        if post not in self._lines:
            renamed, found, todo = NamedNode(Kg.RENAMED_FROM), {post}, [post]
            while todo:
                node = NamedNode(todo.pop())
                near = {plain(q.object) or "" for q in self._store.match(node, renamed, None)}
                near |= {plain(q.subject) or "" for q in self._store.match(None, renamed, node)}
                todo += sorted(near - found)
                found |= near
            for member in found:
                self._lines[member] = frozenset(found)
        return self._lines[post]

    def holders(self, post: str) -> tuple[Held, ...]:
        """All holdings of a post under all its names, by first day."""
        if post not in self._holders:
            found = []
            for name in self.line(post):
                for quad in self._store.match(None, NamedNode(Kg.POST), NamedNode(name)):
                    held = self._held(plain(quad.subject) or "")
                    found += [held] if held else []
            self._holders[post] = tuple(sorted(found, key=lambda h: (h.start, h.person)))
        return self._holders[post]

    def horizon(self) -> date:
        """Last day up to which some register tells of seats; the first of all days without any."""
        if self._horizon is None:
            [[last]] = self._store.query(_HORIZON).values()
            self._horizon = date.fromisoformat(last) if last else date.min
        return self._horizon

    def _holding(self, iri: str) -> list[Quad]:
        return list(self._store.match(None, NamedNode(Org.MEMBER), NamedNode(iri)))

    def _held(self, iri: str) -> Held | None:
        facts = self._facts(iri)
        of = _one(facts, Kg.POST if iri.startswith(_INCUMBENCY) else Org.IN_ORGANIZATION)
        start = _one(facts, Kg.VALID_FROM)
        if not start or not of:
            return None
        end, open_on = _one(facts, Kg.VALID_UNTIL), _one(facts, Kg.OPEN_ON)
        return Held(
            _one(facts, Org.MEMBER),
            of,
            date.fromisoformat(start),
            date.fromisoformat(end) if end else None,
            date.fromisoformat(open_on) if open_on else None,
        )

    def _facts(self, iri: str) -> dict[str, list[str]]:
        facts: defaultdict[str, list[str]] = defaultdict(list)
        for quad in self._store.match(NamedNode(iri), None, None):
            facts[quad.predicate.value].append(plain(quad.object) or "")
        return facts


def _one(facts: dict[str, list[str]], predicate: str) -> str:
    return min(facts.get(predicate, ()), default="")
