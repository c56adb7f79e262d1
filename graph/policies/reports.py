"""Reports on countries as triples, one graph a country: which statements are on one report, and on which.

A passage that names "het ambtsbericht" without its day is tied to the latest report on that country then, or
to the one that is awaited where it says so, and less surely than one that gives a day.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.policies.acts import clusters
from graph.policies.statements import Statement, Told
from graph.policies.writing import say_days, say_sure, say_who
from ontology import iris
from ontology.described import country
from ontology.nquads import Block
from ontology.terms import Dcat, Dcterms, Eli, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["period_label", "reports_on"]

_GENERAL = "ambtsbericht"
"""Kind of a report of which it is not said of which kind it is."""
_QUARTER = 3
_YEAR = timedelta(days=366)
_OLD = timedelta(days=3 * 366)
"""An older report is not what is meant by one that is named without its day."""
_LATEST, _AWAITED = 0.6, 0.5
"""How sure it is that a passage means the latest report, or the one that is awaited."""
_REPORT = f"{iris.ID}report/nl/"


def reports_on(code: str, statements: Iterable[Statement]) -> Block:
    """The reports on a country of which statements give a day, a period or when they are expected."""
    block = Block(iris.reports_graph(code))
    dated: list[tuple[date, str]] = []
    due: list[tuple[date, date, str]] = []
    loose: list[Statement] = []
    for members in clusters(list(statements), _same):
        kind = _kind(members)
        told = sorted((one.told for one in members), key=_held)
        day = next((one.decided for one in told if one.decided), None)
        expected = next((one.expected for one in told if one.expected), None)
        covered = next(((one.since, one.until) for one in told if one.since or one.until), None)
        label = _label(day, expected, covered)
        if not label:
            loose += members
            continue
        iri = iris.report(kind, code, label)
        _report(block, iri, code, kind, told)
        say_days(block, iri, (Eli.DATE_DOCUMENT, day))
        if covered:
            _period(block, iri, *covered)
        if expected and not day:
            say_days(block, iri, (Kg.EXPECTED_FROM, expected[0]), (Kg.EXPECTED_UNTIL, expected[1]))
            due.append((*expected, iri))
        if day:
            dated.append((day, iri))
    _arrived(block, dated, due)
    _tie(block, loose, sorted(dated), sorted(due))
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
    say_who(block, iri, told, ())
    say_sure(block, iri, max(one.confidence for one in told))


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
    say_days(block, node, (Dcat.START_DATE, first), (Dcat.END_DATE, last))


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


def _tie(
    block: Block, loose: Iterable[Statement], dated: list[tuple[date, str]], due: list[tuple[date, date, str]]
) -> None:
    """Tie statements that give no time to the report of their day: the latest, or the one then awaited."""
    for one in loose:
        told = one.told
        if told.stated is None:
            continue
        there = [
            iri for day, iri in dated if told.stated - _OLD <= day <= told.stated and _akin(iri, one.kind)
        ]
        awaited = _awaited(told.stated, one.kind, dated, due)
        held = (awaited, _AWAITED) if told.awaited else (there[-1] if there else awaited, _LATEST)
        if held[0]:
            block.link(held[0], Kg.STATED_BY, told.iri)
            _ground(block, held[0], told, min(held[1], told.confidence))


def _awaited(
    on: date, kind: str, dated: list[tuple[date, str]], due: list[tuple[date, date, str]]
) -> str | None:
    """The report that is awaited on a day: one with a period that is not over, else the next that came."""
    coming = [iri for _, last, iri in due if last >= on and _akin(iri, kind)]
    came = [iri for day, iri in dated if on < day <= on + _YEAR and _akin(iri, kind)]
    return next(iter((*coming, *came)), None)


def _akin(report: str, kind: str) -> bool:
    """Whether a report can be of a kind; a report is named after its own."""
    own = report.removeprefix(_REPORT).partition("/")[0]
    return own == kind or _GENERAL in {own, kind}


def _ground(block: Block, report: str, told: Told, sure: float) -> None:
    node = iris.join(told.document.rpartition("/")[2], report, Kg.STATED_BY, told.iri)
    block.link(node, Rdf.TYPE, Kg.JOIN)
    block.link(node, Rdf.SUBJECT, report)
    block.link(node, Rdf.PREDICATE, Kg.STATED_BY)
    block.link(node, Rdf.OBJECT, told.iri)
    block.link(node, Kg.BASIS, iris.concept("join-basis", "report-of-that-day"))
    say_sure(block, node, sure)
