"""Records for tests: an invented question set on an invented country, its notice, its answer, a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from ontology import iris
from ontology.records import (
    Answer,
    AnswerKind,
    AppendixRef,
    CaseRef,
    Citation,
    Claim,
    Commitment,
    CountryReport,
    Decision,
    DecisionType,
    Kind,
    Member,
    Mention,
    Note,
    PaperRef,
    Period,
    Post,
    Question,
    Read,
    Record,
    Remark,
    Responder,
    Snapshot,
    Source,
    Span,
    Unit,
)

T = TypeVar("T")

HEADING = (
    "Vragen van de leden Van Eikenhoek en Oever (beiden PLP) aan de Minister van Asiel en Migratie en de "
    "Minister voor Rechtsbescherming over het moratorium voor Verweggië (ingezonden 6 januari 2025)."
)
Q1 = "Kent u het bericht «Verweggië wordt weer veilig»?1"
Q2 = "Wanneer loopt het moratorium af (Kamerstuk 19 637, nr. 3018)?"
N1 = "1 De Nieuwe Bode, 3 januari 2025, «Verweggië wordt weer veilig», www.nieuwebode.example/verweggie"
ANSWER_HEADING = "Antwoord van Minister Dijkman (Asiel en Migratie) (ontvangen 10 februari 2025)."
A1 = "Ja."
A2 = "Zie het antwoord op vraag 1. Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 393.2"
N2 = "2 Zie ook Kamerstuk 36 600 VII, nr. 42 en vragen 2024Z16988."
NOTICE = "Mededeling van Minister Dijkman (Asiel en Migratie), mede namens de Minister van Buitenlandse Zaken"
REASON = "De reden van het uitstel is dat nadere afstemming nodig is."
LETTER = "36 600 VII Nr. 42 Brief van de Minister van Asiel en Migratie. 3 maart 2025. Betreft Verweggië."

SET_TEXT = f"2025Z00001\n{HEADING}\n1\n{Q1}\n2\n{Q2}\n{N1}"
ANSWER_TEXT = f"9001\n{HEADING}\n{ANSWER_HEADING}\n{Q1}\n{A1}\n{Q2}\n{A2}\n{N1}\n{N2}\nah-tk-20242025-9001"
NOTICE_TEXT = f"9000\n{HEADING}\n{NOTICE}\n(ontvangen 27 januari 2025).\n{REASON}"


def snapshot(text: str, *, pages: tuple[int, ...] = (0,)) -> Snapshot:
    return Snapshot(sha256(text.encode()).hexdigest(), "text/plain", "sample.txt", text, pages)


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def read(text: str, part: str, value: T) -> Read[T]:
    return Read(value, at(text, part))


def heading_parts(text: str) -> dict[str, Any]:
    return {
        "subject": read(text, "het moratorium voor Verweggië", "het moratorium voor Verweggië"),
        "submitted": read(text, "6 januari 2025", date(2025, 1, 6)),
        "heading": at(text, HEADING),
        "askers": (
            Member("Van Eikenhoek", "PLP", at(text, "Van Eikenhoek")),
            Member("Oever", "PLP", at(text, "Oever")),
        ),
        "addressees": (
            Post("Minister van Asiel en Migratie", at(text, "Minister van Asiel en Migratie")),
            Post("Minister voor Rechtsbescherming", at(text, "Minister voor Rechtsbescherming")),
        ),
    }


def question_parts(text: str, unit: Unit = Unit.QUESTION) -> dict[str, Any]:
    title = "Verweggië wordt weer veilig"
    url = "www.nieuwebode.example/verweggie"
    day = date(2025, 1, 3)
    source = Source("De Nieuwe Bode", day, title, url, at(text, N1))
    paper = PaperRef("19637", "3018", at(text, "Kamerstuk 19 637, nr. 3018"))
    return {
        "questions": (
            Question(1, Q1.rstrip("1"), at(text, Q1), (1,)),
            Question(2, Q2, at(text, Q2)),
        ),
        "notes": (Note(1, N1[2:], at(text, N1), "De Nieuwe Bode", day, title, url),),
        "papers": (paper,),
        "citations": (
            Citation(unit, 1, source, N1[2:], Span(at(text, Q1).end - 1, at(text, Q1).end), 0),
            Citation(unit, 2, paper, "Kamerstuk 19 637, nr. 3018", paper.span),
        ),
    }


def question_set() -> Record:
    text = SET_TEXT
    return Record(
        Kind.WRITTEN_QUESTIONS,
        snapshot(text),
        case_number=read(text, "2025Z00001", "2025Z00001"),
        **heading_parts(text),
        **question_parts(text),
    )


def answer() -> Record:
    text = ANSWER_TEXT
    parts = question_parts(text)
    appendix = AppendixRef(
        "2024-2025", "393", at(text, "Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 393")
    )
    paper = PaperRef("36600-VII", "42", at(text, "Kamerstuk 36 600 VII, nr. 42"))
    case = CaseRef("2024Z16988", at(text, "2024Z16988"))
    marker = Span(at(text, A2).end - 1, at(text, A2).end)
    parts["notes"] = (*parts["notes"], Note(2, N2[2:], at(text, N2)))
    parts["citations"] = (
        *parts["citations"],
        Citation(
            Unit.ANSWER, 2, appendix, "Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 393", appendix.span
        ),
        Citation(Unit.ANSWER, 2, paper, N2[2:], marker, 1),
        Citation(Unit.ANSWER, 2, case, N2[2:], marker, 1),
    )
    return Record(
        Kind.ANSWER,
        snapshot(text, pages=(0, at(text, Q1).start)),
        identifier=read(text, "ah-tk-20242025-9001", "ah-tk-20242025-9001"),
        appendix_number=read(text, "9001", 9001),
        case_number=None,
        received=read(text, "10 februari 2025", date(2025, 2, 10)),
        responders=(Responder("Dijkman", "Minister", "Asiel en Migratie", at(text, ANSWER_HEADING)),),
        answers=(
            Answer((1,), A1, at(text, A1)),
            Answer((2,), A2.rstrip("2"), at(text, A2), (2,), AnswerKind.REFERRAL, (1,)),
        ),
        **heading_parts(text),
        **parts,
    )


def notice() -> Record:
    text = NOTICE_TEXT
    return Record(
        Kind.DELAY_NOTICE,
        snapshot(text),
        appendix_number=read(text, "9000", 9000),
        received=read(text, "27 januari 2025", date(2025, 1, 27)),
        responders=(Responder("Dijkman", "Minister", "Asiel en Migratie", at(text, "Minister Dijkman")),),
        on_behalf_of=(Post("Minister van Buitenlandse Zaken", at(text, "Minister van Buitenlandse Zaken")),),
        delay_reason=read(text, REASON, REASON),
        remarks=(Remark("odd", "niets bijzonders"),),
        **heading_parts(text),
    )


def letter() -> Record:
    return Record(
        Kind.LETTER,
        snapshot(LETTER),
        paper=PaperRef("36600-VII", "42", at(LETTER, "36 600 VII Nr. 42")),
        dated=read(LETTER, "3 maart 2025", date(2025, 3, 3)),
        sender=Post("Minister van Asiel en Migratie", at(LETTER, "Minister van Asiel en Migratie")),
        title=read(LETTER, "Betreft Verweggië", "Verweggië"),
    )


ORDER = (
    "19 637 Nr. 4001 Brief van de Staatssecretaris van Justitie en Veiligheid. 3 maart 2025. "
    "Betreft Moratorium voor Sudan. Ik verleng het besluitmoratorium voor Sudan tot 1 september 2025. "
    "In het tweede kwartaal van 2025 verwacht ik een algemeen ambtsbericht over Sudan. "
    "Sudan is niet veilig. Ik zal uw Kamer daarover in dat kwartaal berichten."
)
MORATORIUM = f"{iris.CONCEPT}instrument/besluitmoratorium"
SUDAN = f"{iris.COUNTRY}SDN"


def order() -> Record:
    """A letter that decides, commits, claims and announces a report, one sentence each."""
    text = ORDER
    decides = "Ik verleng het besluitmoratorium voor Sudan tot 1 september 2025."
    expects = "In het tweede kwartaal van 2025 verwacht ik een algemeen ambtsbericht over Sudan."
    claims, commits = "Sudan is niet veilig.", "Ik zal uw Kamer daarover in dat kwartaal berichten."
    quarter = Period(date(2025, 4, 1), date(2025, 6, 30), "2025-Q2")
    return Record(
        Kind.LETTER,
        snapshot(text),
        paper=PaperRef("19637", "4001", at(text, "19 637 Nr. 4001")),
        dated=read(text, "3 maart 2025", date(2025, 3, 3)),
        sender=Post(
            "Staatssecretaris van Justitie en Veiligheid",
            at(text, "Staatssecretaris van Justitie en Veiligheid"),
        ),
        title=read(text, "Moratorium voor Sudan", "Moratorium voor Sudan"),
        mentions=(
            Mention(SUDAN, Unit.DOCUMENT, 0, Span(text.index("Sudan"), text.index("Sudan") + 5), title=True),
            Mention(MORATORIUM, Unit.DOCUMENT, 0, at(text, "besluitmoratorium")),
            Mention(SUDAN, Unit.DOCUMENT, 0, at(text, "Sudan tot")),
        ),
        decisions=(
            Decision(
                DecisionType.EXTEND,
                ("besluitmoratorium",),
                "SDN",
                at(text, decides),
                decided_on=date(2025, 3, 3),
                effective_until=date(2025, 9, 1),
            ),
        ),
        reports=(CountryReport("algemeen-ambtsbericht", "SDN", at(text, expects), expected=quarter),),
        commitments=(Commitment(commits, at(text, commits), due=quarter),),
        claims=(Claim(("SDN",), claims, at(text, claims)),),
    )


def without_case(record: Record) -> Record:
    return replace(record, case_number=None)


def story() -> tuple[Record, ...]:
    """The four documents of one question's life."""
    return question_set(), notice(), answer(), letter()
