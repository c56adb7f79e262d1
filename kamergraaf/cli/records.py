"""Records as text for people, as JSON, and as one line of JSON each."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, TextIO

from kamergraaf.cli.console import clean
from ontology.plain import as_plain
from ontology.records import Failure, Record, Removal, Skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kamergraaf.reading import Item

__all__ = ["WRITERS"]

_WIDTH = 20


def _plain(item: Item) -> dict[str, Any]:
    if isinstance(item, Failure):
        return {"source": item.source, "error": {"code": item.code, "reason": item.reason}}
    if isinstance(item, Skip):
        return {"source": item.source, "left_aside": {"kind": item.code, "reason": item.reason}}
    if isinstance(item, Removal):
        return {"source": item.snapshot.source, "taken_out": {"entry": item.iri, "when": item.when}}
    return {"source": item.snapshot.source, **as_plain(item)}


def _lines(items: Iterable[Item], out: TextIO) -> int:
    failures = 0
    for item in items:
        out.write(json.dumps(_plain(item), ensure_ascii=False) + "\n")
        failures += isinstance(item, Failure)
    return failures


def _list(items: Iterable[Item], out: TextIO) -> int:
    failures, separator = 0, "[\n"
    for item in items:
        out.write(separator + json.dumps(_plain(item), ensure_ascii=False, indent=2))
        failures, separator = failures + isinstance(item, Failure), ",\n"
    out.write("\n]\n" if separator == ",\n" else "[]\n")
    return failures


def _text(items: Iterable[Item], out: TextIO) -> int:
    failures = 0
    for item in items:
        if isinstance(item, Failure):
            failures += 1
            out.write(f"{clean(item.source)}: not read: {clean(item.reason)} [{item.code}]\n\n")
        elif isinstance(item, Skip):
            out.write(f"{clean(item.source)}: left aside: {clean(item.code)}: {clean(item.reason)}\n\n")
        elif isinstance(item, Removal):
            when = f" on {item.when}" if item.when else ""
            out.write(f"{clean(item.snapshot.source)}: taken out of the register{when}: {item.iri}\n\n")
        else:
            out.write("\n".join([clean(item.snapshot.source), *_described(item), "", ""]))
    return failures


def _described(record: Record) -> Iterable[str]:
    """Each stated field as lines of `name  value`; what the document does not state is left out."""
    for name, value in as_plain(record).items():
        shown = [_LINES[name](part) for part in value] if name in _LINES else _shown(value)
        for line, text in enumerate(shown):
            label = name.replace("_", " ") if line == 0 else ""
            yield f"  {label:{_WIDTH}}{clean(text)}".rstrip()
    if record.mentions:
        yield f"  {'names':{_WIDTH}}{clean(_names(record))}"
    if record.persons:
        yield f"  {'persons':{_WIDTH}}{clean(_persons(record))}"
    for remark in record.remarks:
        place = f", page {record.snapshot.page(remark.span.start)}" if remark.span else ""
        yield f"  {'remark':{_WIDTH}}{clean(remark.message)} [{remark.code}{place}]"


def _names(record: Record) -> str:
    """What the document names, with how often; what the title names first: `Rusland (title, 3), COA (1)`."""
    from ontology.thesaurus import concepts  # noqa: PLC0415 - read only where something is named

    known = concepts()
    titled = {mention.concept for mention in record.mentions if mention.title}
    counted = Counter(mention.concept for mention in record.mentions)
    return ", ".join(
        f"{known[iri].nl} ({'title, ' if iri in titled else ''}{times})"
        for iri, times in sorted(counted.items(), key=lambda one: (one[0] not in titled, -one[1]))
    )


def _persons(record: Record) -> str:
    """Whom running text names, each once, with role and party: `lid Van Waard (SP), president Okkema`."""
    told = (
        f"{one.role or ''} {one.name}{f' ({one.party})' if one.party else ''}".strip()
        for one in record.persons
    )
    return ", ".join(dict.fromkeys(told))


def _shown(value: Any) -> list[str]:
    """One line a value; lists of numbers share a line, tables take a line a row."""
    if value is None or value in ([], {}):
        return []
    if isinstance(value, dict):
        if all(isinstance(part, list) for part in value.values()):
            return [f"{place}: {', '.join(map(str, part))}" for place, part in value.items()]
        return [", ".join(f"{part}" for part in value.values() if part is not None)]
    if not isinstance(value, list):
        return [str(value)]
    if all(isinstance(part, int) for part in value):
        return [", ".join(map(str, value))]
    return [line for part in value for line in _row(part)]


def _row(part: Any) -> list[str]:
    if isinstance(part, list):
        return ["-".join(map(str, part))]
    if isinstance(part, dict) and "text" in part:
        return [f"{part['number']}  {part['text']}"]
    return _shown(part)


def _decision(part: dict[str, Any]) -> str:
    """What is done to which instruments, for whom, when: `end vertrekmoratorium, RUS: from 2031-06-29`."""
    about = [", ".join(part["instruments"]), *filter(None, (part["country"], part["target_group"]))]
    days = (("decided", "decided_on"), ("from", "effective_from"), ("until", "effective_until"))
    said = [f"{word} {part[key]}" for word, key in days if part[key]]
    said += [f"cites {'-'.join(filter(None, paper.values()))}" for paper in part["cites"]]
    return f"{part['type']} {', '.join(about)}{': ' if said else ''}{', '.join(said)}"


def _report(part: dict[str, Any]) -> str:
    """Which report on which country, of when: `algemeen-ambtsbericht, RUS: dated 2023-03-31`."""
    days = (("dated", "date"), ("on the period from", "period_from"), ("until", "period_until"))
    said = [f"{word} {part[key]}" for word, key in (*days, ("expected", "expected")) if part[key]]
    about = ", ".join(filter(None, (part["kind"], part["country"])))
    return f"{about}{': ' if said else ''}{', '.join(said)}"


_LINES: dict[str, Callable[[dict[str, Any]], str]] = {"decisions": _decision, "reports": _report}
"""How a row of some tables is told in one line."""

WRITERS: dict[str, Callable[[Iterable[Item], TextIO], int]] = {
    "text": _text,
    "json": _list,
    "jsonl": _lines,
}
"""Writers by format; each gives the number of documents that could not be read."""
