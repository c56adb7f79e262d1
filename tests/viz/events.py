"""Events made by hand, about an invented country."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.policies import Event

if TYPE_CHECKING:
    from graph.policies.timeline import Kind

__all__ = ["ENGLISH", "TITLE", "crowd", "event", "life"]

PAGES = "https://zoek.officielebekendmakingen.nl/"
ID = "https://w3id.org/kamergraaf/id/"
TITLE = {"nl": "Besluitmoratorium · Verwegië", "en": "Decision moratorium · Farawayland"}
ENGLISH = {"besluitmoratorium": "decision moratorium", "Verwegië": "Farawayland"}


def event(  # noqa: PLR0913 - those of an event
    kind: Kind,
    day: str,
    title: str,
    *,
    end: str | None = None,
    detail: str = "",
    quote: str | None = None,
    page: str | None = None,
    instrument: str = "besluitmoratorium",
    document: str = "",
    since: str | None = None,
    group: str = "",
) -> Event:
    name = title.lower().replace(" ", "-")
    iri = f"{ID}{kind}/{day}/{name}"
    return Event(
        date.fromisoformat(day), date.fromisoformat(end) if end else None, kind, title, iri, page,
        (instrument, "Verwegië"), quote, detail, date.fromisoformat(since) if since else None,
        f"{ID}doc/nl/{document}" if document else "", group,
    )  # fmt: skip


def life() -> list[Event]:
    """Two measures: introduced, extended, one of them ended early; and what was asked and said meanwhile."""
    both = ("besluitmoratorium", "vertrekmoratorium")
    said = "Ik stel een besluit- en vertrekmoratorium in voor de duur van zes maanden."
    first = [
        event("decision", "2030-06-29", "x", end="2030-12-28", since="2030-06-29", detail="introduce",
              quote=said, instrument=one, document="kst-99001-14", page=f"{PAGES}kst-99001-14.html")
        for one in both
    ]  # fmt: skip
    more = [
        event("decision", "2030-12-13", "x", end="2031-06-28", detail="extend", instrument=one,
              document="kst-99001-20", page=f"{PAGES}kst-99001-20.html", since="2030-12-29")
        for one in both
    ]  # fmt: skip
    return [
        *first,
        event("letter", "2030-06-29", "Moratorium voor Verwegië", page=f"{PAGES}kst-99001-14.html"),
        event("motion", "2030-09-27", "Motie over deserteurs", page=f"{PAGES}kst-99001-17.html"),
        *more,
        event("report", "2031-01-01", "ambtsbericht Verwegië", end="2031-03-31", detail="expected"),
        event("question", "2031-01-18", "Het terugsturen van dienstweigeraars", page=f"{PAGES}kv-1.html"),
        event("delay", "2031-02-08", "Uitstel"),
        event("answer", "2031-02-22", "Antwoord over dienstweigeraars", page=f"{PAGES}ah-1.html"),
        event("report", "2031-03-31", "algemeen ambtsbericht Verwegië"),
        event("decision", "2031-05-20", "x", detail="end", instrument="vertrekmoratorium"),
        event("decision", "2031-06-08", "x", detail="introduce", instrument="landgebonden asielbeleid",
              group="dienstplichtigen"),
        event("decision", "2031-06-10", "x", detail="announce", instrument="vertrekmoratorium"),
    ]  # fmt: skip


def crowd(number: int) -> list[Event]:
    """Many questions within a few weeks."""
    first = date(2031, 1, 6)
    days = [first + timedelta(days=place // 3) for place in range(number)]
    return [
        event("question", str(day), f"Vraag nummer {place} over een moratorium voor Verwegië")
        for place, day in enumerate(days)
    ]
