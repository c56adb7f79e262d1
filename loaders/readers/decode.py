"""Bytes of a text file to characters.

Order: a byte order mark decides; then UTF-16 without one, known by its zero bytes; then strict
UTF-8; then Windows-1252, which is what Dutch text that is not UTF-8 is in, with Latin-1 for the
five bytes that Windows-1252 leaves open. A text that went through UTF-8 twice is put right once.
"""

from __future__ import annotations

import codecs
import re

from loaders.readers.detect import is_wide

__all__ = ["decode", "untwice"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TWICE = re.compile(r"Ã[\x80-\xbf©«¨¶¼¡³²±§ª¯°´µ·¸¹»½¾¿‚ƒ„…†‡ˆ‰Š‹ŒŽ]|â€[™œ˜“”¦\x9d]|Â[«»\xa0°²³´·]")
"""Pairs that UTF-8 read as Windows-1252 gives, and that Dutch does not have: `Ã«` for `ë`."""
_TWICE_OPENS = "ÃâÂ"
"""Without one of these there is no such pair."""
_CONTROL = re.compile(r"[\x00\x01\x03-\x08\x0b\x0e-\x1f\x7f\ufeff\uffff]")
"""Characters that no text layer keeps: XML, and so RDF/XML, cannot hold them. U+0002 marks a hyphen."""
_CONTROL_BYTES = bytes((0, 1, *range(3, 9), 0x0B, *range(0x0E, 0x20), 0x7F))
"""The same as bytes; they are in the bytes of every text, of whatever encoding, that has such a character."""
_WINDOW = 4096


def decode(data: bytes) -> str:
    """Give the characters of a text file, line ends as LF; never fails, bad bytes become U+FFFD."""
    text = _characters(data)
    if any(lead in text for lead in _TWICE_OPENS) and len(_TWICE.findall(text)) > 1:
        text = untwice(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = len(data.translate(None, _CONTROL_BYTES)) == len(data)
    return text if clean and "\ufeff" not in text and "\uffff" not in text else _CONTROL.sub("", text)


def _characters(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    head = data[:_WINDOW]
    if is_wide(head):
        little = head[1::2].count(0) >= head[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    for name in ("utf-8", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def untwice(text: str) -> str:
    """Undo one round of UTF-8 read as Windows-1252, where the text shows it and allows it as a whole.

    >>> untwice("FinanciÃ«n")
    'Financiën'
    """
    if not _TWICE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
