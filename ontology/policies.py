"""What one record says of policy: mentions, decisions, reports, commitments and claims.

Each side of a record (`ontology.sides`) has a graph of it beside that of the document, which holds at
the same rank. Merging what several documents say of one act is not done here (see `graph.policies`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ontology import iris, vocabulary
from ontology.citations import Parts
from ontology.described import country, instrument, is_abroad, is_instrument
from ontology.motions import countries_of
from ontology.nquads import Block
from ontology.records import (
    AppendixRef,
    Claim,
    Commitment,
    CountryReport,
    Decision,
    Fulfilment,
    Kind,
    Mention,
    PaperRef,
    Record,
    Span,
    Unit,
)
from ontology.sides import Side, Spans
from ontology.slugs import squash
from ontology.terms import XSD, Dcterms, Kg, Prov, Rdf

__all__ = ["Said", "said"]

_INHERITED = "0.8"
"""How sure it is that a question which names an instrument alone is about the country of the subject."""
_LETTER, _REPLY, _ASKED = "0.9", "0.8", "0.7"
"""How sure a statement is: a letter tells of the decision itself, a reply restates it, and members ask."""
_KEPT = {True: "0.95", False: "0.85"}
"""How sure it is that a document fulfils a promise: where it says so, and where it says that it promised."""
_TELLS = frozenset({Kind.LETTER, Kind.PAPER})


@dataclass(slots=True)
class Said:
    """What one side says of policy."""

    side: Side
    block: Block
    spans: Spans
    named: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Instruments and countries that are named, by passage."""
    subject: set[str] = field(default_factory=set)
    """Those that are named in the title."""

    def prove(self, subject: str, span: Span, within: Span | None = None) -> None:
        """State where something is read; `within` is the passage, where the graph of the document has it."""
        self.block.link(subject, Kg.EVIDENCE, self.spans.add(span, within))

    def concern(self, passage: str, concept: str) -> None:
        """State what a question or a document is about."""
        if is_abroad(concept):
            self.block.link(passage, Kg.CONCERNS_COUNTRY, concept)
        elif is_instrument(concept):
            self.block.link(passage, Kg.CONCERNS, concept)


def said(parts: Parts) -> list[Said]:
    """What a record says of policy, by side: its own first; sides of which it says nothing are left out."""
    record = parts.record
    told = record.decisions or record.reports or record.commitments or record.fulfilments
    if not (record.mentions or told or record.claims):
        return []
    teller = _Teller(parts)
    teller.mentions(record.mentions)
    for decision in record.decisions:
        teller.decision(decision)
    for report in record.reports:
        teller.report(report)
    for commitment in record.commitments:
        teller.commitment(commitment)
    for fulfilment in record.fulfilments:
        teller.fulfilment(fulfilment)
    for claim in record.claims:
        teller.claim(claim)
    teller.concerns()
    return teller.contents()


class _Teller:
    """Writes what a record says of policy, each thing on the side where its passage belongs."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._record = parts, parts.record
        self._sides: dict[str, Said] = {}
        self._quoted: set[str] = set()
        """Claims and commitments whose words are written."""

    def contents(self) -> list[Said]:
        """The sides, their spans each described once: not where the graph of a document has them already."""
        own = self._parts.own
        found: list[Said] = []
        for doc in sorted(self._sides, key=lambda doc: (doc != own.doc, doc)):
            one = self._sides[doc]
            one.block.without(one.side.block)
            one.block.without(own.block)
            for other in found:
                one.block.without(other.block)
            if one.block:
                found.append(one)
        return found

    def _on(self, side: Side) -> Said:
        if side.doc not in self._sides:
            block, record = Block(iris.policy_graph(side.doc)), self._record
            snapshot = iris.snapshot(iris.doc_id(record), record.snapshot.sha256)
            self._sides[side.doc] = Said(side, block, Spans(block, record.snapshot, snapshot))
        return self._sides[side.doc]

    def _at(
        self, thing: Mention | Decision | CountryReport | Commitment | Fulfilment | Claim
    ) -> tuple[Said, str]:
        side, passage = self._parts.at(thing.unit, thing.place)
        return self._on(side), passage

    def _titled(self, mention: Mention) -> Side:
        """Side of a title: the subject of a set is the set's, also where a reply prints it."""
        asked, title = self._parts.asked, self._record.title
        if asked is None or (title and _within(mention.span, title.span)):
            return self._parts.own
        return asked

    def mentions(self, mentions: Iterable[Mention]) -> None:
        """Write what is named, in which passage, and where: a node a passage and concept, with all places."""
        moved = countries_of(self._record) if self._record.kind is Kind.MOTION else None
        nodes: dict[tuple[str, str], str] = {}
        for mention in mentions:
            if mention.title:
                to = self._on(self._titled(mention))
                passage = to.side.iri
                to.subject.add(mention.concept)
            else:
                to, passage = self._at(mention)
            node = nodes.get((passage, mention.concept))
            if node is None:
                node = nodes[passage, mention.concept] = self._name(to, passage, mention.concept)
            to.prove(node, mention.span, self._passage(mention))
            if moved is not None and is_abroad(mention.concept) and mention.concept not in moved:
                continue
            if mention.title or passage != to.side.iri or self._worded(mention):
                to.named[passage].add(mention.concept)

    @staticmethod
    def _name(to: Said, passage: str, named: str) -> str:
        concept = to.side.refs.concept(named)
        node = iris.mention(to.side.doc, passage, concept)
        to.block.link(passage, Kg.MENTIONS, concept)
        to.block.link(node, Rdf.TYPE, Kg.MENTION)
        to.block.link(node, Kg.MENTIONED_IN, passage)
        to.block.link(node, Kg.NAMES, concept)
        return node

    def _passage(self, mention: Mention) -> Span | None:
        """The question or answer that a mention stands in."""
        if mention.title or mention.unit is Unit.DOCUMENT:
            return None
        if mention.unit is Unit.ANSWER:
            found = self._record.answers[mention.place - 1 : mention.place]
            return found[0].span if found else None
        return next((one.span for one in self._record.questions if one.number == mention.place), None)

    def _worded(self, mention: Mention) -> bool:
        """Whether a mention stands in what a motion says."""
        wording = self._record.wording if self._record.kind is Kind.MOTION else None
        return wording is not None and _within(mention.span, wording.span)

    def decision(self, decision: Decision) -> None:
        """Write what a passage says of a decision."""
        to, passage = self._at(decision)
        about = tuple(map(instrument, decision.instruments))
        land = country(decision.country) if decision.country else None
        node = self._statement(
            to, passage, decision, (decision.type, *decision.instruments), decision.country
        )
        block = to.block
        block.link(node, Rdf.TYPE, Kg.DECISION_STATEMENT)
        block.link(node, Kg.DECISION_TYPE, iris.concept("decision-type", decision.type))
        for concept in about:
            block.link(node, Kg.INSTRUMENT, to.side.refs.concept(concept))
            to.concern(to.side.iri, concept)
        if land:
            block.link(node, Kg.CONCERNS_COUNTRY, to.side.refs.concept(land))
            to.concern(to.side.iri, land)
        if decision.target_group:
            block.words(node, Kg.TARGET_GROUP, decision.target_group)
        _days(
            block,
            node,
            (Kg.DECIDED_ON, decision.decided_on),
            (Kg.EFFECTIVE_FROM, decision.effective_from),
            (Kg.EFFECTIVE_UNTIL, decision.effective_until),
        )
        for paper in decision.cites:
            if paper.number:
                recorded, _ = to.side.refs.document(iris.paper_id(paper.dossier, paper.number))
                block.link(node, Kg.RECORDED_IN, recorded)

    def _statement(  # noqa: PLR0913, PLR0917 - what is said, of what, where, and how surely
        self,
        to: Said,
        passage: str,
        thing: Decision | CountryReport | Fulfilment,
        what: tuple[str, ...],
        land: str | None,
        sure: str | None = None,
    ) -> str:
        record, asked = self._record, to.side is not self._parts.own or self._record.kind.asks
        words = squash(record.snapshot.quote(thing.span))
        node = iris.statement(to.side.doc, "|".join((*what, land or "", words)))
        to.block.link(node, Kg.STATED_IN, passage)
        stated = _stated_on(record, asked=to.side is not self._parts.own)
        if stated:
            to.block.day(node, Kg.STATED_ON, stated)
        sure = sure or (_ASKED if asked else _LETTER if record.kind in _TELLS else _REPLY)
        to.block.typed(node, Kg.CONFIDENCE, sure, f"{XSD}decimal")
        to.prove(node, thing.span)
        return node

    def report(self, report: CountryReport) -> None:
        """Write what a passage says of a report."""
        to, passage = self._at(report)
        expected = report.expected
        told = (report.dated, report.period_from, report.period_until, expected.label if expected else None)
        what = (report.kind, *(str(one or "") for one in told))
        node = self._statement(to, passage, report, what, report.country)
        block = to.block
        block.link(node, Rdf.TYPE, Kg.REPORT_STATEMENT)
        block.link(node, Dcterms.TYPE, to.side.refs.concept(iris.concept("report-kind", report.kind)))
        land = country(report.country) if report.country else None
        if land:
            block.link(node, Kg.CONCERNS_COUNTRY, to.side.refs.concept(land))
        _days(
            block,
            node,
            (Kg.REPORT_DATE, report.dated),
            (Kg.PERIOD_FROM, report.period_from),
            (Kg.PERIOD_UNTIL, report.period_until),
            (Kg.EXPECTED_FROM, expected.first if expected else None),
            (Kg.EXPECTED_UNTIL, expected.last if expected else None),
        )
        if report.awaited and not expected:
            block.typed(node, Kg.AWAITED, "true", f"{XSD}boolean")

    def fulfilment(self, fulfilment: Fulfilment) -> None:
        """Write that a document does what was promised, and where it says that this was."""
        to, passage = self._at(fulfilment)
        due = fulfilment.due
        what = "fulfilment", str(fulfilment.promised_on or ""), due.label if due else ""
        node = self._statement(to, passage, fulfilment, what, None, _KEPT[fulfilment.plain])
        to.block.link(node, Rdf.TYPE, Kg.FULFILMENT_STATEMENT)
        for speaker in self._speakers(to.side):
            to.block.link(node, Prov.WAS_ATTRIBUTED_TO, speaker)
        for cited in fulfilment.cites:
            doc = self._cited(cited)
            if doc:
                promise, _ = to.side.refs.document(doc)
                to.block.link(node, Kg.PROMISED_IN, promise)
        _days(
            to.block,
            node,
            (Kg.PROMISED_ON, fulfilment.promised_on),
            (Kg.EXPECTED_FROM, due.first if due else None),
            (Kg.EXPECTED_UNTIL, due.last if due else None),
        )

    @staticmethod
    def _cited(cited: PaperRef | AppendixRef) -> str | None:
        """Id of a document that is cited by a number."""
        if isinstance(cited, PaperRef):
            return iris.paper_id(cited.dossier, cited.number) if cited.number else None
        return iris.appendix_id(cited.year, cited.number) if cited.year else None

    def commitment(self, commitment: Commitment) -> None:
        """Write a commitment: what, by whom, by when."""
        to, passage = self._at(commitment)
        node = iris.commitment(to.side.doc, commitment.text)
        to.block.link(node, Rdf.TYPE, Kg.COMMITMENT)
        self._uttered(to, node, passage, commitment)
        due = commitment.due
        _days(
            to.block,
            node,
            (Kg.EXPECTED_FROM, due.first if due else None),
            (Kg.EXPECTED_UNTIL, due.last if due else None),
        )

    def claim(self, claim: Claim) -> None:
        """Write what is said about a country, as said."""
        to, passage = self._at(claim)
        node = iris.claim(to.side.doc, claim.text)
        to.block.link(node, Rdf.TYPE, Kg.CLAIM)
        self._uttered(to, node, passage, claim)
        for code in claim.countries:
            land = country(code)
            if land:
                to.block.link(node, Kg.CONCERNS_COUNTRY, to.side.refs.concept(land))

    def _uttered(self, to: Said, node: str, passage: str, thing: Commitment | Claim) -> None:
        if node not in self._quoted:  # said again, the words can be glued or broken otherwise, as spans show
            self._quoted.add(node)
            to.block.words(node, Kg.TEXT, thing.text)
        to.block.link(node, Kg.STATED_IN, passage)
        stated = _stated_on(self._record, asked=to.side is not self._parts.own)
        if stated:
            to.block.day(node, Kg.STATED_ON, stated)
        for speaker in self._speakers(to.side):
            to.block.link(node, Prov.WAS_ATTRIBUTED_TO, speaker)
        to.prove(node, thing.span)

    def _speakers(self, side: Side) -> Iterator[str]:
        """Posts of those who sign; the name as printed where the post is not known."""
        record = self._record
        role = "answerer" if record.kind is Kind.ANSWER else "sender"
        for place, person in enumerate(record.responders, 1):
            post = vocabulary.post_of(person.role, person.ministry)
            yield side.refs.post(post) if post else iris.actor(self._parts.own.doc, role, place)
        if record.sender:
            yield side.refs.post(vocabulary.post(record.sender.label))

    def concerns(self) -> None:
        """Write what questions and documents are about, by what they name."""
        for one in self._sides.values():
            for passage, concepts in one.named.items():
                asking = passage in self._parts.questions
                if not asking and passage != one.side.iri:
                    continue
                for concept in concepts:
                    one.concern(passage, concept)
                    if asking and is_instrument(concept):
                        one.concern(one.side.iri, concept)
                if asking:
                    self._inherit(one, passage, concepts)

    @staticmethod
    def _inherit(one: Said, passage: str, concepts: set[str]) -> None:
        """Take the country of the subject for a question that names an instrument and no country."""
        if not any(map(is_instrument, concepts)) or any(map(is_abroad, concepts)):
            return
        for land in filter(is_abroad, one.subject):
            one.concern(passage, land)
            node = iris.join(one.side.doc, passage, Kg.CONCERNS_COUNTRY, land)
            one.block.link(node, Rdf.TYPE, Kg.JOIN)
            one.block.link(node, Rdf.SUBJECT, passage)
            one.block.link(node, Rdf.PREDICATE, Kg.CONCERNS_COUNTRY)
            one.block.link(node, Rdf.OBJECT, land)
            one.block.link(node, Kg.BASIS, iris.concept("join-basis", "subject"))
            one.block.typed(node, Kg.CONFIDENCE, _INHERITED, f"{XSD}decimal")


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _stated_on(record: Record, *, asked: bool) -> date | None:
    """Day of what a side is: when questions were put, when a reply came, what a letter is dated."""
    days = (record.submitted,) if asked else (record.dated, record.received, record.submitted)
    return next((read.value for read in days if read), None)


def _days(block: Block, node: str, *days: tuple[str, date | None]) -> None:
    for predicate, value in days:
        if value:
            block.day(node, predicate, value)
