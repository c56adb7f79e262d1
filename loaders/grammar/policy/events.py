"""Places in a sentence where a measure may be set up, prolonged, changed or ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from loaders.grammar.policy.verbs import (
    FINAL,
    FINITE,
    INFINITIVES,
    NOUNS,
    PARTICIPLES,
    STARTED,
    TE_INFINITIVES,
    WITH_LIST,
)
from ontology.records import DecisionType

__all__ = ["Event", "Form", "find_events"]


class Form(IntEnum):
    """The form of the word; of two readings of the same words the lower one holds."""

    TE = 0
    FINITE = 1
    STATE = 2
    """Words that say what becomes of a measure, of which it is the subject: "er komt een"."""
    PARTICIPLE = 3
    NOUN = 4
    BARE = 5


@dataclass(frozen=True, slots=True)
class Event:
    """A word of the tables at a place; that of a verb with a particle runs from one to the other."""

    form: Form
    type: DecisionType
    start: int
    end: int
    past: bool = False
    """Whether the words themselves put it in the past: "stelde in", "het ingestelde moratorium"."""
    starting: bool = False
    """Whether it tells that the measure began to hold: "is ingegaan"."""
    opens: int | None = None
    """Where what describes a measure within another clause opens: "dat sinds 1 juli geldt"."""


def _any(forms: Iterable[str]) -> str:
    return "|".join(form.replace(" ", r"\s+") for form in sorted(forms, key=len, reverse=True))


_TE = re.compile(rf"(?<![\w-])(?:{_any(TE_INFINITIVES)})\b", re.IGNORECASE)
_PARTICIPLE = re.compile(rf"(?<![\w-])(?P<word>{_any(PARTICIPLES)})(?P<bent>e)?\b", re.IGNORECASE)
_NOUN = re.compile(
    rf"(?<![\w-])(?P<lead>(?:het|tot|de|van|over|een|deze|met|op)\s+(?:(?!en\b|of\b|te\b"
    rf"|om\b)\w+\s+){{0,2}})?(?P<word>{_any(NOUNS)})\b(?P<of>\s+van\b)?",
    re.IGNORECASE,
)
_DECIDED_ON = re.compile(
    r"\b(?:besloten|besluit|besloot|besluiten|overgegaan|gekozen)(?:\s+(?:ik|wij"
    r"|het\s+kabinet))?(?:\s+\w+)?\s+(?:tot|voor)\s+(?P<what>een|het)\s+(?=\S*moratori|\S+\s+(?:en/of|en"
    r"|of)\s+\S*moratori|categoria)",
    re.IGNORECASE,
)
"""Deciding on a measure by its name alone: "besluit ik tot een besluitmoratorium"."""
_WILL_HOLD = re.compile(
    r"\b(?:besloten|besluit|besloot)(?:\s+(?:heb|heeft|is))?,?\s+dat\b[^.;]{0,160}?\b"
    r"(?P<what>(?:zal|zullen|gaat|gaan)\s+(?:gelden|ingaan|in\s+werking\s+treden)|komt|komen|geldt"
    r"|gelden)\b",
    re.IGNORECASE,
)
"""Deciding that a measure will hold."""
_THERE_COMES = re.compile(
    r"\b(?:er\s+(?:komt|komen|geldt|gelden)|(?:komt|komen)\s+er)\b(?=\s+(?:\S+\s+){0,8}?"
    r"(?:een\s|\w+moratori))"
    r"|\btreed(?:t|en)\s+(?:\S+\s+){0,5}?een\s+(?:\S+\s+){0,4}?in\s+werking\b"
    r"|\b(?:wordt|worden)\s+(?:\S+\s+){0,5}?een\s+(?:\S+\s+){0,4}?van\s+kracht\b"
    r"|\b(?:ik|wij|Nederland|het\s+kabinet)\s+(?P<runs>voer(?:en|t|de|den)?)\s+(?=[^.;]{0,60}?\bbeleid\s+van\b)|\bvoer(?:en|t|de|den)?\s+(?:ik|wij|Nederland|het\s+kabinet)\s+(?=een\s+beleid\b)"
    r"|\b(?:sinds|sedert)\s[^.;]{3,30}?\b(?:wordt|worden|werd|werden|hanteer|hanteert|voer|voert)\b"
    r"[^.;]{0,140}?\b(?:gevoerd|gehanteerd|toegepast)\b"
    r"|\bte\s+(?:gaan\s+)?voeren\b|\bte\s+gaan\s+(?:hanteren|toepassen)\b",
    re.IGNORECASE,
)
"""A measure comes: "er komt een besluitmoratorium"."""
_NO_LONGER = re.compile(
    r"\b(?:komt|komen|kwam|kwamen)\b[^.;]{0,80}?\bte\s+vervallen\b"
    r"|\b(?:geldt|gelden|gold|golden|is|zijn|was|waren)\s+(?:\S+\s+){0,6}?niet\s+(?:langer|meer)\b"
    r"(?:\s+van\s+(?:kracht|toepassing))?(?!\s+(?:nodig|mogelijk|voor|aan|te)\b)"
    r"|\b(?:komt|komen|kwam|kwamen)\b[^.;]{0,60}?\been\s+einde\b",
    re.IGNORECASE,
)
"""A measure ends: "komt te vervallen", "geldt niet langer", "aan … komt een einde"."""
_HELD = re.compile(
    r"\b(?:dat|die)\s(?=[^,;.]{0,60}?\b(?:sinds|sedert|vanaf|per|met\s+ingang\s+van|op)\s+(?:\w+dag\s+)?\d)[^;,.]{0,20}"
    r"(?:jl\.)?[^,;.]{0,80}?\b(?:van\s+kracht\s+(?:is|zijn|was|waren)(?:\s+geworden)?|geldt|gelden|gold|golden"
    r"|in\s+werking\s+(?:is|zijn|was)\s+getreden|van\s+kracht\s+werd(?:en)?|inging(?:en)?)\b"
    r"|\b(?:sinds|sedert|vanaf|per|met\s+ingang\s+van)\s+[^,;.]{3,30}?\s(?P<bent>geldende)\b",
    re.IGNORECASE,
)
"""Since when a measure holds, by the way: "dat sinds 1 juli geldt", "het sinds 1 juli geldende"."""
_BARE = re.compile(rf"(?<![\w-])(?:{_any(INFINITIVES)})\b", re.IGNORECASE)
_PAST = re.compile(r"(?:de|den|te|ten)$|^(?:hief|trok|trokken|wees|herzag|liet)$")
_SUBJECT = (
    r"(?:ik|wij|we|het\s+(?:vorige\s+)?kabinet|de\s+regering|(?:mijn"
    r"|onze)\s+(?:\w+\s+)?(?:ambts)?voorgang(?:er|ster)"
    r"|de\s+(?:toenmalige\s+)?(?:minister|staatssecretaris)(?:\s+van\s+[A-Z]\w+(?:\s+en\s+[A-Z]\w+)?)?)"
)
_PARTICLES: dict[str, list[tuple[str, DecisionType]]] = {}
for _form, _kind in FINITE.items():
    _PARTICLES.setdefault(_form.partition(" ")[0], []).append((_form.partition(" ")[2], _kind))
_FINITES = _any(_PARTICLES)
_FINITE = re.compile(
    rf"\b(?:{_SUBJECT}\s+(?:\w+\s+)?(?P<after>{_FINITES})|(?P<before>{_FINITES})\s+(?:\w+\s+)?{_SUBJECT}"
    rf"|en\s+(?P<also>{_FINITES})\s+(?:dit|deze|het|de|een|beide|daarom|derhalve|ook))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:ik|wij|we)\b", re.IGNORECASE)
_FINAL = re.compile(
    rf"\bdat\s+(?:ik|wij|het\s+kabinet)\b[^.;,]{{0,160}}?\b(?P<verb>{_any(FINAL)})\b", re.IGNORECASE
)
_NO_PARTICLE = (
    r"(?!\s+(?:te|de|het|een|uw|mijn|deze|die|dat|dit|hun|ons|onze|verband|geval|plaats|grond|basis|strijd"
    r"|werking|beginsel"
    r"|\d|[A-ZÀ-Þ]))"
)
"""What goes after a preposition, so that it is no particle."""
_NOMINAL = re.compile(r"(?:ing|ingen|tie|ties)$", re.IGNORECASE)
_LEADS = ("het", "tot het", "over het", "op het", "met het")
_LIST = re.compile(r"\blijst\b", re.IGNORECASE)


def find_events(text: str, start: int, end: int) -> list[Event]:
    """Every event of a stretch of text, in order, none overlapping."""
    found = sorted(_all(text, start, end), key=lambda event: (event.form, event.start))
    listed = _LIST.search(text, start, end)
    kept: list[Event] = []
    for event in found:
        beside = text[event.start : event.end].casefold() in WITH_LIST and not listed
        if not beside and all(_ends_apart(event, other) for other in kept):
            kept.append(event)
    return sorted(kept, key=lambda event: (event.start, event.end))


def _ends_apart(event: Event, other: Event) -> bool:
    """Whether two events do not share their words; a finite verb is its first word and its last."""
    if Form.FINITE in {event.form, other.form}:
        return event.end != other.end and event.start != other.start
    return event.end <= other.start or other.end <= event.start


def _all(text: str, start: int, end: int) -> Iterator[Event]:
    for match in _TE.finditer(text, start, end):
        yield Event(Form.TE, TE_INFINITIVES[_key(match[0])], *match.span())
    for match in _PARTICIPLE.finditer(text, start, end):
        word = _key(match["word"])
        yield Event(
            Form.PARTICIPLE,
            PARTICIPLES[word],
            *match.span(),
            past=bool(match["bent"]),
            starting=word in STARTED,
        )
    yield from _states(text, start, end)
    for match in _HELD.finditer(text, start, end):
        at = match.start("bent") if match["bent"] else match.end() - len(match[0].split()[-1])
        yield Event(
            Form.PARTICIPLE,
            DecisionType.INTRODUCE,
            at,
            match.end(),
            past=True,
            starting=True,
            opens=match.start(),
        )
    yield from _finite(text, start, end)
    for match in _NOUN.finditer(text, start, end):
        lead = (match["lead"] or "").casefold()
        if _NOMINAL.search(match["word"]) or match["of"] or lead.startswith(_LEADS):
            yield Event(Form.NOUN, NOUNS[_key(match["word"])], *match.span("word"))
    for pattern in (_DECIDED_ON, _WILL_HOLD):
        for match in pattern.finditer(text, start, end):
            yield Event(Form.NOUN, DecisionType.INTRODUCE, *match.span("what"))
    for match in _BARE.finditer(text, start, end):
        yield Event(Form.BARE, INFINITIVES[_key(match[0])], *match.span())


def _states(text: str, start: int, end: int) -> Iterator[Event]:
    for match in _THERE_COMES.finditer(text, start, end):
        form = Form.TE if match[0].casefold().startswith("te ") else Form.STATE
        yield Event(form, DecisionType.INTRODUCE, *match.span(), past="voerde" in match[0].casefold())
    for match in _NO_LONGER.finditer(text, start, end):
        past = match[0].casefold().startswith(("kwam", "gold", "was", "waren"))
        yield Event(Form.STATE, DecisionType.END, *match.span(), past=past)


def _finite(text: str, start: int, end: int) -> Iterator[Event]:
    for match in _FINAL.finditer(text, start, end):
        yield Event(Form.FINITE, FINAL[_key(match["verb"])], *match.span("verb"))
    for match in _FINITE.finditer(text, start, end):
        verb = match.lastgroup or "before"
        if verb == "also" and not _FIRST_PERSON.search(text, start, match.start()):
            continue
        word = match[verb].casefold()
        closings = [
            (closes, kind)
            for particle, kind in _PARTICLES[word]
            if (closes := _closing(text, particle, match, verb, end)) is not None
        ]
        if closings:
            closes, kind = min(closings)
            yield Event(Form.FINITE, kind, match.start(verb), closes, past=bool(_PAST.search(word)))


def _closing(text: str, particle: str, match: re.Match[str], verb: str, end: int) -> int | None:
    """Where a finite verb ends: with its particle, if it has one."""
    if not particle:
        return match.end(verb)
    words = particle.replace(" ", r"\s+")
    found = re.compile(rf"(?<![\w-]){words}\b{_NO_PARTICLE}").search(text, match.end(), end)
    return found.end() if found else None


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
