"""Measures, decisions and reports as triples: one graph for an instrument and country, one for a country."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.policies.acts import acts, clusters
from graph.policies.lives import Life, Step, live
from graph.policies.statements import Key, Statement, Told
from ontology import iris
from ontology.described import country, legal_basis
from ontology.nquads import Block
from ontology.terms import XSD, Dcat, Dcterms, Eli, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["measures_of", "period_label", "reports_on"]

_UNKNOWN_START = 0.8
_GENERAL = "ambtsbericht"
"""Kind of a report of which it is not said of which kind it is."""
_QUARTER = 3
_YEAR = timedelta(days=366)


def measures_of(key: Key, statements: Iterable[Statement]) -> Block:
    """The measures by which an instrument was applied to a country, with their decisions."""
    block = Block(iris.measures_graph(*key))
    lives, loose = live(acts(statements, key[1]))
    names: Counter[str] = Counter()
    for life in lives:
        _measure(block, key, life, names)
    for step in loose:
        _decision(block, key, step, names)
    return block


def _again(iri: str, names: Counter[str]) -> str:
    names[iri] += 1
    return iri if names[iri] == 1 else f"{iri}.{names[iri]}"


def _measure(block: Block, key: Key, life: Life, names: Counter[str]) -> None:
    instrument, code = key
    start = life.start.isoformat() if life.start else ""
    iri = _again(iris.measure(instrument, code, start, life.key), names)
    _about(block, iri, key)
    block.link(iri, Rdf.TYPE, Kg.POLICY_MEASURE)
    if life.group:
        block.words(iri, Kg.TARGET_GROUP, life.group)
    for basis in legal_basis(instrument):
        block.link(iri, Kg.LEGAL_BASIS, basis)
    _days(block, iri, (Kg.EFFECTIVE_FROM, life.since), (Kg.EFFECTIVE_UNTIL, life.until))
    sure = min(step.act.confidence for step in life.steps) * (1 if life.since else _UNKNOWN_START)
    _confidence(block, iri, sure)
    named: list[str] = []
    for step in life.steps:
        decision = _decision(block, key, step, names)
        named.append(decision)
        block.link(decision, Kg.DECIDES, iri)
        if step.former is not None:
            block.link(decision, Kg.CONTINUES, named[step.former])


def _decision(block: Block, key: Key, step: Step, names: Counter[str]) -> str:
    act = step.act
    dated = act.dated.isoformat() if act.dated else ""
    iri = _again(iris.decision(*key, dated, act.type, act.key), names)
    _about(block, iri, key)
    block.link(iri, Rdf.TYPE, Kg.POLICY_DECISION)
    block.link(iri, Kg.DECISION_TYPE, iris.concept("decision-type", act.type))
    _days(
        block,
        iri,
        (Kg.DECIDED_ON, act.decided),
        (Kg.EFFECTIVE_FROM, act.since),
        (Kg.EFFECTIVE_UNTIL, act.until),
    )
    if step.document:
        block.link(iri, Kg.RECORDED_IN, step.document)
    _stated(block, iri, act.statements, act.dissent)
    _confidence(block, iri, act.confidence)
    return iri


def _about(block: Block, iri: str, key: Key) -> None:
    instrument, code = key
    block.link(iri, Kg.INSTRUMENT, instrument)
    land = country(code) if code else None
    if land:
        block.link(iri, Kg.CONCERNS_COUNTRY, land)


def _stated(block: Block, iri: str, statements: Sequence[Told], dissent: Iterable[str]) -> None:
    """State who says so, and the passage of the statement that is held to."""
    for one in statements:
        block.link(iri, Kg.STATED_BY, one.iri)
    for other in dissent:
        block.link(other, Kg.DISAGREES_WITH, iri)
    for span in next((one.spans for one in statements if one.spans), ()):
        block.link(iri, Kg.EVIDENCE, span)


def _confidence(block: Block, iri: str, sure: float) -> None:
    block.typed(iri, Kg.CONFIDENCE, f"{sure:.3f}".rstrip("0").rstrip("."), f"{XSD}decimal")


def _days(block: Block, node: str, *days: tuple[str, date | None]) -> None:
    for predicate, value in days:
        if value:
            block.day(node, predicate, value)


def reports_on(code: str, statements: Iterable[Statement]) -> Block:
    """The reports on a country of which statements give a day, a period or when they are expected."""
    block = Block(iris.reports_graph(code))
    dated: list[tuple[date, str]] = []
    due: list[tuple[date, date, str]] = []
    for members in clusters(list(statements), _same):
        kind = _kind(members)
        told = sorted((one.told for one in members), key=_held)
        day = next((one.decided for one in told if one.decided), None)
        expected = next((one.expected for one in told if one.expected), None)
        covered = next(((one.since, one.until) for one in told if one.since or one.until), None)
        label = _label(day, expected, covered)
        if not label:
            continue
        iri = iris.report(kind, code, label)
        _report(block, iri, code, kind, told)
        _days(block, iri, (Eli.DATE_DOCUMENT, day))
        if covered:
            _period(block, iri, *covered)
        if expected and not day:
            _days(block, iri, (Kg.EXPECTED_FROM, expected[0]), (Kg.EXPECTED_UNTIL, expected[1]))
            due.append((*expected, iri))
        if day:
            dated.append((day, iri))
    _arrived(block, dated, due)
    return block


def _report(block: Block, iri: str, code: str, kind: str, told: Sequence[Told]) -> None:
    block.link(iri, Rdf.TYPE, Kg.DOCUMENT)
    block.link(iri, Rdf.TYPE, Kg.COUNTRY_REPORT)
    block.link(iri, Dcterms.TYPE, iris.concept("report-kind", kind))
    land = country(code)
    if land:
        block.link(iri, Kg.CONCERNS_COUNTRY, land)
    for paper in {paper for one in told for paper in one.papers}:
        block.link(iri, Kg.RECORDED_IN, paper)
    _stated(block, iri, told, ())
    _confidence(block, iri, max(one.confidence for one in told))


def _label(
    day: date | None, expected: tuple[date, date] | None, covered: tuple[date | None, date | None] | None
) -> str:
    if day:
        return day.isoformat()
    if expected:
        return period_label(*expected)
    until = covered[1] if covered else None
    return f"tot-{until}" if until else ""


def _period(block: Block, iri: str, first: date | None, last: date | None) -> None:
    node = iris.period(f"{first or ''}", f"{last or ''}")
    block.link(iri, Dcterms.TEMPORAL, node)
    block.link(node, Rdf.TYPE, Dcterms.PERIOD)
    _days(block, node, (Dcat.START_DATE, first), (Dcat.END_DATE, last))


def _kind(members: Iterable[Statement]) -> str:
    """The most telling kind that statements give."""
    counted = Counter(one.kind for one in members)
    return min(counted, key=lambda kind: (kind == _GENERAL, -counted[kind], kind))


def _held(one: Told) -> tuple[bool, float, date, str]:
    return not one.curated, -one.confidence, one.stated or date.max, one.iri


def _same(one: Statement, other: Statement) -> bool:
    """Whether two statements are on one report: of one day, or expected in one period, or on one period."""
    if one.kind != other.kind and _GENERAL not in {one.kind, other.kind}:
        return False
    mine, theirs = one.told, other.told
    if mine.decided or theirs.decided:
        return mine.decided == theirs.decided
    if mine.expected or theirs.expected:
        return mine.expected == theirs.expected
    return bool(mine.until) and (mine.since, mine.until) == (theirs.since, theirs.until)


def _arrived(block: Block, dated: list[tuple[date, str]], due: list[tuple[date, date, str]]) -> None:
    """State which report came for one that was expected: the first from that period on, within a year."""
    for first, last, expected in due:
        came = min((one for one in dated if first <= one[0] <= last + _YEAR), default=None)
        if came:
            block.link(expected, Dcterms.IS_REPLACED_BY, came[1])


def period_label(first: date, last: date) -> str:
    """A period as ISO 8601 writes it where it is a day, a month, a quarter or a year; else both days.

    >>> period_label(date(2023, 1, 1), date(2023, 3, 31))
    '2023-Q1'
    >>> period_label(date(2023, 2, 1), date(2023, 2, 28))
    '2023-02'
    """
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year
    months = last.month - first.month + 1
    if whole and months == 1:
        return f"{first:%Y-%m}"
    if whole and months == _QUARTER and first.month % _QUARTER == 1:
        return f"{first.year}-Q{(first.month + 2) // _QUARTER}"
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{first}--{last}"
