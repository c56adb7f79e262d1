"""Authority sets as graphs: one a set, and one for each post, group and ministry they name.

The sets are put together first (`ontology.crosswalk`, `ontology.holdings`). What two sets both
state stands in the graph of the more trusted one. The description of a post or a group is the one
that documents give too, in its own `ref` graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ontology import iris, vocabulary
from ontology.authority import PACKAGED, AuthoritySet, Cabinet, Person, Remark
from ontology.crosswalk import Cluster, crosswalk
from ontology.holdings import Held, Taken, merge_incumbencies, merge_seats
from ontology.names import keys
from ontology.nquads import Block, GraphContent
from ontology.references import References
from ontology.slugs import squash
from ontology.terms import Dcterms, Foaf, Kg, Org, Rdf, Schema, Skos

__all__ = ["ORDER", "Contents", "contents", "in_order"]

ORDER = (PACKAGED, "tweedekamer", "perioden", "openkamer", "kamerleden", "fractieleden", "dutchparl")
"""Names of sets, the most trusted first; sets of other names follow by name."""

_WIKIDATA = "http://www.wikidata.org/entity/"


def in_order(sets: list[AuthoritySet]) -> list[AuthoritySet]:
    """Sets in order of trust, whatever the order in which they were read."""
    place = {name: at for at, name in enumerate(ORDER)}
    return sorted(sets, key=lambda one: (place.get(one.name, len(ORDER)), one.name))


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into the store."""

    graphs: tuple[GraphContent, ...]
    """Graphs of the sets, in order of trust."""
    refs: tuple[GraphContent, ...]
    """Graphs of posts, groups and ministries."""
    offers: dict[str, frozenset[str]]
    """Names of the graphs that each set needs, its own first."""
    remarks: dict[str, list[Remark]]
    """What was not taken as it stood, by set."""
    persons: int
    """People, each counted once."""


def contents(sets: list[AuthoritySet]) -> Contents:
    """Put sets together; a pure function of what they say."""
    ordered = in_order(sets)
    before = {one.name: list(one.remarks) for one in ordered}
    clusters = crosswalk(ordered)
    seats, held = merge_seats(ordered, clusters), merge_incumbencies(ordered, clusters)
    cabinets = _cabinets(ordered)
    graphs: list[GraphContent] = []
    blocks: list[Block] = []
    offers: dict[str, frozenset[str]] = {}
    shared: dict[str, GraphContent] = {}
    told: set[tuple[str, str]] = set()
    for one in ordered:
        block, own = Block(iris.auth_graph(one.name)), References()
        _describe_set(block, one)
        for cluster in _clusters_of(one, clusters):
            _person(block, one.name, cluster, told)
        for seat in seats[one.name]:
            _seat(block, seat)
        for holding in held[one.name]:
            _holding(block, holding, cabinets)
        _rest(block, one, cabinets, own)
        _mention(own, one)
        for earlier in blocks:
            block.without(earlier)
        blocks.append(block)
        graphs.append(block.content("auth"))
        shared.update({content.graph: content for content in own.contents()})
        offers[one.name] = frozenset({block.graph, *(content.graph for content in own.contents())})
    remarks = {one.name: sorted(set(one.remarks)) for one in ordered}
    for one in ordered:
        one.remarks[:] = before[one.name]
    people = len({id(cluster) for cluster in clusters.values()})
    return Contents(tuple(graphs), tuple(shared[name] for name in sorted(shared)), offers, remarks, people)


def _describe_set(block: Block, one: AuthoritySet) -> None:
    block.link(block.graph, Rdf.TYPE, Kg.AUTHORITY_SET)
    block.words(block.graph, Dcterms.TITLE, one.title, "en")
    if one.as_of:
        block.day(block.graph, Kg.OPEN_ON, one.as_of)


def _clusters_of(one: AuthoritySet, clusters: dict[tuple[str, str], Cluster]) -> list[Cluster]:
    known = (clusters.get((one.name, person.key)) for person in one.persons)
    found = {id(cluster): cluster for cluster in known if cluster}
    return sorted(found.values(), key=lambda cluster: cluster.iri)


def _person(block: Block, name: str, cluster: Cluster, told: set[tuple[str, str]]) -> None:
    """Write what a set adds on a person; facts that can have one value come from one set."""
    iri, whole = cluster.iri, cluster.named
    block.link(iri, Rdf.TYPE, Foaf.PERSON)
    for described_in, person in cluster.described:
        if described_in != name:
            continue
        if person is whole:
            _name(block, iri, person)
        if person is whole or not _lost_letters(person.surname, whole.surname):
            for key in keys(person.surname):
                block.string(iri, Kg.NAME_KEY, key)
            if squash(person.surname) not in {squash(whole.surname), *keys(whole.surname)}:
                block.string(iri, Schema.ALTERNATE_NAME, " ".join(filter(None, _words(person))))
        for fact in ("initials", "forenames", "born", "birth_year", "wikidata"):
            if getattr(person, fact) and (iri, fact) not in told:
                told.add((iri, fact))
                _fact(block, iri, fact, person)


def _words(person: Person) -> tuple[str, ...]:
    return person.given or person.forenames, person.particle or "", person.surname


def _lost_letters(name: str, whole: str) -> bool:
    """Whether a name is another with letters missing, as where a list has lost all accented ones."""
    rest = iter(squash(whole))
    return (
        squash(name) != squash(whole)
        and bool(name)
        and "-" in whole
        and all(letter in rest for letter in squash(name))
    )


def _name(block: Block, iri: str, person: Person) -> None:
    block.string(iri, Foaf.NAME, " ".join(filter(None, _words(person))))
    block.string(iri, Foaf.FAMILY_NAME, person.surname)
    if person.given:
        block.string(iri, Foaf.GIVEN_NAME, person.given)
    if person.particle is not None:
        block.string(iri, Kg.NAME_PARTICLE, person.particle)


def _fact(block: Block, iri: str, fact: str, person: Person) -> None:
    if fact == "initials":
        block.string(iri, Kg.INITIALS, person.initials)
    elif fact == "forenames":
        block.string(iri, Kg.FORENAMES, person.forenames)
    elif fact == "born" and person.born:
        block.day(iri, Schema.BIRTH_DATE, person.born)
    elif fact == "birth_year" and person.birth_year:
        block.number(iri, Kg.BIRTH_YEAR, person.birth_year)
    elif fact == "wikidata":
        block.link(iri, Schema.SAME_AS, f"{_WIKIDATA}{iris.number_id(person.wikidata)}")


def _period(block: Block, iri: str, start: date, end: date | None, open_on: date | None) -> None:
    block.day(iri, Kg.VALID_FROM, start)
    if end:
        block.day(iri, Kg.VALID_UNTIL, end)
    if open_on:
        block.day(iri, Kg.OPEN_ON, open_on)


def _seat(block: Block, seat: Taken) -> None:
    iri = iris.membership(seat.group, seat.person, seat.start.isoformat())
    block.link(iri, Rdf.TYPE, Org.MEMBERSHIP)
    block.link(iri, Org.MEMBER, seat.person)
    block.link(iri, Org.IN_ORGANIZATION, seat.group)
    _period(block, iri, seat.start, seat.end, seat.open_on)


def _holding(block: Block, held: Held, cabinets: list[Cabinet]) -> None:
    iri = iris.incumbency(held.post, held.person, held.start.isoformat())
    block.link(iri, Rdf.TYPE, Kg.INCUMBENCY)
    block.link(iri, Org.MEMBER, held.person)
    block.link(iri, Kg.POST, held.post)
    _period(block, iri, held.start, held.end, held.open_on)
    last = held.end or held.open_on or held.start
    for cabinet in cabinets:
        if cabinet.start <= last and held.start <= (cabinet.end or date.max):
            block.link(iri, Kg.IN_CABINET, iris.cabinet(cabinet.start.isoformat()))


def _cabinets(ordered: list[AuthoritySet]) -> list[Cabinet]:
    """All cabinets; one that overlaps a cabinet of a more trusted set is a remark there."""
    found: list[Cabinet] = []
    for one in ordered:
        fresh = []
        for cabinet in one.cabinets:
            end = cabinet.end or date.max
            rival = next((c for c in found if c.start < end and cabinet.start < (c.end or date.max)), None)
            if rival is None:
                fresh.append(cabinet)
            elif rival != cabinet:
                text = f"{cabinet.name} from {cabinet.start}: {rival.name} from {rival.start} is kept"
                one.remarks.append(Remark("other-cabinet", one.name, text))
        found += fresh
    return sorted(found, key=lambda cabinet: cabinet.start)


def _rest(block: Block, one: AuthoritySet, cabinets: list[Cabinet], refs: References) -> None:
    for cabinet in one.cabinets:
        if cabinet in cabinets:
            iri = iris.cabinet(cabinet.start.isoformat())
            block.link(iri, Rdf.TYPE, Kg.CABINET)
            block.words(iri, Skos.PREF_LABEL, f"kabinet-{cabinet.name}")
            _period(block, iri, cabinet.start, cabinet.end, None if cabinet.end else one.as_of)
    for group in one.groups:
        iri, label = refs.group(group.name), vocabulary.group(group.name).label
        for name in (group.name, *group.other_names):
            if name and name != label:
                block.words(iri, Skos.ALT_LABEL, name)
        if group.identifier:
            block.string(iri, Dcterms.IDENTIFIER, group.identifier)
        if group.start:
            _period(block, iri, group.start, group.end, None if group.end else one.as_of)
    for step in one.successions:
        relation = Kg.RENAMED_FROM if step.relation == "renamed" else Kg.SUCCEEDS
        block.link(vocabulary.post(step.post).iri, relation, vocabulary.post(step.former).iri)
    for day in one.terms:
        block.day(block.graph, Kg.TERM_STARTS, day)


def _mention(refs: References, one: AuthoritySet) -> None:
    for label in sorted({held.post for held in one.incumbencies}):
        refs.post(vocabulary.post(label))
    for step in one.successions:
        refs.post(vocabulary.post(step.post))
        refs.post(vocabulary.post(step.former))
    for name in sorted({seat.group for seat in one.seats}):
        refs.group(name)
