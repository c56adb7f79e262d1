"""Names of people as running text prints them after a role word: where they begin and where they end.

A name begins with a capital. Words in small letters belong to it only between capitals ("Thomas van der
Berg"), and what follows them must be no word that is known to be something else ("minister Jansen de Kamer").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.grammar.people import mend_name
from ontology import vocabulary

__all__ = ["FoundName", "names_at", "party_like"]

_HIGH = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞİŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘ"
_LOW = "[^\\W\\d_]"
_WORD = (
    rf"(?:(?:d['’]|O['’]|Mc|(?:al|el|ar|as|ad)-)?[{_HIGH}]{_LOW}*[a-zß-öø-ÿāăąćčďđēęěğıłńňōőœřśşšţťūůűźżžș]{_LOW}*"
    rf"(?:\s?[-–]\s?(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en)\s)*[{_HIGH}]{_LOW}+)*)"
)
_PARTICLE = "(?:van|de|der|den|ten|ter|von|zu|du|da|di|del|bin|la|’t|'t|in\\s[’']t|op\\sde[nr]?)"
_OPENING = (
    "(?:[Vv]an|[Dd]e[rn]?|[Tt]e[nr]|[Vv]on|[Ee]l|[Aa]l|[Ll][ae]|[Dd]u|[Dd][aio]s?|[’'][Tt]"
    "|[Ii]n\\s[’']t|[Oo]p)"
)
_INITIALS = rf"(?:(?:[{_HIGH}][a-z]?\.-?\s?)+)"
_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_NAME = re.compile(
    rf"{_INITIALS}?(?P<opening>(?:{_OPENING}{_SPACE})*|(?:Van|De|Den|Der|Ter|Ten)(?=[A-Z]))"
    rf"{_WORD}(?:{_SPACE}(?:{_PARTICLE}{_SPACE})*(?:(?:van|de|der|den)(?=[A-Z]))?{_WORD}){{0,3}}"
)
_TOKEN = re.compile(r"\s+")
_AHEAD = re.compile(r"\s?[-–](?=[a-z])|['’](?=[a-rt-z])|[A-Z]{2}")
"""What may not follow: the name would be part of a longer word."""
_GENITIVE = re.compile(r"['’]s?$")
_TITLES = re.compile(
    r"(?:(?:de\s+heer|mevrouw|mevr\.|mw\.|dhr\.|prof\.|dr\.|mr\.|drs\.|ir\.|ing\.|mr|dr|drs|het\s+lid)\s+)+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s?\(\s*(?P<all>(?:beiden?|allen?)\s+)?(?P<words>[^()]{1,60})\)")
_PARTY = re.compile(r"[A-Z][\w&+’'-]*(?:[ /-][A-Z]\w*){0,2}")
"""What a party that is not known may look like."""
_SEPARATOR = re.compile(r"\s*(?:/|,\s+en\s+|,\s+|\s+en\s?)\s*(?:het\s+lid\s+|mevrouw\s+|de\s+heer\s+)?")
_OTHER_WORDS = """
Aan Aanhangsel Afdeling Algemene Als Antwoord April Artikel Augustus Autoriteit Belastingdienst Bent Bij
Bron Bronnen Code Commissie Daarbij Daarnaast Dat De December Deelt Den Deze Die Dit Dossier Doet Door
Een Eerste En Er Europees Europese Februari Geachte Generaal Gemeente Groep Haag Handelingen Hebben Heeft
Herinnert Het Hoe Hof Hoge Hogeschool Hoofd Ik In Inclusief Indien Inspectie Internationale Is Januari
Juli Juni Kamer Kamerbrief Kamerlid Kamerstuk Kamerstukken Kan Kent Klopt Koning Koninklijke Koninkrijk
Kunt Landelijke Maart Mei Met Mijn Minister Ministerie Ministers Mogelijk Moet Motie Na Naar Nationaal
Nationale Nederland Nederlandse November Nr Oktober Om Omdat Ook Op Over Provincie Raad Republiek Rijks
September Sinds Staat Staatssecretaris Staten State Stichting Tijdens Tweede Uit Uitvoering Universiteit
Unie Van Vanuit Veel Verenigd Verenigde Volgens Voor Voorzitter Vraag Vragen Waarom Wanneer Wat Welke Wet
Wie Wilt Zal Ze Zie Zijn Zo
"""
_NO_NAME = frozenset(_OTHER_WORDS.split())
"""Words with a capital that open a sentence or name an institution; a name ends before them."""


_INSTITUTION = re.compile(
    r"(?:\w*(?:[Ss]tichting|[Uu]niversiteit|[Hh]ogeschool|[Cc]ommissie|[Ii]nstituut|[Ff]onds|[Bb]ank|[Dd]ienst|[Cc]entrum"
    r"|[Vv]ereniging|[Ff]ederatie|[Bb]ureau|[Dd]irectie|[Bb]ond|[Rr]aad|[Mm]inisterie|[Pp]artij)|Foundation|Institute|Team)"
)
"""The name of somebody may be part of that of an institution: "Koning Boudewijn Stichting"."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name at [start, end) of the searched text, with what is printed between brackets behind it."""

    name: str
    party: str | None
    bracket: str | None
    """What stands between the brackets, if that is no party that is known."""
    start: int
    end: int


def names_at(text: str, position: int, *, several: bool, surname: bool) -> list[FoundName]:
    """The name that begins at a position, after titles, and those that go on from it if there may be more.

    With `surname`, a name that is all family name is expected: "van" in small letters then ends it, unless
    another such word follows ("minister Van Weel van Justitie", "president Jan van der Zee").
    """
    found: list[FoundName] = []
    while True:
        titles = _TITLES.match(text, position)
        place = _name_at(text, titles.end() if titles else position, surname=surname)
        if place is None:
            return found
        bracket = _BRACKET.match(text, place[1])
        words = " ".join(bracket["words"].split()) if bracket else None
        party = words if words and vocabulary.party(words) else None
        found.append(FoundName(mend_name(text[slice(*place)]), party, None if party else words, *place))
        if bracket and bracket["all"]:
            found = [replace(one, party=one.party or party, bracket=one.bracket or words) for one in found]
        separator = _SEPARATOR.match(text, bracket.end() if bracket else place[1]) if several else None
        if separator is None:
            return found
        position = separator.end()


def party_like(words: str | None) -> bool:
    """Whether words between brackets look like a party that is not known."""
    return bool(words and _PARTY.fullmatch(words) and words.split()[0] not in _NO_NAME)


def _name_at(text: str, start: int, *, surname: bool) -> tuple[int, int] | None:
    match = _NAME.match(text, start)
    if match is None:
        return None
    end, lead = match.end(), match.end("opening")
    whole, words = False, 0
    for opens, closes in _words(text, lead, end):
        word = text[opens:closes]
        if _INSTITUTION.fullmatch(word):
            return None
        if word in _NO_NAME or _is_party(word):
            end = _cut(text, lead, opens)
            break
        if word in _LINKS:
            after = text[closes:end].split(maxsplit=1)
            single = word in {"van", "de"} and bool(after) and after[0] not in _LINKS
            single = single and text[:opens].rsplit(maxsplit=1)[-1] not in _LINKS
            if (surname and single) or whole:
                end = _cut(text, lead, opens)
                break
        else:
            words += 1
            whole = match.start("opening") < lead or opens > lead
    if end <= lead or _AHEAD.match(text, end):
        return None
    genitive = _GENITIVE.search(text, start, end)
    return start, genitive.start() if genitive else end


def _is_party(word: str) -> bool:
    """Whether a word is the name of a party, and not of the member whom a group of one is called after."""
    party = vocabulary.party(word)
    return party is not None and not party.label.startswith(("Lid ", "Groep "))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        gap = _TOKEN.search(text, start, end)
        yield start, gap.start() if gap else end
        start = gap.end() if gap else end


_LINKS = frozenset(("van", "de", "der", "den", "ten", "ter"))
_TAIL = re.compile(rf"(?:\s+{_PARTICLE})*\s*$")


def _cut(text: str, start: int, end: int) -> int:
    """End of a name before a word that is none, without the small words between."""
    tail = _TAIL.search(text, start, end)
    return tail.start() if tail else end
