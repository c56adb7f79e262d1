"""Every IRI that is minted, and nothing else mints one.

Functions return bare IRIs (no angle brackets) that are valid by construction: variable
parts are slugs, cleaned numbers or digests. The patterns are listed in `docs/ontology.md`.
What a document or set is called is decided in `ontology.identity`, re-exported here.
"""

from __future__ import annotations

from ontology.identity import (
    appendix_id,
    case_of,
    doc_id,
    heading_key,
    number_id,
    page_id,
    paper_id,
    set_doc_id,
    set_key,
)
from ontology.slugs import digest, normal_url, slug, squash

__all__ = [
    "BASE",
    "CONCEPT",
    "GRAPH",
    "ID",
    "PROV_GRAPH",
    "actor",
    "answer",
    "appendix_id",
    "auth_graph",
    "cabinet",
    "case",
    "case_graph",
    "case_of",
    "chains_graph",
    "citation_in_note",
    "citation_in_text",
    "claim",
    "commitment",
    "concept",
    "curated_graph",
    "curation",
    "decision",
    "doc_graph",
    "doc_id",
    "document",
    "dossier",
    "dossier_page",
    "failure",
    "file",
    "fulfilments_graph",
    "group",
    "heading_key",
    "incumbency",
    "join",
    "joins_graph",
    "load",
    "measure",
    "measures_graph",
    "membership",
    "mention",
    "ministry",
    "note",
    "number_id",
    "page",
    "paper_id",
    "participation",
    "period",
    "person",
    "person_tk",
    "person_wikidata",
    "persons_graph",
    "policy_graph",
    "post",
    "publisher",
    "question",
    "ref_graph",
    "register_entry",
    "removal_graph",
    "removal_id",
    "report",
    "reports_graph",
    "row",
    "set_doc_id",
    "set_key",
    "snapshot",
    "source",
    "span",
    "statement",
    "unresolved",
]

BASE = "https://w3id.org/kamergraaf/"
ID = f"{BASE}id/"
CONCEPT = f"{BASE}concept/"
GRAPH = f"{BASE}graph/"
PROV_GRAPH = f"{GRAPH}prov"
_DIGITS = 16
"""Hexadecimal digits of a hash that are enough to tell apart the copies of one document."""
TOOI = "https://identifier.overheid.nl/tooi/id/"
_REGISTER = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"
COUNTRY = "http://publications.europa.eu/resource/authority/country/"
_PAGES = "https://zoek.officielebekendmakingen.nl/"


def _again(nth: int) -> str:
    return f".{nth}" if nth > 1 else ""


def document(doc: str) -> str:
    """A document by its id: `…/id/doc/nl/ah-tk-20242025-546`."""
    return f"{ID}doc/nl/{number_id(doc)}"


def page(doc: str) -> str | None:
    """Page of a document at officielebekendmakingen.nl; None for an id that is not official."""
    official = page_id(doc)
    return f"{_PAGES}{number_id(official)}.html" if official else None


def dossier(number: str) -> str:
    """A dossier with its suffix: `…/id/dossier/nl/36600-VII`."""
    return f"{ID}dossier/nl/{number_id(number)}"


def dossier_page(number: str) -> str:
    """Page of a dossier at officielebekendmakingen.nl."""
    return f"{_PAGES}dossier/{number_id(number)}"


def case(number: str) -> str:
    """A case of the House by its number: `…/id/case/nl/2024Z18566`."""
    return f"{ID}case/nl/{number_id(number)}"


def register_entry(kind: str, key: str) -> str:
    """A row in the open data of the House: `…/OData/v4/2.0/Zaak(5b0be968-…)`."""
    return f"{_REGISTER}{number_id(kind)}({number_id(key).lower()})"


def question(key: str, number: int, nth: int = 1) -> str:
    """Question of a set; `nth` counts a number that is printed more than once."""
    return f"{ID}question/nl/{number_id(key)}/{number}{_again(nth)}"


def answer(doc: str, numbers: tuple[int, ...], nth: int = 1) -> str:
    """Answer block by the questions it answers: `…/id/answer/nl/ah-tk-20242025-546/2-3`."""
    group_ = "-".join(map(str, numbers)) or "none"
    return f"{ID}answer/nl/{number_id(doc)}/{group_}{_again(nth)}"


def note(doc: str, number: int, nth: int = 1) -> str:
    """Footnote of a document; `nth` counts a number that is printed more than once."""
    return f"{ID}note/{number_id(doc)}/{number}{_again(nth)}"


def citation_in_note(doc: str, number: int, nth: int, place: int) -> str:
    """The `place`-th reference, from 1, in a footnote."""
    return f"{ID}citation/{number_id(doc)}/fn/{number}{_again(nth)}/{place}"


def citation_in_text(doc: str, start: int, nth: int = 1) -> str:
    """Reference in running text, by the offset of its marker."""
    return f"{ID}citation/{number_id(doc)}/inline/{start}{_again(nth)}"


def participation(doc: str, role: str, place: int) -> str:
    """The `place`-th part, from 1, that someone has in a document in a role."""
    return f"{ID}participation/{number_id(doc)}/{slug(role)}/{place}"


def actor(doc: str, role: str, place: int) -> str:
    """A name in a document that is not resolved to a person."""
    return f"{ID}actor/{number_id(doc)}/{slug(role)}/{place}"


def post(label: str) -> str:
    """A post by its full label; `van` and `voor` make different posts."""
    return f"{ID}post/nl/{slug(label)}"


def group(name: str) -> str:
    """A parliamentary group by its name."""
    return f"{ID}group/nl/{slug(name)}"


def person_tk(guid: str) -> str:
    """A person by the id that the House of Representatives gives them."""
    return f"{ID}person/tk/{slug(guid)}"


def person_wikidata(number: str) -> str:
    """A person by Wikidata Q-number."""
    return f"{ID}person/wd/{number_id(number)}"


def person(name: str, birth_year: int | None) -> str:
    """A person whom no register gives a number: by full name and year of birth."""
    return f"{ID}person/nl/{slug(name)}{f'-{birth_year}' if birth_year else ''}"


def membership(of_group: str, of_person: str, start: str) -> str:
    """A seat in the House: by group, person and ISO date of its first day."""
    return f"{ID}membership/nl/{_tail(of_group)}/{_tail(of_person)}/{slug(start)}"


def incumbency(of_post: str, of_person: str, start: str) -> str:
    """The holding of a post: by post, person and ISO date of its first day."""
    return f"{ID}incumbency/nl/{_tail(of_post)}/{_tail(of_person)}/{slug(start)}"


def _tail(iri: str) -> str:
    return slug(iri.rstrip("/").rpartition("/")[2])


def cabinet(start: str) -> str:
    """A cabinet by the ISO date on which it was sworn in."""
    return f"{ID}cabinet/nl/{slug(start)}"


def publisher(name: str) -> str:
    """A publisher by its name."""
    return f"{ID}publisher/{slug(name)}"


def ministry(key: str) -> str:
    """A ministry: by TOOI code (`mnre1058`) the official IRI, else one by slug."""
    if key.startswith("mnre") and key[4:].isdigit():
        return f"{TOOI}ministerie/{key}"
    return f"{ID}ministry/nl/{slug(key)}"


def source(
    url: str | None, publisher_name: str | None = None, day: str | None = None, title: str = ""
) -> str:
    """A source outside parliament: by its address, else by publisher, ISO date and title."""
    normal = normal_url(url) if url else None
    if normal:
        return f"{ID}source/{digest(normal)}"
    key = "|".join((slug(publisher_name) if publisher_name else "", day or "", squash(title)))
    return f"{ID}source/{digest(key)}"


def unresolved(doc: str, text: str) -> str:
    """Something a document cites without enough to say what: it stays a thing of that document."""
    return f"{ID}unresolved/{number_id(doc)}/{digest(squash(text))}"


def snapshot(doc: str, sha256: str) -> str:
    """The exact bytes of a document that were read."""
    return f"{ID}snapshot/{number_id(doc)}/{number_id(sha256)[:_DIGITS]}"


def span(of_snapshot: str, start: int, end: int) -> str:
    """A stretch of the text of a snapshot: code points, half open, written as in RFC 5147."""
    return f"{of_snapshot}#char={start},{end}"


def concept(scheme: str, name: str) -> str:
    """A concept of one of the schemes in `ontology/concepts`."""
    return f"{CONCEPT}{slug(scheme)}/{slug(name)}"


def load(key: str) -> str:
    """One run of the loader."""
    return f"{ID}load/{number_id(key)}"


def file(name: str) -> str:
    """A file in the ledger, by the name under which it was given."""
    return f"{ID}file/{digest(name)}"


def row(sha256: str) -> str:
    """A row of a register in the ledger, by the hash of its bytes."""
    return f"{ID}row/{number_id(sha256)}"


def failure(source_name: str, sha256: str | None) -> str:
    """A document that could not be read: by its name and, where known, its bytes."""
    return f"{ID}failure/{digest('|'.join((source_name, sha256 or '')))}"


def doc_graph(doc: str) -> str:
    """Graph of what one document says."""
    return f"{GRAPH}doc/{number_id(doc)}"


def ref_graph(iri: str) -> str:
    """Graph that describes a thing several documents mention: `…/id/X` is described in `…/graph/ref/X`.

    Concepts stand under `ref/concept`, by a digest where they are of another namespace; countries under
    `ref/country`.
    """
    for prefix, place in ((ID, ""), (TOOI, ""), (CONCEPT, "concept/"), (COUNTRY, "country/")):
        if iri.startswith(prefix):
            return f"{GRAPH}ref/{place}{iri.removeprefix(prefix)}"
    return f"{GRAPH}ref/concept/{digest(iri)}"


def case_graph(number: str, part: str = "") -> str:
    """Graph of what the register says of a case, or of a part of it that not every row holds."""
    return f"{GRAPH}case/{number_id(number)}{part and f'/{slug(part)}'}"


def removal_graph(entry: str) -> str:
    """Graph that says that a row was taken out of its register."""
    return f"{GRAPH}removal/{removal_id(entry)}"


def removal_id(entry: str) -> str:
    """What the message that a row was taken out is called, as if it were a document."""
    return number_id(entry.removeprefix(_REGISTER))


def persons_graph(doc: str) -> str:
    """Graph of who the people of one document are found to be."""
    return f"{GRAPH}extract/persons/{number_id(doc)}"


def joins_graph(doc: str) -> str:
    """Graph of what one document is found to belong to."""
    return f"{GRAPH}extract/joins/{number_id(doc)}"


def join(doc: str, subject: str, predicate: str, target: str) -> str:
    """One fact of a joins graph, by the fact itself."""
    return f"{ID}join/{number_id(doc)}/{digest(f'{subject} {predicate} {target}')}"


def policy_graph(doc: str) -> str:
    """Graph of what one document, or one question set, says of policy: mentions, statements, commitments."""
    return f"{GRAPH}extract/policy/{number_id(doc)}"


def mention(doc: str, part: str, of_concept: str) -> str:
    """The naming of a concept in a passage."""
    return f"{ID}mention/{number_id(doc)}/{digest(f'{part} {of_concept}')}"


def statement(doc: str, key: str) -> str:
    """What a passage says of a decision or a report; `key` is what it says, and in which words."""
    return f"{ID}statement/{number_id(doc)}/{digest(key)}"


def commitment(doc: str, words: str) -> str:
    """A commitment by its words."""
    return f"{ID}commitment/{number_id(doc)}/{digest(squash(words))}"


def claim(doc: str, words: str) -> str:
    """A claim by its words."""
    return f"{ID}claim/{number_id(doc)}/{digest(squash(words))}"


def period(first: str, last: str) -> str:
    """The days from one ISO date to another, each of which may be empty."""
    return f"{ID}period/{slug(first) if first else 'open'}/{slug(last) if last else 'open'}"


def _of_country(instrument: str, country: str | None) -> str:
    return f"{_tail(instrument)}/{slug(country).upper() if country else 'all'}"


def measures_graph(instrument: str, country: str | None) -> str:
    """Graph of the measures that apply an instrument (IRI) to a country (ISO 3166-1 alpha-3)."""
    return f"{GRAPH}extract/measures/{_of_country(instrument, country)}"


def measure(instrument: str, country: str | None, start: str, group: str = "") -> str:
    """A measure: by instrument, country, the group it is for, and the ISO date of its beginning."""
    of_group = f"/{slug(group)}" if group else ""
    return f"{ID}measure/nl/{_of_country(instrument, country)}{of_group}/{slug(start) if start else 'open'}"


def decision(instrument: str, country: str | None, day: str, kind: str, group: str = "") -> str:
    """A decision on a measure: by instrument, country, group, ISO date and type."""
    of_group = f"/{slug(group)}" if group else ""
    dated = slug(day) if day else "open"
    return f"{ID}decision/nl/{_of_country(instrument, country)}{of_group}/{dated}/{slug(kind)}"


def reports_graph(country: str) -> str:
    """Graph of the reports on a country (ISO 3166-1 alpha-3)."""
    return f"{GRAPH}extract/reports/{slug(country).upper()}"


def report(kind: str, country: str, dated: str) -> str:
    """A country report: by kind, country and ISO date, or the label of the period in which it is expected."""
    return f"{ID}report/nl/{slug(kind)}/{slug(country).upper()}/{slug(dated)}"


def chains_graph(country: str) -> str:
    """Graph of what follows what by the measure that documents on a country share."""
    return f"{GRAPH}extract/chains/{slug(country).upper()}"


def fulfilments_graph(doc: str) -> str:
    """Graph of the commitments that one document fulfils."""
    return f"{GRAPH}extract/fulfilments/{number_id(doc)}"


def curated_graph(name: str) -> str:
    """Graph of what people decided: on `policies` or on `persons`."""
    return f"{GRAPH}curated/{slug(name)}"


def curation(key: str) -> str:
    """One taking in of what a person decided."""
    return f"{ID}curation/{number_id(key)}"


def auth_graph(name: str) -> str:
    """Graph of one authority set, such as a concept scheme."""
    return f"{GRAPH}auth/{slug(name)}"
