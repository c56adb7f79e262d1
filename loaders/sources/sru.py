"""Answers of the SRU service of the official publications, taken apart: one arrival a record.

A record is named after its identifier and kept in canonical form without the wrapping of the
answer, so that it is the same bytes whichever query it came by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_answer", "records"]

_ANSWER = re.compile(rb"<(?:[\w.-]+:)?searchRetrieveResponse\b")


def is_answer(head: bytes) -> bool:
    """Whether a file is an SRU answer, told from its first bytes."""
    return _ANSWER.search(head) is not None


def records(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each record of an answer; nothing where it is not well-formed or has none.

    Such an answer is left whole, for the reader to say what is wrong with it.
    """
    from lxml import etree  # noqa: PLC0415 - lxml loads when an answer comes by

    from loaders.readers.xml_parse import children, parse, words  # noqa: PLC0415 - as above

    try:
        root = parse(data)
    except ReadError:
        return
    for number, record in enumerate(children(root, "gzd"), 1):
        name = words(next(children(record, "identifier"), None)) or str(number)
        # The tail is white space between records; it is no part of one.
        record.tail = None
        yield name, etree.tostring(record, method="c14n", exclusive=True)
