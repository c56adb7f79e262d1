"""Members who ask and office holders who sign, as the heading names them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from loaders.grammar.posts import ROLE, role_name

__all__ = ["FoundMember", "FoundResponder", "find_members", "find_responders", "mend_name"]

# Accents that a text layer prints beside their letter: "Kostic´", "Yes¸ilgöz".
_SPACING_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "¸": "\u0327", "ˇ": "\u030c", "˘": "\u0306"}
_ACCENT = re.compile(rf"([A-Za-z])\s?([{''.join(_SPACING_ACCENTS)}])")
_INTRODUCTION = re.compile(
    r"^\s*(?:(?:van\s+)?(?:het|de|den)\s*)?(?:(?:kamer)?(?:lid|leden)\s+)+", re.IGNORECASE
)
_OF_THE_HOUSE = re.compile(r"[\s,]*\bvan\s+(?:uw|de\s+Tweede)\s+Kamer\b.*", re.DOTALL)
"""What letters put behind the names: "van het lid X (P), van uw Kamer"."""
_SEPARATOR = re.compile(
    r"\s*,\s*(?:en\s+)?|\s+en\s+(?:(?:het\s+lid|de\s+leden|van\s+het\s+lid)\s+)?", re.IGNORECASE
)
_PARTY = re.compile(
    r"\(\s*(?P<all>(?:beide|alle)n?\s+)?(?P<party>[^()]*?(?:\([^()]*\))?[^()]*?)\s*(?:\)|$)", re.IGNORECASE
)
_GLUED_PARTICLE = re.compile(r"\b(van|de|den|der|ter|ten)(?=[A-Z])|\b(Van|De|Den|Der|Ter|Ten)(?=[A-Z])")
_RESPONDER = re.compile(
    # The head of government may sign without brackets: "Minister-President X, mede namens …".
    r"(?P<head>[Mm]inister-?\s?[Pp]resident)\s+(?!van\s|voor\s|en\s)(?P<alone>[^(),]{2,40}?)"
    rf"(?=\s*(?:,|$)|\s+(?:en\s+)?(?:van\s+)?(?:{ROLE})\s)"
    rf"|(?P<role>{ROLE})\s+(?!van\s|voor\s|en\s)(?P<name>[^()]{{2,60}}?)\s*\((?P<ministry>[^()]*)",
)
_TITLES = re.compile(
    r"^(?:(?:de\s+heer|mevrouw|mw\.|dhr\.|mr\.|drs\.|dr\.|ir\.|prof\.|ing\.)\s+)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundMember:
    """A member at [start, end) of the searched string; party as written."""

    name: str
    party: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundResponder:
    """Who signs, at [start, end): name, role in the singular, ministry as printed."""

    name: str
    role: str
    ministry: str | None
    start: int
    end: int


def mend_name(name: str) -> str:
    """A name without the breaks that text layers make: accents, spaces, glued particles.

    >>> mend_name("Kostic ´")
    'Kostić'
    """
    name = _ACCENT.sub(lambda match: match[1] + _SPACING_ACCENTS[match[2]], name)
    name = _GLUED_PARTICLE.sub(lambda match: f"{match[0]} ", unicodedata.normalize("NFC", name))
    return " ".join(name.split()).strip(" ,;.")


def find_members(text: str) -> list[FoundMember]:
    """Members with their parties; "(beiden P)" and "(allen P)" count for each name before it.

    >>> [(m.name, m.party) for m in find_members("de leden Kröger , Thijssen (beiden GL) en Dobbe (SP)")]
    [('Kröger', 'GL'), ('Thijssen', 'GL'), ('Dobbe', 'SP')]
    """
    found: list[FoundMember] = []
    text = _OF_THE_HOUSE.sub("", text)
    introduction = _INTRODUCTION.match(text)
    position = introduction.end() if introduction else 0
    for bracket in _PARTY.finditer(text):
        party = " ".join(bracket["party"].split()) or None
        found += _names(text, position, bracket.start(), party)
        position = bracket.end()
    found += _names(text, position, len(text), None)
    return found


def _names(text: str, start: int, end: int, party: str | None) -> list[FoundMember]:
    """The names in a stretch before one pair of brackets."""
    found = []
    while start < end:
        separator = _SEPARATOR.search(text, start, end)
        stop = separator.start() if separator else end
        raw = text[start:stop]
        introduction = _INTRODUCTION.match(raw)
        lead = introduction.end() if introduction else 0
        name = _TITLES.sub("", mend_name(raw[lead:]))
        if name and name.casefold() != "en":
            found.append(FoundMember(name, party, start + lead, start + len(raw.rstrip())))
        start = separator.end() if separator else end
    return found


def find_responders(text: str) -> list[FoundResponder]:
    """Everyone who signs: "Minister X (A) en van Minister Y (B)"; a missing bracket is forgiven."""
    return [
        FoundResponder(
            mend_name(match["alone"] or match["name"]),
            role_name(match["head"] or match["role"]),
            " ".join((match["ministry"] or "").split()).rstrip(" ,") or None,
            match.start(),
            match.end(),
        )
        for match in _RESPONDER.finditer(text)
    ]
