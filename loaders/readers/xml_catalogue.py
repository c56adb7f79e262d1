"""Catalogue entries of the official publications: metadata.xml, SRU records, `meta` within OP-XML.

All three name the same things in other spellings: `OVERHEIDop.aanhangselNummer`,
`overheidwetgeving:aanhangselnummer`, `overheidop:aanhangselnummer`. A name that comes again is
another value; `17050;22343` in one value is two dossiers; a title may be typed twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from loaders.readers.stated import Stated
from loaders.readers.xml_parse import children, local, words
from ontology.records import Kind, Member, PaperRef, Read, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

__all__ = ["Entry", "dossier_number", "facts", "iso_date", "named_values"]

_RECORD_PARTS = ("originalData", "owmskern", "owmsmantel", "tpmeta", "oep", "opmeta")
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("antwoord", Kind.ANSWER),
    ("mededeling", Kind.DELAY_NOTICE),
    ("kamervragen zonder antwoord", Kind.WRITTEN_QUESTIONS),
    ("schriftelijke vragen", Kind.WRITTEN_QUESTIONS),
    ("motie", Kind.MOTION),
    ("brief", Kind.LETTER),
    ("handelingen", Kind.PROCEEDINGS),
    ("kamerstuk", Kind.PAPER),
)
"""How a type opens, and the kind it tells; earlier rows are more telling than later ones."""
_DELAY = re.compile(r"\b(?:uitstel|mededeling)\b", re.IGNORECASE)
_PREFIXES = {
    "kv": Kind.WRITTEN_QUESTIONS,
    "ah": Kind.ANSWER,
    "kst": Kind.PAPER,
    "h": Kind.PROCEEDINGS,
}
_EXTERNAL = re.compile(r"/(?P<id>(?:ah|kv|kst|h)-[\w-]+)/metadata\.xml$")
_PAPER = re.compile(r"^kst-(?P<dossier>\d{5}(?:-[A-Za-z0-9]+)*)-(?P<number>[A-Za-z0-9]+)$")
_PROCEEDINGS = re.compile(r"^h-[et]k-(?P<year>\d{8})-(?P<meeting>\d+)-")
_YEAR = re.compile(r"(\d{4})\D?(\d{4})")
_DOSSIER = re.compile(r"(?P<digits>\d{2}\s?\d{3})(?:[\s-]*(?P<suffix>[IVXLC]+|[A-Z]|\d{2})(?![\w]))?")
_TWICE = re.compile(r"(?P<title>.{8,}?)[\s;,.:/–-]*(?P=title)\W*", re.DOTALL)
_LONGEST_TITLE = 2000
_DATES: dict[Kind, tuple[str, ...]] = {
    Kind.PROCEEDINGS: ("datumvergadering", "date", "issued"),
    Kind.LETTER: ("datumbrief", "issued", "date"),
    Kind.MOTION: ("issued", "date"),
    Kind.PAPER: ("issued", "date"),
}
"""Names under which the date of a document stands, the surest first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value under its name, in lower case and without prefix; `span` is the place of the value."""

    name: str
    value: str
    span: Span

    def read(self) -> Read[str]:
        """The value with its place."""
        return Read(self.value, self.span)


def named_values(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Names as printed, and values, of `meta` and `metadata` elements or of a record's own elements."""
    metas = [meta for meta in children(root, "meta", "metadata") if meta.get("name")]
    if metas:
        yield from (
            (meta.get("name", ""), " ".join(meta.get("content", "").split()))
            for meta in metas
            if meta.get("content", "").strip()
        )
        return
    wrapped = [part for part in children(root, *_RECORD_PARTS) if local(part) != "originalData"]
    for part in wrapped:
        yield from ((local(leaf), words(leaf)) for leaf in part.iter("*") if not len(leaf) and words(leaf))


def facts(entries: Iterable[Entry]) -> Stated:
    """What the entries of one document state."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.name, []).append(entry)
    identifier = _identifier(found)
    kind = _kind(found, identifier)
    dossiers = tuple(
        Read(number, entry.span)
        for entry in found.get("dossiernummer", [])
        for part in re.split(r"[;,]", entry.value)
        if (number := dossier_number(part))
    )
    stated = Stated(
        kind,
        identifier,
        case_number=_squeezed(_first(found, "vraagnummer")),
        appendix_number=_number(_first(found, "aanhangselnummer")),
        parliamentary_year=_year(_first(found, "vergaderjaar")),
        title=_title(found),
        submitted=_day(_first(found, "datumindiening")),
        received=_day(_first(found, "datumontvangst")),
        dated=_day(_first(found, *_DATES.get(kind, ()))) if kind else None,
        paper=_paper(found, identifier, dossiers),
        dossiers=_distinct(dossiers),
        members=_members(found, "indiener"),
        recipients=_members(found, "ontvanger"),
    )
    return _of_meeting(stated)


def iso_date(printed: str) -> date | None:
    """The day of an ISO date or time; None for anything else."""
    try:
        return date.fromisoformat(printed.strip()[:10])
    except ValueError:
        return None


def dossier_number(printed: str) -> str | None:
    """`36 410 VII` and `36410-VII` as `36410-VII`; a number of the Kingdom, `(R 2181)`, is left out."""
    match = _DOSSIER.match(printed.strip())
    if match is None:
        return None
    digits = "".join(match["digits"].split())
    return f"{digits}-{match['suffix']}" if match["suffix"] else digits


def _first(found: dict[str, list[Entry]], *names: str) -> Entry | None:
    return next((found[name][0] for name in names if name in found), None)


def _identifier(found: dict[str, list[Entry]]) -> Read[str] | None:
    entry = _first(found, "identifier")
    if entry:
        return entry.read()
    external = _first(found, "externmetadatarecord")
    match = _EXTERNAL.search(external.value) if external else None
    if external is None or match is None:
        return None
    start = external.span.start + match.start("id")
    return Read(match["id"], Span(start, start + len(match["id"])))


def _kind(found: dict[str, list[Entry]], identifier: Read[str] | None) -> Kind | None:
    types = [entry.value.casefold() for entry in (*found.get("type", []), *found.get("subrubriek", []))]
    for opening, kind in _KINDS:
        if any(value.startswith(opening) for value in types):
            return kind
    prefix = identifier.value.partition("-")[0] if identifier else ""
    kind_by_prefix = _PREFIXES.get(prefix)
    title = _title(found)
    if kind_by_prefix is Kind.ANSWER and title and _DELAY.search(title.value):
        return Kind.DELAY_NOTICE
    return kind_by_prefix


def _title(found: dict[str, list[Entry]]) -> Read[str] | None:
    entry = _first(found, "documenttitel", "title")
    if entry is None:
        return None
    twice = _TWICE.fullmatch(entry.value) if len(entry.value) <= _LONGEST_TITLE else None
    title = twice["title"].rstrip(" ;,:") if twice else entry.value
    return Read(title, Span(entry.span.start, entry.span.start + len(title)))


def _squeezed(entry: Entry | None) -> Read[str] | None:
    return Read("".join(entry.value.split()), entry.span) if entry else None


def _number(entry: Entry | None) -> Read[int] | None:
    return Read(int(entry.value), entry.span) if entry and entry.value.isdecimal() else None


def _year(entry: Entry | None) -> Read[str] | None:
    match = _YEAR.fullmatch(entry.value) if entry else None
    return Read(f"{match[1]}-{match[2]}", entry.span) if entry and match else None


def _day(entry: Entry | None) -> Read[date] | None:
    day = iso_date(entry.value) if entry else None
    return Read(day, entry.span) if entry and day else None


def _paper(
    found: dict[str, list[Entry]], identifier: Read[str] | None, dossiers: tuple[Read[str], ...]
) -> PaperRef | None:
    match = _PAPER.match(identifier.value) if identifier else None
    if identifier and match:
        return PaperRef(match["dossier"], match["number"], identifier.span)
    number = _first(found, "ondernummer")
    if number and dossiers:
        return PaperRef(dossiers[0].value, number.value, number.span)
    return None


def _members(found: dict[str, list[Entry]], name: str) -> tuple[Member, ...]:
    entries = {entry.value: entry for entry in reversed(found.get(name, []))}
    return tuple(Member(entry.value, None, entry.span) for entry in reversed(entries.values()))


def _distinct(dossiers: tuple[Read[str], ...]) -> tuple[Read[str], ...]:
    return tuple({read.value: read for read in reversed(dossiers)}.values())[::-1]


def _of_meeting(stated: Stated) -> Stated:
    """Proceedings are numbered by year and meeting: `h-tk-20172018-70-3`."""
    identifier = stated.identifier
    match = _PROCEEDINGS.match(identifier.value) if identifier else None
    if identifier is None or match is None:
        return stated
    start = identifier.span.start
    year = Read(
        f"{match['year'][:4]}-{match['year'][4:]}",
        Span(start + match.start("year"), start + match.end("year")),
    )
    meeting = Read(int(match["meeting"]), Span(start + match.start("meeting"), start + match.end("meeting")))
    return replace(stated, parliamentary_year=stated.parliamentary_year or year, meeting=meeting)
