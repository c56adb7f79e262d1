"""Short names and plain facts of nodes, for drawings and tables that show a thing in one line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.edges import parts
from graph.names import COUNTRIES, names_of
from graph.results import plain
from ontology.iris import COUNTRY
from ontology.terms import PREFIXES, Kg, Org

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.protocol import Store

__all__ = ["KINDS", "describe"]

KINDS: tuple[str, ...] = (
    Kg.MOTION,
    Kg.COUNTRY_REPORT,
    Kg.QUESTION_DOCUMENT,
    Kg.ANSWER_DOCUMENT,
    Kg.DELAY_NOTICE,
    Kg.PARLIAMENTARY_PAPER,
    Kg.QUESTION,
    Kg.ANSWER,
    Kg.DOSSIER,
    Kg.ACTOR,
    Kg.PARLIAMENTARY_GROUP,
    Kg.MINISTRY,
    Kg.POLICY_MEASURE,
    Kg.POLICY_DECISION,
    Kg.POLICY_INSTRUMENT,
    Kg.COMMITMENT,
    f"{PREFIXES['foaf']}Person",
    Org.POST,
    Org.ORGANIZATION,
    Kg.DOCUMENT,
)
"""Classes of nodes, the telling ones first: a node of several classes counts as the first of them."""

_PATHS: dict[str, str] = {
    "type": "a",
    "number": "kg:questionNumber",
    "answered": "kg:answers/kg:questionNumber",
    "case": "kg:caseNumber",
    "appendix": "kg:appendixNumber",
    "year": "kg:parliamentaryYear",
    "dossier": "kg:inDossier?/kg:dossierNumber",
    "suffix": "kg:inDossier?/kg:dossierSuffix",
    "sequence": "kg:sequenceNumber",
    "identifier": "dcterms:identifier",
    "name": "foaf:name|skos:prefLabel",
    "party": "^eli-dl:had_participant_person/kg:partyLabel",
    "instrument": "kg:instrument/skos:prefLabel",
    "country": "kg:concernsCountry/skos:prefLabel",
    "group": "kg:targetGroup",
    "decides": "kg:decides/kg:instrument/skos:prefLabel",
    "decides_for": "kg:decides/kg:concernsCountry/skos:prefLabel",
    "decision": "kg:decisionType",
    "report": "dcterms:type/skos:prefLabel",
    "since": "kg:effectiveFrom",
    "said": "kg:statedBy/(kg:evidence/oa:hasSelector/oa:exact|kg:text)",
    "capacity": "^eli-dl:had_participant_person/kg:inCapacityOf/skos:prefLabel",
    "publisher": "dcterms:publisher/skos:prefLabel",
    "cited_publisher": "^cito:hasCitedEntity/kg:citedPublisher/skos:prefLabel",
    "date": "dcterms:dateSubmitted|kg:receivedOn|eli:date_document|kg:decidedOn",
    "cited_date": "^cito:hasCitedEntity/kg:citedDate",
    "title": "dcterms:title",
    "text": "kg:text|kg:delayReason",
    "cited_title": "^cito:hasCitedEntity/kg:citedTitle",
    "page": "foaf:page",
}
"""What is asked of each node, as SPARQL paths. Sources are described by those who cite them."""

_LABELS: tuple[tuple[str, str, str], ...] = (
    (Kg.QUESTION, "Vraag {number}", "Question {number}"),
    (Kg.ANSWER, "Antwoord {answered}", "Answer {answered}"),
    (Kg.ANSWER, "Antwoord", "Answer"),
    (Kg.QUESTION_DOCUMENT, "Vragen {case}", "Questions {case}"),
    (Kg.QUESTION_DOCUMENT, "Vragen van {day}", "Questions of {day}"),
    (
        Kg.ANSWER_DOCUMENT,
        "Aanhangsel {year}, nr. {appendix}",
        "Aanhangsel {year}, no. {appendix}",
    ),
    (Kg.ANSWER_DOCUMENT, "Antwoord van {day}", "Answer of {day}"),
    (Kg.DELAY_NOTICE, "Aanhangsel {year}, nr. {appendix}", "Aanhangsel {year}, no. {appendix}"),
    (Kg.DELAY_NOTICE, "Uitstel van {day}", "Delay of {day}"),
    (Kg.PARLIAMENTARY_PAPER, "Kamerstuk {dossier} nr. {sequence}", "Kamerstuk {dossier} no. {sequence}"),
    (Kg.DOSSIER, "Dossier {dossier}", "Dossier {dossier}"),
    (Kg.ACTOR, "{name} ({party})", "{name} ({party})"),
    (Kg.POLICY_MEASURE, "{instrument} {country} ({group})", "{instrument} {country} ({group})"),
    (Kg.POLICY_MEASURE, "{instrument} {country}", "{instrument} {country}"),
    (Kg.POLICY_MEASURE, "{instrument}", "{instrument}"),
    (Kg.POLICY_DECISION, "{decision}: {decides} {decides_for}", "{decision}: {decides} {decides_for}"),
    (Kg.POLICY_DECISION, "{decision}: {decides}", "{decision}: {decides}"),
    (Kg.COUNTRY_REPORT, "{report} {country}, {day}", "{report} {country}, {day}"),
    (Kg.COUNTRY_REPORT, "{report} {country}", "{report} {country}"),
    (Kg.DOCUMENT, "Aanhangsel {year}, nr. {appendix}", "Aanhangsel {year}, no. {appendix}"),
    (Kg.DOCUMENT, "{publisher}, {day}", "{publisher}, {day}"),
    (Kg.DOCUMENT, "{publisher}: {short}", "{publisher}: {short}"),
    (Kg.DOCUMENT, "{publisher}", "{publisher}"),
    (Kg.DOCUMENT, "{host}, {day}", "{host}, {day}"),
    (Kg.DOCUMENT, "{host}: {short}", "{host}: {short}"),
    ("", "{name}", "{name}"),
    ("", "{identifier}", "{identifier}"),
    ("", "{short}", "{short}"),
    ("", "{host}", "{host}"),
    ("", "{tail}", "{tail}"),
)
"""Class (any where empty) and label in Dutch and English: the first whose parts are all known is used."""

_DECISIONS = {
    "introduce": {"nl": "instelling", "en": "introduction"},
    "extend": {"nl": "verlenging", "en": "extension"},
    "amend": {"nl": "wijziging", "en": "amendment"},
    "end": {"nl": "beëindiging", "en": "end"},
    "announce": {"nl": "aankondiging", "en": "announcement"},
}
"""What a decision of a type is called."""

_MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_NAMED = ("instrument", "country", "decides", "decides_for", "report")
"""Parts of labels that are names of concepts, in the language of the label where they have one."""
_SHORT = 48
_OPENING = 600
"""Longest title in a label, and longest text in a description, in characters."""

Facts = dict[str, dict[str, list[str]]]
"""Values by name of the path, then by language (empty for none), sorted."""


def describe(store: Store, iris: Sequence[str]) -> dict[str, dict[str, str]]:
    """Describe each node as `graph.network.Network` promises, in the order given."""
    facts: dict[str, Facts] = {iri: {} for iri in iris}
    for part in parts(iris):
        nodes = " ".join(f"<{iri}>" for iri in part)
        for name, path in _PATHS.items():
            rows = store.select(
                f"{_prologue()}SELECT DISTINCT ?s ?v WHERE {{ VALUES ?s {{ {nodes} }} ?s {path} ?v }}"
            )
            for subject, value in rows:
                words = facts[plain(subject) or ""].setdefault(name, {})
                words.setdefault(getattr(value, "language", None) or "", []).append(plain(value) or "")
    return {iri: _node(iri, found) for iri, found in facts.items()}


@cache
def _prologue() -> str:
    return "".join(f"PREFIX {prefix}: <{base}>\n" for prefix, base in PREFIXES.items())


def _node(iri: str, facts: Facts) -> dict[str, str]:
    classes = set(_values(facts, "type"))
    kind = next((kind for kind in KINDS if kind in classes), min(classes, default=""))
    if iri.startswith(COUNTRY):
        kind = COUNTRIES
    names = names_of(kind)
    described = {
        "iri": iri,
        "label": _label(iri, kind, facts, "nl"),
        "label_en": _label(iri, kind, facts, "en"),
        "kind": kind,
        "kind_nl": names["nl"],
        "kind_en": names["en"],
        "date": _first(facts, "date", "cited_date", "since"),
        "title": _cut(_first(facts, "title", "text", "cited_title", "said", "capacity"), _OPENING),
        "page": _first(facts, "page"),
    }
    return {key: value for key, value in described.items() if value or key == "kind"}


def _label(iri: str, kind: str, facts: Facts, language: str) -> str:
    """Fill the first label of which all parts are known."""
    parts = {
        "number": _first(facts, "number"),
        "answered": _ranges(sorted({int(number) for number in _values(facts, "answered")})),
        "case": _first(facts, "case"),
        "appendix": _first(facts, "appendix"),
        "year": _first(facts, "year"),
        "dossier": "-".join(filter(None, (_first(facts, "dossier"), _first(facts, "suffix")))),
        "sequence": _first(facts, "sequence"),
        "identifier": _first(facts, "identifier"),
        "name": _first(facts, "name", language=language),
        "party": _first(facts, "party"),
        "group": _first(facts, "group"),
        "decision": _decision(_first(facts, "decision"), language),
        **{part: _first(facts, part, language=language) for part in _NAMED},
        "publisher": _first(facts, "publisher", "cited_publisher"),
        "day": _day(_first(facts, "date", "cited_date"), language),
        "short": _cut(_first(facts, "title", "cited_title", "text"), _SHORT),
        "host": (urlsplit(_first(facts, "page")).hostname or "").removeprefix("www."),
        "tail": iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1] or iri,
    }
    known = {key for key, value in parts.items() if value}
    for wanted, nl, en in _LABELS:
        template = nl if language == "nl" else en
        if wanted in {"", kind} and all(f"{{{key}}}" not in template or key in known for key in parts):
            return template.format_map(parts)
    return iri


def _decision(concept: str, language: str) -> str:
    return _DECISIONS.get(concept.rsplit("/", 1)[-1], {}).get(language, "")


def _values(facts: Facts, name: str, language: str = "nl") -> list[str]:
    """Give all values: in the language first, then without one, then others; sorted within each."""
    words = facts.get(name, {})
    order = sorted(words, key=lambda tag: (tag != language, tag != "", tag))
    return [value for tag in order for value in sorted(words[tag])]


def _first(facts: Facts, *names: str, language: str = "nl") -> str:
    return next((value for name in names for value in _values(facts, name, language)), "")


def _ranges(numbers: Sequence[int]) -> str:
    """Write `[2, 3, 4, 7]` as `2–4, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def _run(run: Sequence[int]) -> str:
    pair = 2
    return f"{run[0]}–{run[-1]}" if len(run) > pair else ", ".join(map(str, run))


def _day(iso: str, language: str) -> str:
    """Write `2023-01-15` as `15 januari 2023`; what is no full date gives nothing."""
    year, month, day = [*iso.split("-"), "", "", ""][:3]
    if not (month.isdigit() and day.isdigit() and 1 <= int(month) <= len(_MONTHS["nl"])):
        return ""
    return f"{int(day)} {_MONTHS[language][int(month) - 1]} {year}"


def _cut(text: str, longest: int) -> str:
    """Shorten at a space, with an ellipsis; white space becomes single spaces."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
