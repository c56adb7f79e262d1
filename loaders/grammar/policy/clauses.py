"""The part of a sentence that each verb governs, and which words are verbs of a measure at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from loaders.grammar.policy.events import Event, Form
from loaders.grammar.policy.scene import Scene
from loaders.grammar.policy.verbs import HOLDING

__all__ = ["counted", "embedded", "segments"]

_BREAK = re.compile(
    r"(?P<strong>;\s|,\s+(?:en|maar|waarna|waarop|terwijl|dat|die|welke?|hetgeen|wat|alsmede"
    r"|respectievelijk)\s"
    r"|\sen\s+(?=(?:op|per|met\s+ingang|in\s+\w+\s+\d{4}|is|zijn|was|werd|werden|wordt|worden|heb|heeft"
    r"|nogmaals|vervolgens"
    r"|daarna|nadien|later|thans|nu|tevens|tegelijkertijd|om|het|de|een|dit|deze|laatstelijk|verleng"
    r"|stel|beëindig)\b))"
    r"|(?P<weak>,\s|\s(?:en|maar|alsmede|waarna)\s)",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\s+(?:\w+\s+)?(?:maand|maanden|jaar|jaren|week|weken|periode|dagen|tijd|zomer|voorjaar|najaar"
    r"|winter|half|\w+dag)\b"
)
"""What "afgelopen" goes before where it is no verb."""
_INTO = re.compile(r"\s+op\s+(?:de|het|mijn|uw|deze)\b")
"""What "ingegaan" goes before where it is "gone into"."""
_COMPLEMENT = re.compile(r"\s+(?:van|uit)\s+(?:de|het|deze)\s+")
"""What joins a verb to a noun that is its object: "uit te zonderen van de aanwijzing"."""
_NOUN_PHRASE = re.compile(
    r"\b(?:het|de|dit|deze|beide|een)\s+(?=(?:op|bij|sinds|sedert|per|met|in|vanaf|door|eerder|onlangs|reeds|voor"
    r"|tot|ten|inmiddels|destijds|thans|tijdelijk|laatstelijk|\d))",
    re.IGNORECASE,
)
"""Where "het op 29 juni 2022 ingestelde besluitmoratorium" opens."""
_PAPER = re.compile(r"[^,;.()]{0,90}\([^()]{0,80}Kamerst[^()]{0,80}\)")
"""A paper right after such a noun phrase."""
_INDEFINITE = re.compile(r"\been\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_BACK, _ARTICLE = 160, 24
_REACH = 60
"""Letters from an attributive participle to the end of its measure, at most."""


def segments(text: str, sentence: tuple[int, int], events: list[Event]) -> Iterator[tuple[int, int]]:
    """A stretch of the sentence for each event: it ends at the break that parts it from the next."""
    low = sentence[0]
    for event, following in pairwise(events):
        high = max(event.end, following.start)
        breaks = [
            match
            for match in _BREAK.finditer(text, event.end, high)
            if text.count("(", event.end, match.start()) <= text.count(")", event.end, match.start())
        ]
        cut = next((match for match in breaks if match["strong"]), breaks[0] if breaks else None)
        end = cut.start() + cut[0].startswith((",", ";")) if cut else event.end
        yield low, end
        low = end
    yield low, sentence[1]


def embedded(scene: Scene, event: Event, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The stretch of what only describes a measure: "het toen ingestelde", "dat sinds … geldt"."""
    if event.opens is not None:
        return event.opens, event.end
    if event.form is not Form.PARTICIPLE or not event.past:
        return None
    low = max(
        (match.start() for match in _NOUN_PHRASE.finditer(scene.text, sentence[0], event.start)), default=None
    )
    paper = _PAPER.match(scene.text, event.end, sentence[1])
    return sentence[0] if low is None else low, paper.end() if paper else event.end


def counted(scene: Scene, events: Iterable[Event]) -> list[Event]:
    """Events without the words that are none, and without nouns that are a verb's object."""
    kept: list[Event] = []
    for event in events:
        object_ = (
            kept and event.form is Form.NOUN and _COMPLEMENT.fullmatch(scene.text[kept[-1].end : event.start])
        )
        if not object_ and _counts(scene, event):
            kept.append(event)
    return kept


def _counts(scene: Scene, event: Event) -> bool:
    """Whether a word is an event at all: "afgelopen maand" is none, "ingestelde" only before a measure."""
    words = scene.text[event.start : event.end].casefold()
    if words == "afgelopen" and _LAST.match(scene.text, event.end):
        return False
    if words == "ingegaan" and _INTO.match(scene.text, event.end):
        return False
    if event.form is Form.BARE and words in HOLDING:
        here = scene.within(scene.instruments, max(scene.start, event.start - _BACK), event.start)[-1:]
        apart = here and "." in scene.text[here[0].end : event.start]
        lead = scene.text[max(0, here[0].start - _ARTICLE) : here[0].start] if here else ""
        return not apart and bool(_INDEFINITE.search(lead))
    if event.form is Form.PARTICIPLE and event.past and event.opens is None:
        return bool(scene.within(scene.instruments, event.end, event.end + _REACH))
    return True
