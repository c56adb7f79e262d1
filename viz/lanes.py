"""Where everything stands in a drawing of a timeline: measures as lanes of bars, the rest as lanes of marks.

All is computed here, in pixels at scale 1, so that the page needs no script to be read. A drawing is made for
one width; a page holds several and shows the one that fits the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from viz.textwidth import fitted, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["MARKS", "Bar", "Drawing", "Entry", "Guide", "Lane", "Line", "Mark", "Tick", "draw"]

MARKS = ("motion", "question", "delay", "answer", "report", "letter")
"""Kinds of event that are marks, each in a lane of its own, from top to bottom."""

_SIZE, _NAMES = 12.0, 13.2
"""Height of letters, and that of letters as wide as those of strong names."""
_GUTTER, _ROOMY = 176.0, 700.0
"""Room for the names of lanes at the left, in drawings that are at least so wide; else names stand above."""
_RIGHT = 18.0
_AXIS, _NAME, _GAP = 34.0, 22.0, 12.0
"""Height of the axis, of a name above its lane, and between two lanes."""
_BAR, _BAR_ROW = 24.0, 31.0
_MARK, _MARK_ROW = 7.5, 25.0
"""Radius of a mark, and distance between two levels of them: room for a finger."""
_CLEAR, _TIGHT = 9.0, 3.0
"""Least distance between two marks on one level, and in a crowd."""
_LEVELS = 6
"""Levels of a lane on which every mark has a label; where more would be needed, some go without."""
_LONGEST = 250.0
"""Widest label of a mark."""
_TICK = 78.0
"""Least distance between two ticks that have a label."""
_STEPS = (1, 3, 6, 12, 24, 60, 120)
"""Months between ticks."""
_LEAST = timedelta(days=75)
"""Shortest time that a drawing covers."""
_YEAR = 12
_POINTS = frozenset({"end", "announce"})
"""Types of decision that keep nothing in force."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a drawing knows of one event."""

    key: str
    """Id of its account in the page."""
    kind: str
    """`decision`, or one of `MARKS`."""
    type: str
    """What a decision does (`introduce`, `extend`, `amend`, `end`, `announce`); empty for others."""
    lane: tuple[str, ...]
    """What the lane of a decision is called, line by line, in Dutch."""
    lane_en: tuple[str, ...]
    first: date
    last: date | None
    """Last day, inclusive; of a decision None where no end is known."""
    label: str
    label_en: str
    detail: str = ""
    """What is added to the label of a bar that has room for it."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis: the first of a month, in bold for that of a year."""

    x: float
    text_x: float
    """Middle of its label, which stays within the drawing."""
    day: date
    year: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A decision, from its first day to its last; without width a single day."""

    entry: Entry
    x: float
    y: float
    width: float
    open: bool
    text_x: float
    anchor: str
    """`start` or `end`."""
    inside: bool
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Any other event: the middle of its mark, and of the end of a period where it has one."""

    entry: Entry
    x: float
    y: float
    until: float | None
    text_x: float
    anchor: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a name; the first part of a name is strong."""

    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A strip across the drawing."""

    kind: str
    names: tuple[Line, ...]
    """Lines of its name in Dutch; empty for a lane of marks, which is named by its kind."""
    names_en: tuple[Line, ...]
    y: float
    height: float
    inner: float
    """Where its content begins: below a name that stands above it."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A line down the drawing from the day of a decision."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All parts of a drawing, and how large it is."""

    width: float
    height: float
    left: float
    right: float
    axis: float
    """Height of the axis, which is above the lanes."""
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    guides: tuple[Guide, ...]


def draw(entries: Sequence[Entry], wide: float) -> Drawing:
    """Lay out events, in order of day, in a drawing of a width."""
    pen = _Pen(entries, wide)
    for names in dict.fromkeys((entry.lane, entry.lane_en) for entry in entries if entry.kind == "decision"):
        pen.bars([entry for entry in entries if entry.kind == "decision" and entry.lane == names[0]])
    for kind in MARKS:
        pen.marks([entry for entry in entries if entry.kind == kind])
    return pen.drawing()


class _Pen:
    """Lays out lane below lane."""

    def __init__(self, entries: Sequence[Entry], wide: float) -> None:
        roomy = wide >= _ROOMY
        self._wide, self._named_above = wide, not roomy
        self._left, self._right = (_GUTTER if roomy else 10.0), wide - _RIGHT
        self._low, self._high = _time(entries)
        self._y = _AXIS
        self._lanes: list[Lane] = []
        self._bars: list[Bar] = []
        self._marks: list[Mark] = []

    def x(self, day: date) -> float:
        """Where a day begins."""
        part = (day - self._low) / (self._high - self._low)
        return round(self._left + part * (self._right - self._left), 1)

    def bars(self, entries: Sequence[Entry]) -> None:
        """A lane of decisions on one measure."""
        inner, levels = self._begin(), _Levels(0.5)
        for entry in entries:
            last = _last(entry, entries)
            point = entry.type == "end"
            x = self.x(entry.first)
            end = x if point else min(self.x(last + timedelta(days=1)), self._right) if last else self._right
            self._bars.append(self._bar(entry, (x, end), inner, levels, is_open=last is None and not point))
        first = entries[0]
        names = (self._lines(first.lane), self._lines(first.lane_en))
        self._end("decision", names, inner, levels.count * _BAR_ROW)

    def _lines(self, names: Sequence[str]) -> tuple[Line, ...]:
        """Break a name into lines that fit beside its lane, or into one that fits above it."""
        if self._named_above:
            return (Line(fitted(" · ".join(names), _NAMES, self._wide - 20), strong=True),)
        made = []
        for place, name in enumerate(names):
            line = ""
            for word in name.split():
                longer = f"{line} {word}".lstrip()
                if line and width(longer, _NAMES) > _GUTTER - 24:
                    made.append(Line(line, strong=not place))
                    longer = word
                line = longer
            made.append(Line(fitted(line, _NAMES, _GUTTER - 24), strong=not place))
        return tuple(made)

    def _bar(self, entry: Entry, span: Interval, inner: float, levels: _Levels, *, is_open: bool) -> Bar:
        x, end = span[0], max(span[1], span[0] + (_BAR if entry.type == "announce" else 3))
        texts = (entry.label, entry.label_en)
        full = (f"{entry.label} · {entry.detail}", f"{entry.label_en} · {entry.detail}")
        if entry.detail and end - x >= _widest(full) + 16:
            texts = full
        room = _widest(texts)
        inside = end - x >= room + 16
        right = self._right - end >= room + 8
        taken = (x, end) if inside else (x, end + 17 + room) if right else (x - 17 - room, end)
        if taken[0] < self._left:  # no room at either side: shortened, in the bar or behind it
            inside = end - x > self._right - end
            free = (end - x - 16) if inside else self._right - end - 8
            texts = (fitted(entry.label, _SIZE, free), fitted(entry.label_en, _SIZE, free))
            right, taken = True, (x, end) if inside else (x, self._right)
        y = inner + levels.place(taken) * _BAR_ROW
        at = x + 9 if inside else end + 8 if right else x - 8
        anchor = "start" if inside or right else "end"
        return Bar(entry, x, y, round(end - x, 1), is_open, round(at, 1), anchor, inside, *texts)

    def marks(self, entries: Sequence[Entry]) -> None:
        """A lane of events of one kind: each with a label on few levels, else labels where they fit."""
        if not entries:
            return
        inner = self._begin()
        spots = [self._spot(entry) for entry in entries]
        levels = _Levels(_CLEAR)
        placed = [levels.place(spot.labelled) for spot in spots]
        named = [True] * len(spots)
        if levels.count > _LEVELS:
            levels = _Levels(_TIGHT)
            placed = [levels.place(spot.bare) for spot in spots]
            named = [self._name(spot, level, levels) for spot, level in zip(spots, placed, strict=True)]
        for spot, level, has_name in zip(spots, placed, named, strict=True):
            y = inner + level * _MARK_ROW + _MARK_ROW / 2
            texts = spot.texts if has_name else ("", "")
            at = spot.labelled[1] - spot.room if spot.right else spot.labelled[0] + spot.room
            anchor = "start" if spot.right else "end"
            self._marks.append(Mark(spot.entry, spot.x, y, spot.until, round(at, 1), anchor, *texts))
        self._end(entries[0].kind, ((), ()), inner, levels.count * _MARK_ROW)

    @staticmethod
    def _name(spot: _Spot, level: int, levels: _Levels) -> bool:
        """Take the room of a label on the level of its mark, if it is free."""
        bare, labelled = spot.bare, spot.labelled
        beside = (bare[1] + _TIGHT, labelled[1]) if spot.right else (labelled[0], bare[0] - _TIGHT)
        fits = spot.room > 0 and levels.has_room(level, beside)
        if fits:
            levels.take(level, beside)
        return fits

    def _spot(self, entry: Entry) -> _Spot:
        x = self.x(entry.first)
        until = min(self.x(entry.last), self._right) if entry.last and entry.last > entry.first else None
        end = max(x, until or x)
        free = max(self._right - end, x - self._left) - _MARK - 6
        texts = (
            fitted(entry.label, _SIZE, min(_LONGEST, free)),
            fitted(entry.label_en, _SIZE, min(_LONGEST, free)),
        )
        room = _widest(texts)
        right = self._right - end - _MARK - 6 >= room
        low, high = x - _MARK, end + _MARK
        labelled = (low, high + 6 + room) if right else (low - 6 - room, high)
        return _Spot(entry, x, until, (low, high), labelled, texts, room, right)

    def _begin(self) -> float:
        return self._y + (_NAME if self._named_above else _GAP / 2)

    def _end(
        self, kind: str, names: tuple[tuple[Line, ...], tuple[Line, ...]], inner: float, content: float
    ) -> None:
        lines = max(*map(len, names), 1)
        least = 0.0 if self._named_above else lines * 17.0
        height = inner - self._y + max(content, least) + _GAP / 2
        self._lanes.append(Lane(kind, *names, self._y, height, inner))
        self._y += height

    def drawing(self) -> Drawing:
        """All that was laid out."""
        days = dict.fromkeys(bar.x for bar in self._bars)
        starts = {x: min(bar.y for bar in self._bars if bar.x == x) for x in days}
        return Drawing(
            self._wide, round(self._y + 8, 1), self._left, self._right, _AXIS,
            tuple(self._ticks()), tuple(self._lanes), tuple(self._bars), tuple(self._marks),
            tuple(Guide(x, starts[x]) for x in sorted(days)),
        )  # fmt: skip

    def _ticks(self) -> Iterator[Tick]:
        months = (self._high - self._low).days / 30.44
        pixels = (self._right - self._left) / months
        step = next((step for step in _STEPS if step * pixels >= _TICK), _STEPS[-1])
        month = self._low.year * _YEAR + self._low.month  # months since year 0, of the month after the first
        month += -month % step
        while (day := date(month // _YEAR, month % _YEAR + 1, 1)) < self._high:
            x = self.x(day)
            middle = min(max(x, _TICK / 2), self._wide - _TICK / 2)
            yield Tick(x, middle, day, month % _YEAR == 0)
            month += step


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mark before it has a level: what it takes alone and with its label, which may stand at its left."""

    entry: Entry
    x: float
    until: float | None
    bare: Interval
    labelled: Interval
    texts: tuple[str, str]
    room: float
    right: bool


class _Levels:
    """What is taken on the levels of a lane, with some room between two things."""

    def __init__(self, clear: float) -> None:
        self._clear = clear
        self._taken: list[list[Interval]] = []

    @property
    def count(self) -> int:
        return len(self._taken)

    def find(self, span: Interval) -> int:
        """The first level with room, if need be a new one."""
        for level, taken in enumerate(self._taken):
            if self._free(span, taken):
                return level
        return self.count

    def has_room(self, level: int, span: Interval) -> bool:
        """Whether a stretch of a level is free."""
        return self._free(span, self._taken[level])

    def _free(self, span: Interval, taken: Sequence[Interval]) -> bool:
        clear = self._clear
        return all(span[1] + clear <= low or high + clear <= span[0] for low, high in taken)

    def take(self, level: int, span: Interval) -> None:
        """Take room on a level, the next new one at most."""
        if level == self.count:
            self._taken.append([])
        self._taken[level].append(span)

    def place(self, span: Interval) -> int:
        """Take room on the first level that has it."""
        level = self.find(span)
        self.take(level, span)
        return level


def _time(entries: Sequence[Entry]) -> tuple[date, date]:
    """First and last day of the drawing, with some room at both ends; more behind what has no end."""
    low = min(entry.first for entry in entries)
    high = max(_last(entry, entries) or entry.first for entry in entries)
    span = max(high - low, _LEAST)
    unended = any(entry.kind == "decision" and not _last(entry, entries) for entry in entries)
    return low - span * 0.03, low + span * (1.14 if unended else 1.03)


def _last(entry: Entry, entries: Sequence[Entry]) -> date | None:
    """Last day of an event.

    A decision holds no longer than until a later one ends the measure; one that names no end, until the
    day before a later one takes over. An amendment leaves the end that was decided before.
    """
    if entry.kind != "decision" or entry.type in _POINTS:
        return entry.last or entry.first
    same = [other for other in entries if other.kind == "decision" and other.lane == entry.lane]
    last = entry.last
    if last is None and entry.type == "amend":
        former = [other.last for other in same if other.first < entry.first and other.last]
        last = max((day for day in former if day >= entry.first), default=None)
    later = [other for other in same if other.first > entry.first]
    ends = [other.first - timedelta(days=1) for other in later if other.type == "end"]
    follow = [other.first - timedelta(days=1) for other in later if other.type not in _POINTS]
    return min([last, *ends] if last else [*ends, *follow], default=None)


def _widest(texts: Sequence[str]) -> float:
    return max(width(text, _SIZE) for text in texts)
