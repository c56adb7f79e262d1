"""A record as plain data: the archivist's form that `inspect` prints.

One dictionary a document, keys in a fixed order, dates in ISO form. What the document does not
state is None, [] or {}. A letter adds `paper`, `dated`, `from` and `title`, as other Kamerstukken and
proceedings do, and what it says of policy: `decisions` and `reports`, which an answer adds where it says
any; a motion adds `proposers` and `text`, proceedings add `meeting` and `speakers`. A catalogue's record
adds `dossiers`, `title` and `named_addressees`, persons whose post it does not name.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ontology.records import CountryReport, Decision, Kind, Member, PaperRef, Read, Record, RegisterEntry

__all__ = ["as_plain"]

_PAPERS = frozenset({Kind.LETTER, Kind.MOTION, Kind.PAPER, Kind.PROCEEDINGS})


def _value(read: Read[Any] | None) -> Any:
    if read is None:
        return None
    return read.value.isoformat() if isinstance(read.value, date) else read.value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _paper(paper: PaperRef) -> dict[str, str | None]:
    return {"dossier": paper.dossier, "number": paper.number}


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "type": decision.type.value,
        "instruments": list(decision.instruments),
        "country": decision.country,
        "target_group": decision.target_group,
        "decided_on": _day(decision.decided_on),
        "effective_from": _day(decision.effective_from),
        "effective_until": _day(decision.effective_until),
        "cites": [_paper(paper) for paper in decision.cites],
    }


def _report(report: CountryReport) -> dict[str, Any]:
    return {
        "kind": report.kind,
        "country": report.country,
        "date": _day(report.dated),
        "period_from": _day(report.period_from),
        "period_until": _day(report.period_until),
        "expected": report.expected.label if report.expected else None,
    }


def as_plain(record: Record) -> dict[str, Any]:
    """The record in the archivist's form, ready for JSON."""
    plain: dict[str, Any] = {
        "kind": record.kind.value,
        "identifier": _value(record.identifier),
        "case_number": _value(record.case_number),
        "appendix_number": _value(record.appendix_number),
        "parliamentary_year": _value(record.parliamentary_year),
        "subject": _value(record.subject),
        "submitted": _value(record.submitted),
        "received": _value(record.received),
        "askers": _members(record.askers),
        "addressees": [post.label for post in record.addressees],
        "responders": [
            {"name": person.name, "role": person.role, "ministry": person.ministry}
            for person in record.responders
        ],
        "on_behalf_of": [post.label for post in record.on_behalf_of],
        "questions": [question.number for question in record.questions],
        "answers": [list(answer.numbers) for answer in record.answers],
        "footnotes": [
            {
                "number": note.number,
                "publisher": note.publisher,
                "date": note.date.isoformat() if note.date else None,
                "title": note.title,
                "url": note.url,
                "text": note.text,
            }
            for note in record.notes
        ],
        "question_footnotes": {
            str(question.number): list(question.notes) for question in record.questions if question.notes
        },
        "answer_footnotes": {
            str(place): list(answer.notes) for place, answer in enumerate(record.answers, 1) if answer.notes
        },
        "papers": [_paper(paper) for paper in record.papers],
        "appendix_refs": [{"year": ref.year, "number": ref.number} for ref in record.appendix_refs],
        "case_refs": [ref.number for ref in record.case_refs],
    }
    if record.kind in _PAPERS:
        plain |= {
            "paper": _paper(record.paper) if record.paper else None,
            "dated": _value(record.dated),
            "from": record.sender.label if record.sender else None,
            "title": _value(record.title),
        }
    if record.kind is Kind.LETTER or record.decisions:
        plain["decisions"] = [_decision(decision) for decision in record.decisions]
    if record.kind is Kind.LETTER or record.reports:
        plain["reports"] = [_report(report) for report in record.reports]
    if record.kind is Kind.MOTION:
        plain |= {"proposers": _members(record.proposers), "text": _value(record.wording)}
    if record.kind is Kind.PROCEEDINGS:
        plain |= {"meeting": _value(record.meeting), "speakers": _members(record.speakers)}
    if record.catalogue or len(record.dossiers) > 1:
        plain["dossiers"] = [dossier.value for dossier in record.dossiers]
    if record.catalogue:
        plain |= {"title": _value(record.title), "named_addressees": _members(record.named_addressees)}
    if record.entry:
        plain |= _row(record, record.entry)
    return plain


def _row(record: Record, entry: RegisterEntry) -> dict[str, Any]:
    """What a row of a register says beside what a document can say."""
    plain: dict[str, Any] = {"register_entry": entry.iri, "modified": entry.modified}
    if entry.number:
        plain["document_number"] = entry.number
    if record.case:
        plain |= {
            "named_addressees": _members(record.named_addressees),
            "other_actors": [other.value for other in record.case.others],
            "closed": record.case.closed,
            "documents": list(record.case.documents),
            "dossiers": list(record.case.dossiers),
        }
    elif not record.kind.asks:
        plain["title"] = _value(record.title)
    return plain


def _members(members: tuple[Member, ...]) -> list[dict[str, str | None]]:
    return [{"name": member.name, "party": member.party} for member in members]
