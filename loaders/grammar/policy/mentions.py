"""Mentions: which instruments, countries, topics, organisations and people a document names, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from loaders.grammar.policy.claims import claims
from loaders.grammar.policy.finding import Found, domains_of, find_named
from loaders.grammar.policy.persons import persons
from loaders.grammar.policy.zones import Zone, people_spans, text_zones, title_spans
from loaders.grammar.view import View
from ontology.records import Kind, Mention, Record, Span, Unit

__all__ = ["with_mentions", "with_title_mentions"]


def with_mentions(view: View, record: Record) -> Record:
    """The record with what it names in its title and its text, and with what government says of countries.

    Of proceedings only the subject is read: what is said in a debate is not said by one document.
    """
    titles = title_spans(record)
    if record.kind is Kind.PROCEEDINGS:
        return replace(record, mentions=tuple(_in_titles(record, titles)))
    zones, found = text_zones(view, record), find_named(view.text)
    printed = [span for span in titles if _printed(view, span)]
    people = [_range(view, span) for span in people_spans(record)]
    own = {*(one.name for one in record.askers), *(one.name for one in record.responders)}
    others = tuple(persons(view, zones, found, people, own))
    heads = _places(_range(view, span) for span in printed)
    barred = _places((*people, *(_range(view, other.span) for other in others))) | heads
    spoken = [(one, zone) for one, zone in _zoned(found, zones) if one.start not in barred]
    named = [
        *_in_titles(record, [span for span in titles if span not in printed], domains_of(found)),
        *(
            Mention(one.concept, Unit.DOCUMENT, 0, view.span(one.start, one.end), title=True)
            for one in found
            if one.start in heads
        ),
        *(Mention(one.concept, zone.unit, zone.place, view.span(one.start, one.end)) for one, zone in spoken),
    ]
    return replace(
        record,
        mentions=tuple(dict.fromkeys(named)),
        persons=others,
        claims=tuple(claims(view, record, spoken)),
    )


def with_title_mentions(record: Record) -> Record:
    """The record of a catalogue, which has no text, with what its title names."""
    return replace(record, mentions=tuple(_in_titles(record, title_spans(record))))


def _in_titles(
    record: Record, spans: Sequence[Span], domains: AbstractSet[str] = frozenset()
) -> Iterator[Mention]:
    """What is named in titles that stand outside the running text, in the words of the format."""
    for title in spans:
        for one in find_named(record.snapshot.quote(title), domains):
            span = Span(title.start + one.start, title.start + one.end)
            yield Mention(one.concept, Unit.DOCUMENT, 0, span, title=True)


def _range(view: View, span: Span) -> tuple[int, int]:
    """A span of the text layer as a range of the running text."""
    return view.position(span.start), view.position(span.end)


def _printed(view: View, span: Span) -> bool:
    """Whether a span of the text layer is in the running text."""
    return span.end > span.start and view.flow.offset(view.position(span.start)) == span.start


def _zoned(found: Sequence[Found], zones: Sequence[Zone]) -> Iterator[tuple[Found, Zone]]:
    """What is found with the zone that it is in; of zones that are printed as one, the first."""
    starts = [zone.start for zone in zones]
    for one in found:
        last = bisect_right(starts, one.start) - 1
        if last >= 0 and one.start < zones[last].end:
            yield one, zones[bisect_left(starts, starts[last])]


def _places(ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Every place that is in one of some ranges, which are short."""
    return frozenset(place for start, end in ranges for place in range(start, end))
