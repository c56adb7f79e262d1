"""Questions, answers and how they meet: parts of documents with number, text and place."""

from __future__ import annotations

from collections import Counter

from ontology import iris
from ontology.records import Record
from ontology.sides import Side
from ontology.terms import Eli, Kg, Rdf

__all__ = ["answer_blocks", "expected_questions", "question_items"]


def question_items(side: Side, key: str, record: Record) -> list[str]:
    """Write the questions of a set; gives their IRIs in printed order."""
    found: list[str] = []
    printed: Counter[int] = Counter()
    for item in record.questions:
        printed[item.number] += 1
        iri = iris.question(key, item.number, printed[item.number])
        found.append(iri)
        _question(side, iri, item.number)
        side.block.words(iri, Kg.TEXT, item.text)
        side.prove(iri, item.span)
    return found


def expected_questions(side: Side, key: str, record: Record) -> None:
    """Write the questions that answers name but the document does not repeat: number alone."""
    for number in {number for block in record.answers for number in block.numbers}:
        _question(side, iris.question(key, number), number)


def _question(side: Side, iri: str, number: int) -> None:
    side.block.link(iri, Rdf.TYPE, Kg.QUESTION)
    side.block.link(iri, Eli.IS_PART_OF, side.iri)
    side.block.number(iri, Kg.QUESTION_NUMBER, number)


def answer_blocks(side: Side, key: str, record: Record) -> list[str]:
    """Write the answer blocks and the questions each covers; gives IRIs in printed order."""
    found = _answer_iris(side.doc, record)
    first: dict[int, str] = {}
    for iri, block in zip(found, record.answers, strict=True):
        for number in block.numbers:
            first.setdefault(number, iri)
    for iri, block in zip(found, record.answers, strict=True):
        side.block.link(iri, Rdf.TYPE, Kg.ANSWER)
        side.block.link(iri, Eli.IS_PART_OF, side.iri)
        side.block.link(iri, Kg.ANSWER_KIND, iris.concept("answer-kind", block.kind))
        side.block.words(iri, Kg.TEXT, block.text)
        side.prove(iri, block.span)
        for number in block.numbers:
            side.block.link(iri, Kg.ANSWERS, iris.question(key, number))
        for number in block.refers_to:
            if first.get(number, iri) != iri:
                side.block.link(iri, Kg.REFERS_TO_ANSWER, first[number])
    return found


def _answer_iris(doc: str, record: Record) -> list[str]:
    printed: Counter[tuple[int, ...]] = Counter()
    found = []
    for block in record.answers:
        printed[block.numbers] += 1
        found.append(iris.answer(doc, block.numbers, printed[block.numbers]))
    return found
