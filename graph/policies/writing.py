"""Measures and decisions as triples: one graph for an instrument and country."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from graph.policies.acts import acts
from graph.policies.lives import Life, Step, live
from graph.policies.statements import Key, Statement, Told
from ontology import iris
from ontology.described import country, legal_basis
from ontology.nquads import Block
from ontology.terms import XSD, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["measures_of", "say_days", "say_sure", "say_who"]

_UNKNOWN_START = 0.8


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
    say_days(block, iri, (Kg.EFFECTIVE_FROM, life.since), (Kg.EFFECTIVE_UNTIL, life.until))
    sure = min(step.act.confidence for step in life.steps) * (1 if life.since else _UNKNOWN_START)
    say_sure(block, iri, sure)
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
    say_days(
        block,
        iri,
        (Kg.DECIDED_ON, act.decided),
        (Kg.EFFECTIVE_FROM, act.since),
        (Kg.EFFECTIVE_UNTIL, act.until),
    )
    if step.document:
        block.link(iri, Kg.RECORDED_IN, step.document)
    say_who(block, iri, act.statements, act.dissent)
    say_sure(block, iri, act.confidence)
    return iri


def _about(block: Block, iri: str, key: Key) -> None:
    instrument, code = key
    block.link(iri, Kg.INSTRUMENT, instrument)
    land = country(code) if code else None
    if land:
        block.link(iri, Kg.CONCERNS_COUNTRY, land)


def say_who(block: Block, iri: str, statements: Sequence[Told], dissent: Iterable[str]) -> None:
    """State who says so, and the passage of the statement that is held to."""
    for one in statements:
        block.link(iri, Kg.STATED_BY, one.iri)
    for other in dissent:
        block.link(other, Kg.DISAGREES_WITH, iri)
    for span in next((one.spans for one in statements if one.spans), ()):
        block.link(iri, Kg.EVIDENCE, span)


def say_sure(block: Block, iri: str, sure: float) -> None:
    """State how sure something is, from 0 to 1."""
    block.typed(iri, Kg.CONFIDENCE, f"{sure:.3f}".rstrip("0").rstrip("."), f"{XSD}decimal")


def say_days(block: Block, node: str, *days: tuple[str, date | None]) -> None:
    """State the days that are known, each by its property."""
    for predicate, value in days:
        if value:
            block.day(node, predicate, value)
