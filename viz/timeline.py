"""The timeline page: what was decided from when until when, and what was asked, answered and sent meanwhile.

One HTML file that needs no network. The drawing is inline SVG with every place computed beforehand, and the
account below it holds the same events in words, so that both can be read without any script; a small one
switches the language and shows what a mark stands for while it is pointed at.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from viz.assets import TEMPLATES, policy, text
from viz.drawing import safe_link
from viz.lanes import MARKS, Entry, draw
from viz.page import LANGUAGES, PageError
from viz.palette import STYLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.policies import Event

__all__ = ["render"]

_WIDTHS = {"wide": 1240.0, "medium": 760.0, "narrow": 358.0}
"""Names of the drawings, which the style sheet knows, and their widths."""
_MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip
_SHORT_MARCH = "mrt"
_DRAWN_AS = {
    "decision": STYLES["PolicyDecision"],
    "motion": STYLES["Motion"],
    "question": STYLES["QuestionDocument"],
    "delay": STYLES["DelayNotice"],
    "answer": STYLES["AnswerDocument"],
    "report": STYLES["CountryReport"],
    "letter": STYLES["ParliamentaryPaper"],
}
"""Colour and shape by kind of event: those of the network page."""


_NUMBERED = (
    (re.compile(r"/kst-([\w-]+)-(\w+)$"), "Kamerstuk {}, nr. {}"),
    (re.compile(r"/ah-tk-(\d{4})(\d{4})-(\w+)$"), "Aanhangsel {}-{}, nr. {}"),
)
"""Ids of published documents, and how they are cited."""
_BY_NUMBER = frozenset({"letter", "motion", "delay"})
"""Kinds of event whose titles say little beside the lane they are in."""


@dataclass(frozen=True, slots=True)
class _Account:
    """One event in words."""

    key: str
    event: Event
    page: str
    kinds: Mapping[str, str]
    """What it is, by language: of a decision what it does."""
    concepts: Sequence[Mapping[str, str]]
    titles: Mapping[str, str]
    hover: str
    """All in one line, in the language of the page: what a browser shows by itself."""

    @property
    def paper(self) -> str:
        """The document as it is cited, of a decision the one that records it; empty without a number."""
        iri = self.event.document or self.event.iri
        cited = [(pattern.search(iri), words) for pattern, words in _NUMBERED]
        return next((words.format(*found.groups()) for found, words in cited if found), "")

    @property
    def first(self) -> date:
        """Day at which it is drawn: of a decision the one from which it holds, of an end the day after."""
        if self.event.detail == "end" and self.event.end:
            return self.event.end + timedelta(days=1)
        return self.event.since or self.event.day


def render(
    events: Sequence[Event],
    title: Mapping[str, str],
    *,
    english: Mapping[str, str] | None = None,
    language: str = "nl",
) -> str:
    """Give the HTML of the page that shows events, in order of day, under a title by language.

    `english` gives the English names of instruments and countries by their Dutch ones. `language` is the
    one a reader sees first (`nl` or `en`). The same events give the same text.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only pages need it

    if language not in LANGUAGES:
        raise PageError(f"a page has no language '{language}'; choose one of {', '.join(LANGUAGES)}")
    accounts = [
        _account(f"e{number}", event, english or {}, language) for number, event in enumerate(events, 1)
    ]
    entries = [_entry(account) for account in accounts]
    counts: Counter[str] = Counter(event.kind for event in events)
    style, scripts = text("timeline.css"), (text("timeline.js"),)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=_day, month=_month)
    return environment.get_template("timeline.html.j2").render(
        title=title,
        language=language,
        words=_words(),
        policy=policy(scripts, style),
        style=style,
        scripts=scripts,
        drawn_as=_DRAWN_AS,
        kinds=[(kind, counts[kind]) for kind in ("decision", *MARKS) if counts[kind]],
        drawings={name: draw(entries, wide) for name, wide in _WIDTHS.items()} if entries else {},
        accounts={account.key: account for account in accounts},
        years=[
            (year, list(rows)) for year, rows in groupby(accounts, lambda account: account.event.day.year)
        ],
        dates=(events[0].day, max(event.end or event.day for event in events)) if events else None,
    )


@cache
def _words() -> dict[str, dict[str, str]]:
    """Give the words of the page itself, by language."""
    words: dict[str, dict[str, str]] = json.loads((TEMPLATES / "timeline.json").read_text(encoding="utf-8"))
    return words


def _account(key: str, event: Event, english: Mapping[str, str], language: str) -> _Account:
    words = {tag: _words()[tag] for tag in LANGUAGES}
    kinds = {tag: _kind(event, words[tag]) for tag in LANGUAGES}
    concepts = [{"nl": name, "en": english.get(name, name)} for name in event.concepts]
    titles = dict.fromkeys(LANGUAGES, event.title)
    if event.kind == "decision":
        group = f" ({event.group})" if event.group else ""
        titles = {tag: " ".join(names[tag] for names in concepts) + group for tag in LANGUAGES}
    parts = [_day(event.day, language), kinds[language], titles[language]]
    if event.quote:
        parts.append(f"«{' '.join(event.quote.split())}»")
    account = _Account(key, event, safe_link(event.page or ""), kinds, concepts, titles, " · ".join(parts))
    if account.paper and event.iri.endswith(f"/{event.title}"):  # without a title, it goes by its number
        return replace(account, titles=dict.fromkeys(LANGUAGES, account.paper))
    return account


def _kind(event: Event, words: Mapping[str, str]) -> str:
    if event.kind == "decision":
        return words[event.detail]
    return f"{words[event.kind]}, {words[event.detail]}" if event.detail else words[event.kind]


def _entry(account: _Account) -> Entry:
    event = account.event
    if event.kind != "decision":
        named = (
            dict.fromkeys(LANGUAGES, account.paper) if event.kind in _BY_NUMBER and account.paper else None
        )
        nl, en = (named or account.titles).values()
        return Entry(account.key, event.kind, event.detail, (), (), event.day, event.end, nl, en)
    group = (event.group,) if event.group else ()
    lanes = [(*(names[tag] for names in account.concepts), *group) for tag in LANGUAGES]
    return Entry(
        account.key, event.kind, event.detail, lanes[0], lanes[1], account.first, event.end,
        account.kinds["nl"], account.kinds["en"], account.paper,
    )  # fmt: skip


def _day(day: date, language: str) -> str:
    """Write a day in words."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def _month(day: date, language: str) -> str:
    """Write a month in short."""
    name = _MONTHS[language][day.month - 1]
    return f"{_SHORT_MARCH if name == 'maart' else name[:3]} {day.year}"
