"""The numbered part of a document: questions, answers, a notice, an explanation.

Three ways of numbering are met: headings ("Vraag 2 en 3", "Antwoord op vragen 2 en 3"), bare
numbers ("1", "1.", "1. Bent u …") with answers by place or by number, and none at all (each
paragraph that asks is a question). The way is judged once for the whole document, so that a
line such as "5." in running text is no heading where headings are spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import count

from loaders.grammar.numbers import GROUP, expand
from loaders.grammar.view import View
from loaders.readers.stated import Part

__all__ = ["Block", "BlockKind", "first_heading", "split_body", "stated_body"]


class BlockKind(StrEnum):
    """What a stretch of the body is."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"
    EXPLANATION = "explanation"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the body: its numbers as printed or by place, its text at [start, end)."""

    kind: BlockKind
    numbers: tuple[int, ...]
    start: int
    end: int
    by_place: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    """Its paragraphs, where the format tells them."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that opens a block: where the line begins and where the block's text begins."""

    kind: BlockKind
    numbers: tuple[int, ...]
    line: int
    text: int
    end: int | None = None
    """Where the block ends, where that is known; else it goes on to the next mark."""
    pieces: tuple[tuple[int, int], ...] = ()


_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"(?:Vra(?:ag|gen)|VRAAG|Antwoord(?:en)?|ANTWOORD|Mededeling|Toelichting)\b")
_QUESTION = re.compile(
    rf"\s*(?:Vra(?:ag|gen)|VRAAG)\s*(?P<group>{GROUP})\s*(?P<colon>[.:)]?)\s*(?P<rest>.*)", re.DOTALL
)
_PLAIN_QUESTION = re.compile(r"\s*Vraag\s*:?\s*")
_ANSWER = re.compile(
    rf"\s*(?:(?:Nader\s+)?Antwoord(?:en)?|ANTWOORD)(?:\s+(?:op|bij))?(?:\s+de)?(?:\s+[Vv]ra(?:ag|gen))?\s*"
    rf"(?P<group>{GROUP})?\s*(?P<colon>[.:)]?)\s*(?P<rest>.*)",
    re.DOTALL,
)
_NOTICE = re.compile(r"\s*Mededeling\s*:?\s*$")
_EXPLANATION = re.compile(r"\s*Toelichting\b\s*:?\s*")
_NUMBERED = re.compile(
    r"\s*(?:(?P<number>\d{1,3})\s*(?:[.):]\s*(?P<rest>.*)|$|(?P<rest2>\s[A-Z].*))"
    rf"|(?P<group>(?=\d{{1,3}}\s*(?:,|en\b|&|t/m|tot\b)){GROUP})\s*[.):]?\s*)"
)
"""A line that a number opens, or one that is a group of numbers ("3 en 4") and nothing else."""
_CONTINUES = re.compile(r"(?:,|\ben|t/m)\s*$")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_LAST_NUMBER = 400
_LABEL = re.compile(GROUP)


def _heading_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that open with the word of a heading, and where; one whose group goes on, with the next."""
    closes = 0
    for word in _WORD.finditer(text):
        if word.start() < closes:
            continue  # in a line that was looked at
        opens = text.rfind("\n", 0, word.start()) + 1
        closes = text.find("\n", word.end())
        closes = closes if closes >= 0 else len(text)
        if text[opens : word.start()].strip():
            continue  # in running text
        line = text[opens:closes]
        following = _LINE.search(text, closes) if _CONTINUES.search(line) else None
        yield opens, text[opens : following.end()] if following else line


@lru_cache(maxsize=1)
def _headings(text: str) -> tuple[_Mark, ...]:
    """All lines with a spelled-out heading, in order; numbers already asked are no new question.

    Kept for the text that is being read: where its body begins is asked before what is in it.
    """
    marks: list[_Mark] = []
    asked: set[int] = set()
    for offset, line in _heading_lines(text):
        mark = (
            _question_mark(offset, line, asked)
            or _answer_mark(offset, line, bool(asked))
            or _other_mark(offset, line)
        )
        if mark is None:
            continue
        if mark.kind is BlockKind.QUESTION:
            asked.update(mark.numbers)
        marks.append(mark)
    return tuple(marks)


def _question_mark(offset: int, line: str, asked: set[int]) -> _Mark | None:
    match = _QUESTION.fullmatch(line)
    if match is None:
        if not _PLAIN_QUESTION.fullmatch(line):
            return None
        return _Mark(BlockKind.QUESTION, (max(asked, default=0) + 1,), offset, offset + len(line))
    numbers = expand(match["group"])
    if asked.intersection(numbers) or max(numbers) > _LAST_NUMBER:
        return None
    expected = max(asked, default=0) + 1
    # Text on the heading's own line counts when a colon says so or when the number is the next one.
    if match["rest"] and not match["colon"] and not (numbers[0] == expected and match["rest"][0].isupper()):
        return None
    return _Mark(BlockKind.QUESTION, numbers, offset, offset + match.start("rest"))


def _answer_mark(offset: int, line: str, numbered: bool) -> _Mark | None:
    match = _ANSWER.fullmatch(line)
    if match is None:
        return None
    group, rest = match["group"], match["rest"]
    if rest and not match["colon"] and not (group and numbered and rest[0].isupper()):
        return None
    return _Mark(BlockKind.ANSWER, expand(group) if group else (), offset, offset + match.start("rest"))


def _other_mark(offset: int, line: str) -> _Mark | None:
    if _NOTICE.fullmatch(line):
        return _Mark(BlockKind.NOTICE, (), offset, offset + len(line))
    if match := _EXPLANATION.match(line):
        return _Mark(BlockKind.EXPLANATION, (), offset, offset + match.end())
    return None


def _candidates(text: str, start: int) -> Iterator[_Mark]:
    """Lines that a bare number opens."""
    for line in _LINE.finditer(text, start):
        match = _NUMBERED.fullmatch(line[0])
        if match:
            opens = max(match.start("rest"), match.start("rest2"))
            text_at = line.start() + opens if opens >= 0 else line.end()
            yield _Mark(BlockKind.QUESTION, expand(match["group"] or match["number"]), line.start(), text_at)


def _bare_numbers(text: str, start: int, spelled: list[_Mark]) -> list[_Mark]:
    """Questions numbered "1" or "1.", in strict sequence, each before the answers it is about.

    Before each answer the last line with the number that is due is taken, so that a list inside
    an earlier answer is not mistaken for the next question.
    """
    candidates = list(_candidates(text, start))
    walls = [mark.line for mark in spelled if mark.kind is not BlockKind.QUESTION] + [len(text)]
    marks: list[_Mark] = []
    asked: set[int] = set()
    due, floor = 1, start
    for wall in walls:
        position = floor
        answered = bool(marks) or wall != walls[-1]
        while True:
            here = [
                mark
                for mark in candidates
                if mark.numbers[0] == due
                and asked.isdisjoint(mark.numbers)
                and position <= mark.line < wall
                and "?" in text[mark.text : wall]
            ]
            if not here:
                break
            marks.append(here[-1] if answered and position == floor else here[0])
            position = marks[-1].text
            asked.update(marks[-1].numbers)
            due = next(number for number in count(due) if number not in asked)
        floor = wall
    return marks


def _paragraphs(text: str, start: int, walls: list[_Mark]) -> list[_Mark]:
    """Unnumbered questions: each paragraph that asks, numbered from 1; the rest leads in the next."""
    marks: list[_Mark] = []
    stop = min((mark.line for mark in walls), default=len(text))
    lead: int | None = None
    for match in _PARAGRAPH.finditer(text, start, stop):
        begin = lead if lead is not None else match.start()
        if "?" not in match[0]:
            lead = begin
            continue
        marks.append(_Mark(BlockKind.QUESTION, (len(marks) + 1,), begin, begin))
        lead = None
    return marks


def first_heading(text: str) -> int | None:
    """Offset of the line that opens the numbered part, where one does."""
    marks = [mark for mark in _headings(text) if mark.kind is not BlockKind.EXPLANATION]
    spelled = [mark for mark in marks if mark.kind is BlockKind.QUESTION]
    if spelled:
        return min(mark.line for mark in marks)
    numbered = _bare_numbers(text, 0, marks)
    lines = [mark.line for mark in (*marks, *numbered)]
    return min(lines, default=None)


def split_body(text: str, start: int, *, notice: bool = False) -> list[Block]:
    """The blocks of `text[start:]`, in order. A notice has no unnumbered questions."""
    marks = [mark for mark in _headings(text) if mark.line >= start]
    if not any(mark.kind is BlockKind.QUESTION for mark in marks):
        numbered = _bare_numbers(text, start, marks)
        if not numbered and not notice:
            numbered = _paragraphs(text, start, marks)
        marks = sorted([*marks, *numbered], key=lambda mark: mark.line)
    return _blocks(text, marks)


def stated_body(view: View, parts: Sequence[Part]) -> list[Block]:
    """The blocks that the format marks; a question without a number is the next one."""
    marks: list[_Mark] = []
    highest = 0
    for part in parts:
        kind = BlockKind(part.kind)
        label = _LABEL.search(part.label)
        numbers = expand(label[0]) if label else ()
        if kind is BlockKind.QUESTION:
            numbers = numbers or (highest + 1,)
            highest = max(highest, *numbers)
        start, end = view.position(part.span.start), view.position(part.span.end)
        edges = [(view.position(piece.start), view.position(piece.end)) for piece in part.pieces]
        pieces = tuple((first, first + len(view.text[first:last].rstrip())) for first, last in edges)
        marks.append(_Mark(kind, numbers, view.position(part.opens), start, end, pieces))
    return _blocks(view.text, marks)


def _blocks(text: str, marks: list[_Mark]) -> list[Block]:
    """Marks as blocks; an answer without a number, or with one that cannot be, answers what is open."""
    blocks: list[Block] = []
    open_numbers: list[int] = []
    answered: set[int] = set()
    for index, mark in enumerate(marks):
        end = marks[index + 1].line if index + 1 < len(marks) else len(text)
        end = end if mark.end is None else mark.end
        numbers, by_place = mark.numbers, False
        if mark.kind is BlockKind.QUESTION:
            open_numbers += numbers
        elif mark.kind is BlockKind.ANSWER:
            if open_numbers and (not numbers or answered.issuperset(numbers)):
                numbers, by_place = tuple(open_numbers), True
            answered.update(numbers)
            open_numbers = [number for number in open_numbers if number not in numbers]
        start = min(mark.text + len(text[mark.text : end]) - len(text[mark.text : end].lstrip()), end)
        stop = start + len(text[start:end].rstrip())
        blocks.append(Block(mark.kind, numbers, start, stop, by_place, mark.pieces))
    return blocks
