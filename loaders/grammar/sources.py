"""A note read as a source: publisher, day, title and address, where it states them.

Forms that drafters use, each a row of `source_forms.FORMS` tried in order:

    NOS, 15 januari 2023, Titel (nos.nl/…)             publisher, day, title
    De Telegraaf, «Titel», 27 september 2014           publisher, title, day
    Titel (KPMG, 20 oktober 2023)                      title, publisher, day
    Titel | Rubriek | Telegraaf.nl                     the title of a web page
    «Titel», NRC, 3 mei 2024                           title, publisher, day
    Titel – EenVandaag (avrotros.nl)                   title, publisher
    Advies van bureau op https://…                     title, address
    PBL, Klimaat- en Energieverkenning 2023            publisher, title
    Rapport van de Rekenkamer, «Titel», 3 mei 2024     kind of paper, publisher, title, day
    Jansen, P. e.a. (2024). «Titel», Tijdschrift       writers, title, publisher

A court's decision is cited by its ECLI, as a paper of the House is by its number: it has a day, no publisher.
A note that only explains, or that cites an official paper, has none of these; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.grammar import source_words as wording
from loaders.grammar.addresses import find_url, without_addresses
from loaders.grammar.dates import FoundDate, find_dates, first_date
from loaders.grammar.source_forms import FORMS, SourceParts, Words
from loaders.grammar.titles import TRIM, read_title

__all__ = ["SourceParts", "read_source"]


def read_source(text: str) -> SourceParts:
    """Read one note; where it holds two sources, the first."""
    first = _first_of_two(wording.TURNED_DATE.sub(r"(\2 \1)", " ".join(text.split())))
    url = find_url(first)
    official = wording.OFFICIAL.match(first) is not None
    words = _without_consulting(without_addresses(first))
    day = next(find_dates(words), None)
    if not official and wording.DECISION.match(words):
        return SourceParts(None, day.value if day else None, None, url)
    if official:
        return SourceParts(None, day.value if day else None, _after_official(words), url)
    parts = next((parts for form in FORMS if (parts := form(Words(words, day, url))) is not None), None)
    if parts is None:  # an explanation: only a day spelled out is the day of something
        return SourceParts(None, day.value if day and _is_of_source(words, day) else None, None, url)
    return replace(parts, url=url, date=day.value if day else None, publisher=_name(parts.publisher))


def _first_of_two(text: str) -> str:
    """A note up to the semicolon behind which another source begins, which has a day or an address too."""
    for match in wording.NEXT_SOURCE.finditer(text):
        parts = text[: match.start()], text[match.end() :]
        if all(first_date(part) or find_url(part) for part in parts):
            return parts[0]
    return text


def _without_consulting(words: str) -> str:
    """A note without the day on which the drafter looked at its source."""
    match = wording.CONSULTED.search(words)
    return words[: match.start()].rstrip(" ,.(") + words[match.end() :] if match else words


def _is_of_source(words: str, day: FoundDate) -> bool:
    """Whether a day in an explanation is spelled out, and not by when something is or was to be."""
    spelled = any(character.isalpha() for character in words[day.start : day.end])
    return spelled and not wording.BEFORE_NO_DAY_OF_SOURCE.search(words, 0, day.start)


def _name(publisher: str | None) -> str | None:
    name = (publisher or "").strip(TRIM)
    return name or None


def _after_official(words: str) -> str | None:
    """The title that some drafters put behind the number: "Kamerstuk 31 793 nr. 274. Verwachtingen …"."""
    match = re.search(r"nr\.?\s*\d{1,4}\.\s+(?P<title>[A-Z«][^.]{8,200})\.?$", words)
    return read_title(match["title"]) if match else None
