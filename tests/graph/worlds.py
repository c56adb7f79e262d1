"""Small documents that have much to do with each other, drawn at random: few days, headings and numbers."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from ontology import iris
from ontology.records import (
    Answer,
    AppendixRef,
    CaseFacts,
    CaseRef,
    Citation,
    Commitment,
    Fulfilment,
    Kind,
    Mention,
    PaperRef,
    Post,
    Question,
    Read,
    Record,
    RegisterEntry,
    Removal,
    Snapshot,
    Unit,
)
from tests.graph import letters, made
from tests.graph.letters import ERITREA, MORATORIUM, RUSSIA, Act

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CASES", "JOINED", "SPOKEN", "Document", "row"]

Document = Record | Removal
ZAAK, ROW = "Zaak", "application/json"
YEAR = "2029-2030"
CASES = ("2030Z00001", "2030Z00002", "2030Z00003")
DAYS = (date(2030, 1, 7), date(2030, 1, 8))
SUBJECTS = ("het moratorium voor Verwegië", "het moratorium voor Verweggië", "de dijken bij Waterdam")
ASKERS = ((("Van Vlieland", "ABC"),), (("De Waard", "XYZ"),), ())
MESSAGES = (
    "Deze vragen zijn beantwoord middels een brief (19 637-3).",
    "Op verzoek van het lid Terpstra zijn de vragen ingetrokken.",
    "Afstemming kost meer tijd.",
)
PROMISES = (
    "Voor 1 december stuur ik uw Kamer een overzicht van de opvang.",
    "Ik zal uw Kamer informeren over de uitvoering van het verdrag.",
)


def _headed(  # noqa: PLR0913, PLR0917 - a heading has as many parts
    paper: made.Paper, kind: Kind, case: int, subject: int, day: int, askers: int, numbered: bool
) -> Record:
    named, posts = ASKERS[askers], made.POSTS[:1]
    head = made.Heading(CASES[case], DAYS[day], SUBJECTS[subject], named, posts).on(paper, kind)
    return head if numbered else replace(head, case_number=None)


def _cited(paper: made.Paper, what: int | None, unit: Unit, place: int) -> tuple[Citation, ...]:
    """A reference: to a case, or to a place in the Aanhangsel."""
    if what is None:
        return ()
    if what < len(CASES):
        words = CASES[what]
        span = paper.say(words)
        return (Citation(unit, place, CaseRef(words, span), words, span),)
    words = f"Aanhangsel Handelingen, vergaderjaar {YEAR}, nr. {what}"
    span = paper.say(words)
    return (Citation(unit, place, AppendixRef(YEAR, str(what), span), words, span),)


OFTEN = st.sampled_from((True, True, False))
HEADINGS = (
    st.sampled_from((0, 0, 0, 1, 1, 2)),
    st.sampled_from((0, 0, 0, 1, 2)),
    st.sampled_from((0, 0, 1)),
    st.sampled_from((0, 0, 0, 1, 2)),
)
CITED = st.sampled_from((None, 0, 1, 1, 901, 902, 903))
ABOUT = st.sampled_from(
    ((MORATORIUM, RUSSIA), (), (MORATORIUM, RUSSIA), (MORATORIUM,), (MORATORIUM, ERITREA))
)


@st.composite
def _sets(draw: st.DrawFn) -> Record:
    """A print of questions, with or without its number."""
    heading, numbered = [draw(part) for part in HEADINGS], draw(st.booleans())
    asked, cites, about = draw(st.integers(1, 2)), draw(CITED), draw(ABOUT)
    paper = made.Paper()
    head = _headed(paper, Kind.WRITTEN_QUESTIONS, *heading, numbered)
    questions = tuple(Question(n, f"Vraag {n}?", paper.say(f"Vraag {n}?")) for n in range(1, asked + 1))
    mentions = tuple(Mention(one, Unit.QUESTION, 1, questions[0].span) for one in about)
    citations = _cited(paper, cites, Unit.QUESTION, 1)
    return replace(
        head, questions=questions, mentions=mentions, citations=citations, snapshot=paper.snapshot()
    )


@st.composite
def _replies(draw: st.DrawFn) -> Record:
    """An answer or a notice, which tells of its questions by number, by heading, or not at all."""
    number, notice, how = draw(st.integers(901, 903)), draw(st.booleans()), draw(st.sampled_from("nhsb"))
    heading, cites, see = [draw(part) for part in HEADINGS], draw(CITED), draw(CITED)
    received, words, about = draw(st.integers(1, 28)), draw(st.sampled_from(MESSAGES)), draw(ABOUT)
    herdruk = draw(st.sampled_from(("", "", "", "-h1")))
    paper = made.Paper()
    kind = Kind.DELAY_NOTICE if notice else Kind.ANSWER
    head = _headed(paper, kind, *heading, numbered=how in "ns")
    if how in "nb":
        head = replace(head, subject=None, submitted=None, askers=(), addressees=())
    name = f"ah-tk-20292030-{number}{herdruk}"
    citations = _cited(paper, cites, Unit.DOCUMENT, 0)
    start = len(paper.text)
    paper.say("Antwoord van Minister Zandstra (Asiel en Migratie) op de vragen die gesteld zijn. Zie ook ")
    pointed = _cited(paper, see, Unit.DOCUMENT, 0)
    span = type(paper.say("."))(start, len(paper.text) - 1)
    answers = (
        () if notice else (Answer((1,), "Ja.", paper.say("Ja.")), Answer((2,), "Nee.", paper.say("Nee.")))
    )
    if how == "b":
        answers = ()
    acts = (Act("extend", f"Verlengd, {number}.", "2030-01-20"),) if about else ()
    return replace(
        head,
        identifier=Read(name, paper.say(name)),
        received=Read(date(2030, 2, received), span),
        heading=span,
        answers=answers,
        citations=(*citations, *pointed),
        wording=Read(words, span) if notice else None,
        papers=(PaperRef("19637", "3", span),) if notice else (),
        decisions=tuple(act.on(paper, Unit.ANSWER, 1) for act in acts if answers),
        snapshot=paper.snapshot(),
    )


def row(  # noqa: PLR0913 - a row has as many columns
    case: int,
    subject: int = 0,
    day: int = 0,
    askers: int = 0,
    *,
    documents: tuple[str, ...] = (),
    modified: str = "2030-01-09T00:00:00Z",
) -> Record:
    """The row of a case, with the ids of the replies that the register lists there."""
    paper = made.Paper()
    head = _headed(paper, Kind.WRITTEN_QUESTIONS, case, subject, day, askers, numbered=True)
    facts = CaseFacts(CASES[case], named=bool(head.askers), documents=documents)
    entry = RegisterEntry(iris.register_entry(ZAAK, CASES[case]), modified)
    return replace(head, addressees=(), case=facts, entry=entry, snapshot=paper.snapshot(ROW))


@st.composite
def _rows(draw: st.DrawFn) -> Document:
    """The row of a case, or that it was taken out of the register."""
    case, subject, day, askers = (draw(part) for part in HEADINGS)
    listed = draw(st.sets(st.integers(901, 903), max_size=2))
    month, gone = draw(st.integers(1, 9)), draw(st.sampled_from((False, False, False, True)))
    modified = f"2030-0{month}-01T00:00:00Z"
    if not gone:
        documents = tuple(f"ah-tk-20292030-{number}" for number in sorted(listed))
        return row(case, subject, day, askers, documents=documents, modified=modified)
    entry = iris.register_entry(ZAAK, CASES[case])
    text = f"{entry} {modified}"
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Removal(entry, modified, Snapshot(sha, ROW, "made by hand", text))


@st.composite
def _listed(draw: st.DrawFn) -> Record:
    """The row of an answer, which does not say to which questions."""
    number, month, received = draw(st.integers(901, 903)), draw(st.integers(1, 9)), draw(st.integers(1, 28))
    paper = made.Paper()
    name = f"ah-tk-20292030-{number}"
    return Record(
        Kind.ANSWER,
        identifier=Read(name, paper.say(name)),
        received=Read(date(2030, 2, received), paper.say("ontvangen")),
        entry=RegisterEntry(iris.register_entry("Document", name), f"2030-0{month}-01T00:00:00Z"),
        snapshot=paper.snapshot(ROW),
    )


@st.composite
def _letters(draw: st.DrawFn) -> Record:
    """A letter on policy: a decision, a report, a promise, or that one is kept; at times a reply."""
    number, day = draw(st.integers(1, 3)), draw(st.sampled_from(("2030-01-10", "2030-01-30", "2030-06-01")))
    kind = draw(st.sampled_from(("introduce", "extend", "end")))
    country = draw(st.sampled_from(("RUS", "RUS", "ERI", None)))
    decides, tells, keeps = (draw(OFTEN) for _ in range(3))
    told, expects = draw(st.sampled_from(("2030-01-05", ""))), draw(st.booleans())
    promised, cites = draw(st.sets(st.sampled_from(PROMISES), max_size=1)), draw(st.integers(1, 3))
    by_day, replies = draw(st.booleans()), draw(st.sampled_from((None, None, 0, 1)))
    paper = made.Paper()
    acts: Sequence[Act] = ()
    if decides:
        acts = (Act(kind, f"Besluit {kind}.", day, country=country, cites=(str(cites),) if by_day else ()),)
    plain = letters.letter(str(number), day, *acts)
    paper.say(plain.snapshot.text)
    period = letters_period() if expects else None
    reports = (letters.report(paper, "Het ambtsbericht.", told, None if told else period),) if tells else ()
    kept = ()
    if keeps:
        span = paper.say("Hiermee doe ik mijn toezegging gestand van opvang en uitvoering van het verdrag.")
        named = () if by_day else (PaperRef("19637", str(cites), span),)
        kept = (Fulfilment(span, cites=named, promised_on=date(2030, 1, 10) if by_day else None),)
    made_ = tuple(Commitment(words, paper.say(words)) for words in sorted(promised))
    assert plain.dated
    record = replace(
        plain,
        sender=Post("Minister van Asiel en Migratie", plain.dated.span),
        reports=reports,
        commitments=made_,
        fulfilments=kept,
        snapshot=paper.snapshot(),
    )
    if replies is not None:
        record = replace(
            record,
            case_number=Read(CASES[replies], plain.dated.span),
            questions=(Question(1, "Vraag 1?", paper.say("Vraag 1?")),),
        )
        record = replace(record, snapshot=paper.snapshot())
    return record


def letters_period() -> letters.Period:
    return letters.Period(date(2030, 4, 1), date(2030, 6, 30), "2030-Q2")


@st.composite
def _motions(draw: st.DrawFn) -> Record:
    number, day, about = draw(st.integers(1, 4)), draw(st.integers(1, 28)), draw(ABOUT)
    return letters.motion(str(number), f"2030-01-{day:02}", f"verzoekt, {number}", about)


def _walk(documents: st.SearchStrategy[Document]) -> st.SearchStrategy[list[dict[str, Document]]]:
    first = st.fixed_dictionaries(dict.fromkeys(NAMES, documents))
    later = st.dictionaries(st.sampled_from(NAMES), documents, min_size=1, max_size=2)
    return st.tuples(first, st.lists(later, min_size=3, max_size=5)).map(lambda both: [both[0], *both[1]])


NAMES = "abcdefg"
JOINED = _walk(st.one_of(_sets(), _replies(), _replies(), _rows(), _listed()))
"""Files that are loaded together, one time after another; a file of a known name takes its place.

They belong together: sets, replies, and the rows of a register that tell of them."""
SPOKEN = _walk(st.one_of(_letters(), _letters(), _letters(), _motions(), _sets(), _replies()))
"""The same of files that speak of policy."""
