"""Who is whom: the same person in several sets becomes one cluster with one IRI.

Two descriptions are of one person when they share an id of the House or of Wikidata; else when
family name, first letter and birth agree (the day where both tell it, else the year); else, where
one of them tells no birth, when the full name or name and group agree and nobody else fits. Two
different ids of the House are two people, whatever else agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from ontology import iris
from ontology.authority import AuthoritySet, Person, Remark
from ontology.names import keys
from ontology.slugs import squash
from ontology.vocabulary import group

__all__ = ["Cluster", "crosswalk"]


@dataclass(slots=True, eq=False)
class Cluster:
    """One person, with every description of them in order of the sets."""

    described: list[tuple[str, Person]] = field(default_factory=list)
    """Name of the set, and what it says."""
    groups: set[str] = field(default_factory=set)
    """IRIs of the groups in which some set gives them a seat, or lists them."""

    def ids(self, name: str) -> set[str]:
        """All values of an id: `tk`, `wikidata` or `iri`."""
        return {value for _, person in self.described if (value := getattr(person, name))}

    @property
    def years(self) -> set[int]:
        """Years of birth."""
        years = (p.born.year if p.born else p.birth_year for _, p in self.described)
        return {year for year in years if year}

    @property
    def letters(self) -> set[str]:
        """First letters of call names, initials and forenames."""
        names = (name for _, p in self.described for name in (p.given, p.initials, p.forenames))
        return {squash(name)[:1] for name in names if name}

    @property
    def named(self) -> Person:
        """The first description that tells the whole name, else the first."""
        people = [person for _, person in self.described]
        whole = (p for p in people if p.given and p.particle is not None and p.surname)
        return next(whole, next((p for p in people if p.surname), people[0]))

    @property
    def iri(self) -> str:
        """IRI by the highest id there is."""
        if tk := min(self.ids("tk"), default=""):
            return iris.person_tk(tk)
        if wikidata := min(self.ids("wikidata"), default=""):
            return iris.person_wikidata(wikidata)
        whole = self.named
        words = (whole.given or whole.forenames, whole.particle or "", whole.surname)
        return iris.person(" ".join(filter(None, words)), min(self.years, default=None))


class _Index:
    def __init__(self) -> None:
        self.by: defaultdict[tuple[str, str], list[Cluster]] = defaultdict(list)

    def add(self, cluster: Cluster, person: Person) -> None:
        for entry in self._entries(person):
            if cluster not in self.by[entry]:
                self.by[entry].append(cluster)

    def _entries(self, person: Person) -> Iterable[tuple[str, str]]:
        for kind in ("tk", "wikidata", "iri"):
            if value := getattr(person, kind):
                yield kind, value
        for name in keys(person.surname):
            yield "name", name

    def find(self, name: str, person: Person, groups: set[str]) -> Cluster | None:
        """The cluster a description in a set of this name belongs to; None for somebody new."""
        for kind in ("iri", "tk", "wikidata"):
            if (value := getattr(person, kind)) and (found := self.by.get((kind, value))):
                return found[0]
        named = {id(c): c for key in keys(person.surname) for c in self.by.get(("name", key), ())}
        free = [c for c in named.values() if not _ids_differ(c, person)]
        for rule in (_same_day, _same_year):
            if len(fits := [c for c in free if rule(c, person)]) == 1:
                return fits[0]
        others = [c for c in free if all(described_in != name for described_in, _ in c.described)]
        for loose in (_year_slip, _same_name, _same_group):
            if len(fits := [c for c in others if loose(c, person, groups)]) == 1:
                return fits[0]
        return None


def _ids_differ(cluster: Cluster, person: Person) -> bool:
    for kind in ("tk", "wikidata"):
        value, known = getattr(person, kind), cluster.ids(kind)
        if value and known and value not in known:
            return True
    return False


def _letter_fits(cluster: Cluster, person: Person) -> bool:
    own = {squash(name)[:1] for name in (person.given, person.initials, person.forenames) if name}
    return not own or not cluster.letters or bool(own & cluster.letters)


def _same_day(cluster: Cluster, person: Person) -> bool:
    return person.born is not None and any(p.born == person.born for _, p in cluster.described)


def _same_year(cluster: Cluster, person: Person) -> bool:
    year = person.born.year if person.born else person.birth_year
    days = {p.born for _, p in cluster.described if p.born}
    if person.born and days and person.born not in days:
        return False
    return year in cluster.years and _letter_fits(cluster, person)


def _year_slip(cluster: Cluster, person: Person, groups: set[str]) -> bool:
    """Born a year apart, as registers sometimes have it, while name and group leave no doubt."""
    year = person.born.year if person.born else person.birth_year
    if not year or not groups & cluster.groups or not any(abs(year - known) == 1 for known in cluster.years):
        return False
    own, theirs = _all_names(person), {name for _, p in cluster.described for name in _all_names(p)}
    return bool(own & theirs)


def _all_names(person: Person) -> set[str]:
    """Call name and first forename, and all initials where there are several: what tells people apart."""
    words = person.forenames.split()
    letters = ("".join(filter(str.isupper, person.initials)), "".join(word[0] for word in words))
    names = {squash(name) for name in (person.given, *words[:1]) if name}
    return names | {squash(run) for run in letters if len(run) > 1}


def _birth_open(cluster: Cluster, person: Person) -> bool:
    year = person.born.year if person.born else person.birth_year
    return year is None or not cluster.years


def _same_name(cluster: Cluster, person: Person, groups: set[str]) -> bool:
    del groups
    given = {squash(word) for _, p in cluster.described for word in (p.given, *p.forenames.split()) if word}
    particles = {
        squash(p.particle) if p.particle else "" for _, p in cluster.described if p.particle is not None
    }
    own = squash(person.particle) if person.particle else ""
    return (
        _birth_open(cluster, person)
        and bool(person.given)
        and squash(person.given) in given
        and (person.particle is None or not particles or own in particles)
    )


def _same_group(cluster: Cluster, person: Person, groups: set[str]) -> bool:
    """Same family name in the same group, where neither side has a call name the other contradicts."""
    if not _birth_open(cluster, person) or not groups & cluster.groups:
        return False
    given = {p.given for _, p in cluster.described if p.given}
    return not given or not person.given


def _shared_ids(one: AuthoritySet) -> set[tuple[str, str]]:
    """Ids that a set gives to people who were not born on the same day: they tell nothing."""
    births: defaultdict[tuple[str, str], set[date | None]] = defaultdict(set)
    for person in one.persons:
        for kind in ("tk", "wikidata"):
            if value := getattr(person, kind):
                births[kind, value].add(person.born)
    shared = {entry for entry, days in births.items() if len(days - {None}) > 1}
    for _, value in sorted(shared):
        names = ", ".join(f"{p.given} {p.surname}" for p in one.persons if value in {p.tk, p.wikidata})
        text = f"{value}: given to {names}; used for none of them"
        one.remarks.append(Remark("id-of-two-people", one.name, text))
    return shared


def _surely_told(person: Person) -> int:
    """Place in the order of matching: those whose day of birth is known come first, the bare names last."""
    return 0 if person.born else 1 if person.birth_year else 2


def crosswalk(sets: list[AuthoritySet]) -> dict[tuple[str, str], Cluster]:
    """Cluster of each description, by name of the set and key of the person; sets in order of trust.

    Adds remarks to the sets. Of a set that only lists people, those whom no other set knows have none.
    """
    index, found = _Index(), dict[tuple[str, str], Cluster]()
    rows = []
    for place, one in enumerate(sets):
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for seat in one.seats:
            groups[seat.person].add(group(seat.group).iri)
        shared = _shared_ids(one)
        for at, person in enumerate(one.persons):
            tk = "" if ("tk", person.tk) in shared else person.tk
            wikidata = "" if ("wikidata", person.wikidata) in shared else person.wikidata
            clean = replace(person, tk=tk, wikidata=wikidata)
            listed = {group(person.group).iri} if person.group else set()
            rows.append((one.lists_only, _surely_told(person), place, at, clean, groups[person.key] | listed))
    for _, _, place, _, person, own in sorted(rows, key=lambda row: row[:4]):
        one = sets[place]
        cluster = index.find(one.name, person, own)
        if cluster is None and one.lists_only:
            name = " ".join(filter(None, (person.given, person.particle, person.surname)))
            text = f"{name}: nobody, or more than one person, fits this name"
            one.remarks.append(Remark("not-known-elsewhere", one.name, text))
            continue
        cluster = cluster or Cluster()
        if any(name == one.name for name, _ in cluster.described):
            text = f"{person.given or person.forenames} {person.surname} ({person.key}) is described twice"
            one.remarks.append(Remark("duplicate-person", one.name, text))
        cluster.described.append((one.name, person))
        cluster.groups |= own
        index.add(cluster, person)
        found[one.name, person.key] = cluster
    trust = {one.name: place for place, one in enumerate(sets)}
    for cluster in found.values():
        cluster.described.sort(key=lambda row: (trust[row[0]], row[1].key))
    return found
