"""Posts in government, one at a time: "de Ministers van X en voor Y" is two of them.

Portfolios come from the ministries vocabulary, so that "enVolksgezondheid, Welzijn en Sport"
(glued by a text layer) and "Asiel en migratie" (a slip) give the post they mean; a portfolio
that the vocabulary does not know is kept as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology import vocabulary

__all__ = ["ROLE", "FoundPost", "find_posts", "role_name"]

ROLE = r"(?:[Vv]ice-?\s?)?[Mm]inister-?\s?[Pp]resident|[Mm]inisters?|[Ss]taats-?\s?secretaris(?:sen)?"
_ROLE = re.compile(rf"(?:(?<![A-Za-z])|(?<=\bde)|(?<=\bvan))(?:{ROLE})(?![a-z])")
_TASK = re.compile(r"[Ss]taats-?\s?secretaris\s+(?=[A-ZÀ-Þ][a-z])(?![Vv]an\b|[Vv]oor\b)")
"""State secretaries bear the name of a task without "van"; of a minister it is a slip."""
_PREPOSITION = re.compile(r"\s*([Vv]an|[Vv]oor)(?![a-zà-ÿ])\s*")
_JOIN = re.compile(r"[\s,]*(?:\ben\b|,)?\s*(?:van\s+|de\s+|het\s+|mede\s+namens\s+)*", re.IGNORECASE)
_AND_PORTFOLIO = re.compile(r"\s*(?:,\s*)?(?:en|,)\s*(?P<prep>van|voor)?\s*", re.IGNORECASE)
_UNKNOWN_END = re.compile(
    rf"\s*(?:,\s*)?(?:\ben\s+(?:de\s+)?(?:van|voor|{ROLE})\b|,\s*(?:de\s+)?(?:van\s+|voor\s+|{ROLE}|mede\b|bij\b)|[(;]|$)"
)
_PART = re.compile(r"\s*[–-]\s+(?=[A-Z])")
_SAME_OFFICE = re.compile(r"\s*,?\s*(?:tevens\s+)?[Mm]inister\s+van\s+[Aa]lgemene\s+[Zz]aken")
_ABSENT = re.compile(r",?\s*bij\s+afwezigheid\s+van\s+(?:de\s+)?.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post in full and the place in the searched string that names it."""

    label: str
    start: int
    end: int


def role_name(printed: str) -> str:
    """`ministers` and `Staats-secretaris` as the singular title: Minister, Staatssecretaris."""
    word = re.sub(r"[-\s]", "", printed.casefold())
    if "president" in word:
        return "Vice-Minister-President" if word.startswith("vice") else "Minister-President"
    return "Staatssecretaris" if word.startswith("staats") else "Minister"


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    """One pattern for all portfolios, longest first, generous about spaces, commas and hyphens."""
    names = sorted(vocabulary.portfolio_names(), key=len, reverse=True)
    loose = (
        re.sub(
            r"[\s\-]+|(?<=\w)(?=en\b)",
            r"[\\s-]*",
            re.sub(r",", ",?", re.escape(name).replace("\\ ", " ").replace("\\-", "-")),
        )
        for name in names
    )
    return re.compile(rf"(?:{'|'.join(loose)})(?![a-z])", re.IGNORECASE)


def _portfolio(text: str, position: int) -> tuple[str, int] | None:
    """Portfolio that begins at a position, in the vocabulary's spelling, and where it ends."""
    match = _known().match(text, position)
    if match is None:
        return None
    label = vocabulary.portfolio(match[0]) or match[0]
    part = _PART.match(
        text, match.end()
    )  # "Financiën – Fiscaliteit en Belastingdienst": a post within a ministry
    rest = _unknown(text, part.end()) if part else None
    return (f"{label} – {rest[0]}", rest[1]) if rest else (label, match.end())


def _unknown(text: str, position: int) -> tuple[str, int] | None:
    match = _UNKNOWN_END.search(text, position)
    end = match.start() if match else len(text)
    label = " ".join(text[position:end].split()).rstrip(" .,;")
    return (label, end) if label else None


def _with_ministry(text: str, task: tuple[str, int]) -> tuple[str, int]:
    """A state secretary's task and the ministry that is printed behind it."""
    preposition = _PREPOSITION.match(text, task[1])
    ministry = _portfolio(text, preposition.end()) if preposition else None
    return (f"{task[0]} van {ministry[0]}", ministry[1]) if ministry else task


def _label(role: str, preposition: str, portfolio: str) -> str:
    return f"{role} {preposition} {portfolio}" if preposition else f"{role} {portfolio}"


def find_posts(text: str) -> list[FoundPost]:
    """Every post that a phrase names, in order, each in full.

    >>> [post.label for post in find_posts("de Minister en Staatssecretaris van Financiën")]
    ['Minister van Financiën', 'Staatssecretaris van Financiën']
    """
    text = _ABSENT.sub("", text)
    found: list[FoundPost] = []
    waiting: list[re.Match[str]] = []
    position = 0
    while match := _ROLE.search(text, position):
        position = match.end()
        if "president" in match[0].casefold():
            office = _SAME_OFFICE.match(text, position)  # one post under two titles
            position = office.end() if office else position
            found.append(FoundPost(role_name(match[0]), match.start(), match.end()))
            continue
        waiting.append(match)
        preposition = _PREPOSITION.match(text, position)
        after = (
            preposition.end()
            if preposition
            else position + len(text[position:]) - len(text[position:].lstrip())
        )
        task = preposition is None and _TASK.match(text, match.start()) is not None
        reading = _portfolio(text, after) or (_unknown(text, after) if preposition or task else None)
        if reading is None:
            continue  # "de Minister en Staatssecretaris van X": the portfolio is still to come
        reading = _with_ministry(text, reading) if task else reading
        word = preposition[1].casefold() if preposition else "" if task else "van"
        position = _collect(text, waiting, word, reading, found)
        waiting = []
    return [post for index, post in enumerate(found) if post.label not in {p.label for p in found[:index]}]


def _collect(
    text: str, roles: list[re.Match[str]], word: str, reading: tuple[str, int], found: list[FoundPost]
) -> int:
    """Add a post for each role, then for each further portfolio of a plural role; where it ends."""
    portfolio, position = reading
    start = roles[0].start()
    found += [FoundPost(_label(role_name(role[0]), word, portfolio), start, position) for role in roles]
    role = roles[-1]
    plural = role[0].casefold().endswith(("ministers", "secretarissen"))
    while plural and (joint := _AND_PORTFOLIO.match(text, position)):
        further = _portfolio(text, joint.end()) or (_unknown(text, joint.end()) if joint["prep"] else None)
        if further is None:
            break
        word = (joint["prep"] or word).casefold()
        found.append(FoundPost(_label(role_name(role[0]), word, further[0]), joint.start(), further[1]))
        position = further[1]
    return position
